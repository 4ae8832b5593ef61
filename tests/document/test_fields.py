"""Every field of the model is printed by the document, or is data and named as such here."""

import functools
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from disclosure.document.document import Document, read_document
from disclosure.model.faults import Path
from disclosure.model.notice import Notice
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.plaintext import notice_text
from disclosure.render.prose import ProseSetter
from disclosure.source.load import LoadedNotice, load_notice
from tests.checks.desk import SHOWN, to_yaml
from tests.document.full_notice import Field, fields, planted, standing, whole

_FILE = "which file is shown; what it shows is said by alt and caption"
_NUMBERS = "worked out by model.figures; references and the table of figures print the result"
_COURSE = "which notice or problem it goes on with; shown beside the text, not in it"
# The one table of fields that no block prints: fields, or all that lie below a name, and why.
DATA = {
    **dict.fromkeys(
        (
            *("declared.categories", "declared.aspects", "declared.problems", "declared.measures"),
            *("declared.statuses", "declared.suggestions", "declared.detailed_measures"),
            "declared.listed",
            "declared.bodies.problems",
        ),
        "counts to be compared with the sections, or kept as the text states them",
    ),
    "posting_period.start": "compared with its words, which are printed instead",
    "posting_period.end": "compared with its words, which are printed instead",
    "sections.measure_count": "for the ledger alone",
    "sections.responses.about": "in whose rows of the ledger an answer stands as well",
    "sections.content.answer.about": "in whose rows of the ledger an answer stands as well",
    "continues": _COURSE,
    "sections.continues": _COURSE,
    "dropped.id": _COURSE,
    "sections.kind": "which of the counts a section belongs to",
    "sections.content.picture.file": _FILE,
    "sections.content.pictures.file": _FILE,
    "content.picture.file": _FILE,
    "content.pictures.file": _FILE,
    **{
        f"{place}.{key}": why
        for place in (
            *("sections.tables", "sections.content.table", "content.table", "closing.table"),
        )
        for key, why in (
            ("row_heads", "what the first cell of a row is, whatever it says"),
            ("align_numbers", "where in its cell a number stands"),
        )
    },
    "metrics.value": _NUMBERS,
    "metrics.yoy": _NUMBERS,
    "metrics.mom": _NUMBERS,
    "metrics.base": _NUMBERS,
    "metrics.rounding": _NUMBERS,
    "metrics.format": _NUMBERS,
    "metrics.digits": _NUMBERS,
    "metrics.separators": _NUMBERS,
    "metrics.headline": "which figures stand at the head of the page",
}
# Another value for fields whose texts have a form.
OTHER = {
    "published_time": "10:30",
    "index_number": "003241234/202202-00002",
    "metrics.id": "made",
    "metrics.formula": "2 + 2",
    "continues": "2021-08-23-other",
    "sections.id": "other",
    "sections.continues": "s-2-3",
    "dropped.id": "s-2-3",
    "sections.responses.about": "minor",
    "sections.content.answer.about": "rectification",
    "sections.deadline": "长期坚持",
    "inspection.start": "2021年8月中旬",
    "inspection.end": "2021年11月上旬",
    "inspection.feedback": "2021-11",
    "signature.date": "二〇二二年二月二十二日",
    "sections.content.picture.file": "other.jpg",
    "sections.content.pictures.file": "other.jpg",
    "sections.funds.amount": "4",
    "sections.content.notes.mark": "注2",
    "content.picture.file": "other.jpg",
    "content.pictures.file": "other.jpg",
    "content.notes.mark": "注2",
    "notes.mark": "②",
    "attachments.file": "other.pdf",
    "attachments.url": "https://www.example.gov.cn/other",
    "feedback.url": "https://www.example.gov.cn/other",
    "contact.phone": "0563-2263079",
    "contact.fax": "0563-2263079",
    "contact.email": "b@example.com",
    "contact.postcode": "242501",
    "contact.lines.phone": "0563-2263079（另）",
    "contact.lines.fax": "0563-2263079",
    "contact.lines.email": "b@example.com",
}
# ``genre`` prints nothing itself and takes no value but the name of one; what it changes has
# tests of its own (tests/source/test_genres.py).
FIELDS = {field.name: field for field in fields(Notice) if field.name != "genre"}


