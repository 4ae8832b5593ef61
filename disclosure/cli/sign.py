"""``sign``: record a sign-off, show how it stands, print the approval sheet."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.findings import print_findings
from disclosure.editorial.approval_sheet import write_sheet
from disclosure.editorial.check import CheckContext, Checked, check_project
from disclosure.editorial.sign import review_of, sign
from disclosure.editorial.sign_request import SignRequest
from disclosure.errors import UsageError
from disclosure.messages import say
from disclosure.model.review import SignOff, StepVerdict
from disclosure.project.git_attributes import protect_from_git
from disclosure.report.formats import render_report
from disclosure.visible import visible


def run_sign(request: Request) -> int:
    """Sign where a role is named, then show how every notice stands."""
    asked, language = request.signing, request.settings.language
    checking = check_project(request.settings, request.slugs)
    notices = tuple(checking.notices)
    if checking.context is None:
        print_lines(render_report(checking.found, request.form, language))
        return FAILED
    if asked.role or asked.name:
        if len(notices) != 1:
            raise UsageError("sign.which")
        print_findings(notices[0], checking.context, request)
        wanted = SignRequest(asked.role, asked.name, asked.decision, asked.opinion, asked.key)
        given, remarks = sign(notices[0], checking.context, wanted)
        values = {
            "role": given.role,
            "name": given.name,
            "at": _when(given),
            "digest": given.digest,
        }
        done = ("sign.done", "sign.digest") if request.verbose else ("sign.done",)
        print_lines(say(code, language, values) for code in done)
        print_lines(say(code, language, params) for code, params in remarks)
        # Attachments are part of what was signed: their bytes must not change on the way to others.
        if not protect_from_git(request.settings.content):
            print_lines([say("seal.attributes", language)])
    for checked in notices:
        _show(checked, checking.context, request)
        if asked.sheet:
            path = write_sheet(asked.sheet, checked, checking.context)
            print_lines([say("sign.sheet", language, {"path": path.as_posix()})])
    return FAILED if any(one.loaded is None for one in notices) else CLEAN


def _show(checked: Checked, context: CheckContext, request: Request) -> None:
    language = request.settings.language
    shown = context.settings.display_path(checked.file.path).as_posix()
    review = review_of(checked, context)
    if review is None:
        print_lines(render_report(checked.diagnostics, request.form, language))
        return
    print_lines(render_report(review.found, request.form, language))
    complete = "sign.complete" if review.verdict.complete else "sign.incomplete"
    print_lines([f"{visible(shown)}: {say(complete, language)}"])
    for step in review.verdict.steps:
        print_lines([f"  {visible(_step(step, language))}"])


def _when(given: SignOff) -> str:
    """Return the time of a sign-off to the minute; it is China's, as everything here."""
    return given.at.replace("T", " ")[: len("2022-02-23 09:30")]


def _step(verdict: StepVerdict, language: str) -> str:
    state = say(f"step.{verdict.state.value}", language)
    given = verdict.signed
    who_and_when = f"{given.name}  {_when(given)}  {given.decision}" if given else ""
    return f"{verdict.step.role}（{verdict.step.kind}）  {state}  {who_and_when}".rstrip()
