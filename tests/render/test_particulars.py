"""What is known of a problem beside its status: in ledger, counts, CSV and JSON, printed or not."""

import csv
import io
import re
from typing import Any

import html5lib
import pytest

from disclosure.document.comparison import Version, compare
from disclosure.model.canonical import canonical_bytes
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.pasted import render_plain_fragment
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.render.tables import ledger_csv
from disclosure.source.load import LoadedNotice, load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml
from tests.conftest import ROOT
from tests.pages import visible_text
from tests.render.deliveries.parcels import site

DONE = {"outcomes": "已改。", "status": "已完成"}
SECTIONS: list[dict[str, Any]] = [
    {"title": "甲。", "term_kind": "立行立改", "verified": "属实", "measure_count": "3"} | DONE,
    {"title": "乙。", "term_kind": "立行立改", "verified": "不属实"} | DONE,
    {
        "title": "丙。",
        "term_kind": "长期坚持",
        "outcomes": "在改。",
        "offices": [
            {"name": "某县某局", "status": "已完成"},
            {"name": "某镇", "status": "正在整改"},
        ],
    },
]
NAMES = ["verified", "term_kind", "offices"]


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def loaded(data: dict[str, Any]) -> LoadedNotice:
    """Return a notice."""
    notice, found = load_notice(to_yaml(SOUND | data).encode(), SHOWN)
    assert notice is not None, found
    return notice


def composed(notice: LoadedNotice, renderer: Renderer) -> Composed:
    """Return it as composed for every writer."""
    source = NoticeSource("a", notice.notice, notice.figures, notice.outline, {})
    return compose(source, renderer)


def table(made: Composed, renderer: Renderer) -> list[dict[str, str]]:
    """Return the rows of ``ledger.csv``."""
    data = ledger_csv(made.rows, "https://example.com/", renderer.texts).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data)))


@pytest.mark.parametrize("more", [{}, {"unprinted": NAMES}, {"labels": dict.fromkeys(NAMES, "无")}])
def test_everywhere(more: dict[str, Any], renderer: Renderer) -> None:
    """Whether printed or not, and without labels, ledger, counts, CSV and JSON have them."""
    notice = loaded({"sections": SECTIONS} | more)
    made = composed(notice, renderer)
    rows = table(made, renderer)
    assert [row["整改类型"] for row in rows] == ["立行立改", "立行立改", "长期坚持"]
    assert [row["是否属实"] for row in rows] == ["属实", "不属实", ""]
    assert rows[2]["各单位整改状态"] == "某县某局已完成；某镇正在整改"
    assert rows[0]["整改措施条数"] == "3"
    assert b'"term_kind": "\xe7\xab\x8b' in canonical_bytes(notice.notice)
    page = html5lib.parseFragment("".join(made.parts))
    said = re.sub(r"\s", "", visible_text(page))
    assert "属实1个不属实1个立行立改2个长期坚持1个" in said
    (cell,) = re.findall("<td>(某县某局[^<]*)</td>", "".join(made.parts))
    assert cell == "某县某局已完成；某镇正在整改"
    assert notice.outline.problems == len(made.rows) == 3
    text = plain_text(made).decode()
    printed = {
        "整改类型：立行立改",
        "是否属实：属实",
        "各单位整改状态：某县某局已完成；某镇正在整改",
    }
    assert {line for line in printed if line in text} == (set() if more else printed)
    assert ("立行立改" in text) is ("unprinted" not in more)
    assert "整改措施条数" not in text


def test_changed_states_of_offices() -> None:
    """A comparison tells which office has come further."""
    before, after = SECTIONS[2], SECTIONS[2] | {"offices": [{"name": "某镇", "status": "已完成"}]}
    old, new = (loaded({"sections": [each]}) for each in (before, after))
    found = compare(
        *(
            Version(
                composed(each, open_renderer(site(), ROOT / "templates")).document, {}, each.outline
            )
            for each in (old, new)
        )
    )
    assert [(each.before, each.after) for each in found] == [
        ("某县某局已完成；某镇正在整改", "某镇已完成")
    ]


def test_one_answer_for_two_problems(renderer: Renderer) -> None:
    """An answer for another problem as well stands once in the text, and in both rows."""
    answer = {"label": "整改情况", "text": "问题1与问题2一并整改。", "about": "second"}
    sections = [
        {"title": "甲。", "content": [{"answer": answer}]},
        {"title": "乙。", "id": "second", "kind": "问题", "body": "见问题1。"},
    ]
    made = composed(loaded({"sections": sections}), renderer)
    assert plain_text(made).decode().count("一并整改") == 1
    assert [row["整改情况"] for row in table(made, renderer)] == ["问题1与问题2一并整改。"] * 2


@pytest.mark.parametrize("form", ["content", "responses"])
def test_one_answer_below_an_aspect(renderer: Renderer, form: str) -> None:
    """An aspect whose answer is for the problems below it counts as an aspect alone."""
    answer = {"label": "整改情况", "text": "两个问题一并整改。", "about": ["first", "second"]}
    children = [{"title": f"{name}。", "id": name, "kind": "问题"} for name in ("first", "second")]
    below: dict[str, Any] = {"responses": [answer], "sections": children}
    if form == "content":
        below = {"content": [{"sections": children}, {"answer": answer}]}
    notice = loaded({"sections": [{"title": "管理不规范", "kind": "方面", **below}]})
    assert (notice.outline.aspects, notice.outline.problems) == (1, 2)
    rows = table(composed(notice, renderer), renderer)
    assert [row["整改情况"] for row in rows] == ["两个问题一并整改。"] * 2
    del answer["about"]
    answer["text"] = "已整改。"
    one = loaded({"sections": [{"title": "管理不规范", "kind": "方面", **below}]})
    assert one.outline.problems == 3


def test_state_beside_those_of_offices(renderer: Renderer) -> None:
    """In the ledgers of page and fragment a problem's own state stands apart from its offices'."""
    both = SECTIONS[2] | {"status": "基本完成"}
    made = composed(loaded({"sections": [both]}), renderer)
    parts = "".join(made.parts)
    assert re.search("基本完成</span><br>某县某局已完成；某镇正在整改</td>", parts)
    fragment = render_plain_fragment(made).decode("utf-8-sig")
    assert re.search("基本完成<br><span[^>]*>某县某局已完成；某镇正在整改</span></td>", fragment)
