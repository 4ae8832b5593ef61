"""A whole list of diagnostics in the form that was asked for."""

import json
from collections.abc import Iterator, Sequence

from disclosure.diagnostics import Diagnostic, Level
from disclosure.messages import say
from disclosure.report.text import as_text, printable_path, sentence

_SHOWN_OF_A_KIND = 20


def render_report(diagnostics: Sequence[Diagnostic], form: str, language: str) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        diagnostics: in the order in which they are to be shown.
        form: one of ``disclosure.report.FORMATS``; ``text`` folds long runs of the same warning.
        language: ``zh`` or ``en``.

    """
    if form == "json":
        whole = [as_data(d, language) for d in diagnostics]
        yield "\n".join(map(_escaped, json.dumps(whole, ensure_ascii=False, indent=2).split("\n")))
    elif form == "github":
        yield from (_annotation(d, language) for d in diagnostics)
    else:
        yield from _text(diagnostics, language)


def _text(diagnostics: Sequence[Diagnostic], language: str) -> Iterator[str]:
    shown: dict[str, int] = {}
    for diagnostic in diagnostics:
        code = diagnostic.code
        shown[code] = shown.get(code, 0) + 1
        if diagnostic.level is Level.ERROR or shown[code] <= _SHOWN_OF_A_KIND:
            yield as_text(diagnostic, language)
    warned = {d.code for d in diagnostics if d.level is not Level.ERROR}
    for code, count in shown.items():
        if code in warned and count > _SHOWN_OF_A_KIND:
            yield say("cli.more", language, {"count": str(count - _SHOWN_OF_A_KIND)}) + f" [{code}]"


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
