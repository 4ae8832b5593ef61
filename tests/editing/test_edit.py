"""Edits as JSON says them: what is none is refused before anything is looked at."""

import pytest

from disclosure.editing.edit import (
    Add,
    Delete,
    Edit,
    EditFormError,
    Move,
    SetValue,
    Split,
    read_edit,
)


@pytest.mark.parametrize(
    ("data", "edit"),
    [
        (
            {"kind": "set", "path": ["a", 0], "value": "x", "was": None},
            SetValue(("a", 0), "x", None),
        ),
        (
            {"kind": "set", "path": ["a"], "value": "x\r\ny", "was": "z\r"},
            SetValue(("a",), "x\ny", "z\n"),
        ),
        (
            {"kind": "add", "path": ["a"], "index": 1, "value": {"b": ["c"]}, "was_length": 1},
            Add(("a",), 1, {"b": ["c"]}, 1),
        ),
        ({"kind": "delete", "path": ["a"], "was": ["b"]}, Delete(("a",), ["b"])),
        ({"kind": "move", "path": ["a", 1], "index": 0, "was": "b"}, Move(("a", 1), 0, "b")),
        ({"kind": "split", "path": ["a", 1], "at": 3, "was": "bcde"}, Split(("a", 1), 3, "bcde")),
    ],
)
def test_read(data: object, edit: Edit) -> None:
    """Every kind, line ends of browsers made those of the file."""
    assert read_edit(data) == edit


def _deep(depth: int) -> object:
    value: object = "x"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "set",
        {},
        {"kind": "write", "path": ["a"], "value": "x"},
        {"kind": "set", "path": [], "value": "x"},
        {"kind": "set", "path": "a", "value": "x"},
        {"kind": "set", "path": ["a", -1], "value": "x"},
        {"kind": "set", "path": ["a", True], "value": "x"},
        {"kind": "set", "path": ["a", 1.5], "value": "x"},
        {"kind": "set", "path": ["a", None], "value": "x"},
        {"kind": "set", "path": ["a"] * 100, "value": "x"},
        {"kind": "set", "path": ["a"], "value": 1},
        {"kind": "set", "path": ["a"], "value": None},
        {"kind": "set", "path": ["a"], "value": _deep(60)},
        {"kind": "set", "path": ["a"], "value": "\ud800"},
        {"kind": "add", "path": ["a"], "index": "1", "value": "x", "was_length": 1},
        {"kind": "add", "path": ["a"], "index": 1, "value": "x"},
        {"kind": "delete", "path": ["a"]},
        {"kind": "split", "path": ["a"], "at": 1, "was": ["x"]},
        {"kind": ["set"], "path": ["a"], "value": "x"},
    ],
)
def test_none(data: object) -> None:
    """Other types, other kinds, endless depth, halves of characters."""
    with pytest.raises(EditFormError):
        read_edit(data)
