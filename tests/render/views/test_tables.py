"""Tables with several head rows, merged cells and row heads, read back from what is made."""

import random
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from disclosure.model.canonical import canonical_bytes
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.pasted import render_fragment, render_plain_fragment
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml
from tests.conftest import ROOT
from tests.pages import by_class, elements, visible_text
from tests.render.deliveries.parcels import site

FUNDS: dict[str, Any] = {
    "head": [["序号", "单位", "问题资金", "←", "备注"], ["↑", "↑", "追缴", "归还", "↑"]],
    "merge": "true",
    "align_numbers": "true",
    "rows": [
        ["1", "县财政局", "77,038.68", "1,580", "按季通报"],
        ["↑", "某镇", "120", "—", "↑"],
        ["合计", "←", "77,158.68", "1,580", "约数"],
    ],
}
FORM: dict[str, Any] = {
    "row_heads": "true",
    "rows": [["整改目标", "规范采购。"], ["整改措施", "修订办法。"], ["责任人", "分管领导"]],
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def composed(tables: list[dict[str, Any]], renderer: Renderer) -> Composed:
    """Return a notice of one section with these tables."""
    section = {"title": "甲。", "content": [{"table": table} for table in tables]}
    notice, found = load_notice(to_yaml(SOUND | {"sections": [section]}).encode(), SHOWN)
    assert notice is not None, found
    return compose(NoticeSource("a", notice.notice, notice.figures, notice.outline, {}), renderer)


def grid_of(table: Element) -> list[list[str]]:
    """Return the cells of a table as they are typed, marks in those that belong to others."""
    grid: dict[tuple[int, int], str] = {}
    rows = elements(table, "tr")
    for at, row in enumerate(rows):
        place = 0
        for cell in row:
            while (at, place) in grid:
                place += 1
            down, across = (int(cell.get(name, "1")) for name in ("rowspan", "colspan"))
            for below in range(down):
                for beside in range(across):
                    grid[at + below, place + beside] = "←" if beside else "↑" if below else ""
            grid[at, place] = visible_text(cell)
    width = 1 + max(column for _, column in grid)
    return [[grid[at, place] for place in range(width)] for at in range(len(rows))]


def tables_of(html: str) -> list[Element]:
    """Return the tables of a fragment of a page."""
    return elements(html5lib.parseFragment(html), "table")


def merged_at_random(chance: random.Random) -> list[list[str]]:
    """Return a grid of rectangles, as they are typed."""
    height, width = chance.randint(1, 5), chance.randint(1, 5)
    grid: dict[tuple[int, int], str] = {}
    for at in range(height):
        for place in range(width):
            if (at, place) in grid:
                continue
            down = chance.randint(1, min(3, height - at))
            free = next((n for n in range(place, width) if (at, n) in grid), width)
            across = chance.randint(1, free - place)
            for below in range(down):
                for beside in range(across):
                    grid[at + below, place + beside] = "←" if beside else "↑" if below else ""
            grid[at, place] = f"甲{len(grid)}"
    return [[grid[at, place] for place in range(width)] for at in range(height)]


def test_merged_cells_are_read_back(renderer: Renderer) -> None:
    """Merged cells of random tables, in head and body, are merged alike on page and fragments."""
    chance = random.Random(14)
    grids = [merged_at_random(chance) for _ in range(60)]
    tables: list[dict[str, Any]] = []
    for number, grid in enumerate(grids):
        if number % 2:
            tables.append({"head": grid, "rows": []})
        else:
            tables.append({"rows": grid, "merge": "true", "row_heads": "true"})
    made = composed(tables, renderer)
    fragments = (render_fragment(made), render_plain_fragment(made))
    for html in (made.parts.chapters, *(each.decode() for each in fragments)):
        found = tables_of(html)[: len(grids)]
        assert [grid_of(table) for table in found] == grids


def test_heads_tell_what_they_head(renderer: Renderer) -> None:
    """Heads of columns and of rows say so to screen readers; without a head there is no thead."""
    funds, form = tables_of(composed([FUNDS, FORM], renderer).parts.chapters)
    heads = [(visible_text(th), th.get("scope")) for th in elements(funds, "th")]
    wanted = ["序号", "单位", "问题资金", "备注", "追缴", "归还"]
    assert heads == [(text, "col") for text in wanted]
    assert not elements(form, "thead")
    heads = [(visible_text(th), th.get("scope")) for th in elements(form, "th")]
    assert heads == [("整改目标", "row"), ("整改措施", "row"), ("责任人", "row")]
    assert next(visible_text(td) for td in elements(form, "td")) == "规范采购。"


def test_only_whole_columns_of_numbers_stand_to_the_right(renderer: Renderer) -> None:
    """A column with a word in it stays to the left, and a dash stands for no number."""
    (table,) = tables_of(composed([FUNDS], renderer).parts.chapters)
    aligned = [visible_text(cell) for cell in by_class(table, "dn-num")]
    assert aligned == ["追缴", "归还", "77,038.68", "1,580", "120", "—", "77,158.68", "1,580"]
    plain = FUNDS | {"align_numbers": "false"}
    (table,) = tables_of(composed([plain], renderer).parts.chapters)
    assert not by_class(table, "dn-num")


def test_text_keeps_columns_below_each_other(renderer: Renderer) -> None:
    """In plain text a merged cell is said once, and its other places are empty."""
    lines = plain_text(composed([FUNDS], renderer)).decode().split("\r\n")
    start = lines.index("一、甲。") + 1
    assert lines[start : start + 5] == [
        "序号\t单位\t问题资金\t\t备注",
        "\t\t追缴\t归还\t",
        "1\t县财政局\t77,038.68\t1,580\t按季通报",
        "\t某镇\t120\t—\t",
        "合计\t\t77,158.68\t1,580\t约数",
    ]


def test_marks_are_text_where_nothing_is_merged(renderer: Renderer) -> None:
    """Tables of before keep their arrows, and what they are signed as."""
    table = {"caption": "表", "columns": ["项目", "变化"], "rows": [["甲", "↑"], ["←", "↓"]]}
    made = composed([table], renderer)
    (found,) = tables_of(made.parts.chapters)
    assert grid_of(found)[1:] == [["甲", "↑"], ["←", "↓"]]
    data = to_yaml(SOUND | {"sections": [{"title": "甲。", "tables": [table]}]}).encode()
    notice, _ = load_notice(data, PurePosixPath("a.yaml"))
    assert notice is not None
    signed = canonical_bytes(notice.notice).decode()
    assert not any(key in signed for key in ("head", "merge", "align_numbers"))
