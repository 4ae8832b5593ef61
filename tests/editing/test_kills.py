"""Killed at any moment while it edits, and edited by two processes at once: nothing typed is lost."""

import os
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from disclosure.diagnostics import has_errors
from disclosure.editing.edit import Conflict, Saved, SetValue
from disclosure.editing.editor import edit_notice
from disclosure.editing.history import redo, undo
from disclosure.files import replace_file, sha256_hex
from disclosure.source.text import decode
from tests.conftest import Project
from tests.editing.material import FORMS, loaded
from tests.editing.random_edits import random_edit
from tests.killing import both, killed, measured

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no fork")


def _editing(project: Project, log: Path, seed: int) -> Callable[[int], None]:
    """Return what edits a notice, or saves it as somebody else does, and notes what it saved."""
    path = project.content / "notices" / "first.yaml"

    def work(number: int) -> None:
        rng = random.Random(seed * 1000 + number)
        if rng.random() < 0.2:
            data = f"# 他人 {rng.random()}\n".encode() + path.read_bytes()
            replace_file(path, data)
            return
        text, _ = decode(path.read_bytes())
        outcome = edit_notice(project.settings, "first", [random_edit(rng, text)])
        if isinstance(outcome, Saved):
            with log.open("ab", buffering=0) as file:
                file.write(sha256_hex(outcome.data).encode() + b"\n")

    return work


def _rounds(project: Project, tmp_path: Path, rounds: int) -> None:
    path, log = project.write("first", FORMS), tmp_path / "saved.txt"
    log.touch()
    assert isinstance(undo(project.settings, "first"), Saved)  # from now on it is known
    chance = random.Random(rounds)
    work = _editing(project, log, rounds)
    # As many as are needed for a kill to come in the midst of one of several.
    seconds = 6 * max(measured(partial(work, number)) for number in range(3))
    for number in range(rounds):
        killed(_editing(project, log, number), seconds, chance)
        assert loaded(path.read_text("utf-8")) is not None
    states = {sha256_hex(path.read_bytes())}
    while True:
        outcome = undo(project.settings, "first")
        if isinstance(outcome, Conflict):
            continue  # somebody else's save came last, and is seen now
        assert isinstance(outcome, Saved)
        states.add(sha256_hex(outcome.data))
        if not outcome.can_undo:
            break
    saved = set(log.read_text().split())
    assert saved
    assert saved <= states
    assert sha256_hex(FORMS.encode()) in states


def test_killed(project: Project, tmp_path: Path) -> None:
    """After every kill the notice loads, and undo returns every state that was ever saved."""
    _rounds(project, tmp_path, 4)


@pytest.mark.slow
def test_killed_often(project: Project, tmp_path: Path) -> None:
    """The same, with as many kills as edits in a long day."""
    _rounds(project, tmp_path, 200)


def test_two_at_once(project: Project) -> None:
    """Two processes edit other texts of one notice: neither loses anything."""
    path = project.write("first", FORMS)

    def setting(key: tuple[str | int, ...], begun: str) -> Callable[[int], None]:
        def work(number: int) -> None:
            was = f"{begun}{number - 1}" if number else begun
            outcome = edit_notice(
                project.settings, "first", [SetValue(key, f"{begun}{number}", was)]
            )
            assert isinstance(outcome, Saved)

        return work

    both(setting(("issuer",), "某县某局"), setting(("contact", "name"), "某县某局"), 8)
    notice = loaded(path.read_text("utf-8"))
    assert notice is not None
    assert notice.notice.issuer == notice.notice.contact[0].name == "某县某局7"


def test_after_a_kill_between_journal_and_file(project: Project) -> None:
    """What the journal names and the file has not become yet is the next state, not a lost one."""
    path = project.write("first", FORMS)
    settings = project.settings
    for was, new in (("某县某局", "甲局"), ("甲局", "乙局")):
        assert isinstance(edit_notice(settings, "first", [SetValue(("issuer",), new, was)]), Saved)
    after = path.read_bytes()
    # As if the process had been killed before the file was replaced.
    path.write_bytes(after.replace("乙局".encode(), "甲局".encode()))
    outcome = redo(settings, "first")
    assert isinstance(outcome, Saved)
    assert path.read_bytes() == outcome.data == after
    assert not has_errors(outcome.found)
