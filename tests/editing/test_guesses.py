"""Guesses of an import: found in the file, confirmed or corrected, every other line as it was."""

import pytest

from disclosure.editing.edit import Conflict, Refused, Saved
from disclosure.editing.guesses import Guess, guesses_in, settle, without_guesses
from disclosure.editing.history import undo
from tests.conftest import NOTICE, Project

ISSUER, UNIT = "发布单位取自落款", "被巡察单位取自导语"
DRAFT = (
    NOTICE.replace("issuer:", f"# 请核对：{ISSUER}\nissuer:")
    .replace("\nsource:", f"\n# 豁免 names.team：照登\n# 请核对：{UNIT}\nsource:")
    .replace("\nsections:", "\n# 请核对：分段\nsections:")
)


def test_what_is_a_guess() -> None:
    """Comments above values are guesses; a line of a text that looks like one is none."""
    text = DRAFT + "closing: |\n  # 请核对：这是文字\n  # 请核对：这也是\n"
    found = guesses_in(text)
    assert [(each.path, each.reason) for each in found] == [
        (("issuer",), ISSUER),
        (("source",), UNIT),
        (("sections",), "分段"),
    ]
    assert [each.value for each in found] == ["中共某县某局党组", "某县纪委", None]
    assert guesses_in(NOTICE) == ()
    assert guesses_in(DRAFT + "\n: [") == ()


def test_of_an_item_the_text_in_it() -> None:
    """A comment above the dash of an item speaks of the text that begins behind it."""
    text = "sections:\n  # 请核对：像标题\n  - title: 一章\n    body: 正文\n"
    assert guesses_in(text) == (Guess(("sections", 0, "title"), "像标题", "一章"),)


def test_confirmed_before_it_is_kept() -> None:
    """The reasons that were confirmed go, wherever they stand; the others stay."""
    left = without_guesses(DRAFT, {UNIT, "分段"})
    assert left == DRAFT.replace(f"# 请核对：{UNIT}\n", "").replace("# 请核对：分段\n", "")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_confirmed(project: Project, end: str) -> None:
    """Just the line of the comment goes, and undo brings it back; twice is once."""
    path = project.write("first", "")
    before = DRAFT.replace("\n", end).encode()
    path.write_bytes(before)
    guess = guesses_in(DRAFT)[1]
    outcome = settle(project.settings, "first", guess)
    assert isinstance(outcome, Saved)
    assert outcome.can_undo
    assert path.read_bytes() == before.replace(f"# 请核对：{UNIT}{end}".encode(), b"")
    assert isinstance(settle(project.settings, "first", guess), Saved)
    undo(project.settings, "first")
    assert path.read_bytes() == before


def test_corrected(project: Project) -> None:
    """A wrong guess is corrected and settled in one step; over nobody's change."""
    path = project.write("first", DRAFT)
    issuer, unit, _ = guesses_in(DRAFT)
    assert isinstance(settle(project.settings, "first", unit, "某县某委"), Saved)
    assert path.read_text(encoding="utf-8") == DRAFT.replace(f"# 请核对：{UNIT}\n", "").replace(
        "source: 某县纪委", "source: 某县某委"
    )
    undo(project.settings, "first")
    assert path.read_text(encoding="utf-8") == DRAFT
    meanwhile = path.read_text(encoding="utf-8").replace("issuer: 中共某县某局", "issuer: 某委")
    path.write_text(meanwhile, encoding="utf-8")
    assert isinstance(settle(project.settings, "first", issuer, "新局"), Conflict)
    assert isinstance(settle(project.settings, "first", issuer, "\x00"), Refused)
    assert path.read_text(encoding="utf-8") == meanwhile
    assert isinstance(settle(project.settings, "none", issuer), Refused)
