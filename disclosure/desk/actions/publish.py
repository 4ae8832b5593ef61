"""Publishing, going back, and what would be done: as the command ``publish`` does it."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from disclosure.diagnostics import Diagnostic, has_errors
from disclosure.editorial.check import CheckContext
from disclosure.errors import OutputError, UsageError
from disclosure.messages import say
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.publish.preflight import run_preflight
from disclosure.publish.publication import Published, PublishOptions, go_back, publish
from disclosure.publish.targets.registry import choose_target

_SHOWN: Final = 200  # places that are named
Progress = Callable[[int, int], None]


class Plan(NamedTuple):
    """What a publication does, or would.

    Attributes:
        target: where to.
        published: what travels and what goes; None where something forbids it.
        blockers: what forbids it.
        said: in one sentence.
    """

    target: PublishTarget
    published: Published | None
    blockers: tuple[Diagnostic, ...]
    said: str


def will(context: CheckContext, name: str = "") -> str:
    """Return in one sentence what publishing would do; empty where there is no target."""
    targets = context.site.publish.targets if context.site.publish else ()
    if not targets:
        return ""
    target = choose_target(context.site, name)
    values = {"name": target.name, "url": target.url}
    return say("desk.will_publish", context.settings.language, values)


def do(
    context: CheckContext, settings: Settings, name: str, progress: Progress, *, dry: bool
) -> Plan:
    """Publish the site, or say what would be done.

    Args:
        context: what notices are checked against; its site names the targets.
        settings: the project, with the folder that is published as its output.
        name: of the target; empty where there is but one.
        progress: told how far it is.
        dry: only say what would be done.

    Raises:
        DisclosureError: as the command.

    """
    target, language = choose_target(context.site, name), settings.language
    preflight = run_preflight(settings)
    if preflight.blockers and not dry:
        raise OutputError("publish.refused", count=str(len(preflight.blockers)))
    built = build_site(settings)
    if not built.built or has_errors(built.diagnostics):
        found = tuple(each for each in built.diagnostics if has_errors([each]))
        said = say("desk.publish_errors", language, {"count": str(len(found))})
        return Plan(target, None, found, said)
    # What is missing to go out stands beside what would travel, as on the command line.
    options = PublishOptions(dry, unlock=False, forced="", preflight=preflight)
    done = publish(target, settings, options, progress)
    values = _counted(done) | {"name": target.name}
    code = "desk.would_publish" if dry else "desk.published"
    return Plan(target, done, preflight.blockers, say(code, language, values))


def will_go_back(context: CheckContext, name: str = "") -> str:
    """Return in one sentence what going back would do; empty where the target cannot."""
    target = choose_target(context.site, name)
    if target.mode is not Mode.RELEASE:
        return ""
    return say("desk.will_go_back", context.settings.language, {"name": target.name})


def back(context: CheckContext, settings: Settings, name: str) -> str:
    """Go back one release, and return in one sentence what was done.

    Raises:
        DisclosureError: as the command.

    """
    target = choose_target(context.site, name)
    if target.mode is not Mode.RELEASE:
        raise UsageError("publish.no_rollback", name=target.name)
    release = go_back(target, settings, PublishOptions(dry=False, unlock=False, forced=""))
    return say("publish.rolled_back", settings.language, {"name": target.name, "release": release})


def places_of(done: Published) -> Mapping[str, list[str]]:
    """Return the first places that travel and that go."""
    return {"written": list(done.written[:_SHOWN]), "deleted": list(done.deleted[:_SHOWN])}


def _counted(done: Published) -> dict[str, str]:
    return {
        "written": str(len(done.written)),
        "deleted": str(len(done.deleted)),
        "unchanged": str(done.unchanged),
    }
