"""What was counted by reading published notices is what the program says of them.

``tests/cases/word-for-word/*.expected.json`` says it: headings by printed mark (h1 一、, h2 （一）,
h3 1. or 1、, h4 （1）) and by nesting, problems, items (一是 …), contacts, states, dates.
"""

import json
import re
from collections import Counter
from typing import Any, NamedTuple

import pytest

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.stated_counts import stated_counts
from disclosure.document.blocks import Answer
from disclosure.document.document import Document
from disclosure.model.contact_values import links_in
from disclosure.model.notice import Notice
from disclosure.model.outline import Node, Outline
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.ledger import LedgerRow
from disclosure.render.renderer import open_renderer
from disclosure.zh.dates import is_workday
from tests.checks.desk import SITE_MODEL, TERMS
from tests.conftest import ROOT
from tests.render.deliveries.parcels import loaded, site
from tests.source_text import flat

FOLDER = ROOT / "tests" / "cases" / "word-for-word"
EXPECTED = sorted(FOLDER.glob("*.expected.json"))
MARKS = {
    "h1": re.compile("[一二三四五六七八九十]+、"),
    "h2": re.compile(r"\([一二三四五六七八九十]+\)"),
    "h3": re.compile(r"\d+[.、]"),
    "h4": re.compile(r"\(\d+\)"),
}
# Where the file came from, and what its counter adds in words.
SAID_ONLY = {"file", "source", "notes"}


class Read(NamedTuple):
    """A notice as the program reads it."""

    notice: Notice
    outline: Outline
    document: Document
    rows: tuple[LedgerRow, ...]
    context: NoticeContext


def read(name: str) -> Read:
    """Read one of the notices."""
    found = loaded(FOLDER / f"{name}.yaml")
    source = NoticeSource(name, found.notice, found.figures, found.outline, {})
    made = compose(source, open_renderer(site(), ROOT / "templates"))
    assert SITE_MODEL is not None
    context = NoticeContext(
        found.notice, found.figures, found.outline, SITE_MODEL, TERMS, is_workday, {}
    )
    return Read(found.notice, found.outline, made.document, made.rows, context)


def marks_of(nodes: tuple[Node, ...]) -> list[str]:
    """Return the marks of sections, half-width."""
    return [flat(node.mark) for node in nodes]


def answers_of(document: Document) -> list[Answer]:
    """Return every answer of a notice."""
    return [block for block in document.blocks if isinstance(block, Answer)]


def stated_of(notice: Read, wanted: dict[str, int]) -> dict[str, int]:
    """Return what the text states of itself: counts of the inspectors, measures, states."""
    (stated, *_) = stated_counts(notice.context)
    declared = notice.notice.declared
    groups = [key for key in wanted if key in {"大类", "方面", "类"}]
    said = dict(zip(groups, stated.groups, strict=True)) | {"问题": stated.problems}
    said |= {"措施": declared.measures} if declared.measures else {}
    return said | {str(status): count for status, count in declared.statuses.items()}


def fields_of(rows: tuple[LedgerRow, ...]) -> list[str] | None:
    """Return the labels of what is said of each problem; None where they differ."""
    each = {tuple(label for label, _ in (*row.answers, *row.particulars)) for row in rows}
    return list(each.pop()) if len(each) == 1 else None


def contacts_of(notice: Notice) -> dict[str, list[str]]:
    """Return the values of the lines with which readers are told whom to reach."""
    said: dict[str, list[str]] = {key: [] for key in ("phone", "email", "address")}
    for line in (line for contact in notice.contact for line in contact.lines):
        value = line if isinstance(line, str) else line.value
        for link in links_in(value, named=not isinstance(line, str) and bool(line.phone)):
            kind = "email" if link.href.startswith("mailto:") else "phone"
            said[kind].append(flat(value[link.start : link.end]))
        if isinstance(line, str):
            continue
        if line.address:
            address, _, more = line.address.rstrip("；。").partition("，邮政编码：")
            said["address"].append(address)
            said |= {"postcode": [more]} if more else {}
        elif line.label == "联系人":
            said["person"] = [value.rstrip("，")]
    return said


def found(notice: Read, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what the program says under each key of a sidecar."""
    model, outline, rows = notice.notice, notice.outline, notice.rows
    marks, answers = marks_of(outline.nodes), answers_of(notice.document)
    words = [item.word for answer in answers for item in answer.items]
    thirds = [mark for mark in marks if MARKS["h3"].fullmatch(mark)]
    said: dict[str, Any] = {
        "title": notice.document.title,
        "date": notice.document.text("day"),
        "levels": {key: sum(map(bool, map(each.fullmatch, marks))) for key, each in MARKS.items()},
        "depth": dict(sorted(Counter(str(node.depth) for node in outline.nodes).items())),
        "publisher_line": notice.document.source,
        "h3_styles": {f"1{end}": sum(mark.endswith(end) for mark in thirds) for end in ".、"},
        "yishi": sum(bool(re.fullmatch("[一二三四五六七八九十]+是", word)) for word in words),
        "measures": len(words),
        "problems": len(rows),
        "status": dict(Counter(str(row.status) for row in rows if row.status)),
        "chapters": [flat(each.title) for each in model.sections],
        "contacts": contacts_of(model),
        "fields_per_problem": fields_of(rows),
        "data_as_of": str(model.as_of),
        "h4_per_h3": {
            flat(node.mark).rstrip("."): len(node.children)
            for node in outline.nodes
            if node.mark.endswith(".")
        },
    }
    if "stated" in wanted:
        said["stated"] = stated_of(notice, wanted["stated"])
    if period := model.posting_period:
        said["publicity"] = {"from": str(period.start), "to": str(period.end)}
    if inspection := model.inspection:
        said["inspection"] = {
            "from": str(inspection.start),
            "to": str(inspection.end),
            "feedback": str(inspection.feedback),
        }
    return {key: said.get(key) for key in wanted.keys() - SAID_ONLY}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.partition(".")[0])
def test_counts(path: Any) -> None:
    """Headings, problems, items, contacts, states, dates and stated counts are as was counted."""
    wanted = json.loads(path.read_text("utf-8"))
    said = found(read(path.name.partition(".")[0]), wanted)
    assert said == {key: value for key, value in wanted.items() if key not in SAID_ONLY}
