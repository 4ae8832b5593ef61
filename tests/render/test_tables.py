"""CSV files as spreadsheets read them."""

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.document.document import read_document
from disclosure.model.figures import work_out
from disclosure.model.metric import Metric
from disclosure.page_texts import page_texts
from disclosure.render.cells import plain_cell, safe_cell
from disclosure.render.ledger import ledger_rows
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.prose import ProseSetter
from disclosure.render.tables import csv_table, ledger_csv, metrics_csv
from disclosure.render.views.figures import view_figures
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml


def read(data: bytes) -> list[list[str]]:
    """Read a CSV file as Excel would."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def metric(**values: str) -> Metric:
    """Return a metric with a name."""
    return Metric.model_validate({"name": "项目", **values})


def test_metrics_table() -> None:
    """Every figure is a row, derived ones with their formula in words."""
    figures, faults = work_out(
        (
            metric(id="a", value="208", unit="个", group="预审", name="通过"),
            metric(id="b", value="76", unit="个", group="预审", name="未开工"),
            metric(
                id="rate", formula="(a - b) / a", format="percent", digits="2", name="开工率",
                group="预审",
            ),
            metric(id="down", value="5", unit="件", yoy="-3.2%", name="信访"),
        )
    )  # fmt: skip
    assert faults == []
    rows = read(metrics_csv(view_figures(figures, page_texts()), page_texts()))
    assert rows[0] == [
        "代号", "分组", "指标", "数值", "单位", "时段", "同比", "环比", "上年同期", "来历",
    ]  # fmt: skip
    assert rows[3] == [
        "rate", "预审", "开工率", "63.46", "%", "", "", "", "", "(通过 − 未开工) ÷ 通过（四舍五入）",
    ]  # fmt: skip
    assert rows[4][6] == "-3.2%"


def test_formula_in_words() -> None:
    """Signs of the formula are set as signs; those inside names, and full-width ids, are not."""
    figures, faults = work_out(
        (
            metric(id="a", value="4", name="中-小/微企业"),
            metric(id="ab", value="2", name="a*b"),
            metric(id="rate", formula="ａ / ab - 1.5", name="比"),
        )
    )
    assert faults == []
    assert (
        read(metrics_csv(view_figures(figures, page_texts()), page_texts()))[3][9]
        == "中-小/微企业 ÷ a*b − 1.5（四舍五入）"
    )


CELLS = st.text(st.sampled_from("甲a1 ,;\"'\r\n\t|"), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_quoting(rows: list[list[str]]) -> None:
    """A table is quoted as Python's own module quotes it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(map(safe_cell, row) for row in rows)
    assert csv_table(rows[0], rows[1:]).decode("utf-8-sig") == out.getvalue()


# A sign behind everything that a spreadsheet passes over, or may pass over.
AHEAD = (
    *("", " ", "\u3000", "\u00a0", "\t", "\r", "\n", "\v", "\x00", "\u200b", "\ufeff", "\u00ad"),
    *("\u2060", "\u2800", "\u202e", "\u200f", "'", "''", '"', "'\"", " '"),
)
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
RUN = [
    ahead + sign + rest
    for ahead in AHEAD
    for sign in SIGNS
    for rest in ("1+1", "SUM(A1)", "cmd|' /C calc'!A0", 'HYPERLINK("http://a.cn")', "2+3%")
]
PLAIN = (
    *("-3.2%", "+18.7%", "38", "-5%", "-12.3", "-1,234.5", "+0", "甲=乙", "“+”号", "(-1)", "", "'"),
    *("1-1", "a@b.cn", "《=》", "63.46", "−3.2%", "https://a.cn/#s-1", "（通过 − 未开工）", "'甲'"),
)


def test_cells_that_would_be_run_are_text() -> None:
    """A cell that a spreadsheet would run begins with an apostrophe, and comes back."""
    assert len(RUN) > 1000
    for cell in RUN:
        assert safe_cell(cell) == f"'{cell}", repr(cell)
        assert plain_cell(safe_cell(cell)) == cell


@pytest.mark.parametrize("cell", PLAIN)
def test_plain_cells_stay(cell: str) -> None:
    """Signed numbers and ordinary words are left as they are."""
    assert safe_cell(cell) == cell == plain_cell(cell)


@settings(max_examples=500)
@given(st.text(st.sampled_from("'\"=+-@＝－ \t\r\n\u200b\u00a015.,%甲"), max_size=12))
def test_every_cell_comes_back(cell: str) -> None:
    """What was made harmless is read back as it was; what is harmless is not changed twice."""
    safe = safe_cell(cell)
    assert plain_cell(safe) == cell
    assert safe in {cell, f"'{cell}"}
    if not re.fullmatch(r"[+-][\d.,]+%?", safe):
        assert safe[:1] not in {*"=+-@＝－\t\r\n"}


@pytest.mark.parametrize("cell", ["=1+1", "＝1", "@SUM(A1)", "-2+3", "\u00a0=1", "' =1"])
def test_every_column_and_head_of_both_tables(cell: str) -> None:
    """Wherever a notice's words stand in a CSV file, heads among them, they are harmless."""
    section: dict[str, Any] = {"title": cell, "kind": "问题", "outcomes": [cell], "mark": cell}
    section |= {"responses": [{"label": f"{cell}乙", "text": [cell]}]}
    section |= dict.fromkeys(("leader", "department", "lead_unit"), cell)
    above = {"title": cell, "sections": [{"title": cell, "sections": [section]}]}
    labels = {"outcomes": cell, "leader": f"{cell}领导", "department": f"{cell}部门"}
    words = dict.fromkeys(("name", "unit", "period", "group", "note"), cell)
    data = SOUND | {
        "sections": [above],
        "labels": labels,
        "metrics": [words | {"id": "a", "value": "1"}],
    }
    loaded, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert loaded is not None, found
    rows = ledger_rows(
        read_document(loaded.notice, loaded.outline),
        ProseSetter(loaded.figures, {}, InlineMarkdown()),
        page_texts().document.labels,
    )
    tables = [
        ledger_csv(rows, "https://a.cn/", page_texts()),
        metrics_csv(view_figures(loaded.figures, page_texts()), page_texts()),
    ]
    cells = [each for table in tables for row in read(table) for each in row]
    given_back = [each for each in cells if cell.strip() in each and each[:1] == "'"]
    assert len(given_back) >= 15
    assert not [each for each in cells if each.strip(" \u00a0")[:1] in SIGNS]
    assert cell.strip() in {plain_cell(each).strip() for each in given_back}
