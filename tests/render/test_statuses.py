"""Statuses of a notice wherever they are shown: page, ledger, data, text, list."""

import csv
import json
import re

import pytest

from disclosure.model.status import Status
from disclosure.pipeline.build import build_site
from disclosure.render.views.sections import view_status
from tests.conftest import NOTICE, Project
from tests.pages import by_class, parse_page, visible_text

SHOWN = ("已完成", "已完成并长期坚持", "阶段性完成并持续整改", "未完成", "已取消")
SECTIONS = "".join(
    f"  - {{title: 问题{number}。, outcomes: 有关情况。, status: {status}}}\n"
    for number, status in enumerate((*SHOWN, "未完成"), 1)
)


def test_shown_as_typed(project: Project) -> None:
    """Page, ledger, CSV, JSON, text and list of notices tell each status in its own words."""
    text = re.sub(r"(?<=^sections:\n)(?:[ -].*\n)+", SECTIONS, NOTICE, flags=re.MULTILINE)
    project.write("first", text)
    report = build_site(project.settings)
    assert report.built, report
    folder = project.output / "notices" / "first"
    page = parse_page(folder / "index.html")
    tags = [visible_text(tag).strip() for tag in by_class(page, "dn-status")]
    for status in SHOWN:
        view = view_status(Status(status))
        # In the counts, at its problem, in the ledger.
        assert sum(tag == view.shape + view.word for tag in tags) >= 2, status
    rows = list(csv.DictReader((folder / "ledger.csv").read_text("utf-8-sig").splitlines()))
    assert [row["整改状态"] for row in rows] == [*SHOWN, "未完成"]
    data = json.loads((folder / "notice.json").read_text("utf-8"))
    assert [section["status"] for section in data["sections"]] == [*SHOWN, "未完成"]
    told = (folder / "notice.txt").read_text("utf-8-sig")
    for status in SHOWN:
        assert f"整改状态：{status}\n" in told.replace("\r\n", "\n")
    listed = visible_text(parse_page(project.output / "index.html"))
    for count in ("已完成1个", "已完成并长期坚持1个", "阶段性完成并持续整改1个", "未完成2个"):
        assert count in "".join(listed.split())


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_shape(status: Status) -> None:
    """A status is told by word and shape; what follows the state has a shape beside it."""
    view, alone = view_status(status), view_status(status.state)
    assert view.word == status.value
    assert view.kind == alone.kind
    assert view.shape.startswith(alone.shape)
    assert (view.shape != alone.shape) == bool(status.ending)
