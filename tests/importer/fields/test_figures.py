"""Figures of the text as metrics with references in their place."""

from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from disclosure.importer.draft import Entry, Fields, Items, Scalar
from disclosure.importer.fields.figures import Chosen, with_metrics
from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.tracked import Tracked
from disclosure.model.metric import Rounding
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres
from tests.conftest import ROOT
from tests.importer.fields.ends import origins, plain_entries


def body(text: str) -> Fields:
    """Return a draft with a text."""
    section = Fields((Entry("title", Scalar("招商")), Entry("body", Scalar(Tracked.read(text, 0)))))
    return Fields(
        (
            Entry("title", Scalar("云溪县招商中心关于整改情况的通报")),
            Entry("issuer", Scalar("云溪县招商中心")),
            Entry("sections", Items((section,))),
        )
    )


def proposed(text: str, chosen: Chosen) -> dict[str, Any]:
    """Return the draft with metrics as a mapping."""
    return plain_entries(with_metrics(body(text), chosen).entries)


TEXT = "2021年，新建省外投资项目38个，同比增长18.7%；到位资金1,075.50万元，同比下降5%；走访企业50余次。"


def test_all() -> None:
    """Each number with a unit is a metric, with period, rate and word for about."""
    found = proposed(TEXT, Chosen.ALL)
    assert found["metrics"] == [
        {
            "id": "figure_1",
            "name": "新建省外投资项目",
            "value": "38",
            "unit": "个",
            "period": "2021年",
            "yoy": "18.7%",
            "rounding": "截断",
        },
        {
            "id": "figure_2",
            "name": "到位资金",
            "value": "1,075.50",
            "unit": "万元",
            "period": "2021年",
            "yoy": "-5%",
        },
        {
            "id": "figure_3",
            "name": "走访企业",
            "value": "50",
            "about": "余",
            "unit": "次",
            "period": "2021年",
        },
    ]
    assert found["sections"][0]["body"] == (
        "2021年，新建省外投资项目{figure_1}，同比增长{figure_1.yoy}；"
        "到位资金{figure_2}，同比下降{figure_2.yoy}；走访企业{figure_3}。"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("共召开3次党组会议。", "共召开党组会议"),
        ("制定了24条整改措施。", "制定了整改措施"),
        ("2021年共预审102个项目。", "预审项目"),
        ("为企业解决难题9件。", "为企业解决难题"),
        ("对15个村开展督查。", "对村开展督查"),
    ],
)
def test_names(text: str, name: str) -> None:
    """A name is what stands before the figure, and behind it where that says too little."""
    (metric,) = proposed(text, Chosen.ALL)["metrics"]
    assert metric["name"] == name


def test_marked() -> None:
    """Only figures with a rate are marked ones."""
    found = proposed(TEXT, Chosen.MARKED)
    assert [each["name"] for each in found["metrics"]] == ["新建省外投资项目", "到位资金"]


def test_none() -> None:
    """By default the text stays as it is."""
    assert with_metrics(body(TEXT), Chosen.NONE) == body(TEXT)


@pytest.mark.parametrize("chosen", [Chosen.ALL, Chosen.MARKED])
def test_prints_as_before(chosen: Chosen) -> None:
    """A draft with metrics loads, prints what it printed, and each character stands once."""
    made = with_metrics(body(TEXT), chosen)
    found = sorted(origin for origin in origins(made) if origin >= 0)
    assert found == list(range(len(TEXT)))
    data = yaml.safe_dump(plain_entries(made.entries), allow_unicode=True, width=10**6)
    notice, diagnostics = load_notice(data.encode(), PurePosixPath("a.yaml"), shipped_genres)
    assert notice is not None, diagnostics
    (said,) = notice.notice.sections[0].body
    for figure in notice.figures.values():
        said = said.replace(f"{{{figure.metric.id}}}", figure.text)
        if figure.yoy is not None:
            said = said.replace(f"{{{figure.metric.id}.yoy}}", f"{abs(figure.yoy):f}%")
    assert said == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "第3项任务已完成。",
        "2021年8月31日至9月13日开展巡察。",
        "反馈后3个月内完成。",
        "联系电话0555-2234567。",
        "印发〔2021〕8号文件。",
        "完成率86.5%。",
        "办结05件。",
        "38个",
    ],
)
def test_no_figures(text: str) -> None:
    """Dates, ordinals, time limits, numbers of documents and telephones are no figures."""
    assert "metrics" not in proposed(text, Chosen.ALL)


def test_other_fields_keep_their_numbers() -> None:
    """Titles, tables and contacts are not touched: no reference is read there."""
    table = Fields((Entry("rows", Items((Items((Scalar(Tracked.read("项目38个", 0)),)),))),))
    block = Fields((Entry("table", table),))
    fields = Fields(
        (
            Entry("title", Scalar(Tracked.read("关于整改问题38个的通报", 0))),
            Entry("content", Items((block,))),
            Entry("contact", Fields((Entry("lines", Items((Scalar("共有电话38个"),))),))),
        )
    )
    assert with_metrics(fields, Chosen.ALL) == fields


@pytest.mark.parametrize("text", ["1" * 20000, "项目1个" * 5000, "同比" * 20000, "1," * 20000])
def test_long_lines(text: str) -> None:
    """Lines of one pattern are read in a time that grows with their length."""
    assert len(proposed(text, Chosen.ALL).get("metrics", [])) <= 500


def test_of_a_whole_file() -> None:
    """The first notice has five figures with a rate; the draft prints what the file says."""
    text = (ROOT / "tests/cases/word-for-word/00-seed.txt").read_bytes().partition(b"\n")[2]
    made = import_file("a.txt", text, ImportOptions(metrics=Chosen.MARKED), shipped_genres)
    assert made.loaded is not None
    assert made.loaded.notice.metrics[0].rounding is Rounding.TRUNCATE
    assert len(made.loaded.notice.metrics) == 5
    assert (made.differences, made.account.lost) == ((), ())
