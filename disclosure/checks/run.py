"""Run every rule on a notice and set aside what is waived."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from traceback import extract_tb
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.open_comments import open_comments
from disclosure.checks.privacy.hiding import Hiding
from disclosure.checks.rule import Finding, Rule
from disclosure.checks.waivers import Waiver, find_waivers
from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.faults import Fault
from disclosure.source.document import Span
from disclosure.source.places import Places

# A text may be made so that a rule finds something at every character.
_MOST_OF_A_RULE = 5000


class Waived(NamedTuple):
    """A finding that an editor answers for."""

    diagnostic: Diagnostic
    reason: str


class Verdict(NamedTuple):
    """What the rules say of one notice.

    Attributes:
        diagnostics: what is to be mended or answered for, unsorted.
        waived: what an editor has answered for.
    """

    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]


def check_notice(
    context: NoticeContext,
    places: Places,
    shown: PurePosixPath,
    rules: Sequence[Rule],
    found: Iterable[Diagnostic] = (),
) -> Verdict:
    """Run ``rules``, but for those that do not apply to the genre of the notice.

    Args:
        context: the notice.
        places: where its values stand.
        shown: its file, as diagnostics name it.
        rules: what to look for.
        found: what was found when the file was read; it comes back with what is private masked.
    """
    waivers = list(find_waivers(places))
    used: set[Waiver] = set()
    kept: list[Diagnostic] = list(found)
    waived: list[Waived] = []
    for rule in rules:
        if not context.applies(rule.id):
            continue
        seen: set[Diagnostic] = set()
        for diagnostic in _found(rule, context, places, shown):
            if diagnostic in seen:
                continue
            seen.add(diagnostic)
            if len(seen) > _MOST_OF_A_RULE:
                kept.append(_more_than_told(rule, shown))
                break
            covering = [w for w in waivers if w.covers(rule.id, diagnostic.line - 1)]
            used.update(covering)
            if covering:
                waived.append(Waived(diagnostic, covering[0].reason))
            else:
                kept.append(diagnostic)
    known = {rule.id for rule in rules}
    kept.extend(_about_waivers(waivers, used, known, places, shown))
    kept.extend(open_comments(places, shown))
    hide = Hiding([*kept, *(each.diagnostic for each in waived)])
    return Verdict(
        tuple(hide.masked(each) for each in kept),
        tuple(each._replace(diagnostic=hide.masked(each.diagnostic)) for each in waived),
    )


def _found(
    rule: Rule, context: NoticeContext, places: Places, shown: PurePosixPath
) -> Iterator[Diagnostic]:
    try:
        for finding in rule.check(context):
            yield _diagnose(rule, finding, places, shown)
    except Exception as error:  # a fault of ours must not keep the other rules from speaking
        yield rule_failed(rule, shown, error)


def rule_failed(rule: Rule, shown: PurePosixPath, error: Exception) -> Diagnostic:
    """Return what is said of a rule that raised.

    What it would have found nobody knows. So where it could have found an error, that is one,
    until a person has looked and answers for it with a waiver of the rule for the file as a
    whole: a fault of the program must neither be silent nor stop a notice for ever.
    """
    # Where, not what it says: that may be a piece of the text.
    last = extract_tb(error.__traceback__)[-1]
    detail = f"{type(error).__name__} {PurePosixPath(last.filename).name}:{last.lineno}"
    params = (("rule", rule.id), ("detail", detail))
    return Diagnostic(shown, 0, 0, max(Level.WARNING, rule.level), "rule.failed", params)


def _more_than_told(rule: Rule, shown: PurePosixPath) -> Diagnostic:
    params = (("rule", rule.id), ("count", str(_MOST_OF_A_RULE)))
    return Diagnostic(shown, 0, 0, Level.WARNING, "rule.more", params)


def _about_waivers(
    waivers: Iterable[Waiver],
    used: set[Waiver],
    known: set[str],
    places: Places,
    shown: PurePosixPath,
) -> Iterable[Diagnostic]:
    for waiver in waivers:
        if waiver in used:
            continue
        if not waiver.rule:
            code, level = "waiver.form", Level.ERROR
        elif waiver.last < waiver.first:
            code, level = "waiver.section", Level.ERROR
        elif waiver.rule not in known:
            code, level = "waiver.unknown", Level.ERROR
        elif not waiver.reason:
            code, level = "waiver.reason", Level.ERROR
        else:
            code, level = "waiver.unused", Level.WARNING
        excerpt = places.lines[waiver.line]
        params = (("rule", waiver.rule),)
        yield Diagnostic(
            shown,
            waiver.line + 1,
            waiver.column + 1,
            level,
            code,
            params,
            excerpt,
            len(excerpt) - waiver.column,
        )


def _diagnose(rule: Rule, finding: Finding, places: Places, shown: PurePosixPath) -> Diagnostic:
    if not finding.path:
        return Diagnostic(shown, 0, 0, rule.level, rule.id, finding.params)
    span = _place(finding, places)
    return Diagnostic(
        shown,
        span.line + 1,
        span.column + 1,
        rule.level,
        rule.id,
        finding.params,
        places.excerpt(span.line),
        max(1, span.end_column - span.column),
    )


def _place(finding: Finding, places: Places) -> Span:
    piece = finding.piece
    if piece is None:
        return places.span(Fault(finding.path, ""))
    start, end = piece.origin(finding.start, finding.end)
    return places.part(piece.path, piece.before, piece.raw, start, end)
