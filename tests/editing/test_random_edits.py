"""Random edits, others' saves in between, undo and redo: nothing is lost and nothing else changes."""

import random

import pytest

from disclosure.editing.edit import Add, Conflict, Delete, Refused, Saved, SetValue
from disclosure.editing.editor import edit_notice
from disclosure.editing.history import redo, undo
from tests.conftest import Project
from tests.editing.material import FORMS, loaded, materials
from tests.editing.random_edits import lost, random_edit, touched


class _Walk:
    """One notice with the states that it should have had."""

    def __init__(self, project: Project, text: str, seed: int) -> None:
        self.project, self.rng = project, random.Random(seed)
        self.path = project.write("first", text)
        self.states, self.at = [self.path.read_bytes()], 0
        self.made = 0
        assert isinstance(undo(project.settings, "first"), Saved)  # from now on it is known

    def step(self) -> None:
        """Edit, or undo, or let somebody else save."""
        kind = self.rng.random()
        if kind < 0.1:
            self._foreign()
        elif kind < 0.25:
            self._undo(1 if self.rng.random() < 0.4 else -1)
        else:
            self._edit()
        assert loaded(self.path.read_text("utf-8")) is not None

    def _edit(self) -> None:
        before = self.path.read_text("utf-8")
        edit = random_edit(self.rng, before)
        outcome = edit_notice(self.project.settings, "first", [edit])
        after = self.path.read_text("utf-8")
        assert not isinstance(outcome, Conflict), edit
        if isinstance(outcome, Refused):
            assert after == before
            return
        assert outcome.data == after.encode()
        assert lost(before, after) <= touched(before, edit), edit
        if after != before:
            self._stand(outcome.data)
            self.made += 1
        if isinstance(edit, SetValue | Add) and isinstance(edit.value, str):
            assert "".join(edit.value.split()) in "".join(after.replace("''", "'").split()) or any(
                sign in edit.value for sign in "\"'\n"
            )

    def _stand(self, data: bytes) -> None:
        self.states = [*self.states[: self.at + 1], data]
        self.at += 1

    def _foreign(self) -> None:
        """Save as an editor does: the title of a section, or a comment, and nothing of ours."""
        text = self.path.read_text("utf-8")
        text = f"# 他人 {self.rng.random()}\n{text}"
        self.path.write_text(text, "utf-8")
        # Undo does not take back what nobody has seen.
        assert isinstance(undo(self.project.settings, "first"), Conflict)
        assert self.path.read_text("utf-8") == text
        self._stand(text.encode())

    def _undo(self, step: int) -> None:
        outcome = (undo if step < 0 else redo)(self.project.settings, "first")
        assert isinstance(outcome, Saved)
        self.at = min(max(0, self.at + step), len(self.states) - 1)
        assert self.path.read_bytes() == outcome.data == self.states[self.at]
        assert outcome.can_undo == (self.at > 0)
        assert outcome.can_redo == (self.at < len(self.states) - 1)

    def back(self) -> None:
        """Undo everything, state by state."""
        while self.at:
            self._undo(-1)
        assert isinstance(undo(self.project.settings, "first"), Saved)


def _walked(project: Project, text: str, steps: int, seed: int) -> _Walk:
    walk = _Walk(project, text, seed)
    for _ in range(steps):
        walk.step()
    walk.back()
    return walk


@pytest.mark.parametrize("seed", range(3))
def test_a_few(project: Project, seed: int) -> None:
    """Some dozens of edits in a notice that writes every form."""
    assert _walked(project, FORMS, 16, seed).made


@pytest.mark.slow
@pytest.mark.parametrize("name", ["forms", "notices/2022-02-23-jxzszx", "genres/petitions"])
def test_five_hundred(project: Project, name: str) -> None:
    """500 edits, each of the file as it is after the one before."""
    assert _walked(project, dict(materials())[name], 500, 17).made > 200


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in materials()])
def test_every_notice(project: Project, name: str) -> None:
    """Some edits of every notice that the tests keep."""
    _walked(project, dict(materials())[name], 15, len(name))


def test_what_is_gone_is_only_what_was_meant(project: Project) -> None:
    """A deleted item takes the waiver above it along, and nothing more."""
    path = project.write("first", FORMS)
    was = {"title": "二章", "body": "引号里的'字'，", "id": "two"}
    outcome = edit_notice(project.settings, "first", [Delete(("sections", 1), was)])
    assert isinstance(outcome, Saved)
    assert list(lost(FORMS, path.read_text("utf-8"))) == [
        "  # 豁免 typography.quotes：照登原文",
        "  - {title: \"二章\", body: '引号里的''字''，', id: two}",
    ]
