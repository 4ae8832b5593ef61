"""Text of others, before it is printed."""

import sys
import unicodedata

import pytest

from disclosure.visible import visible


@pytest.mark.slow
def test_every_control_and_format_character_shows_itself() -> None:
    """No character of the classes C and Z (the blank and the ideographic space aside) is left."""
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] in "CZ" and chr(code) not in " \u3000":
            assert visible(f"甲{chr(code)}乙").isascii() is False
            assert visible(chr(code)).startswith("\\"), hex(code)
            assert visible(chr(code)).isprintable()


def test_plain_text_is_left_alone() -> None:
    """What shows itself is not touched."""
    assert visible("通报　第 1 版“甲”") == "通报　第 1 版“甲”"
