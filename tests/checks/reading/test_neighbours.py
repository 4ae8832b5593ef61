"""Words and the neighbours that they must have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks.reading.neighbours import places_of
from disclosure.model.word_context import LONGEST_GAP, WordContext


def stands(text: str, **context: list[str]) -> bool:
    """Say whether 截止 stands in ``text`` as ``context`` wants it."""
    return bool(list(places_of("截止", WordContext.model_validate(context), text)))


@pytest.mark.parametrize(
    ("text", "context", "found"),
    [
        ("截止目前", {}, True),
        ("截止目前", {"after": ["目前"]}, True),
        ("截止日期", {"after": ["目前"]}, False),
        ("截止2021年", {"after": ["0"]}, True),
        ("截止２０２１年", {"after": ["0"]}, True),
        ("截止二月", {"after": ["0"]}, False),
        ("截止10月", {"after": ["00月"]}, True),
        ("报名截止目前", {"not_before": ["报名"]}, False),
        ("，截止目前", {"before": ["^"]}, True),
        ("截止目前", {"before": ["^"]}, True),
        ("报名截止目前", {"before": ["^"]}, False),
        ("报名截止。", {"after": ["^"]}, True),
        ("截止去年的数据", {"after": ["…数据"]}, True),
        ("截止去年，数据", {"after": ["…数据"]}, False),
        ("报名工作截止了", {"not_before": ["报名…"]}, False),
        ("报名。工作截止了", {"not_before": ["报名…"]}, True),
    ],
)
def test_neighbours(text: str, context: dict[str, list[str]], found: bool) -> None:
    """Text, digits, edges and gaps beside a word are what they are said to be."""
    assert stands(text, **context) == found


@given(st.text("甲乙", max_size=2 * LONGEST_GAP))
def test_gap_ends(between: str) -> None:
    """A gap reaches as far as it is said to, and no farther."""
    found = stands(f"截止{between}终", after=["…终"])
    assert found == (len(between) <= LONGEST_GAP)
