"""``seal`` and ``diff``: versions that are never touched again, and what changed between them."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, print_lines
from disclosure.cli.findings import print_findings
from disclosure.document.places import Part, numbered, place_name
from disclosure.editorial.check import CheckContext, Checked, check_project, open_context
from disclosure.editorial.readiness import clock_concern, signed_by
from disclosure.errors import OutputError, UsageError
from disclosure.messages import say
from disclosure.model.versions import Reason
from disclosure.model.wording import Change, Op
from disclosure.page_texts import page_texts
from disclosure.project.git_attributes import protect_from_git
from disclosure.project.notices import slug_fault, standing_file
from disclosure.project.versions import Comparison
from disclosure.report.formats import render_report
from disclosure.versioning.adding import Sealed, Stamping
from disclosure.versioning.differences import compared, compared_with_last
from disclosure.versioning.seal import seal
from disclosure.versioning.withdrawal import withdraw
from disclosure.visible import visible


def run_seal(request: Request) -> int:
    """Seal the named notice and print the head digest."""
    language = request.settings.language
    sealed = _withdrawn(request) or _sealed(request)
    entry = sealed.entry
    values = {"number": str(entry.number), "folder": f"content/archive/{entry.folder}"}
    print_lines([say("seal.done", language, values)])
    if request.verbose:
        print_lines([say("seal.head", language, {"head": sealed.head})])
    if not protect_from_git(request.settings.content):
        print_lines([say("seal.attributes", language)])
    return CLEAN


def _sealed(request: Request) -> Sealed:
    checking = check_project(request.settings, request.slugs)
    notices = tuple(checking.notices)
    if len(notices) != 1 or checking.context is None:
        print_lines(render_report(checking.found, request.form, request.settings.language))
        raise UsageError("seal.which")
    print_findings(notices[0], checking.context, request)
    _tell_clock(notices[0], checking.context, request)
    wish = request.record
    stamping = _stamping(checking.context) if wish.timestamp else None
    return seal(notices[0], checking.context, wish.note, wish.reason, stamping)


def _tell_clock(checked: Checked, context: CheckContext, request: Request) -> None:
    if concern := clock_concern(signed_by(checked, context)):
        print_lines([say(concern.code, request.settings.language, concern.params)])


def _withdrawn(request: Request) -> Sealed | None:
    """Withdraw a notice that has no file any more; None where it is sealed as any other."""
    wish, slugs = request.record, request.slugs
    if wish.reason != Reason.WITHDRAWAL or len(slugs) != 1:
        return None
    if slug_fault(slugs[0]) or standing_file(slugs[0], request.settings):
        return None
    stamping = None
    if wish.timestamp:
        context, found = open_context(request.settings)
        if context is None:
            print_lines(render_report(found, request.form, request.settings.language))
            raise OutputError("seal.errors", path="site.yaml")
        stamping = _stamping(context)
    return withdraw(slugs[0], request.settings, wish.note, stamping)


def _stamping(context: CheckContext) -> Stamping:
    from disclosure.versioning.timestamp import stamping_of  # few archives ask for it

    return stamping_of(context.site.archive.timestamp, context.settings.content)


def run_diff(request: Request) -> int:
    """Print what changed between two versions, or since the last one; 0 where nothing did."""
    language = request.settings.language
    if not request.slugs:
        raise UsageError("diff.which")
    slug, *numbers = request.slugs
    if numbers:
        if len(numbers) != 2:
            raise UsageError("diff.which")
        comparison = compared(request.settings, slug, *numbers)
    else:
        comparison = _since_last(slug, request)
    texts = page_texts().document
    for each in comparison.structure:
        arrow = f"{each.before or '—'} → {each.after or '—'}"
        what = numbered(each.what, each.problem, comparison.noun, texts)
        print_lines([visible(f"{each.kind}  {what}: {arrow}")])
    if comparison.structure and comparison.placed:
        print_lines([""])
    for placed in comparison.placed:
        if not isinstance(placed.place, Part):
            print_lines([visible(f"【{place_name(placed.place, comparison.noun, texts)}】")])
        print_lines(_shown(change) for change in placed.changes)
    if not comparison.structure and not comparison.placed:
        print_lines([say("diff.same", language)])
    return CLEAN


def _since_last(slug: str, request: Request) -> Comparison:
    checking = check_project(request.settings, (slug,))
    checked = next(iter(checking.notices), None)
    if checking.context is None or checked is None or checked.loaded is None:
        found = checked.diagnostics if checked else checking.found
        print_lines(render_report(found, request.form, request.settings.language))
        raise OutputError("seal.errors", path=f"{slug}.yaml")
    return compared_with_last(checked, checking.context).comparison


def _shown(change: Change) -> str:
    marks = {Op.SAME: ("", ""), Op.DELETED: ("[-", "-]"), Op.INSERTED: ("{+", "+}")}
    line = "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in change.runs)
    return visible(line.replace("\t", "　"))  # which parts the cells of a table's row
