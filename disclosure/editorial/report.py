"""Writing papers: the report of a check and approval sheets."""

import json
from collections.abc import Sequence
from pathlib import Path

from disclosure.checks.run import Waived
from disclosure.control_characters import refuse_controls
from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import Checked, counts_of
from disclosure.files import explain_os_error, replace_file
from disclosure.messages import say
from disclosure.page_texts import page_texts
from disclosure.project.settings import Settings
from disclosure.render.office_pages import FindingLine, NoticeReport, Report, render_report
from disclosure.report.formats import as_data
from disclosure.report.text import level_name, sentence

_AROUND = 18


def write_report(
    folder: Path,
    settings: Settings,
    diagnostics: Sequence[Diagnostic],
    checked: Sequence[Checked],
) -> None:
    """Write ``report.html`` and ``report.json``.

    Args:
        folder: where to; made if it is not there.
        settings: the project.
        diagnostics: everything found, in reading order.
        checked: the notices.

    Raises:
        OutputError: they cannot be written.
        TemplateError: the report's template is broken.

    """
    page, data = report_files(settings, diagnostics, checked)
    write_paper(folder / "report.html", page)
    write_paper(folder / "report.json", data)


def report_files(
    settings: Settings, diagnostics: Sequence[Diagnostic], checked: Sequence[Checked]
) -> tuple[bytes, bytes]:
    """Return the report of a check as a page and as JSON; see ``write_report``."""
    language = settings.language
    notices = tuple(_notice_report(one, diagnostics, settings) for one in checked)
    files = {settings.display_path(one.file.path) for one in checked}
    site = tuple(finding_line(d, language) for d in diagnostics if d.path not in files)
    view = Report(say("cli.checked", language, counts_of(diagnostics, checked)), site, notices)
    data = {
        "findings": [as_data(each, language) for each in diagnostics],
        "waived": [
            as_data(each.diagnostic, language) | {"reason": each.reason}
            for one in checked
            for each in one.waived
        ],
        "notices": [
            {"file": one.file, "title": one.title, "digest": one.digest} for one in notices
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return render_report(view, settings.templates), text.encode("utf-8", "backslashreplace")


def write_paper(path: Path, data: bytes) -> None:
    """Write one paper, whole or not at all.

    Raises:
        OutputError: it cannot be written, or holds a control character.

    """
    refuse_controls(path.name, data)
    try:
        replace_file(path, data)
    except OSError as error:
        raise explain_os_error(error, path) from error


def finding_line(diagnostic: Diagnostic, language: str, reason: str = "") -> FindingLine:
    """Return a finding as papers show it."""
    start = max(0, diagnostic.column - 1)
    end = min(start + diagnostic.span, start + 2 * _AROUND)
    line = diagnostic.excerpt
    cut = max(0, start - _AROUND)
    before = ("…" if cut else "") + line[cut:start].lstrip()
    after = line[end : end + _AROUND] + ("…" if end + _AROUND < len(line) else "")
    place = ""
    if diagnostic.line:
        place = page_texts().text("report.at", line=diagnostic.line, column=diagnostic.column)
    return FindingLine(
        place=place,
        kind=diagnostic.level.name.lower(),
        level=level_name(diagnostic.level, language),
        sentence=sentence(diagnostic, language),
        code=diagnostic.code,
        before=before,
        marked=line[start:end],
        after=after,
        reason=reason,
    )


def waived_line(waived: Waived, language: str) -> FindingLine:
    """Return a waived finding as papers show it."""
    return finding_line(waived.diagnostic, language, waived.reason)


def _notice_report(
    one: Checked, diagnostics: Sequence[Diagnostic], settings: Settings
) -> NoticeReport:
    shown = settings.display_path(one.file.path)
    language = settings.language
    return NoticeReport(
        title=one.loaded.notice.title if one.loaded else shown.name,
        file=shown.as_posix(),
        digest=one.digest,
        findings=tuple(finding_line(d, language) for d in diagnostics if d.path == shown),
        waived=tuple(waived_line(each, language) for each in one.waived),
    )
