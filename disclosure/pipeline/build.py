"""The build: everything is read and checked, written aside, and only then shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from disclosure.diagnostics import Diagnostic, Level, has_errors, in_reading_order
from disclosure.errors import OutputError, TemplateError
from disclosure.files import exclusive, explain_os_error, sha256_hex
from disclosure.model.site import Site
from disclosure.pipeline.inventory import NoticeFile, find_notices
from disclosure.pipeline.jobs import Bench
from disclosure.pipeline.staging import Placed, Staging, recover
from disclosure.pipeline.workers import choose_workers, run_notices
from disclosure.render.site_pages import render_site
from disclosure.render.studio import Studio, open_studio
from disclosure.render.views.summary import NoticeSummary
from disclosure.settings import Settings
from disclosure.source.load import load_site, read_bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did.

    Attributes:
        diagnostics: everything found, in reading order.
        built: whether the site now is what the content says.
        notices: how many notices it has.
        total: how many files.
        written: how many of them were new or different.
        deleted: how many files of the former site are gone.
        recovered: whether an interrupted build was completed first.

    """

    diagnostics: tuple[Diagnostic, ...]
    built: bool
    notices: int = 0
    total: int = 0
    written: int = 0
    deleted: int = 0
    recovered: bool = False


def build_site(settings: Settings, *, strict: bool = False) -> Outcome:
    """Build the site.

    Args:
        strict: warnings, too, keep the site from being written.

    Returns:
        What was found and done; with errors, the site is as it was.

    Raises:
        OutputError: the site cannot be written, or another build is at work.

    """
    _refuse_output_over_input(settings)
    lock = settings.cache / f"{_short_name(settings)}.lock"
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os_error(error, lock.parent) from error
    with exclusive(lock):
        recovered = recover(settings.output)
        staging = Staging(settings.output)
        try:
            outcome = _build(settings, staging, strict=strict, recovered=recovered)
        except BaseException:
            # After an interrupted move the journal must stay; nothing is staged without one.
            if not staging.committing:
                staging.discard()
            raise
        if not outcome.built:
            staging.discard()
        return outcome


def _build(settings: Settings, staging: Staging, *, strict: bool, recovered: bool) -> Outcome:
    files, found = find_notices(settings)
    site, site_found = _load_site(settings)
    diagnostics = [*found, *site_found]
    try:
        summaries = _stage_all(files, site, settings, staging, diagnostics)
    except TemplateError as fault:
        diagnostics.append(_template_diagnostic(fault, settings))
        summaries = None
    ordered = in_reading_order(diagnostics)
    if summaries is None or has_errors(ordered) or (strict and ordered):
        return Outcome(ordered, built=False, recovered=recovered)
    deleted = staging.commit()
    return Outcome(
        ordered,
        built=True,
        notices=len(summaries),
        total=len(staging.digests),
        written=len(staging.changed),
        deleted=deleted,
        recovered=recovered,
    )


def _stage_all(
    files: Sequence[NoticeFile],
    site: Site | None,
    settings: Settings,
    staging: Staging,
    diagnostics: list[Diagnostic],
) -> list[NoticeSummary] | None:
    """Render everything; None when anything has errors (the rest is still read)."""
    studio: Studio | None = None
    if site is not None and not has_errors(diagnostics):
        studio = open_studio(site, settings.templates)
    bench = Bench(settings, studio, staging.shelf)
    summaries: list[NoticeSummary] = []
    workers = choose_workers(len(files), settings.jobs)
    for result in run_notices(files, bench, workers):
        diagnostics.extend(result.diagnostics)
        _account(result.placed, result.shown, staging, diagnostics)
        if result.summary is not None:
            summaries.append(result.summary)
    if studio is None or len(summaries) < len(files):
        return None
    shown = settings.shown(settings.content / "site.yaml")
    files_of_site = render_site(summaries, studio)
    placed = [staging.shelf.put(url, data) for url, data in files_of_site.items()]
    _account(placed, shown, staging, diagnostics)
    return summaries


def _account(
    placed: Iterable[Placed],
    origin: PurePosixPath,
    staging: Staging,
    diagnostics: list[Diagnostic],
) -> None:
    """Enter files into the account; two sources for one place are an error naming both."""
    for each in placed:
        if not staging.accept(each, origin.as_posix()):
            first = staging.origins[each.url]
            params = (("url", each.url), ("first", first), ("second", origin.as_posix()))
            diagnostics.append(Diagnostic(origin, 0, 0, Level.ERROR, "page.clash", params))


def _load_site(settings: Settings) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    path = settings.content / "site.yaml"
    shown = settings.shown(path)
    if not path.exists():
        params = (("path", shown.as_posix()),)
        return None, (Diagnostic(shown, 0, 0, Level.ERROR, "site.absent", params),)
    data, unreadable = read_bytes(path, shown)
    if unreadable:
        return None, unreadable
    loaded = load_site(data, shown)
    return loaded.model, loaded.diagnostics


def _template_diagnostic(fault: TemplateError, settings: Settings) -> Diagnostic:
    path = settings.templates / fault.params["name"]
    line = fault.params.get("line", "")
    number = int(line) if line.isdigit() else 0
    excerpt = ""
    if number and path.is_file():
        rows = path.read_text(encoding="utf-8", errors="replace").split("\n")
        excerpt = rows[number - 1] if number <= len(rows) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1 if number else 0
    return Diagnostic(
        settings.shown(path),
        number,
        column,
        Level.ERROR,
        fault.code,
        tuple(fault.params.items()),
        excerpt,
        max(1, len(excerpt.strip())),
    )


def _refuse_output_over_input(settings: Settings) -> None:
    for folder in (settings.content, settings.templates, settings.root):
        if folder.is_relative_to(settings.output):
            raise OutputError("output.inside", path=settings.output.as_posix())
    if settings.output.exists() and not settings.output.is_dir():
        raise OutputError("output.folder", path=settings.output.as_posix())


def _short_name(settings: Settings) -> str:
    return sha256_hex(settings.output.as_posix().encode())[:16]
