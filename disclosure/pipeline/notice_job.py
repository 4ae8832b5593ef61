"""Jobs: one notice each, from its file to files written aside."""

import os
import sys
from collections.abc import Mapping
from pathlib import PurePosixPath
from time import perf_counter
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.model.review import SignOff
from disclosure.model.site import Site
from disclosure.model.versions import LastVersion
from disclosure.pipeline.staging import StagedFile, StagingArea
from disclosure.project.fingerprint import ABSENT, FileState, stat_of, state_as_read
from disclosure.project.notice_reader import Reading, read_notice
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import REVIEWS, Settings
from disclosure.render import urls
from disclosure.render.matter import MatterPage
from disclosure.render.notice_files import render_notice
from disclosure.render.renderer import Renderer
from disclosure.render.views.summary import NoticeSummary


class JobContext(NamedTuple):
    """What a worker needs for every job.

    Attributes:
        settings: the project.
        renderer: None when notices are only to be checked, because something else is wrong.
        area: where files are written aside.
        last_versions: the last sealed version of each notice; see ``Plan.last_versions``.
        matters: what the pages of notices show of their matters, by slug.
    """

    settings: Settings
    renderer: Renderer | None
    area: StagingArea
    last_versions: dict[str, LastVersion]
    matters: Mapping[str, MatterPage]


class MadeNotice(NamedTuple):
    """What is kept of a notice that was made until its build is noted; a site has thousands.

    Attributes:
        summary: its line for the lists.
        source: what its file was when it was read.
        review: what its sign-offs were when they were read.
        last_version: its last sealed version; None where there is none.
        attachments: what the attached files were, by name.
        diagnostics: everything found, unsorted.
        outputs: names of its files in its folder of the site.

    """

    summary: NoticeSummary
    source: FileState
    review: FileState
    last_version: LastVersion | None
    attachments: dict[str, FileState]
    diagnostics: tuple[Diagnostic, ...]
    outputs: tuple[str, ...]


class NoticeResult(NamedTuple):
    """What became of one notice.

    Attributes:
        file: the notice.
        shown: its file, as messages name it.
        diagnostics: everything found, unsorted.
        made: what is kept of it; None when it was not rendered.
        staged: its files.
        seconds: that reading, rendering and writing took.

    """

    file: NoticeFile
    shown: PurePosixPath
    diagnostics: tuple[Diagnostic, ...]
    made: MadeNotice | None = None
    staged: tuple[StagedFile, ...] = ()
    seconds: tuple[float, float, float] = (0.0, 0.0, 0.0)


def made_of(result: NoticeResult) -> MadeNotice | None:
    """Return what is kept of a result; None where nothing was rendered."""
    made = result.made
    # From another process, each notice brings names of its own; they are a handful.
    return made._replace(outputs=tuple(map(sys.intern, made.outputs))) if made else None


def run_notice(file: NoticeFile, job_context: JobContext) -> NoticeResult:
    """Load a notice and, given a renderer, render it and write it aside.

    Raises:
        TemplateError: a template is broken.
        OutputError: a file could not be written.
    """
    began = perf_counter()
    shown = job_context.settings.display_path(file.path)
    reading = read_notice(file, job_context.settings)
    loaded, found = reading.loaded, reading.found
    if loaded is None or job_context.renderer is None or has_errors(found):
        return NoticeResult(file, shown, found)
    if not (loaded.notice.contact or job_context.renderer.site.contact):
        found = (*found, Diagnostic(shown, 0, 0, Level.WARNING, "notice.no_contact"))
    reviewed, state = review_of(reading, job_context.settings, job_context.renderer.site)
    found = (*found, *reviewed.found)
    if has_errors(found):
        return NoticeResult(file, shown, found)
    last_version = job_context.last_versions.get(file.slug)
    matter = job_context.matters.get(file.slug)
    source = reading.source(loaded, reviewed.signed, last_version, matter)
    read = perf_counter()
    rendered = render_notice(source, job_context.renderer)
    ready = perf_counter()
    staged = tuple(job_context.area.put(url, content) for url, content in rendered.files.items())
    start = len(urls.NoticeUrls(file.slug).folder)
    made = MadeNotice(
        rendered.summary,
        reading.state,
        state,
        last_version,
        reading.attached.states,
        found,
        tuple(each.url[start:] for each in staged),
    )
    seconds = (read - began, ready - read, perf_counter() - ready)
    return NoticeResult(file, shown, found, made, staged, seconds)


class Reviewed(NamedTuple):
    """Signatures to be shown, and what is to be said of them."""

    signed: tuple[SignOff, ...]
    found: tuple[Diagnostic, ...]


def review_of(reading: Reading, settings: Settings, site: Site) -> tuple[Reviewed, FileState]:
    """Return the signatures to be shown, and what there is to say of those that are missing."""
    file = reading.file
    path = f"{settings.content.as_posix()}/{REVIEWS}/{file.slug}.yaml"
    if site.review is None and not os.path.lexists(path):
        return Reviewed((), ()), ABSENT
    stats = stat_of(path)
    # Imported here: most sites have no sign-offs.
    from disclosure.project.signoffs import look_at_review, state_of

    review = look_at_review(settings, site, file.slug, reading.digest)
    signed = tuple(v.signed for v in review.verdict.steps if v.signed)
    found = review.found if site.review is None else state_of(review, file.path, settings)
    shown = signed if review.verdict.complete else ()
    return Reviewed(shown, found), state_as_read(review.data, stats) if stats else ABSENT
