"""Publishing the site: what would be done, doing it, and going back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.desk.actions.places import site_settings
from disclosure.desk.actions.said import Done, found, spoken
from disclosure.diagnostics import Diagnostic, Level
from disclosure.errors import OutputError
from disclosure.messages import say
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.model.site import Site
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.publish.preflight import Preflight, refuse_blocked, run_preflight
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


def will_publish(target: PublishTarget, settings: Settings) -> str:
    """Say what publishing will do.

    Raises:
        UsageError: the target's folder is none to publish to.

    """
    folder = folder_of(target, settings)
    where = folder.as_posix() if folder else target.url
    values = {"name": target.name, "where": where}
    return say("act.will_publish", settings.language, values)


def will_go_back(target: PublishTarget, language: str) -> str:
    """Say what going back will do."""
    return say("act.will_go_back", language, {"name": target.name})


def plan_publication(name: str, site: Site, settings: Settings) -> Plan:
    """Build the site and say what publishing would do; the target is not touched.

    Args:
        name: of the target; empty for the only one.
        site: as it was loaded.
        settings: the project.

    Raises:
        DisclosureError: there is no such target, or it cannot be read.

    """
    settings, language = site_settings(settings), settings.language
    target = choose_target(site, name)
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


def publish_site(name: str, site: Site, settings: Settings, progress: Progress) -> Done:
    """Build the site and publish it, if nothing forbids it.

    Args:
        name: of the target; empty for the only one.
        site: as it was loaded.
        settings: the project.
        progress: told how many files have travelled, of how many.

    Raises:
        DisclosureError: something forbids it, or the target did not do what it was asked; run
            again, and it goes on.

    """
    settings, language = site_settings(settings), settings.language
    target = choose_target(site, name)
    preflight = run_preflight(settings)
    refuse_blocked(preflight, dry=False, forced="")
    built = build_site(settings)
    if not built.sound:
        errors = sum(each.level is Level.ERROR for each in built.diagnostics)
        raise OutputError("publish.refused", count=str(errors))
    notes: list[str] = []
    done = publish(target, settings, _options(notes, language, preflight=preflight), progress)
    said = say("act.published", language, _values(target, done))
    return Done(said, (*notes, *_notes(done, language)))


def go_back_one(name: str, site: Site, settings: Settings) -> Done:
    """Switch a target to the site that was published before.

    Raises:
        DisclosureError: the target keeps none, there is none, or somebody else is publishing.

    """
    settings, language = site_settings(settings), settings.language
    target = choose_target(site, name)
    values = {"name": target.name, "release": go_back(target, settings, _options([], language))}
    return Done(say("publish.rolled_back", language, values))


def _options(
    notes: list[str], language: str, *, dry: bool = False, preflight: Preflight | None = None
) -> PublishOptions:
    def tell(code: str, params: Mapping[str, str]) -> None:
        notes.append(say(code, language, params))

    return PublishOptions(dry, unlock=False, forced="", preflight=preflight, tell=tell)


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
