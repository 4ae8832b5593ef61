"""Edits: what is changed in a notice's file, said by the paths of its values.

A path leads through the file as it is written (``source.document``). Where one text of the file
holds several paragraphs, the number of a paragraph, from 0, stands at the end of its path: of
``lead: |`` with three lines, ``("lead", 2)`` is the last. Where the file writes a single text for
a list of one, ``("lead", 0)`` is that text.

Every edit says what was seen where it changes something. It is made only where the file still
holds that, so that whoever else writes in the file loses nothing.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from disclosure.diagnostics import Diagnostic
from disclosure.source.document import Path
from disclosure.source.load import LoadedNotice

# A text, a list, or a mapping of such; never a number, for the file holds texts.
Plain = str | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class SetValue:
    """A value to be set; where its key is absent, it is added, and the mappings above it, too.

    Attributes:
        path: of the value.
        value: what is to stand there; under a key, an empty text takes the key out.
        was: what was seen there; None where there was nothing. Of no account where ``value``
            stands there already.

    """

    path: Path
    value: Plain
    was: Plain | None


@dataclass(frozen=True, slots=True)
class Add:
    """An item to be put into a list.

    Attributes:
        path: of the list, which may be absent.
        index: where the item is to stand.
        value: of the item.
        was_length: how many items or paragraphs were seen.

    """

    path: Path
    index: int
    value: Plain
    was_length: int


@dataclass(frozen=True, slots=True)
class Delete:
    """A value to be taken out, with the comments right above it; nothing empty is left behind.

    Attributes:
        path: of the value: a key's, an item's, or a paragraph's.
        was: what was seen there.

    """

    path: Path
    was: Plain


@dataclass(frozen=True, slots=True)
class Move:
    """An item to be moved within its list, with the comments right above it.

    Attributes:
        path: of the item or paragraph.
        index: where it is to stand in the list as it is afterwards.
        was: what was seen there.

    """

    path: Path
    index: int
    was: Plain


@dataclass(frozen=True, slots=True)
class Split:
    """A text that becomes two items or paragraphs.

    Attributes:
        path: of the text.
        at: where it is split, in code points; blanks on both sides of it go.
        was: what was seen there.

    """

    path: Path
    at: int
    was: str


Edit = SetValue | Add | Delete | Move | Split


@dataclass(frozen=True, slots=True)
class Saved:
    """The file as it is now.

    Attributes:
        data: its bytes.
        can_undo: whether there is an earlier state.
        can_redo: whether there is a later one.
        found: warnings of the loader.
        loaded: what these bytes say, where they are a notice's.

    """

    data: bytes
    can_undo: bool
    can_redo: bool
    found: tuple[Diagnostic, ...] = ()
    loaded: LoadedNotice | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file holds something else than was seen; nothing was written.

    Attributes:
        edit: that was not made; None where undo met a change that nobody had seen yet.
        now: what stands there; None where nothing does.

    """

    edit: Edit | None
    now: Plain | None


@dataclass(frozen=True, slots=True)
class Refused:
    """The file would not load, or cannot be changed there; nothing was written.

    Attributes:
        found: why; each with its place in the file as it would have been.

    """

    found: tuple[Diagnostic, ...]


Outcome = Saved | Conflict | Refused


class EditFormError(ValueError):
    """What came is no edit."""


_MOST_DEPTH: Final = 40


def read_edit(data: object) -> Edit:
    """Return the edit that JSON says: ``{"kind": "set", "path": […], "value": …, "was": …}``.

    Kinds are ``set``, ``add``, ``delete``, ``move`` and ``split``; the other keys are those of
    the classes.

    Raises:
        EditFormError: it is none.

    """
    if not isinstance(data, dict):
        raise EditFormError("no mapping")
    path = _path(data.get("path"))
    match data.get("kind"):
        case "set":
            was = data.get("was")
            seen = None if was is None else _plain(was)
            return SetValue(path, _plain(data.get("value")), seen)
        case "add":
            value = _plain(data.get("value"))
            return Add(path, _count(data.get("index")), value, _count(data.get("was_length")))
        case "delete":
            return Delete(path, _plain(data.get("was")))
        case "move":
            return Move(path, _count(data.get("index")), _plain(data.get("was")))
        case "split":
            if isinstance(was := data.get("was"), str):
                return Split(path, _count(data.get("at")), _text(was))
    raise EditFormError("kind")


def _path(value: object) -> Path:
    if not isinstance(value, list) or not value:
        raise EditFormError("path")
    if len(value) > _MOST_DEPTH or not all(
        isinstance(part, str) or _is_count(part) for part in value
    ):
        raise EditFormError("path")
    return tuple(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _count(value: object) -> int:
    if not isinstance(value, int) or not _is_count(value):
        raise EditFormError("number")
    return value


def _text(value: str) -> str:
    """Return a text with the line ends of our files; half of a character is none."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise EditFormError("characters") from None
    return value.replace("\r\n", "\n").replace("\r", "\n")


def _plain(value: object, depth: int = 0) -> Plain:
    if isinstance(value, str):
        return _text(value)
    if depth < _MOST_DEPTH and isinstance(value, list):
        return [_plain(each, depth + 1) for each in value]
    if depth < _MOST_DEPTH and isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise EditFormError("key")
        return {key: _plain(each, depth + 1) for key, each in value.items()}
    raise EditFormError("value")
