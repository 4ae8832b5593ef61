"""``check``: what a careful editor would find, said in plain words."""

from collections.abc import Iterator, Sequence

from disclosure.checks.rules import RULES
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, ProgressLine, print_aside, print_lines
from disclosure.diagnostics import Diagnostic, Level, has_errors, in_reading_order
from disclosure.editorial.check import Checked, Checking, check_project, counts_of
from disclosure.editorial.fix import mend, write_mended
from disclosure.editorial.published_check import check_published
from disclosure.errors import UsageError
from disclosure.messages import say
from disclosure.report.formats import Fold, render_report
from disclosure.visible import visible


def run_check(request: Request) -> int:
    """Check, and print findings on stdout and the result as its last line."""
    language = request.settings.language
    if request.checking.rules:
        print_lines(_rule_list(language))
        return CLEAN
    if request.checking.write and not request.checking.fix:
        raise UsageError("cli.write_alone")
    checking = check_project(request.settings, request.slugs)
    if request.checking.fix:
        return _fix(checking, request)
    if request.checking.published:
        return _published(checking, request)
    checked = _all(checking, request)
    found = [*checking.found, *(each for one in checked for each in one.diagnostics)]
    if request.checking.online and checking.context:
        from disclosure.editorial.link_probe import find_dead_links

        found += find_dead_links(checked, checking.context)
    diagnostics = in_reading_order(found)
    print_lines(render_report(diagnostics, request.form, language, _fold(request)))
    if request.checking.report:
        from disclosure.editorial.report import write_report

        write_report(request.checking.report, request.settings, diagnostics, checked)
    _conclude(diagnostics, checked, request)
    weights = {Level.ERROR, Level.WARNING} if request.strict else {Level.ERROR}
    return FAILED if any(each.level in weights for each in diagnostics) else CLEAN


def _all(checking: Checking, request: Request) -> tuple[Checked, ...]:
    progress = ProgressLine(request.settings.language)
    checked = []
    try:
        for number, one in enumerate(checking.notices, 1):
            checked.append(one)
            progress(number, checking.total)
    finally:
        progress.clear()
    return tuple(checked)


def _published(checking: Checking, request: Request) -> int:
    """Show what today's rules find in what has gone out before, page by page."""
    language, fold = request.settings.language, _fold(request)
    print_lines(render_report(checking.found, request.form, language, fold))
    found: list[Diagnostic] = []
    versions = pages = 0
    slugs = [slug.rpartition("/")[2].removesuffix(".yaml") for slug in request.slugs]
    for page in check_published(checking.context, slugs) if checking.context else ():
        versions, pages = versions + bool(page.number), pages + (not page.number)
        found += page.diagnostics
        if page.diagnostics and request.form == "text":
            code = "published.version" if page.number else "published.page"
            values = {"title": page.title, "number": str(page.number), "page": page.address}
            print_lines([visible(say(code, language, values))])
            print_lines(render_report(page.diagnostics, request.form, language, fold))
    if request.form != "text":
        print_lines(render_report(found, request.form, language))
    levels = [each.level for each in found]
    told = {
        "versions": str(versions),
        "pages": str(pages),
        "errors": str(levels.count(Level.ERROR)),
        "warnings": str(levels.count(Level.WARNING)),
        "hints": str(levels.count(Level.INFO)),
    }
    line = say("published.checked", language, told)
    print_lines([line]) if request.form == "text" else print_aside(line)
    return FAILED if Level.ERROR in levels or has_errors(checking.found) else CLEAN


def _fold(request: Request) -> Fold:
    return Fold.NOTHING if request.checking.all else Fold.ALL


def _conclude(
    diagnostics: Sequence[Diagnostic], checked: Sequence[Checked], request: Request
) -> None:
    language = request.settings.language
    line = say("cli.checked", language, counts_of(diagnostics, checked))
    print_lines([line]) if request.form == "text" else print_aside(line)


def _fix(checking: Checking, request: Request) -> int:
    """Show, and with ``--write`` make, the certain repairs."""
    language, total = request.settings.language, 0
    print_lines(render_report(checking.found, request.form, language))
    for checked in checking.notices:
        failed = [each for each in checked.diagnostics if each.code == "rule.failed"]
        print_lines(render_report(failed, request.form, language))
        mended = mend(checked, checking.context) if checking.context else None
        if mended is None:
            continue
        total += mended.repairs
        print_lines(map(visible, mended.difference))
        if request.checking.write:
            copy = request.settings.display_path(write_mended(checked, mended)).as_posix()
            values = {
                "copy": copy,
                "path": request.settings.display_path(checked.file.path).as_posix(),
            }
            print_lines([say("fix.kept", language, values)])
    code = "fix.none" if not total else "fix.done" if request.checking.write else "fix.shown"
    print_lines([say(code, language, {"count": str(total)})])
    return CLEAN


def _rule_list(language: str) -> Iterator[str]:
    width = max(len(rule.id) for rule in RULES)
    for rule in RULES:
        level = say(f"level.{rule.level.name.lower()}", language)
        mark = say("manual.mends", language) if rule.fix else ""
        reason = say(f"rule.{rule.id}", language)
        yield f"{rule.id:<{width}}  {level}  {reason}（{rule.source}）{mark}"
