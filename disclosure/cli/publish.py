"""``publish``: the site, built afresh, to where readers find it."""

import time
from collections.abc import Iterator, Mapping, Sequence

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, ProgressLine, print_aside, print_lines
from disclosure.cli.probe import run_probe
from disclosure.diagnostics import in_reading_order
from disclosure.errors import UsageError
from disclosure.messages import say
from disclosure.model.publishing import PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.project.site_file import load_site_file
from disclosure.publish.preflight import refuse_blocked, run_preflight
from disclosure.publish.publication import Published, PublishOptions, go_back, publish
from disclosure.publish.targets.registry import choose_target, folder_of, is_plain
from disclosure.report.formats import render_report

_PLACES_SHOWN = 50


def run_publish(request: Request) -> int:
    """Publish to the named target, or say what would be done, or go back one release."""
    language, options = request.settings.language, request.publishing
    if len(request.slugs) > 1:
        raise UsageError("cli.unknown", what=" ".join(request.slugs[1:]))
    if options.force and not request.record.reason.strip():
        raise UsageError("publish.no_reason")
    site, found = load_site_file(request.settings)
    if site is None:
        print_lines(render_report(in_reading_order(found), request.form, language))
        return FAILED
    target = choose_target(site, request.slugs[0] if request.slugs else "")
    forced = request.record.reason if options.force else ""
    wanted = PublishOptions(options.dry, options.unlock, forced, options.repair)
    if (folder := folder_of(target, request.settings)) and options.dry:
        params = {"path": folder.as_posix(), "root": request.settings.root.as_posix()}
        print_lines([say("publish.place", language, params)])
    if is_plain(target):
        print_aside(say("publish.plain", language, {"url": target.url}))
    if options.check:
        return run_probe(target, site.base_url, request)
    if options.rollback:
        values = {"name": target.name, "release": go_back(target, request.settings, wanted)}
        print_lines([say("publish.rolled_back", language, values)])
        return CLEAN
    return _publish(target, request, wanted)


def _publish(target: PublishTarget, request: Request, wanted: PublishOptions) -> int:
    language = request.settings.language
    preflight = run_preflight(request.settings)
    blockers = preflight.blockers
    if blockers:
        print_lines(render_report(blockers, request.form, language))
    refuse_blocked(preflight, dry=wanted.dry, forced=wanted.forced)
    built = build_site(request.settings)
    if not built.sound:
        print_lines(render_report(built.diagnostics, request.form, language))
        return FAILED
    progress, begun = ProgressLine(language), time.monotonic()

    def tell(code: str, params: Mapping[str, str]) -> None:
        progress.clear()
        print_aside(say(code, language, params))

    try:
        wanted = wanted._replace(preflight=preflight, tell=tell)
        done = publish(target, request.settings, wanted, progress)
    finally:
        progress.clear()
    _report(done, target, wanted, request, time.monotonic() - begun)
    return FAILED if blockers and not wanted.forced else CLEAN


def _report(
    done: Published, target: PublishTarget, wanted: PublishOptions, request: Request, seconds: float
) -> None:
    language, verbose = request.settings.language, request.verbose
    if verbose and not done.trusted:
        print_lines([say("publish.compared", language)])
    if wanted.dry:
        print_lines(_places("publish.would_write", done.written, language))
        print_lines(_places("publish.would_delete", done.deleted, language))
    values = {
        "name": target.name,
        "written": str(len(done.written)),
        "deleted": str(len(done.deleted)),
        "unchanged": str(done.unchanged),
        "seconds": f"{seconds:.1f}",
        "release": done.release,
    }
    print_lines(_places("publish.kept", done.kept, language))
    if verbose and done.opened:
        print_lines([say("publish.opened", language, {"count": str(len(done.opened))})])
    print_lines(_places("publish.closed", done.closed, language))
    print_lines([say("publish.planned" if wanted.dry else "publish.done", language, values)])
    if done.release and not wanted.dry:
        print_lines([say("publish.release", language, values)])
    if verbose and done.head:
        print_lines([say("seal.head", language, {"head": done.head})])


def _places(code: str, places: Sequence[str], language: str) -> Iterator[str]:
    for place in places[:_PLACES_SHOWN]:
        yield say(code, language, {"place": place})
    if left := len(places[_PLACES_SHOWN:]):
        yield say("publish.more", language, {"count": str(left)})
