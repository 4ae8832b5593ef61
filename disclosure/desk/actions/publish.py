"""Publishing the site: what would be done, doing it, and going back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.desk.actions.said import Done, found, spoken
from disclosure.diagnostics import Diagnostic, Level
from disclosure.editorial.check import CheckContext
from disclosure.errors import OutputError
from disclosure.messages import say
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.publish.preflight import Preflight, run_preflight
from disclosure.publish.publication import Published, PublishOptions, go_back, publish
from disclosure.publish.remote_state import Progress
from disclosure.publish.targets.registry import choose_target, folder_of, is_plain

_NAMED = 50


class Blocker(NamedTuple):
    """What forbids to publish.

    Attributes:
        slug: of the notice; empty where it is the site's.
        said: in one sentence.
    """

    slug: str
    said: str


class BlockedError(OutputError):
    """Something is not ready; nothing was published.

    Attributes:
        blockers: what it is.
    """

    def __init__(self, blockers: tuple[Blocker, ...]) -> None:
        super().__init__("publish.refused", count=str(len(blockers)))
        self.blockers = blockers


class Plan(NamedTuple):
    """What would be done.

    Attributes:
        said: in one sentence.
        blockers: what forbids it; without any it can be done.
        write: places that would travel.
        delete: places that would go.
        unchanged: how many would stay.
        notes: what else is to be known.
    """

    said: str
    blockers: tuple[Blocker, ...]
    write: tuple[str, ...] = ()
    delete: tuple[str, ...] = ()
    unchanged: int = 0
    notes: tuple[str, ...] = ()


def can_go_back(target: PublishTarget) -> bool:
    """Say whether a target keeps the site that was published before."""
    return target.mode is Mode.RELEASE


def will(context: CheckContext, name: str = "") -> str:
    """Say what publishing to a target will do; empty where the site names none.

    Raises:
        UsageError: there is no such target, or its folder is none to publish to.

    """
    targets, settings = context.site.publish.targets, context.settings
    if not targets:
        return ""
    if not name and len(targets) > 1:
        return say("act.will_publish_chosen", settings.language)
    target = choose_target(context.site, name)
    folder = folder_of(target, settings)
    where = folder.as_posix() if folder else target.url
    return say("act.will_publish", settings.language, {"name": target.name, "where": where})


def will_go_back(context: CheckContext, name: str = "") -> str:
    """Say what going back will do; empty where the target keeps no former site.

    Raises:
        UsageError: there is no such target.

    """
    target = choose_target(context.site, name)
    told = say("act.will_go_back", context.settings.language, {"name": target.name})
    return told if can_go_back(target) else ""


def plan(context: CheckContext, settings: Settings, name: str = "") -> Plan:
    """Build the site and say what publishing would do; the target is not touched.

    Args:
        context: what notices are checked against; its site names the targets.
        settings: the project, with the folder that is published as its output.
        name: of the target; empty for the only one.

    Raises:
        DisclosureError: there is no such target, or it cannot be read.

    """
    target, language = choose_target(context.site, name), settings.language
    preflight = run_preflight(settings)
    blockers = _blockers(preflight.blockers, settings)
    built = build_site(settings)
    if not built.sound:
        faults = tuple(each for each in built.diagnostics if each.level is Level.ERROR)
        blockers = blockers or _blockers(faults, settings)
        return Plan(_blocked(blockers, language), blockers)
    notes: list[str] = []
    done = publish(target, settings, _options(notes, language, dry=True), lambda done, total: None)
    values = _values(target, done)
    said = _blocked(blockers, language) if blockers else say("act.plan", language, values)
    told = (*_plain(target, language), *notes, *_notes(done, language))
    return Plan(said, blockers, done.written, done.deleted, done.unchanged, told)


def will_unlock(context: CheckContext, name: str = "") -> str:
    """Say what lifting a lock that was left behind will do.

    Raises:
        UsageError: there is no such target.

    """
    target = choose_target(context.site, name)
    return say("act.will_unlock", context.settings.language, {"name": target.name})


def do(
    context: CheckContext,
    settings: Settings,
    name: str,
    progress: Progress,
    *,
    unlock: bool = False,
) -> Done:
    """Build the site and publish it, if nothing forbids it.

    Args:
        context: what notices are checked against; its site names the targets.
        settings: the project, with the folder that is published as its output.
        name: of the target; empty for the only one.
        progress: told how many files have travelled, of how many.
        unlock: lift a lock that another publication has left behind.

    Raises:
        BlockedError: something forbids it.
        DisclosureError: the target did not do what it was asked; run
            again, and it goes on.

    """
    target, language = choose_target(context.site, name), settings.language
    preflight = run_preflight(settings)
    if preflight.blockers:
        raise BlockedError(_blockers(preflight.blockers, settings))
    built = build_site(settings)
    if not built.sound:
        faults = tuple(each for each in built.diagnostics if each.level is Level.ERROR)
        raise BlockedError(_blockers(faults, settings))
    notes: list[str] = []
    done = publish(
        target, settings, _options(notes, language, preflight=preflight, unlock=unlock), progress
    )
    said = say("act.published", language, _values(target, done))
    return Done(said, (*notes, *_notes(done, language)))


def back(
    context: CheckContext, settings: Settings, name: str = "", *, unlock: bool = False
) -> Done:
    """Switch a target to the site that was published before; for ``unlock`` see ``do``.

    Raises:
        DisclosureError: the target keeps none, there is none, or somebody else is publishing.

    """
    target, language = choose_target(context.site, name), settings.language
    go_back(target, settings, _options([], language, unlock=unlock))
    return Done(say("act.went_back", language, {"name": target.name}))


def _options(
    notes: list[str],
    language: str,
    *,
    dry: bool = False,
    preflight: Preflight | None = None,
    unlock: bool = False,
) -> PublishOptions:
    def tell(code: str, params: Mapping[str, str]) -> None:
        notes.append(say(code, language, params))

    return PublishOptions(dry, unlock=unlock, forced="", preflight=preflight, tell=tell)


def _blockers(diagnostics: Sequence[Diagnostic], settings: Settings) -> tuple[Blocker, ...]:
    notices = settings.display_path(settings.content / "notices")

    def slug(path: PurePosixPath) -> str:
        return path.stem if path.parent == notices else ""

    return tuple(Blocker(slug(each.path), found(each, settings.language)) for each in diagnostics)


def _blocked(blockers: Sequence[Blocker], language: str) -> str:
    return spoken("publish.refused", language, {"count": str(len(blockers))})


def _values(target: PublishTarget, done: Published) -> dict[str, str]:
    return {
        "name": target.name,
        "written": str(len(done.written)),
        "deleted": str(len(done.deleted)),
        "unchanged": str(done.unchanged),
    }


def _plain(target: PublishTarget, language: str) -> Iterator[str]:
    if is_plain(target):
        yield say("publish.plain", language, {"url": target.url})


def _notes(done: Published, language: str) -> Iterator[str]:
    for code, places in (("publish.kept", done.kept), ("publish.closed", done.closed)):
        for place in places[:_NAMED]:
            yield say(code, language, {"place": place})
        if left := len(places[_NAMED:]):
            yield say("publish.more", language, {"count": str(left)})
