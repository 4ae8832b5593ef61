"""XML that is written as text: escaped, and never with a character that XML forbids."""

import pytest

from disclosure.errors import OutputError
from disclosure.render.deliveries.word.paragraphs import Words
from disclosure.render.deliveries.word.xml import content, element


def test_markup_is_text() -> None:
    """Signs of markup are text, in elements and in attributes."""
    assert content('<a> & "b"') == '&lt;a&gt; &amp; "b"'
    assert element("x", {"y": '<">\n'}) == '<x y="&lt;&quot;&gt;&#10;"/>'


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\x85", "\ufffe", "\ud800", "\u202e"])
def test_illegal_characters_are_refused(sign: str) -> None:
    """What XML forbids, or what acts on its reader, stops the file and is named."""
    with pytest.raises(OutputError) as caught:
        content(f"整改{sign}")
    assert dict(caught.value.params)["point"] == f"U+{ord(sign):04X}"
    with pytest.raises(OutputError):
        element("x", {"y": sign})


def test_tabs_and_line_ends_are_elements() -> None:
    """A soft return is a break, a tab a tab; words without text are nothing."""
    assert Words("甲\n乙\t").xml == (
        '<w:r><w:t xml:space="preserve">甲</w:t><w:br/>'
        '<w:t xml:space="preserve">乙</w:t><w:tab/></w:r>'
    )
    assert Words("").xml == ""
