"""Saving through the loader: what would not load is not written, and line ends stay."""

from pathlib import Path

import pytest

from disclosure.editing.edit import Add, Conflict, Delete, Refused, Saved, SetValue, Split
from disclosure.editing.editor import edit_notice, edit_site
from disclosure.editing.history import redo, redo_site, undo, undo_site
from disclosure.editing.states import MOST, Journal, States
from disclosure.messages import say
from tests.conftest import NOTICE, SITE, Project

_ISSUER = SetValue(("issuer",), "新局", "中共某县某局党组")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_mark_stay(project: Project, end: bytes, mark: bytes) -> None:
    """A file of Windows, of an old Mac, with a byte order mark: just the words are others."""
    path = project.write("first", "")
    before = mark + NOTICE.encode().replace(b"\n", end)
    path.write_bytes(before)
    edits = [_ISSUER, Add(("lead",), 1, "又一段。", 1)]
    assert isinstance(edit_notice(project.settings, "first", edits[:1]), Saved)
    assert path.read_bytes() == before.replace(
        "issuer: 中共某县某局党组".encode(), "issuer: 新局".encode()
    )
    assert isinstance(edit_notice(project.settings, "first", edits[1:]), Saved)
    assert path.read_bytes().count(end) == before.count(end) + 2
    undo(project.settings, "first")
    undo(project.settings, "first")
    assert path.read_bytes() == before


def test_every_line_keeps_its_own_end(project: Project) -> None:
    """In a file with several kinds of line ends, too."""
    path = project.write("first", "")
    rows = NOTICE.encode().split(b"\n")
    ends = [b"\r\n", b"\n", b"\n"]
    before = b"".join(row + ends[at % 3] for at, row in enumerate(rows[:-1]))
    path.write_bytes(before)
    assert isinstance(edit_notice(project.settings, "first", [_ISSUER]), Saved)
    assert path.read_bytes() == before.replace(
        "issuer: 中共某县某局党组".encode(), "issuer: 新局".encode()
    )


def test_what_would_not_load_is_not_written(project: Project) -> None:
    """The loader's own words come back, and the file is as it was; two edits are made together."""
    path = project.content / "notices" / "first.yaml"
    before = path.read_bytes()
    wrong = SetValue(("published",), "2022-02-30", "2022-02-23")
    for edits in ([wrong], [_ISSUER, wrong]):
        outcome = edit_notice(project.settings, "first", edits)
        assert isinstance(outcome, Refused)
        assert [each.code for each in outcome.found if each.level == 3] == ["field.date_missing"]
        assert outcome.found[0].line == 4
        assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetValue(("issuer",), "a\x00", "中共某县某局党组"), "edit.character"),
        (SetValue(("issuer",), "a\u202eb", "中共某县某局党组"), "edit.character"),
        (Add(("lead",), 0, "\u2066", 1), "edit.character"),
        (Split(("lead", 0), 0, "现将巡察整改进展情况予以公布。"), "edit.split"),
        (SetValue(("issuer", "x"), "a", None), "edit.layout"),
        (Delete(("title",), "中共某县某局党组关于巡察整改进展情况的通报"), "shape.missing"),
    ],
)
def test_refused_with_a_sentence(project: Project, edit: SetValue, code: str) -> None:
    """Each refusal says what to do."""
    outcome = edit_notice(project.settings, "first", [edit])
    assert isinstance(outcome, Refused)
    assert outcome.found[0].code == code
    assert say(code, "zh", dict(outcome.found[0].params))


@pytest.mark.parametrize(
    "slug", ["nowhere", "../site", "first.yaml", "", "_site", "FIRST", "a" * 500]
)
def test_no_path_comes_from_a_name(project: Project, slug: str) -> None:
    """Only a notice that is there is edited; nothing is made for any other name."""
    for outcome in (
        edit_notice(project.settings, slug, [_ISSUER]),
        undo(project.settings, slug),
        redo(project.settings, slug),
    ):
        assert isinstance(outcome, Refused)
        assert outcome.found[0].code == "edit.absent"
    assert not project.settings.cache.exists()


def test_a_link_is_not_followed(project: Project, tmp_path: Path) -> None:
    """A notice that is a link out of the content folder is neither read nor written."""
    other = tmp_path / "other.yaml"
    other.write_text(NOTICE, encoding="utf-8")
    path = project.content / "notices" / "linked.yaml"
    path.symlink_to(other)
    assert isinstance(edit_notice(project.settings, "linked", [_ISSUER]), Refused)
    assert other.read_text("utf-8") == NOTICE


def test_a_change_elsewhere_is_no_conflict(project: Project) -> None:
    """What somebody else saved meanwhile stays, unless it is the very text."""
    path = project.write("first", NOTICE.replace("某县纪委", "某市纪委"))
    assert isinstance(edit_notice(project.settings, "first", [_ISSUER]), Saved)
    assert "某市纪委" in path.read_text("utf-8")
    other = SetValue(("issuer",), "他局", "中共某县某局党组")
    assert edit_notice(project.settings, "first", [other]) == Conflict(other, "新局")


