"""Jobs: one notice each, from its file to files written aside."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.pipeline.inventory import NoticeFile, read_attachments
from disclosure.pipeline.staging import Placed, Shelf
from disclosure.render.notice_pages import NoticeSource, render_notice
from disclosure.render.studio import Studio
from disclosure.render.views.reach import contacts_of
from disclosure.render.views.summary import NoticeSummary
from disclosure.settings import Settings
from disclosure.source.load import load_notice, read_bytes


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker needs for every job.

    Attributes:
        settings: the project.
        studio: None when notices are only to be checked, because something else is wrong.
        shelf: where files are written aside.
    """

    settings: Settings
    studio: Studio | None
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class NoticeResult:
    """What became of one notice.

    Attributes:
        shown: its file, as messages name it.
        summary: its line for the lists; None when it was not rendered.
        placed: its files.
        diagnostics: everything found, unsorted.
    """

    shown: PurePosixPath
    summary: NoticeSummary | None
    placed: tuple[Placed, ...]
    diagnostics: tuple[Diagnostic, ...]


def run_notice(file: NoticeFile, bench: Bench) -> NoticeResult:
    """Load a notice and, given a studio, render it and write it aside.

    Raises:
        TemplateError: a template is broken.
        OutputError: a file could not be written.
    """
    shown = bench.settings.shown(file.path)
    data, unreadable = read_bytes(file.path, shown)
    if unreadable:
        return NoticeResult(shown, None, (), unreadable)
    loaded, found = load_notice(data, shown)
    if loaded is None:
        return NoticeResult(shown, None, (), found)
    attachments, absent = read_attachments(file, loaded.notice, bench.settings)
    found = (*found, *absent)
    if bench.studio is None or has_errors(found):
        return NoticeResult(shown, None, (), found)
    if not contacts_of(loaded.notice, bench.studio.site):
        found = (*found, Diagnostic(shown, 0, 0, Level.WARNING, "notice.no_contact"))
    source = NoticeSource(file.slug, loaded.notice, loaded.figures, loaded.outline, attachments)
    rendered = render_notice(source, bench.studio)
    placed = tuple(bench.shelf.put(url, content) for url, content in rendered.files.items())
    return NoticeResult(shown, rendered.summary, placed, found)
