"""Notes and terms: printed in their place, with links that lead there and back."""

from typing import Any

import html5lib
import pytest

from disclosure.model.notes import is_note_mark, note_number
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.pasted import render_fragment, render_wechat
from disclosure.render.notice_files import render_notice
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml
from tests.conftest import ROOT
from tests.pages import elements, visible_text
from tests.render.deliveries.parcels import site

NOTICE: dict[str, Any] = SOUND | {
    "lead": "涉及资金251,023.54万元{①}。",
    "sections": [
        {
            "title": "甲。",
            "content": [
                "**两种**情形（{注1}），见[网页](https://www.example.gov.cn/a){①}。",
                {"notes": [{"mark": "注1", "text": "应招未招。"}]},
                {"glossary": [{"term": "拆分项目", "text": "化整为零。"}]},
                "以上情况已公开。",
            ],
        }
    ],
    "closing": "请予监督。",
    "notes": [{"mark": "①", "text": "按全县合计。"}, {"mark": "②", "text": "没有引用。"}],
    "glossary": [{"term": "四不两直", "text": "一种检查办法。"}],
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def source(data: dict[str, Any]) -> NoticeSource:
    """Return a notice to compose."""
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    return NoticeSource("a", notice.notice, notice.figures, notice.outline, {})


def composed(data: dict[str, Any], renderer: Renderer) -> Composed:
    """Return it as composed for every writer."""
    return compose(source(data), renderer)


def test_notes_stand_in_their_place(renderer: Renderer) -> None:
    """Text and fragments print marks, notes and terms where they stand, and no braces."""
    made = composed(NOTICE, renderer)
    lines = plain_text(made).decode().split("\r\n")
    assert "涉及资金251,023.54万元①。" in lines
    start = lines.index("一、甲。") + 1
    assert lines[start : start + 9] == [
        "两种情形（注1），见网页（https://www.example.gov.cn/a）①。",
        "注1：应招未招。",
        "拆分项目：化整为零。",
        "以上情况已公开。",
        "",
        "请予监督。",
        "①按全县合计。",
        "②没有引用。",
        "四不两直：一种检查办法。",
    ]
    said = [each for each in lines[start : start + 9] if each]
    for html in (render_fragment(made), render_wechat(made)):
        text = visible_text(html5lib.parse(html.decode()))
        at = 0
        for line in said[1:]:
            at = text.index(line, at) + len(line)
        assert "{" not in text.partition("涉及资金")[2].partition("联系方式")[0]


def test_links_lead_there_and_back(renderer: Renderer) -> None:
    """On both pages each reference leads to its note, and each note to its first reference."""
    files = render_notice(source(NOTICE), renderer).files
    for name in ("notices/a/index.html", "notices/a/big/index.html"):
        root = html5lib.HTMLParser(strict=True).parse(files[name].decode())
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        links = [each for each in elements(root, "a") if (each.get("role") or "").startswith("doc")]
        there = [(visible_text(a), a.get("href")) for a in links if a.get("role") == "doc-noteref"]
        assert there == [("①", "#dn-note-c1"), ("注1", "#dn-note-1"), ("①", "#dn-note-c1")]
        back = [(visible_text(a), a.get("href")) for a in links if a.get("role") == "doc-backlink"]
        assert back == [("注1", "#dn-noteref-1"), ("①", "#dn-noteref-c1")]
        assert all((link.get("href") or "").removeprefix("#") in ids for link in links)


def test_no_id_stands_twice(renderer: Renderer) -> None:
    """A text that stands on the page twice cannot be led back to, and no id is repeated."""
    data = NOTICE | {"closing": NOTICE["lead"]}
    made = composed(data, renderer)
    page = "".join(map(str, (made.parts.chapters, *made.view.lead, *made.view.closing)))
    assert page.count('id="dn-noteref-c1"') == 1  # of the reference in the section
    assert page.count('href="#dn-note-c1"') == 3


def test_marks() -> None:
    """Marks of notes have numbers of their own, and nothing else is one."""
    marks = ["①", "⑳", "㉑", "㊿", "注1", "注99"]
    assert [note_number(mark) for mark in marks] == ["c1", "c20", "c21", "c50", "1", "99"]
    assert not any(map(is_note_mark, ("1", "注", "注0", "注100", "[1]", "^1", "①②", "一")))


def test_old_texts_keep_what_looks_like_a_footnote(renderer: Renderer) -> None:
    """Markdown's own footnotes are text, with notes and without."""
    for more in ({}, {"notes": NOTICE["notes"]}):
        data = SOUND | {"lead": "见说明[^1]。另见①。"} | more
        assert "见说明[^1]。另见①。" in plain_text(composed(data, renderer)).decode()
