"""A published text becomes a draft that loads, says all of it, and says nothing else."""

from pathlib import Path

import pytest

from disclosure.diagnostics import Level
from disclosure.importer.account import Way
from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.importing import Imported, ImportOptions, import_file, in_order
from disclosure.source.load_genres import shipped_genres
from tests.conftest import ROOT

CASES = sorted(
    path
    for folder in ("word-for-word", "genres")
    for path in (ROOT / "tests" / "cases" / folder).glob("*.txt")
)


def imported(text: str, name: str = "case.txt") -> Imported:
    """Import a text."""
    return import_file(name, text.encode(), ImportOptions(), shipped_genres)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_published_texts_are_accounted_for(path: Path) -> None:
    """Nothing is lost, the draft loads, and it prints the file after the listed changes."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    text = "".join(lines[1:] if lines[0].startswith("# source:") else lines)
    found = imported(text)
    assert [found.account.characters[each.start : each.end] for each in found.account.lost] == []
    assert found.account.total == len("".join(text.split()))
    assert [each.code for each in found.found if each.level is Level.ERROR] == []
    assert found.differences == ()
    assert found.lines["title",] == 1 + found.text.split("\n").index(
        next(row for row in found.text.split("\n") if row.startswith("title:"))
    )


def test_a_count_of_what_is_not_listed_is_left_out() -> None:
    """It could not be declared; the text has it, and the report says so."""
    found = imported(
        "关于整改情况的通报\n2023年3月1日，县委第一巡察组反馈了41个问题。\n"
        "一、加强领导\n已召开会议3次。\n二、抓好整改\n已制定制度2项。\n某局党组\n2023年5月1日\n"
    )
    assert found.loaded
    assert "declared" not in found.text
    assert "import.count_of_nothing" in {each.code for each in found.account.remarks}


def test_two_values_of_one_key_are_one() -> None:
    """Mappings are joined; the keys stand in the order of a notice."""
    labels = [
        Entry("labels", Fields((Entry(key, Scalar(key)),))) for key in ("measures", "outcomes")
    ]
    found = in_order((Entry("lead", Scalar("甲")), *labels, Entry("title", Scalar("乙"))))
    assert [each.key for each in found.entries] == ["title", "labels", "lead"]
    assert isinstance(found.entries[1].value, Fields)
    assert [each.key for each in found.entries[1].value.entries] == ["measures", "outcomes"]


def test_punctuation_may_stay() -> None:
    """Then nothing is normalised."""
    options = ImportOptions(punctuation=False)
    text = "关于整改的通报\n一、加强领导,抓好整改\n已召开会议(3次)。\n".encode()
    found = import_file("case.txt", text, options, shipped_genres)
    assert "加强领导,抓好整改" in found.text
    assert found.account.count(Way.NORMALISED) == 0
