"""Before a publication: what keeps a site from being published, and what was looked at."""

import re
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from disclosure.archive.checksums import read_listing
from disclosure.diagnostics import Diagnostic, Level, in_reading_order
from disclosure.editorial.check import Checked, check_project
from disclosure.editorial.readiness import publication_blockers
from disclosure.errors import OutputError
from disclosure.pipeline.former_part import former_texts
from disclosure.project.former import find_former
from disclosure.project.last_versions import read_log
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.publish.history import Records
from disclosure.publish.local_site import LocalSite
from disclosure.render.urls import ATTACHED, CANONICAL, NoticeUrls

_NAMED = 5
_PAGE = re.compile(r"notices/([a-z0-9-]+)/index\.html")


class Preflight(NamedTuple):
    """What was seen.

    Attributes:
        blockers: an error for everything that is not ready to be published.
        texts: SHA-256, by place on the site, of the texts and attachments that were looked at.
    """

    blockers: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def run_preflight(settings: Settings) -> Preflight:
    """Say what is not ready to be published.

    See ``publication_blockers``, and what is wrong with the project as a whole.
    """
    checking = check_project(settings)
    found = [each for each in checking.found if each.level is Level.ERROR]
    if checking.context is None:
        return Preflight(in_reading_order(found), {})
    store = store_of(settings)
    sealed = {line.entry.slug: line.entry.content for line in store.lines() if line.entry}
    last_versions, _ = read_log(settings)
    withdrawn = {slug for slug, last in last_versions.items() if last.withdrawn}
    every = list(checking.notices)
    standing = [each.file.slug for each in every if each.file.slug not in withdrawn]
    former, _ = find_former(settings, standing, last_versions)
    texts = former_texts(former, settings, checking.context.site.base_url)
    found += _vanished(settings, {*standing, *former.withdrawn, *former.moved, *last_versions})
    for checked in every:
        if checked.file.slug in withdrawn:
            continue  # readers do not find it
        texts.update(_texts(checked))
        last = sealed.get(checked.file.slug, "")
        found += publication_blockers(checked, checking.context, last)
    return Preflight(in_reading_order(found), texts)


def _vanished(settings: Settings, known: Container[str]) -> Iterator[Diagnostic]:
    """Yield an error for each notice that was published last time, never sealed, and is gone."""
    listed = read_listing(Records(settings).latest()) or {}
    pages = (_PAGE.fullmatch(place) for place in listed)
    for slug in sorted(page[1] for page in pages if page and page[1] not in known):
        shown = settings.display_path(settings.content / "notices" / f"{slug}.yaml")
        yield Diagnostic(shown, 0, 0, Level.ERROR, "publish.vanished", (("slug", slug),))


def refuse_blocked(preflight: Preflight, *, dry: bool, forced: str) -> None:
    """Refuse to publish what is not ready.

    Args:
        preflight: what was seen.
        dry: nothing is published, so nothing is refused.
        forced: why it goes out all the same; empty for no reason.

    Raises:
        OutputError: something is not ready.

    """
    if preflight.blockers and not forced and not dry:
        raise OutputError("publish.refused", count=str(len(preflight.blockers)))


def refuse_unchecked(site: LocalSite, preflight: Preflight) -> None:
    """Refuse a built site that says something else than what was looked at.

    Somebody may save a notice between the checks and the build.

    Raises:
        OutputError: a notice or an attachment is another, is new, or is gone.

    """
    every = {*preflight.texts, *(place for place in site.digests if _is_text(place))}
    moved = sorted(each for each in every if site.digests.get(each) != preflight.texts.get(each))
    if moved:
        raise OutputError("publish.moved", places="、".join(moved[:_NAMED]))


def _texts(checked: Checked) -> Iterator[tuple[str, str]]:
    if checked.loaded is None:
        return
    places = NoticeUrls(checked.file.slug)
    yield places.canonical, checked.digest
    for name, digest in checked.attached.digests.items():
        yield places.attachment(name), digest


def _is_text(place: str) -> bool:
    """Whether a place of the site holds a notice's text or attachment as it is now."""
    folder, *rest = place.split("/")
    return folder == "notices" and (rest[1:] == [CANONICAL] or rest[1:2] == [ATTACHED.rstrip("/")])
