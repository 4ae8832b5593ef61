"""Readiness: whether a text may go out. The one place that decides it.

What forbids it is a blocker, what is only said is a concern. Sealing, publishing and delivering
ask the same three questions: are there errors, has everybody signed this very text, is it the
one that was sealed last? They differ in what they make of the answers, and in their words.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from disclosure.clock import moment_in_china
from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.editorial.check import CheckContext, Checked
from disclosure.editorial.publication_date import publication_faults, refuse_publication_date
from disclosure.editorial.sign import review_of
from disclosure.errors import OutputError
from disclosure.model.review import SignOff
from disclosure.model.versions import second_of
from disclosure.project.signoffs import Review
from disclosure.source.load import LoadedNotice

_SITE: Final = "site.yaml"


class Concern(NamedTuple):
    """A reason why the text should perhaps not go out as it is.

    Attributes:
        code: of the message.
        params: its values.

    """

    code: str
    params: dict[str, str]


class Ready(NamedTuple):
    """A text that may be sealed, and how it was signed."""

    loaded: LoadedNotice
    review: Review


def errors_of(checked: Checked) -> tuple[Diagnostic, ...]:
    """Return the errors that were found in a text; one that cannot be read has some."""
    return tuple(each for each in checked.diagnostics if each.level is Level.ERROR)


def signed_by(checked: Checked, context: CheckContext) -> tuple[SignOff, ...]:
    """Return who has signed off this very text, in order; nobody unless all have.

    Raises:
        OutputError: a key is to be verified and OpenSSH is not there.

    """
    review = _complete_review(checked, context)
    steps = review.verdict.steps if review else ()
    return tuple(step.signed for step in steps if step.signed)


def publication_blockers(
    checked: Checked, context: CheckContext, sealed: str
) -> Iterator[Diagnostic]:
    """Yield an error for everything that forbids to publish a text.

    Args:
        checked: the text.
        context: what it was checked against.
        sealed: content digest of its last sealed version; empty for none.

    Errors of the checks; else a date of publication that cannot be right today, sign-offs that
    are not complete, and a text that is not the one that was sealed last.
    """
    errors = errors_of(checked)
    yield from errors
    if checked.loaded is None or errors:
        return
    shown = context.settings.display_path(checked.file.path)
    for fault in publication_faults(checked.loaded, timedelta(0)):
        yield Diagnostic(shown, 0, 0, Level.ERROR, fault.code, fault.params)
    if _complete_review(checked, context) is None:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.unsigned")
    elif checked.digest != sealed:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.unsealed")


def refuse_unready(checked: Checked, context: CheckContext) -> Ready:
    """Refuse to seal a text that is not ready for it.

    Raises:
        OutputError: it has errors, its date of publication cannot be right, or not everybody
            has signed it.

    """
    path = checked.file.name
    if checked.loaded is None or errors_of(checked):
        raise OutputError("seal.errors", path=path)
    if has_errors(context.found):
        raise OutputError("seal.errors", path=_SITE)
    refuse_publication_date(checked)
    review = _complete_review(checked, context)
    if review is None:
        raise OutputError("seal.unsigned", path=path)
    return Ready(checked.loaded, review)


def clock_concern(signed: Iterable[SignOff]) -> Concern | None:
    """Return that sign-offs are dated after what would be sealed now: some clock was wrong.

    It is sealed all the same, for no sign-off can be dated before those that stand: who refused
    would stop everybody until that day. But it is said while the clock can still be set.

    Args:
        signed: who has signed off the text; see ``signed_by``.

    """
    now = moment_in_china()
    last = max((each.at for each in signed), default="")
    if last <= now:
        return None
    return Concern("seal.clock", {"at": second_of(last), "clock": second_of(now)})


def delivery_concerns(
    checked: Checked,
    context: CheckContext,
    signed: tuple[SignOff, ...],
    last: tuple[int, str] | None,
    *,
    withdrawn: bool = False,
) -> tuple[Concern, ...]:
    """Return what speaks against handing a text over, which is done all the same.

    Args:
        checked: the text.
        context: what it was checked against.
        signed: who has signed it; see ``signed_by``.
        last: number and content digest of its last sealed version; None for none.
        withdrawn: whether that withdrew it.

    """
    path = checked.file.name
    found: list[Concern] = []
    for name, diagnostics in ((_SITE, context.found), (path, checked.diagnostics)):
        errors = sum(each.level is Level.ERROR for each in diagnostics)
        if errors:
            found.append(Concern("deliver.errors", {"path": name, "count": str(errors)}))
    if checked.loaded and checked.loaded.notice.published is None:
        found.append(Concern("deliver.draft", {"path": path}))
    if not signed:
        found.append(Concern("deliver.unsigned", {"path": path}))
    if last and withdrawn:
        found.append(Concern("deliver.withdrawn", {"path": path, "number": str(last[0])}))
    if last and last[1] != checked.digest:
        found.append(Concern("deliver.changed", {"path": path, "number": str(last[0])}))
    return tuple(found)


def _complete_review(checked: Checked, context: CheckContext) -> Review | None:
    """Return how the sign-offs stand where everybody has signed this very text."""
    review = review_of(checked, context)
    complete = review is not None and not review.found and review.verdict.complete
    return review if complete else None
