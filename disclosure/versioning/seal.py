"""Sealing: what the build makes of a notice becomes a version that is never touched again."""

from pathlib import Path

from disclosure.archive.log import Entry, head_of
from disclosure.archive.store import Store
from disclosure.bounded_reading import read_file
from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import CheckContext, Checked
from disclosure.editorial.readiness import refuse_unready
from disclosure.editorial.report import report_files
from disclosure.errors import OutputError, UsageError
from disclosure.model.versions import Reason
from disclosure.project.notice_reader import read_again, read_notice
from disclosure.project.settings import Settings
from disclosure.project.signoffs import Review
from disclosure.project.versions import Text, text_of
from disclosure.render.composed import compose
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import open_renderer
from disclosure.source.load_genres import SEALED
from disclosure.versioning.adding import Prepared, Sealed, Stamping, add, moment_after, refuse_note
from disclosure.versioning.version_files import (
    NOTICE,
    REVIEWS,
    SITE,
    Material,
    read_site,
)


def seal(
    checked: Checked,
    context: CheckContext,
    note: str,
    reason: str,
    stamping: Stamping | None = None,
) -> Sealed:
    """Seal a notice as its next version.

    Args:
        checked: the notice, through all rules.
        context: what it was checked against.
        note: what is new, in words.
        reason: one of ``Reason``; empty takes 首次公布 for the first version, else 进展更新.
        stamping: gives the time-stamp token of a listing; None for none.

    Raises:
        UsageError: no note, or an unknown reason.
        OutputError: errors, no complete sign-off, nothing new, no token, or the archive cannot
            be written; or versions have vanished from it.

    """
    refuse_note(note)
    ready = refuse_unready(checked, context)

    def prepare(store: Store) -> Prepared:
        before = store.versions(checked.file.slug)
        content = checked.digest
        why = _reason(reason, first=not before)
        same = before and before[-1].content == content
        # Withdrawing, and what stands again after it, need no other text.
        if same and Reason.WITHDRAWAL not in {why, before[-1].reason}:
            raise OutputError("seal.nothing", number=str(before[-1].number))
        sealed, remark = moment_after(before)
        entry = Entry(
            slug=checked.file.slug,
            number=len(before) + 1,
            sealed=sealed,
            reason=why,
            note=note.strip() + remark,
            title=ready.loaded.notice.title,
            content=content,
            listing="",
            stamp="",
            previous=head_of(store.lines()),
        )
        return Prepared(entry, _material(checked, context, ready.review, entry))

    return add(prepare, context.settings, stamping)


def current_text(checked: Checked, context: CheckContext) -> Text:
    """Return a notice as it is now, to be compared with what was sealed.

    Raises:
        OutputError: it cannot be read.

    """
    if checked.loaded is None:
        raise OutputError("seal.errors", path=checked.file.name)
    reading = read_notice(checked.file, context.settings)
    source = reading.source(checked.loaded)
    renderer = open_renderer(context.site, context.settings.templates, context.settings.compiled)
    plain = plain_text(compose(source, renderer))
    return text_of(checked.loaded, plain, reading.attached.digests)


def _reason(asked: str, *, first: bool) -> Reason:
    if not asked:
        return Reason.FIRST if first else Reason.PROGRESS
    try:
        return Reason(asked)
    except ValueError:
        known = "、".join(Reason)
        raise UsageError("cli.bad_choice", name="--reason", what=asked, known=known) from None


def _material(checked: Checked, context: CheckContext, review: Review, entry: Entry) -> Material:
    """Return what the version is made from, as it was checked."""
    settings = context.settings
    attached = read_again(checked.file, checked.digest, settings).attached.content
    local = settings._replace(root=settings.content.parent)
    portable = _portable(checked, local)
    page, data = report_files(local, portable.diagnostics, (portable,))
    papers = {
        NOTICE: checked.data,
        SITE: _site_as_checked(context, entry),
        REVIEWS: review.data,
        "check.html": page,
        "check.json": data,
    }
    if checked.loaded and checked.loaded.genre:
        papers[SEALED] = checked.loaded.genre.data
    return Material(papers, attached)


def _site_as_checked(context: CheckContext, entry: Entry) -> bytes:
    path = context.settings.content / "site.yaml"
    try:
        data = read_file(path, context.settings.content)
    except OSError:
        data = b""
    if not data or read_site(data, entry.folder) != context.site:
        raise OutputError("fix.changed", path=path.name)
    return data


def _portable(checked: Checked, settings: Settings) -> Checked:
    """Return a check whose findings name no folder of this machine."""

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        return diagnostic._replace(path=settings.display_path(Path(diagnostic.path)))

    return checked._replace(
        diagnostics=tuple(moved(each) for each in checked.diagnostics),
        waived=tuple(each._replace(diagnostic=moved(each.diagnostic)) for each in checked.waived),
    )
