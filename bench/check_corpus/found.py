"""Running the rules on a document, and what they find in it."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.report.text import sentence
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, to_yaml, verdict_if_loaded

from .texts import Text, base_of, notice_of

REFUSED = "loading.refused"  # the loader does not take the text
_CONTEXT = 20


class Found(NamedTuple):
    """One finding, so that it can be judged and met again in the next run.

    Attributes:
        key: the same as long as rule, file, text and neighbours are.
        rule: its name.
        level: error, warning or info.
        file: the document.
        before: up to 20 characters before the text.
        text: what was marked.
        after: up to 20 characters behind it.
        said: the sentence.
    """

    key: str
    rule: str
    level: str
    file: str
    before: str
    text: str
    after: str
    said: str


def findings_in(text: Text, *, headings: bool = True) -> tuple[Found, ...]:
    """Return what the rules find in a document, without what they say of an empty notice."""
    return tuple(_found(text, notice_of(text, headings=headings), base_of(text)))


def diagnostics_of(notice: dict[str, Any]) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the file of a notice and what is found in it."""
    written = to_yaml(notice)
    verdict = verdict_if_loaded(written)
    if verdict is None:
        refused = load_notice(written.encode(), SHOWN)[1]
        return written, tuple(each._replace(code=REFUSED) for each in refused)
    return written, verdict.diagnostics


def _found(text: Text, notice: dict[str, Any], base: dict[str, Any]) -> Iterator[Found]:
    known = Counter((each.code, each.params) for each in diagnostics_of(base)[1])
    written, diagnostics = diagnostics_of(notice)
    lines = written.split("\n")
    met: Counter[str] = Counter()
    for each in diagnostics:
        if known[each.code, each.params]:
            known[each.code, each.params] -= 1
            continue
        line = lines[each.line - 1] if each.line else ""
        start, end = max(0, each.column - 1), each.column - 1 + each.span
        before = line[max(0, start - _CONTEXT) : start]
        shown, after = line[start:end], line[end : end + _CONTEXT]
        what = "\n".join((each.code, text.name, before, shown, after))
        met[what] += 1
        key = hashlib.sha256(f"{what}\n{met[what]}".encode()).hexdigest()[:12]
        level = each.level.name.lower()
        told = REFUSED if each.code == REFUSED else sentence(each, "zh")
        yield Found(key, each.code, level, text.name, before, shown[:60], after, told)
