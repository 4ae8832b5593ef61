"""``next``: where each notice stands, its next step in one sentence, and the command for it."""

from collections.abc import Iterator, Sequence
from datetime import date

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.clock import moment_in_china
from disclosure.diagnostics import Level
from disclosure.editorial.check import CheckContext, check_project
from disclosure.messages import say
from disclosure.project.signoffs import keys_known
from disclosure.report.formats import render_report
from disclosure.stages.commands import command_of, hints_of
from disclosure.stages.due import Due, due_in
from disclosure.stages.known import known_of
from disclosure.stages.stage import Saying, Stage, Standing
from disclosure.stages.standing import standing_of, standings, with_company

_DONE = frozenset({Stage.PUBLISHED, Stage.WITHDRAWN})


def run_next(request: Request) -> int:
    """Print the next step of every notice, or of those named; what is due soon comes last."""
    settings, language = request.settings, request.settings.language
    checking = check_project(settings, request.slugs)
    faults = [each for each in checking.found if each.level is Level.ERROR]
    print_lines(render_report(faults, request.form, language))
    if checking.context is None:
        return FAILED
    known, today = known_of(settings), date.fromisoformat(moment_in_china()[:10])
    every: list[Standing] = []
    due: list[Due] = []
    for checked in checking.notices:
        every.append(standing_of(checked, checking.context, known))
        if checked.loaded and not known.withdrawn(checked.file.slug):
            due += due_in(checked.file.slug, checked.loaded, today)
    print_lines(_told(_among_others(every, request), checking.context, whole=not request.slugs))
    print_lines(_say(each.saying, language) for each in sorted(due))
    return CLEAN


def _among_others(named: Sequence[Standing], request: Request) -> tuple[Standing, ...]:
    """Return the standings of the named notices as the rest of the project lets them be."""
    if not request.slugs:
        return with_company(named)
    if not any(each.next.code == "next.publish" for each in named):
        return tuple(named)  # the others are not asked for, and take time
    slugs = {each.slug for each in named}
    return tuple(each for each in standings(request.settings) if each.slug in slugs)


def _told(every: Sequence[Standing], context: CheckContext, *, whole: bool) -> Iterator[str]:
    language = context.settings.language
    done = [each for each in every if whole and each.stage in _DONE]
    for standing in every:
        if standing in done:
            continue
        yield f"{standing.slug}　{_say(standing.name, language)}"
        yield f"  {_say(standing.next, language)}"
        command = command_of(standing, context.site, keyed=keys_known(context.settings))
        if command:
            yield f"  {as_called(command)}"
        yield from (f"  {_say(hint, language)}" for hint in hints_of(command))
    if done:
        yield say("next.all_done", language, {"count": str(len(done))})


def _say(saying: Saying, language: str) -> str:
    return say(saying.code, language, saying.params)
