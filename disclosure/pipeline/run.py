"""Making: what is stale is loaded, rendered, written aside, moved into the site and noted."""

import contextlib

from disclosure.diagnostics import has_errors, in_reading_order
from disclosure.errors import OutputError, TemplateError
from disclosure.pipeline.plan import sources_moved
from disclosure.pipeline.result import BuildResult, template_diagnostic
from disclosure.pipeline.staging import Staging
from disclosure.pipeline.work import BuildContext, Work
from disclosure.pipeline.written import written_path
from disclosure.project.base_moved import find_moved_base
from disclosure.project.former import find_former
from disclosure.project.genres import genre_faults
from disclosure.project.site_file import read_site_file


def make(order: BuildContext) -> BuildResult:
    """Make what is stale.

    Raises:
        BadCacheError: what the last build noted is not to be believed.
        OutputError: the site cannot be written.

    """
    staging = Staging(order.settings.output, written_path(order.settings))
    try:
        result = _make(order, staging)
    except BaseException:
        # After an interrupted move the journal must stay; nothing is staged without one.
        if not staging.committing:
            staging.discard()
        raise
    if not result.built:
        staging.discard()
    return result


def _make(order: BuildContext, staging: Staging) -> BuildResult:
    loaded = read_site_file(order.settings)
    site, site_found = loaded.model, loaded.diagnostics
    site_found += find_moved_base(order.settings, loaded)
    standing = [file.slug for file in order.files]
    former, lost = find_former(order.settings, standing, order.seen.last_versions)
    found = [*order.found, *site_found, *genre_faults(order.settings), *lost]
    work = Work(order, staging, found, former)
    try:
        work.make_all(site)
    except TemplateError as fault:
        work.diagnostics.append(template_diagnostic(fault, order.settings))
    ordered = in_reading_order(work.diagnostics)
    if has_errors(ordered) or (order.strict and ordered):
        return BuildResult(ordered, built=False)
    if not order.held():
        raise OutputError("output.unlocked", path=order.settings.output.parent.as_posix())
    with order.stopwatch.phase("timing.move"):
        deleted = staging.commit()
    with order.stopwatch.phase("timing.note"):
        if not sources_moved(order.settings, order.seen.sources):
            # What is not noted is looked at again next time.
            with contextlib.suppress(OSError):
                work.note(site_found)
    return BuildResult(
        ordered,
        built=True,
        notices=len(order.files),
        total=len(staging.digests),
        made=len(work.made),
        written=len(staging.changed),
        deleted=deleted,
        left=tuple(staging.left),
    )