def test_what_stands_there_already(project: Project) -> None:
    """The same text sent twice, alone or with others, is no conflict and no further state."""
    path = project.write("first", NOTICE)
    title = SetValue(("title",), "关于整改的通报", "中共某县某局党组关于巡察整改进展情况的通报")
    assert isinstance(edit_notice(project.settings, "first", [_ISSUER]), Saved)
    before = path.read_bytes()
    again = edit_notice(project.settings, "first", [_ISSUER])
    assert isinstance(again, Saved)
    assert path.read_bytes() == before
    both = edit_notice(project.settings, "first", [_ISSUER, title])
    assert isinstance(both, Saved)
    assert path.read_text("utf-8") == before.decode().replace(str(title.was), "关于整改的通报")
    # Sent once more with what was typed on: as a page does that goes.
    more = SetValue(("issuer",), "新某局", "新局")
    assert isinstance(edit_notice(project.settings, "first", [_ISSUER, more]), Saved)
    assert "issuer: 新某局\n" in path.read_text("utf-8")


def test_site(project: Project) -> None:
    """``site.yaml`` is edited by the same means."""
    path = project.content / "site.yaml"
    edit = SetValue(("organizer",), "某市人民政府", "某县人民政府")
    assert isinstance(edit_site(project.settings, [edit]), Saved)
    assert path.read_text("utf-8") == SITE.replace("organizer: 某县", "organizer: 某市")
    assert isinstance(edit_site(project.settings, [SetValue(("base_url",), "x", "y")]), Conflict)
    assert isinstance(undo_site(project.settings), Saved)
    assert path.read_text("utf-8") == SITE
    assert isinstance(redo_site(project.settings), Saved)
    assert path.read_text("utf-8") != SITE


def test_undo_takes_back_nothing_that_nobody_saw(project: Project) -> None:
    """Another's save becomes a state of its own; the first undo shows it, the next goes behind."""
    path = project.content / "notices" / "first.yaml"
    edit_notice(project.settings, "first", [_ISSUER])
    ours = path.read_bytes()
    path.write_bytes(ours + b"# x\n")
    assert undo(project.settings, "first") == Conflict(None, None)
    assert path.read_bytes() == ours + b"# x\n"
    undo(project.settings, "first")
    assert path.read_bytes() == ours
    redo(project.settings, "first")
    assert path.read_bytes() == ours + b"# x\n"


def test_what_does_not_load_is_passed_over(project: Project) -> None:
    """Undo never brings back what another program wrote wrong."""
    path = project.content / "notices" / "first.yaml"
    first = path.read_bytes()
    edit_notice(project.settings, "first", [_ISSUER])
    path.write_bytes(b"title: [\n")
    assert isinstance(edit_notice(project.settings, "first", [_ISSUER]), Refused)
    path.write_bytes(first + b"# y\n")
    assert isinstance(edit_notice(project.settings, "first", [_ISSUER]), Saved)
    found = []
    while isinstance(outcome := undo(project.settings, "first"), Saved) and outcome.can_undo:
        found.append(path.read_bytes())
    assert b"title: [\n" not in found
    assert path.read_bytes() == first


def test_nothing_to_undo(project: Project) -> None:
    """The file stays as it is, and says that there is nothing before it or behind it."""
    outcome = undo(project.settings, "first")
    assert outcome == Saved(NOTICE.encode(), can_undo=False, can_redo=False, found=outcome.found)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b'{"states": ["../x"], "at": 0, "left": 0}',
        b'{"states": [], "at": 4, "left": 0}',
    ],
)
def test_a_damaged_journal_is_none(project: Project, data: bytes) -> None:
    """What somebody else made of it is not believed, and editing goes on."""
    edit_notice(project.settings, "first", [_ISSUER])
    (project.settings.cache / "edits" / "first" / "journal.json").write_bytes(data)
    outcome = edit_notice(project.settings, "first", [SetValue(("issuer",), "局", "新局")])
    assert isinstance(outcome, Saved)
    assert isinstance(undo(project.settings, "first"), Saved)


def test_states_are_bounded(tmp_path: Path) -> None:
    """The oldest go, and their files with them."""
    states, journal = States(tmp_path), Journal()
    first = states.keep(b"0")
    for number in range(MOST + 1):
        journal = journal.followed(states.keep(b"0") if not number else f"{number:064x}")
    states.write(journal)
    assert len(states.journal().states) == MOST
    assert states.read(first) is None


def test_a_state_of_other_bytes_is_none(tmp_path: Path) -> None:
    """A file under a digest that is not its own is no state."""
    states = States(tmp_path)
    digest = states.keep(b"one")
    other = states.keep(b"two")
    (tmp_path / digest).write_bytes((tmp_path / other).read_bytes())
    assert states.read(digest) is None
    assert states.keep(b"one") == digest
    assert states.read(digest) == b"one"
