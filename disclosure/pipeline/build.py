"""The build: what has changed is made anew, written aside, and only then shown.

This module and what it imports need nothing but the standard library, so that a build that
changes nothing costs next to nothing; ``run`` does the rest.
"""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from disclosure.diagnostics import in_reading_order
from disclosure.errors import OutputError
from disclosure.files import STAGING
from disclosure.pipeline.cache import BadCacheError, Cache, load_cache, save_cache
from disclosure.pipeline.plan import Plan, make_plan
from disclosure.pipeline.result import BuildResult
from disclosure.pipeline.timings import Stopwatch
from disclosure.project.fingerprint import FileProbe
from disclosure.project.lock_places import site_lock
from disclosure.project.notices import NO_NOTICES, find_notices
from disclosure.project.settings import Settings, name_for


def build_site(
    settings: Settings,
    *,
    strict: bool = False,
    verify: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> BuildResult:
    """Build the site.

    Args:
        settings: the project.
        strict: warnings, too, keep the site from being written.
        verify: read every file, even where its stats say that it has not changed.
        progress: told after each notice how many are done, and of how many.

    Returns:
        What was found and done; with errors, the site is as it was.

    Raises:
        OutputError: the site cannot be written, or another build is at work.

    """
    _refuse_output_over_input(settings)
    with site_lock(settings) as held:
        recovered = _recover(settings)
        call = _BuildCall(
            settings,
            strict,
            cache_path(settings),
            held,
            FileProbe(every=verify),
            Stopwatch(),
            progress or (lambda done, total: None),
        )
        try:
            result = call.run(load_cache(call.note))
        except BadCacheError:
            result = call.run(None)._replace(discarded=True)
    return result._replace(
        recovered=recovered,
        stale_stats=tuple(call.probe.stale_stats),
        seconds=tuple(call.stopwatch.seconds.items()),
    )


def cache_path(settings: Settings) -> Path:
    """Return where a build notes what it did: a place for each content, templates and output."""
    return (
        settings.cache / f"{name_for(settings.output, settings.content, settings.templates)}.json"
    )


class _BuildCall(NamedTuple):
    """One call for a build, under the lock."""

    settings: Settings
    strict: bool
    note: Path
    held: Callable[[], bool]
    probe: FileProbe
    stopwatch: Stopwatch
    progress: Callable[[int, int], None]

    def run(self, cache: Cache | None) -> BuildResult:
        with self.stopwatch.phase("timing.look"):
            files, found = find_notices(self.settings)
            seen = make_plan(self.settings, files, cache, self.probe, _template_uses)
            if seen.last_versions:  # then it is said which of them are missing
                found = tuple(each for each in found if each.code != NO_NOTICES)
        if cache is not None and not (found or seen.stale) and seen.lists_current:
            return self._leave(cache, seen)
        # Imported here: pydantic and Jinja take longer than all the above.
        with self.stopwatch.phase("timing.start"):
            from disclosure.pipeline.run import make
            from disclosure.pipeline.stayed import stayed_of
            from disclosure.pipeline.work import BuildContext

        order = BuildContext(
            self.settings,
            self.strict,
            seen.files,
            found,
            cache.common if cache else None,
            stayed_of(cache, seen),
            seen,
            self.note,
            self.held,
            self.stopwatch,
            self.progress,
        )
        del cache  # ``order`` has what is still needed: of a site that is gone, next to nothing
        return make(order)

    def _leave(self, cache: Cache, seen: Plan) -> BuildResult:
        """Leave the site as it is, for nothing has changed."""
        if not seen.noted:
            rows = cache.row_by_slug()
            records = (
                (slug, rows[slug] if record is cache.notices[slug] else record)
                for slug, record in seen.current.items()
            )
            # What is not noted is looked at again next time.
            with contextlib.suppress(OSError):
                now = cache.common._replace(sources=seen.sources)
                save_cache(self.note, records, [cache.lines], now)
        standing = seen.current.values()
        every = [*cache.common.site_found]
        every += (one for record in standing for one in record.found)
        total = len(cache.common.lists) + sum(len(record.outputs) for record in standing)
        ordered = in_reading_order(every)
        refused = self.strict and bool(ordered)
        return BuildResult(ordered, built=not refused, notices=len(seen.current), total=total)


def _recover(settings: Settings) -> bool:
    if not os.path.lexists(settings.output / STAGING):
        return False
    from disclosure.pipeline.journal import recover
    from disclosure.pipeline.written import read_written, written_path

    return recover(settings.output, read_written(written_path(settings)))


def _template_uses(templates: Path) -> dict[str, list[str]]:
    from disclosure.render.dependencies import template_uses

    return template_uses(templates)


def _refuse_output_over_input(settings: Settings) -> None:
    for folder in (settings.content, settings.templates, settings.root):
        if folder.is_relative_to(settings.output):
            raise OutputError("output.inside", path=settings.output.as_posix())
    if settings.output.exists() and not settings.output.is_dir():
        raise OutputError("output.folder", path=settings.output.as_posix())
