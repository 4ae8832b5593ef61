"""Gates: what keeps a site from being published."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic, Level, has_errors, in_reading_order
from disclosure.editorial.check import CheckContext, Checked, check_project
from disclosure.editorial.publication_date import publication_faults
from disclosure.editorial.sign import review_of
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.project.notices import read_attachments
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.publish.history import LocalSite
from disclosure.render.urls import ATTACHED, CANONICAL, NoticeUrls

_NAMED = 5


class Passed(NamedTuple):
    """What the gates have seen.

    Attributes:
        hindrances: an error for everything that is not ready to be published.
        texts: SHA-256, by place on the site, of the texts and attachments that were looked at.
    """

    hindrances: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def look_at_gates(settings: Settings) -> Passed:
    """Say what is not ready to be published.

    Errors of the checks, dates of publication that cannot be right, sign-offs that are not
    complete, and texts that differ from the last sealed version, or have none.
    """
    checking = check_project(settings)
    found = [each for each in checking.found if each.level is Level.ERROR]
    if checking.context is None:
        return Passed(in_reading_order(found), {})
    store = store_of(settings)
    sealed = {line.entry.slug: line.entry.content for line in store.lines() if line.entry}
    texts: dict[str, str] = {}
    for checked in checking.notices:
        texts.update(_texts(checked, settings))
        found += _hindrances(checked, checking.context, sealed.get(checked.file.slug, ""))
    return Passed(in_reading_order(found), texts)


def refuse_unchecked(site: LocalSite, passed: Passed) -> None:
    """Refuse a built site that says something else than what the gates have looked at.

    Somebody may save a notice between the checks and the build.

    Raises:
        OutputError: a notice or an attachment is another, is new, or is gone.

    """
    every = {*passed.texts, *(place for place in site.digests if _is_text(place))}
    moved = sorted(each for each in every if site.digests.get(each) != passed.texts.get(each))
    if moved:
        raise OutputError("publish.moved", places="、".join(moved[:_NAMED]))


def _texts(checked: Checked, settings: Settings) -> Iterator[tuple[str, str]]:
    if checked.loaded is None:
        return
    notice = checked.loaded.notice
    places = NoticeUrls(checked.file.slug)
    yield places.canonical, checked.digest
    names = [each.file for each in notice.attachments if each.file is not None]
    for name, data in read_attachments(checked.file, names, settings).content.items():
        yield places.attachment(name), sha256_hex(data)


def _is_text(place: str) -> bool:
    """Whether a place of the site holds a notice's text or attachment as it is now."""
    folder, *rest = place.split("/")
    return folder == "notices" and (rest[1:] == [CANONICAL] or rest[1:2] == [ATTACHED.rstrip("/")])


def _hindrances(checked: Checked, context: CheckContext, sealed: str) -> Iterator[Diagnostic]:
    yield from (each for each in checked.diagnostics if each.level is Level.ERROR)
    if checked.loaded is None or has_errors(checked.diagnostics):
        return
    review = review_of(checked, context)
    shown = context.settings.display_path(checked.file.path)
    for fault in publication_faults(checked.loaded, timedelta(0)):
        yield Diagnostic(shown, 0, 0, Level.ERROR, fault.code, fault.params)
    if review is None or review.found or not review.verdict.complete:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.unsigned")
    elif checked.digest != sealed:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.unsealed")
