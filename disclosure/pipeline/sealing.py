"""Sealing: what the build makes of a notice becomes a version that is never touched again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from disclosure.archive.listing import LISTING, STAMP
from disclosure.archive.log import Entry, head_of
from disclosure.archive.store import Store
from disclosure.clock import moment_in_china
from disclosure.diagnostics import Diagnostic, has_errors
from disclosure.errors import OutputError, UsageError
from disclosure.files import exclusive, sha256_hex
from disclosure.model.canonical import canonical_bytes, content_digest
from disclosure.pipeline.checking import Checked, Desk
from disclosure.pipeline.inventory import read_attachments
from disclosure.pipeline.papers import report_files
from disclosure.pipeline.publication_date import refuse_publication_date
from disclosure.pipeline.record import this_maker
from disclosure.pipeline.reviews import Review
from disclosure.pipeline.signing import review_of
from disclosure.pipeline.version import NOTICE, REVIEWS, SITE, Material, make_version, read_site
from disclosure.render.notice_pages import NoticeSource, compose
from disclosure.render.studio import open_studio
from disclosure.settings import Settings, name_for
from disclosure.source.load import LoadedNotice

Stamping = Callable[[bytes], bytes]
_PRINTED_NOTE = 400


class Reason(StrEnum):
    """Why there is a new version."""

    FIRST = "首次公布"
    PROGRESS = "进展更新"
    CORRECTION = "更正"
    WITHDRAWAL = "撤回"


class Sealed(NamedTuple):
    """A version that was just sealed, and the digest that proves the log up to it."""

    entry: Entry
    head: str


def store_of(settings: Settings) -> Store:
    """Return the archive of a project."""
    return Store(settings.content / "archive")


@contextmanager
def archive_lock(settings: Settings) -> Iterator[Store]:
    """Hold the archive for the length of the block, and complete what was interrupted.

    Raises:
        OutputError: another process holds it, or it cannot be written.

    """
    lock = settings.cache / f"sealing-{name_for(settings.content)}.lock"
    with exclusive(lock, "archive.busy"):
        store = store_of(settings)
        store.recover()
        yield store


def seal(
    checked: Checked, desk: Desk, note: str, reason: str, stamping: Stamping | None = None
) -> Sealed:
    """Seal a notice as its next version.

    Args:
        checked: the notice, through all rules.
        desk: what it was checked against.
        note: what is new, in words.
        reason: one of ``Reason``; empty takes 首次公布 for the first version, else 进展更新.
        stamping: gives the time-stamp token of a listing; None for none.

    Raises:
        UsageError: no note, or an unknown reason.
        OutputError: errors, no complete sign-off, nothing new, no token, or the archive cannot
            be written.

    """
    if not note.strip() or not note.isprintable() or len(note) > _PRINTED_NOTE:
        raise UsageError("seal.note", limit=str(_PRINTED_NOTE))
    loaded = checked.loaded
    if loaded is None or has_errors(checked.diagnostics):
        raise OutputError("seal.errors", path=checked.file.path.name)
    refuse_publication_date(checked)
    review = review_of(checked, desk)
    if review is None or review.found or not review.verdict.complete:
        raise OutputError("seal.unsigned", path=checked.file.path.name)
    with archive_lock(desk.settings) as store:
        before = store.versions(checked.file.slug)
        content = content_digest(canonical_bytes(loaded.notice))
        why = _reason(reason, first=not before)
        if before and before[-1].content == content and why is not Reason.WITHDRAWAL:
            raise OutputError("seal.nothing", number=str(before[-1].number))
        entry = Entry(
            slug=checked.file.slug,
            number=len(before) + 1,
            sealed=_now(before),
            reason=why,
            note=note.strip(),
            title=loaded.notice.title,
            content=content,
            listing="",
            stamp="",
            previous=head_of(store.lines()),
        )
        material = _material(checked, loaded, desk, review, entry)
        maker = this_maker(desk.settings.templates)
        files = make_version(material, entry, desk.settings, maker)
        entry = entry._replace(listing=sha256_hex(files[LISTING]))
        if stamping is not None:
            files[STAMP] = stamping(files[LISTING])
            entry = entry._replace(stamp=sha256_hex(files[STAMP]))
        return Sealed(entry, store.append(entry, files))


def current_text(checked: Checked, desk: Desk) -> bytes:
    """Return the plain text of a notice as it is now.

    Raises:
        OutputError: it cannot be read.

    """
    if checked.loaded is None:
        raise OutputError("seal.errors", path=checked.file.path.name)
    loaded = checked.loaded
    source = NoticeSource(checked.file.slug, loaded.notice, loaded.figures, loaded.outline, {})
    studio = open_studio(desk.site, desk.settings.templates, desk.settings.compiled)
    return compose(source, studio).data["notice.txt"]


def _reason(asked: str, *, first: bool) -> Reason:
    if not asked:
        return Reason.FIRST if first else Reason.PROGRESS
    try:
        return Reason(asked)
    except ValueError:
        known = "、".join(Reason)
        raise UsageError("cli.bad_choice", name="--reason", what=asked, known=known) from None


def _now(before: tuple[Entry, ...]) -> str:
    shown = moment_in_china()
    if before and shown < before[-1].sealed:
        raise OutputError("sign.clock", at=shown)
    return shown


def _material(
    checked: Checked, loaded: LoadedNotice, desk: Desk, review: Review, entry: Entry
) -> Material:
    """Return what the version is made from, as it was checked."""
    settings = desk.settings
    names = [each.file for each in loaded.notice.attachments if each.file is not None]
    local = settings._replace(root=settings.content.parent)
    portable = _portable(checked, local)
    page, data = report_files(local, portable.diagnostics, (portable,))
    papers = {
        NOTICE: checked.data,
        SITE: _site_as_checked(desk, entry),
        REVIEWS: review.data,
        "check.html": page,
        "check.json": data,
    }
    return Material(papers, read_attachments(checked.file, names, settings).content)


def _site_as_checked(desk: Desk, entry: Entry) -> bytes:
    path = desk.settings.content / "site.yaml"
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if not data or read_site(data, entry.folder) != desk.site:
        raise OutputError("fix.changed", path=path.name)
    return data


def _portable(checked: Checked, settings: Settings) -> Checked:
    """Return a check whose findings name no folder of this machine."""

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        return diagnostic._replace(path=settings.shown(Path(diagnostic.path)))

    return checked._replace(
        diagnostics=tuple(moved(each) for each in checked.diagnostics),
        waived=tuple(each._replace(diagnostic=moved(each.diagnostic)) for each in checked.waived),
    )
