"""CSV files as spreadsheets read them."""

import csv
import io

import pytest

from disclosure.model.figures import work_out
from disclosure.model.metric import Metric
from disclosure.render.tables import _FORMULA, metrics_csv
from disclosure.render.views.figures import view_figures


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
    rows = read(metrics_csv(view_figures(figures), figures))
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
        read(metrics_csv(view_figures(figures), figures))[3][9]
        == "中-小/微企业 ÷ a*b − 1.5（四舍五入）"
    )


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1"])
def test_formula_cells_are_disarmed(cell: str) -> None:
    """A cell that a spreadsheet would run is written as text."""
    figures, _ = work_out((metric(id="a", value="1", name=cell.strip() or cell),))
    (_, row) = read(metrics_csv(view_figures(figures), figures))
    assert not _FORMULA.match(row[2])


@pytest.mark.parametrize("cell", ["-3.2%", "+18.7%", "38", "甲=乙"])
def test_plain_cells_stay(cell: str) -> None:
    """Signed numbers and ordinary words are left as they are."""
    assert not _FORMULA.match(cell)
