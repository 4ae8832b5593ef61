"""Sums of money: printed as typed, in text and ledger, or in the ledger alone."""

import csv
import io
import json
from typing import Any

import pytest

from disclosure.checks.figures import funds, same
from disclosure.model.canonical import canonical_bytes
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.render.tables import ledger_csv
from disclosure.source.load import LoadedNotice, load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml, verdict_of
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site

FUNDS = {
    "name": "问题资金",
    "amount": "251,023.54",
    "partial": "true",
    "parts": {"追缴": "77,038.68", "归还": "1,580", "未整改": "35,435.70"},
}
PRINTED = "251,023.54万元（其中：追缴77,038.68万元、归还1,580万元、未整改35,435.70万元）"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def notice(**more: Any) -> dict[str, Any]:
    """Return a notice of one problem with these funds."""
    return SOUND | {"sections": [{"title": "甲。", "outcomes": "已整改。", "funds": FUNDS, **more}]}


def loaded(data: dict[str, Any]) -> LoadedNotice:
    """Return it loaded."""
    found, diagnostics = load_notice(to_yaml(data).encode(), SHOWN)
    assert found is not None, diagnostics
    return found


def composed(data: dict[str, Any], renderer: Renderer) -> Composed:
    """Return it as composed for every writer."""
    read = loaded(data)
    return compose(NoticeSource("a", read.notice, read.figures, read.outline, {}), renderer)


def test_funds_are_printed_as_typed(renderer: Renderer) -> None:
    """Text, page, ledger and data hold the amounts as they were typed."""
    made = composed(notice(), renderer)
    assert f"问题资金：{PRINTED}" in plain_text(made).decode()
    assert PRINTED in made.parts.chapters
    table = ledger_csv(made.rows, made.address, renderer.texts).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert row["问题资金"] == PRINTED
    (section,) = json.loads(canonical_bytes(loaded(notice()).notice))["sections"]
    assert section["funds"] == [{**FUNDS, "partial": True}]


def test_funds_in_the_ledger_alone(renderer: Renderer) -> None:
    """Unprinted, they add no word to the text and stand in the ledger."""
    made = composed(notice(unprinted="funds"), renderer)
    assert "251,023.54" not in plain_text(made).decode()
    assert "251,023.54" not in made.parts.chapters
    assert ("问题资金", PRINTED) in made.rows[0].particulars


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, False),
        ({"partial": "false"}, True),
        ({"partial": "false", "amount": "114,054.38"}, False),
        ({"amount": "100,000"}, True),
        ({"parts": {}}, False),
    ],
)
def test_parts_come_to_the_sum(change: dict[str, Any], wrong: bool) -> None:
    """The parts of a sum are the sum, or are told to be some of it and come to no more."""
    text = to_yaml(notice(funds=FUNDS | change))
    found = verdict_of(text, rules=(funds.RULE,)).diagnostics
    assert [each.code for each in found] == ["figures.funds"] * wrong


def test_figures_keep_their_separators(renderer: Renderer) -> None:
    """A figure typed with separators is printed with them, and the same number without agrees."""
    metric = {"id": "money", "name": "问题资金总额", "value": "251,023.54", "unit": "万元"}
    for typed, agrees in (("251,023.54", True), ("251023.54", True), ("251,024.54", False)):
        data = SOUND | {
            "metrics": [metric | {"base": "1,580"}],
            "lead": f"涉及{{money}}，上年{{money.base}}。问题资金总额{typed}万元。",
        }
        text = plain_text(composed(data, renderer)).decode()
        assert "涉及251,023.54万元，上年1,580万元。" in text
        found = verdict_of(to_yaml(data), rules=(same.RULE,)).diagnostics
        assert bool(found) is not agrees, typed


def test_a_figure_is_signed_alike_however_it_is_read() -> None:
    """The signed form of a figure with separators gives the same form again."""
    data = SOUND | {"metrics": [{"id": "a", "name": "甲", "value": "1,580.10"}]}
    signed = canonical_bytes(loaded(data).notice)
    (metric,) = json.loads(signed)["metrics"]
    assert metric == {"id": "a", "name": "甲", "value": "1580.10", "separators": True}
    again = loaded(data | {"metrics": [metric | {"separators": "true"}]})
    assert canonical_bytes(again.notice) == signed
