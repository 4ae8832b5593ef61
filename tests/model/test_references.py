"""References and links in prose."""

from typing import Any

import pytest

from disclosure.document.item_words import item_words
from disclosure.model.faults import Fault
from disclosure.model.figures import work_out
from disclosure.model.links import is_prose_link
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marked import read_prose
from disclosure.model.notice import Notice
from disclosure.model.outline import draw_outline
from disclosure.model.references import find_faults, quote
from disclosure.model.tokens import Kind
from tests.model.prose_strings import generated

METRIC = {"id": "built", "name": "项目", "value": "38", "unit": "个", "yoy": "-5%", "base": "40"}


def notice(lead: str, **more: Any) -> Notice:
    """Return a notice with one metric and this lead."""
    head = {"title": "t", "issuer": "i", "published": "2022-02-23", "metrics": [METRIC]}
    return Notice.model_validate({**head, "lead": lead, "sections": [{"title": "s"}], **more})


def faults_in(found: Notice) -> list[Fault]:
    """Return what is wrong with the references of a notice."""
    return list(find_faults(found, draw_outline(found), work_out(found.metrics)[0]))


def codes(found: Notice) -> list[tuple[str, str]]:
    """Return code and token of what is wrong with the references of a notice."""
    return [(f.code, f.token) for f in faults_in(found)]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("完成{built}，{ built . value }，{built.yoy}", []),
        (r"写作\{built\}，\{new-projects\}", []),
        ("[甲](https://a.cn)，[乙](#s-1)，见[1](略）", []),
        ("｛说明｝", []),
        ("{bulit}", [("reference.unknown_near", "{bulit}")]),
        ("{total}", [("reference.unknown", "{total}")]),
        ("{built.mom}", [("reference.absent", "{built.mom}")]),
        ("{built.tongbi}", [("reference.attribute", "{built.tongbi}")]),
        ("{new-projects}", [("reference.brace", "{new-projects}")]),
        ("{built，共", [("reference.brace", "{built")]),
        ("{{built}}", [("reference.brace", "{")]),
        ("｛built｝", [("reference.brace", "｛built｝")]),
        ("[甲](javascript:x)", [("field.link", "javascript:x")]),
        ("[甲](/a)", [("field.link", "/a")]),
        (r"[甲\](//evil.example/x)，[乙\](https://a.cn/{built})", []),
        (r"[甲\\](//evil.example/x)", [("field.link", "//evil.example/x")]),
        (r"[甲\\]({built})", [("field.link", "{built}")]),
        ("[甲](https://a.cn/{built})", [("field.link", "https://a.cn/{built}")]),
        ("[甲](https://a.cn:99999/)", [("field.link", "https://a.cn:99999/")]),
        (r"[甲](https://a.cn\evil)", [("field.link", r"https://a.cn\evil")]),
        ("[甲](#s-1 x)", [("field.link", "#s-1 x")]),
        (r"写作\\{built}", []),
        (r"写作\\{bulit}", [("reference.unknown_near", "{bulit}")]),
    ],
)
def test_faults(lead: str, expected: list[tuple[str, str]]) -> None:
    """Only an escaped brace prints a brace, only a safe address is a link."""
    assert codes(notice(lead)) == expected


def test_references_in_titles_are_told() -> None:
    """Where text is printed as it stands, a reference to a known figure is a fault."""
    sections = [{"title": "a", "sections": [{"title": "完成{built}"}]}, {"title": "{x}"}]
    assert codes(notice("a", sections=sections)) == [("reference.place", "{built}")]


def test_quote() -> None:
    """Every attribute prints its own part."""
    figure = work_out(notice("a").metrics)[0]["built"]
    told = {name: quote(figure, name) for name in ("", "value", "unit", "yoy", "base", "mom", "x")}
    assert told == {
        "": "38个", "value": "38", "unit": "个", "yoy": "5%", "base": "40个", "mom": None, "x": None,
    }  # fmt: skip


def test_a_thousand_texts_and_their_links() -> None:
    """The links that are refused are exactly those of the page that lead nowhere allowed."""
    for text in generated(1_000, seed=7):
        links = [token.value for token in read_prose(text) if token.kind is Kind.LINK]
        refused = [
            dict(fault.params)["value"]
            for fault in faults_in(notice(text))
            if fault.code == "field.link"
        ]
        assert refused == [link for link in links if not is_prose_link(link)], text


def test_hostile_links_cost_little() -> None:
    """Half a million openings of links that never end are looked at once each."""
    assert codes(notice("](a" * 500_000)) == []
    assert codes(notice("](" + "a" * 2_000_000)) == []


def test_a_hundred_items() -> None:
    """Beyond ninety-nine, items are counted in Arabic digits rather than not at all."""
    assert item_words(MarkStyle.HAN_IS, 101)[-3:] == ("九十九是", "100是", "101是")


def test_numbers_run_on_through_deeper_levels() -> None:
    """A style that runs on and is used on two levels never prints a number twice."""
    sections = [
        {"title": "a", "sections": [{"title": "b", "sections": [{"title": "c"}]}, {"title": "d"}]}
    ]
    found = notice("a", sections=sections, numbering={"styles": ["一、", "1."], "run_on": ["1."]})
    assert [node.mark for node in draw_outline(found).nodes] == ["一、", "1.", "2.", "3."]


@pytest.mark.parametrize("day", ["9999-12-31", "2022-02-24"])
def test_signature_dates(day: str) -> None:
    """The last day of the calendar is a day like others."""
    assert notice("a", published=day, signature={"name": "x", "date": day}).dated.isoformat() == day
