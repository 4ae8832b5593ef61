"""One build's work: notices, archive and lists written aside, and all of it accounted for."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.model.site import Site
from disclosure.pipeline.cache import Common, FileStates, line_of
from disclosure.pipeline.matter_part import Matters, look_at_matters
from disclosure.pipeline.note import Note
from disclosure.pipeline.notice_job import JobContext, MadeNotice, made_of
from disclosure.pipeline.plan import Plan
from disclosure.pipeline.staging import StagedFile, Staging
from disclosure.pipeline.stayed import Stayed, digests_of
from disclosure.pipeline.timings import Stopwatch
from disclosure.pipeline.workers import choose_workers, run_notices
from disclosure.project.fingerprint import ABSENT, digest_in
from disclosure.project.former import Former
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import ADDRESSES, Settings
from disclosure.render import urls
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.render.views.summary import NoticeSummary

Progress = Callable[[int, int], None]
_PHASES = ("timing.read", "timing.render", "timing.write")


class BuildContext(NamedTuple):
    """What is to be made.

    Attributes:
        settings: the project.
        strict: warnings, too, keep the site from being written.
        files: its notices.
        found: what is wrong with their names.
        before: what the last build noted once; None where there is nothing to go by.
        stayed: what it noted of notices.
        seen: what has changed since.
        note: where to note what was made.
        held: says whether this is still the only build.
        stopwatch: takes the times.
        progress: told after each notice how many are done, and of how many.

    """

    settings: Settings
    strict: bool
    files: tuple[NoticeFile, ...]
    found: tuple[Diagnostic, ...]
    before: Common | None
    stayed: Stayed
    seen: Plan
    note: Path
    held: Callable[[], bool]
    stopwatch: Stopwatch
    progress: Progress


class Work:
    """One build's results as they come in."""

    def __init__(
        self,
        order: BuildContext,
        staging: Staging,
        diagnostics: list[Diagnostic],
        former: Former,
    ) -> None:
        self.order = order
        self.former = former
        self.staging = staging
        self.diagnostics = diagnostics
        self.made: dict[str, MadeNotice] = {}
        self.stayed = order.stayed
        self.lists: dict[str, str] = {}
        self.kept: FileStates = {}
        self.inputs: dict[str, str] = {}
        self.matters = Matters.none()

    def make_all(self, site: Site | None) -> None:
        """Make everything that is stale; with errors, what follows from it is left out."""
        settings, seen = self.order.settings, self.order.seen
        renderer: Renderer | None = None
        if site is not None and not has_errors(self.diagnostics):
            renderer = open_renderer(site, settings.templates, settings.compiled)
        if renderer is not None:
            self.matters = look_at_matters(self.order.files, seen, self.former, settings, renderer)
            self.diagnostics.extend(self.matters.found)
        stale = (*seen.stale, *self.matters.stale)
        self._keep_current()
        matters = self.matters.pages
        job_context = JobContext(settings, renderer, self.staging.area, seen.last_versions, matters)
        workers = choose_workers(len(stale), settings.jobs)
        for done, result in enumerate(run_notices(stale, job_context, workers), 1):
            self.diagnostics.extend(result.diagnostics)
            self._account(result.staged, result.shown)
            self.order.progress(done, len(stale))
            for phase, seconds in zip(_PHASES, result.seconds, strict=True):
                self.order.stopwatch.add(phase, seconds)
            if (made := made_of(result)) is not None:
                self.made[result.file.slug] = made
        current = len(seen.current) - len(self.matters.stale)
        if renderer is None or len(self.made) + current < len(self.order.files):
            return
        if self._keep_lists():
            return
        self._make_archive(renderer)
        if has_errors(self.diagnostics):
            return  # the lists tell of what was sealed, too
        with self.order.stopwatch.phase("timing.lists"):
            self._make_lists(renderer)

    def _make_lists(self, renderer: Renderer) -> None:
        # Imported here: a change that no list shows does without.
        from disclosure.render.site_pages import render_site

        settings = self.order.settings
        summaries = self._make_former([*map(self._summary, self.order.files)], renderer)
        site_files = render_site(summaries, renderer, self.order.seen.head)
        staged = [self.staging.area.put(*one) for one in site_files.files.items()]
        staged += (self._stage_list(*each) for each in site_files.lists)
        self._account_lists(staged, settings.content / "site.yaml")

    def _make_former(
        self, summaries: Sequence[NoticeSummary], renderer: Renderer
    ) -> Sequence[NoticeSummary]:
        """Make what stands at addresses of notices that were withdrawn or moved.

        Returns:
            What lists show of these and of those that stand.

        """
        if not (self.former.withdrawn or self.former.moved):
            return summaries
        # Imported here: most sites have none.
        from disclosure.pipeline.former_part import former_part

        settings = self.order.settings
        part = former_part(self.former, summaries, self.matters.pages, settings, renderer)
        staged = (self.staging.area.put(*one) for one in part.files.items())
        self._account_lists(staged, settings.content / ADDRESSES)
        return part.summaries

    def _stage_list(self, place: str, inputs: str, make: Callable[[], bytes]) -> StagedFile:
        """Write a list aside, unless it is made from what it was made from last time."""
        before, state = self.order.seen.kept.get(place, ("", ABSENT))
        self.inputs[place] = inputs
        if inputs == before:
            self.kept[place] = state
            return StagedFile(place, digest_in(state), changed=False)
        return self.staging.area.put(place, make())

    def _make_archive(self, renderer: Renderer) -> None:
        """Make what was sealed part of the site."""
        folder = self.order.settings.content / "archive"
        if not folder.is_dir():
            # A site that has had one must not lose it unseen.
            from disclosure.project.witnesses import find_vanished

            if (vanished := find_vanished(self.order.settings)) is not None:
                self.diagnostics.append(vanished)
            return
        # Imported here: most sites have no archive.
        from disclosure.pipeline.archive_part import archive_files

        standing = {file.slug for file in self.order.files} | self.former.moved.keys()
        with self.order.stopwatch.phase("timing.archive"):
            files, found = archive_files(self.order.settings, standing, renderer, self.former)
            self.diagnostics.extend(found)
            self._account_lists((self.staging.area.put(*one) for one in files.items()), folder)

    def _keep_current(self) -> None:
        """Take account of the notices that have not changed."""
        notices = self.order.settings.display_path(self.order.settings.content / "notices")
        again = {file.slug for file in self.matters.stale}
        for slug, record in self.order.seen.current.items():
            if slug not in again:
                self.diagnostics.extend(record.found)
                origin = f"{notices.as_posix()}/{record.name}"
                self.staging.keep(digests_of(slug, record), origin)

    def _summary(self, file: NoticeFile) -> NoticeSummary:
        made = self.made.get(file.slug)
        return made.summary if made else self.stayed.summary(file.slug)

    def _keep_lists(self) -> bool:
        """Keep the site's own files, unless a notice shows anything new to the lists.

        Where notices were withdrawn or moved, what stands at their addresses shows more of others.
        """
        before = self.order.before
        if before is None or not self.order.seen.lists_current:
            return False
        if self.former.withdrawn or self.former.moved:
            return False
        for slug, each in self.made.items():
            if line_of(each.summary) != self.stayed.lines.get(slug):
                return False
        self.inputs, self.kept = before.inputs, {**before.lists}
        self.kept.pop(urls.LISTING, None)  # it tells of the notices
        self._account_lists(
            (StagedFile(url, digest_in(state), changed=False) for url, state in self.kept.items()),
            self.order.settings.content / "site.yaml",
        )
        return True

    def note(self, site_found: tuple[Diagnostic, ...]) -> None:
        """Note what stands in the site, for the next build.

        Raises:
            OSError: it could not be written.

        """
        order, seen = self.order, self.order.seen
        output = order.settings.output
        digests, matters = self.staging.digests, self.matters
        note = Note(order.files, self.made, digests, seen.current, self.stayed, matters, output)
        self.lists[urls.LISTING] = self.staging.digests[urls.LISTING]
        new = {url: digest for url, digest in self.lists.items() if url not in self.kept}
        lists = {url: self.kept[url] for url in self.lists if url in self.kept} | note.states(new)
        note.save(order.note, Common(seen.sources, site_found, lists, self.inputs))

    def _account_lists(self, staged: Iterable[StagedFile], origin: Path) -> None:
        """Enter files that are no notice's."""
        every = [*staged]
        self.lists |= {each.url: each.digest for each in every}
        self._account(every, self.order.settings.display_path(origin))

    def _account(self, staged: Iterable[StagedFile], origin: PurePosixPath) -> None:
        """Enter files into the account; two sources for one place are an error naming both."""
        for each in staged:
            if not self.staging.accept(each, origin.as_posix()):
                first = self.staging.origin_of(each.url)
                params = (("url", each.url), ("first", first), ("second", origin.as_posix()))
                self.diagnostics.append(Diagnostic(origin, 0, 0, Level.ERROR, "page.clash", params))
