"""Gates: what keeps a site from being published."""

from collections.abc import Iterator
from datetime import timedelta

from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.pipeline.checking import Checked, Desk, check_project
from disclosure.pipeline.publication_date import publication_faults
from disclosure.pipeline.sealing import store_of
from disclosure.pipeline.signing import review_of
from disclosure.settings import Settings


def find_hindrances(settings: Settings) -> tuple[Diagnostic, ...]:
    """Return an error for everything that is not ready to be published.

    Errors of the checks, dates of publication that cannot be right, sign-offs that are not
    complete, and texts that differ from the last sealed version, or have none.
    """
    checking = check_project(settings)
    found = [each for each in checking.found if each.level is Level.ERROR]
    if checking.desk is None:
        return tuple(found)
    store = store_of(settings)
    sealed = {line.entry.slug: line.entry.content for line in store.lines() if line.entry}
    for checked in checking.notices:
        found += _hindrances(checked, checking.desk, sealed.get(checked.file.slug, ""))
    return tuple(found)


def _hindrances(checked: Checked, desk: Desk, sealed: str) -> Iterator[Diagnostic]:
    yield from (each for each in checked.diagnostics if each.level is Level.ERROR)
    if checked.loaded is None or has_errors(checked.diagnostics):
        return
    review = review_of(checked, desk)
    shown = desk.settings.shown(checked.file.path)
    for fault in publication_faults(checked.loaded, timedelta(0)):
        yield Diagnostic(shown, 0, 0, Level.ERROR, fault.code, fault.params)
    if review is None or review.found or not review.verdict.complete:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.unsigned")
    elif checked.digest != sealed:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.unsealed")