def loaded(data: dict[str, Any]) -> LoadedNotice:
    """Return a notice."""
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    return notice


def document(notice: LoadedNotice) -> Document:
    """Return it as its readers meet it."""
    return read_document(notice.notice, notice.outline)


def said(data: dict[str, Any]) -> list[str]:
    """Return every text that the document of a notice holds."""
    return list(_said(loaded(data)))


@functools.cache
def read_whole(name: str) -> LoadedNotice:
    """Return the full notice that has the field, read once for its first part."""
    return loaded(whole(name))


@functools.cache
def whole_said(name: str) -> list[str]:
    """Return every text that its document holds."""
    return list(_said(read_whole(name)))


def _said(notice: LoadedNotice) -> Iterator[str]:
    read = document(notice)
    # Figures are printed by references, which are not looked at here.
    yield notice_text(read, ProseSetter({}, {}, InlineMarkdown())).decode("utf-8-sig")
    yield from (fact.line for fact in (*read.facts, *read.beside, *read.steps))
    yield from (value.raw for value in read.values)


def other(field: Field) -> Any:
    """Return a value that the field does not have yet."""
    now = standing(field.name)
    if field.name in OTHER:
        return OTHER[field.name]
    if field.kind is str:
        return f"另{now}"
    if field.kind is date:
        return (date.fromisoformat(now) + timedelta(days=1)).isoformat()
    if field.kind is bool:
        return "false" if now == "true" else "true"
    if field.kind in {int, Decimal}:
        return str(int(now.rstrip("%")) + 1) + "%" * now.count("%")
    assert issubclass(field.kind, Enum)
    return next(each.value for each in field.kind if each.value != now)


def is_data(name: str) -> bool:
    """Say whether the table names a field, or what it lies below."""
    return any(name == row or name.startswith(f"{row}.") for row in DATA)


# A mapping; what says nothing but that an attachment has no place: else it is refused; and other
# problems, which a notice without headings has not.
_APART = {"declared.statuses", "attachments.only_named", "content.answer.about"}


@pytest.mark.parametrize("name", sorted(FIELDS.keys() - _APART))
def test_printed_or_data(name: str) -> None:
    """Another value of the field changes what the document says, unless the field is data."""
    changed = said(planted(name, other(FIELDS[name]))) != whole_said(name.partition(".")[0])
    assert changed is not is_data(name)


def test_every_row_names_a_field() -> None:
    """The table of data names nothing that the model does not have."""
    for row in DATA:
        assert any(name == row or name.startswith(f"{row}.") for name in FIELDS), row


@pytest.mark.parametrize(
    "name", [name for name, each in FIELDS.items() if each.kind is str and name not in _APART]
)
def test_marks_are_read_where_the_loader_reads_them(name: str) -> None:
    """Where a reference without a figure is a fault, the value is prose, and nowhere else."""
    notice, found = load_notice(to_yaml(planted(name, "见{nothing}。")).encode(), SHOWN)
    refused = notice is None and any(each.code.startswith("reference.") for each in found)
    way = tuple(name.split("."))
    values = [
        value
        for value in document(read_whole(name.partition(".")[0])).values
        if _names(value.path) in {way, (*way, standing(name))}
    ]
    if not refused and notice is None:
        return  # the field takes no such text at all
    assert values
    assert all(value.marked is refused for value in values)


def _names(path: Path) -> tuple[str, ...]:
    """Return the keys of a path; where keys are names that people give, these too."""
    return tuple(key for key in path if isinstance(key, str))
