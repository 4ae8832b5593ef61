"""Jobs: one notice each, from its file to the bytes of its pages."""

from dataclasses import dataclass

from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.pipeline.inventory import NoticeFile, read_attachments
from disclosure.render.notice_pages import NoticeFiles, NoticeSource, render_notice
from disclosure.render.studio import Studio
from disclosure.render.views.reach import contacts_of
from disclosure.settings import Settings
from disclosure.source.load import load_notice, read_bytes


@dataclass(frozen=True, slots=True)
class NoticeResult:
    """What became of one notice.

    Attributes:
        rendered: its files; None when it has errors or nothing was to be rendered.
        diagnostics: everything found, unsorted.

    """

    rendered: NoticeFiles | None
    diagnostics: tuple[Diagnostic, ...]


def run_notice(file: NoticeFile, settings: Settings, studio: Studio | None) -> NoticeResult:
    """Load a notice and, given a studio, render it.

    Raises:
        TemplateError: a template is broken.

    """
    shown = settings.shown(file.path)
    data, unreadable = read_bytes(file.path, shown)
    if unreadable:
        return NoticeResult(None, unreadable)
    loaded, found = load_notice(data, shown)
    if loaded is None:
        return NoticeResult(None, found)
    attachments, absent = read_attachments(file, loaded.notice, settings)
    found = (*found, *absent)
    if studio is not None and not contacts_of(loaded.notice, studio.site):
        found = (*found, Diagnostic(shown, 0, 0, Level.WARNING, "notice.no_contact"))
    if studio is None or has_errors(found):
        return NoticeResult(None, found)
    source = NoticeSource(file.slug, loaded.notice, loaded.figures, loaded.outline, attachments)
    return NoticeResult(render_notice(source, studio), found)
