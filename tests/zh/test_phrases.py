"""Titles in lines of whole words."""

import random
from itertools import pairwise

import pytest

from disclosure.zh.phrases import title_lines
from disclosure.zh.width import display_width

TITLES = {
    "关于巡察整改进展情况的通报": 1,
    "中共某某区委关于1102家企业专项整改进展情况的通报": 2,
    "中共泾县招商合作服务中心党组关于落实县委第四巡察组反馈意见集中整改进展情况的通报": 2,
}
WORDS = ("关于", "区委", "1102家", "党组", "巡察", "整改", "反馈", "意见", "招商", "的通报", "第四")


@pytest.mark.parametrize(("title", "lines"), TITLES.items(), ids=str)
def test_whole_words(title: str, lines: int) -> None:
    """Lines give back the title, fit, are as few as they can be, and tear no known word."""
    found = title_lines(title, 19.5 if lines > 1 else 24)
    assert "".join(found) == title
    assert len(found) in (lines, lines + 1)
    assert all(display_width(line) / 2 <= 24 for line in found)
    for before, after in pairwise(found):
        for word in WORDS:
            for cut in range(1, len(word)):
                assert not (before.endswith(word[:cut]) and after.startswith(word[cut:])), word


def test_lines_are_balanced() -> None:
    """No line is a leftover of one or two characters."""
    for title in TITLES:
        widths = [display_width(line) for line in title_lines(title, 19.5)]
        assert max(widths) <= 2 * 19.5
        assert min(widths) * 2 >= max(widths), title


def test_marks_at_the_ends_of_lines() -> None:
    """No line begins with a closing mark or 的, none ends with an opening one."""
    for size in range(8, 20):
        found = title_lines("关于“最后一公里”、《某办法》（试行）落实情况的通报", size)
        assert not any(line[0] in "、。”》）的" for line in found), found
        assert not any(line[-1] in "“《（" for line in found), found


def test_any_text_comes_back() -> None:
    """Whatever the title and the width, nothing is lost or added."""
    drawn = random.Random(12)
    signs = "关于区委整改的通报1102家“”《》（）、 ab的𠮷"
    for _ in range(300):
        title = "".join(drawn.choices(signs, k=drawn.randint(1, 70)))
        assert "".join(title_lines(title, drawn.choice((3.0, 8.0, 19.5)))) == title
