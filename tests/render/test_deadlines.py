"""Deadlines of a notice wherever they are shown."""

import csv
import json
import re

from disclosure.pipeline.build import build_site
from tests.checks.desk import SOUND, to_yaml, verdict_of
from tests.conftest import NOTICE, Project
from tests.pages import by_class, parse_page, visible_text

TYPED = ("2023-06", "2024年底前，并长期坚持", "2023-10-31", "立行立改")
PRINTED = ("2023年6月", "2024年底前，并长期坚持", "2023年10月31日", "立行立改")
SECTIONS = "".join(
    f"  - {{title: 问题{number}。, outcomes: 有关情况。, deadline: '{deadline}'}}\n"
    for number, deadline in enumerate(TYPED, 1)
)


def test_shown(project: Project) -> None:
    """Page, ledger, CSV and text print days and months as documents do, words as typed."""
    text = re.sub(r"(?<=^sections:\n)(?:[ -].*\n)+", SECTIONS, NOTICE, flags=re.MULTILINE)
    project.write("first", text)
    assert build_site(project.settings).built
    folder = project.output / "notices" / "first"
    page = parse_page(folder / "index.html")
    ledger = visible_text(by_class(page, "dn-ledger")[0])
    beside = "".join(visible_text(each) for each in by_class(page, "dn-particulars"))
    told = (folder / "notice.txt").read_text("utf-8-sig")
    for printed in PRINTED:
        assert printed in ledger
        assert printed in beside
        assert f"整改时限：{printed}" in told
    rows = list(csv.DictReader((folder / "ledger.csv").read_text("utf-8-sig").splitlines()))
    assert [row["整改时限"] for row in rows] == list(PRINTED)
    data = json.loads((folder / "notice.json").read_text("utf-8"))
    assert [section["deadline"] for section in data["sections"]] == list(TYPED)


def test_words_are_read_by_rules_of_words() -> None:
    """A slip in a deadline's words is found like one in any other word beside the text."""
    section = {"title": "甲", "outcomes": "已改。", "status": "已完成"}
    found = verdict_of(
        to_yaml(SOUND | {"sections": [section | {"deadline": "反馈后3个月内，锟斤拷"}]})
    )
    assert "typography.damaged" in {each.code for each in found.diagnostics}
