"""Readers meet a problem under the number that is printed in its heading."""

import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest

from disclosure.render.renderer import Renderer, open_renderer
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site
from tests.render.test_particulars import composed, loaded

DONE = {"outcomes": "已改。"}
CHAPTERS = [
    {
        "title": "甲",
        "numbering": "问题1：",
        "sections": [{"title": "一。"} | DONE, {"title": "二。"} | DONE],
    },
    {
        "title": "乙",
        "numbering": "问题1：",
        "sections": [{"title": "三。"} | DONE, {"title": "四。"} | DONE],
    },
]
_FOOT = re.compile(r'<p class="dn-problem__foot"><a [^>]*>([^<]*)</a><a href="([^"]*)">([^<]*)</a>')


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def feet(data: dict[str, Any], renderer: Renderer) -> list[tuple[str, str, str]]:
    """Return of each problem the words of its link, those of the other, and the mail it opens."""
    data = {"contact": {"email": "office@example.com", "phone": "0563-2263070"}} | data
    page = "".join(composed(loaded(data), renderer).parts)
    found = dict.fromkeys(_FOOT.findall(page))
    return [(link, opinion, unquote(unescape(mail))) for link, mail, opinion in found]


def test_numbers_that_begin_anew(renderer: Renderer) -> None:
    """Where 问题1 begins anew in a chapter, links and mails say the number of the heading."""
    found = feet({"sections": CHAPTERS}, renderer)
    assert [link for link, _, _ in found] == [f"问题{number}的链接" for number in (1, 2, 1, 2)]
    assert [other for _, other, _ in found] == [f"对问题{number}提意见" for number in (1, 2, 1, 2)]
    last = found[-1][2]
    assert "意见建议：问题2 " in last
    assert "\r\n问题2：四。\r\n" in last
    assert "#s-2-2" in last


@pytest.mark.parametrize(
    ("section", "called"),
    [
        ({"mark": "问题7："}, "7"),
        ({"title": "问题九：学习不够。", "mark": "无"}, "九"),
        ({"title": "事项12、学习不够。", "mark": "无"}, "12"),
        # No number of its own: it is counted.
        ({"title": "问题3个方面没有整改。", "mark": "无"}, "1"),
        ({"title": "建议9：学习不够。", "mark": "无"}, "1"),
        ({"mark": "9."}, "1"),
    ],
)
def test_number_of_the_heading(section: dict[str, Any], called: str, renderer: Renderer) -> None:
    """A number that the heading gives its problem, in the mark or the title, is taken."""
    data = {"sections": [{"title": "学习不够。"} | section | DONE], "labels": {"problem": "事项"}}
    ((link, other, _),) = feet(data, renderer)
    assert (link, other) == (f"事项{called}的链接", f"对事项{called}提意见")
