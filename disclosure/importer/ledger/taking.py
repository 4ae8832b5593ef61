"""Changes of a table made in the lines of a notice; nothing that is printed changes by them."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from disclosure.importer.ledger.difference import Finding
from disclosure.importer.ledger.problems import Problem, Source
from disclosure.importer.proof import printed_row
from disclosure.model.genre import Genres
from disclosure.model.section import BEFORE_TEXT
from disclosure.source.load import load_notice
from disclosure.source.set_value import Change, set_values
from disclosure.source.written import UnsettableError

_UNPRINTED: Final = "unprinted"


class Taken(NamedTuple):
    """A notice with the changes of a table.

    Attributes:
        source: as it was.
        text: of its file with the changes.
        made: the changes.
        left: those that could not be made in its lines.

    """

    source: Source
    text: str
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]


def take_over(
    source: Source,
    findings: Sequence[Finding],
    shown: PurePosixPath,
    genres: Genres,
    *,
    text: bool,
) -> Taken:
    """Return a notice with the changes of a table.

    All are made that leave a notice that loads and, unless ``text``, prints what it printed.

    Args:
        source: the notice.
        findings: the changes, all of this notice.
        shown: its file, as messages name it.
        genres: those there are.
        text: whether the printed text may change.

    """
    before = "\n".join(source.loaded.places.lines)
    groups: dict[str, list[Finding]] = {}
    for each in findings:
        problem = each.match.problem
        if problem is not None:
            groups.setdefault(problem.node.anchor, []).append(each)

    def tried(start: str, some: Iterable[Finding]) -> str | None:
        after = _set(start, some, text=text)
        return after if after and _sound(source, after, shown, genres, text=text) else None

    whole = tried(before, findings)
    if whole is not None:
        return Taken(source, whole, tuple(findings), ())
    after, made, left = before, [], []
    for group in groups.values():
        one = tried(after, group)
        if one is None:
            left += group
        else:
            after = one
            made += group
    return Taken(source, after, tuple(made), tuple(left))


def _set(start: str, findings: Iterable[Finding], *, text: bool) -> str | None:
    by_problem: dict[str, tuple[Problem, list[Finding]]] = {}
    for each in findings:
        problem = each.match.problem
        if problem is not None:
            by_problem.setdefault(problem.node.anchor, (problem, []))[1].append(each)
    changes = [
        change
        for problem, group in by_problem.values()
        for change in _changes(problem, group, text=text)
    ]
    try:
        return set_values(start, changes)
    except UnsettableError:
        return None


def _changes(problem: Problem, findings: Iterable[Finding], *, text: bool) -> list[Change]:
    section, path = problem.node.section, problem.node.path
    changes: list[Change] = []
    hidden: list[str] = [str(each) for each in section.unprinted]
    for each in findings:
        if each.kind is None:
            continue
        key = each.kind.value
        changes.append(Change((*path, key), each.new, _behind(key)))
        if not each.old and not text and problem.prints(each.kind):
            hidden.append(key)
    if len(hidden) > len(section.unprinted):
        changes.append(Change((*path, _UNPRINTED), hidden, _behind(_UNPRINTED)))
    return changes


def _behind(key: str) -> tuple[str, ...]:
    return BEFORE_TEXT[: BEFORE_TEXT.index(key)]


def _sound(source: Source, after: str, shown: PurePosixPath, genres: Genres, *, text: bool) -> bool:
    again, _ = load_notice(after.encode(), shown, lambda: genres)
    if again is None or len(again.outline.nodes) != len(source.loaded.outline.nodes):
        return False
    return text or printed_row(again) == printed_row(source.loaded)
