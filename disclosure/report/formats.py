"""A whole list of diagnostics in the form that was asked for."""

import json
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import PurePosixPath

from disclosure.diagnostics import Diagnostic, Level
from disclosure.messages import say
from disclosure.report.text import as_text, printable_path, sentence

_PLACES = 5
_FILES = 20


class Fold(Enum):
    """Which findings of one kind, more than a few in one file, are shown as one.

    Attributes:
        NOTHING: none.
        HINTS: those that are no errors.
        ALL: errors, too.
    """

    NOTHING = 0
    HINTS = 1
    ALL = 2


def render_report(
    diagnostics: Sequence[Diagnostic], form: str, language: str, fold: Fold = Fold.HINTS
) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        diagnostics: in the order in which they are to be shown.
        form: one of ``disclosure.report.FORMATS``; only ``text`` is ever folded.
        language: ``zh`` or ``en``.
        fold: what is shown once, with how many there are and where the first five stand. What is
            folded is also not shown in more than twenty files.

    """
    if form == "json":
        whole = [as_data(d, language) for d in diagnostics]
        yield "\n".join(map(_escaped, json.dumps(whole, ensure_ascii=False, indent=2).split("\n")))
    elif form == "github":
        yield from (_annotation(d, language) for d in diagnostics)
    else:
        yield from _text(diagnostics, language, fold)


def _text(diagnostics: Sequence[Diagnostic], language: str, fold: Fold) -> Iterator[str]:
    alike: dict[tuple[PurePosixPath, str, Level], list[Diagnostic]] = {}
    for each in diagnostics:
        alike.setdefault(_kind(each), []).append(each)
    files: dict[str, int] = {}
    left_out: dict[str, int] = {}
    for each in diagnostics:
        ours = alike[_kind(each)]
        if fold is Fold.NOTHING or (each.level is Level.ERROR and fold is not Fold.ALL):
            yield as_text(each, language)
            continue
        if each is ours[0]:
            files[each.code] = files.get(each.code, 0) + 1
        if files[each.code] > _FILES:
            left_out[each.code] = left_out.get(each.code, 0) + 1
        elif len(ours) <= _PLACES:
            yield as_text(each, language)
        elif each is ours[0]:
            yield as_text(each, language)
            yield _alike(ours, language)
    for code, count in left_out.items():
        yield say("cli.more", language, {"count": str(count)}) + f" [{code}]"


def _kind(diagnostic: Diagnostic) -> tuple[PurePosixPath, str, Level]:
    return diagnostic.path, diagnostic.code, diagnostic.level


def _alike(ours: Sequence[Diagnostic], language: str) -> str:
    """Return the line about many findings of one kind: how many, and where the first stand."""
    places = ", ".join(f"{each.line}:{each.column}" for each in ours[:_PLACES])
    return "  " + say("cli.alike", language, {"count": str(len(ours)), "places": places})


def as_data(diagnostic: Diagnostic, language: str) -> dict[str, object]:
    """Return a diagnostic as plain values."""
    return {
        "path": diagnostic.path.as_posix(),
        "line": diagnostic.line,
        "column": diagnostic.column,
        "level": diagnostic.level.name.lower(),
        "code": diagnostic.code,
        "message": sentence(diagnostic, language),
    }


def _escaped(line: str) -> str:
    """Escape what json leaves as it is and a terminal or a line reader would act on."""
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or c == "　" else json.dumps(c)[1:-1] for c in line)


def _annotation(diagnostic: Diagnostic, language: str) -> str:
    kind = "notice" if diagnostic.level is Level.INFO else diagnostic.level.name.lower()
    place = f"file={_property(printable_path(diagnostic))}"
    if diagnostic.line:
        place += f",line={diagnostic.line},col={diagnostic.column}"
    message = f"{sentence(diagnostic, language)} [{diagnostic.code}]"
    return f"::{kind} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
