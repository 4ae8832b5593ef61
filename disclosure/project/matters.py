"""Matters on disk: which notice continues which, and how their problems go on.

Where they are read says ``matter_sources``.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.model.faults import Fault
from disclosure.model.follow_up import Joined, Told, join_all
from disclosure.model.matters import chain_faults, chains_of
from disclosure.project.genres import genres_of
from disclosure.project.matter_sources import Known, MatterSources, matter_sources_now
from disclosure.project.settings import Settings
from disclosure.render.matter import MatterPage
from disclosure.render.matter_pages import MatterMember, matter_pages
from disclosure.render.renderer import Renderer
from disclosure.source.load import LoadedNotice, diagnose, load_notice, read_bytes

_AT = ("continues",)


class Member(NamedTuple):
    """One notice of a matter, read.

    Attributes:
        slug: of the notice.
        data: the bytes that it was read from.
        loaded: its values.
        withdrawn: whether it was; then it is read from what was sealed last.

    """

    slug: str
    data: bytes
    loaded: LoadedNotice
    withdrawn: bool = False

    @property
    def told(self) -> Told:
        """It as problems are followed in it."""
        return Told(self.loaded.notice, self.loaded.outline)


class FollowUp(NamedTuple):
    """How a notice goes on with those before it.

    Attributes:
        joined: its problems with theirs; None where there are none before it, or they cannot be
            read.
        found: what is wrong with what it says of them.

    """

    joined: Joined | None
    found: tuple[Diagnostic, ...]


def read_members(slugs: Sequence[str], sources: MatterSources) -> tuple[Member, ...]:
    """Return the notices of a matter, down to the first one that cannot be read."""
    members = []
    settings = sources.settings
    for slug in slugs:
        path = sources.files[slug].path
        shown = settings.display_path(path)
        data, _ = read_bytes(path, shown, settings.content)
        loaded, _ = load_notice(data, shown, genres_of(settings))
        if loaded is None:
            break
        members.append(Member(slug, data, loaded, slug in sources.withdrawn))
    return tuple(members)


def chain_diagnostics(sources: MatterSources) -> Iterator[Diagnostic]:
    """Yield what is wrong with which notice continues which, each at its line.

    Nothing is said of a notice that cannot be read, whoever reads it says that; and nothing of
    one that was withdrawn, which nobody changes any more.
    """
    for fault in chain_faults(sources.links, sources.files):
        for member in read_members([fault.slug], sources):
            if not member.withdrawn:
                at = Fault(_AT, fault.code, fault.params)
                yield from _diagnosed([at], member, sources)


def follow_faults(members: Sequence[Member], sources: MatterSources) -> tuple[Diagnostic, ...]:
    """Return what is wrong with what the notices of a matter say of those before them."""
    found: list[Diagnostic] = []
    for at, joined in enumerate(join_all([each.told for each in members])):
        member = members[at]
        faults = [*joined.faults, *(_order(members[at - 1], member) if at else ())]
        if not member.withdrawn:
            found += _diagnosed(faults, member, sources)
    return tuple(found)


def pages_of(members: Iterable[Member], renderer: Renderer) -> dict[str, MatterPage]:
    """Return what the pages of a matter's notices show of one another; see ``matter_pages``."""
    shown = [
        MatterMember(
            each.slug,
            each.loaded.notice,
            each.loaded.figures,
            each.loaded.outline,
            each.withdrawn,
        )
        for each in members
    ]
    return matter_pages(shown, renderer)


def page_of(
    slug: str, settings: Settings, renderer: Renderer, known: Known | None = None
) -> MatterPage | None:
    """Return what the page of one notice shows of its matter, as a build would; or nothing.

    Args:
        slug: of the notice.
        settings: the project.
        renderer: tools of all pages.
        known: see ``matter_sources_now``.

    """
    sources = matter_sources_now(settings, slug, known)
    chain = chains_of(sources.links, sources.files).get(slug, ())
    members = read_members(chain, sources)
    whole = len(members) == len(chain) and not follow_faults(members, sources)
    return pages_of(members, renderer).get(slug) if members and whole else None


def follow_up_of(slug: str, loaded: LoadedNotice, settings: Settings) -> FollowUp:
    """Return how a notice goes on with those before it; nothing is read for one that does not.

    Args:
        slug: of the notice.
        loaded: its values.
        settings: the project.

    """
    if loaded.notice.continues is None:
        return FollowUp(None, ())
    sources = matter_sources_now(settings, slug)
    # What is read may not be what its file says by now.
    links = sources.links | {slug: sources.today(loaded.notice.continues)}
    now = Member(slug, b"", loaded)
    wrong = [
        Fault(_AT, each.code, each.params)
        for each in chain_faults(links, sources.files)
        if each.slug == slug
    ]
    chain = chains_of(links, sources.files).get(slug, ())
    before = chain[: chain.index(slug)] if slug in chain else ()
    members = read_members(before, sources)
    if not wrong and (not before or len(members) < len(before)):
        unread = before[len(members)] if before else links[slug]
        wrong = [Fault(_AT, "follow.unread", (("slug", unread),))]
    if wrong:
        return FollowUp(None, _diagnosed(wrong, now, sources))
    joined = join_all([*(each.told for each in members), now.told])[-1]
    every = [*joined.faults, *_order(members[-1], now)]
    return FollowUp(joined, _diagnosed(every, now, sources))


def _order(before: Member, now: Member) -> Iterator[Fault]:
    first, last = before.loaded.notice.published, now.loaded.notice.published
    if first and last and last < first:
        params = (("slug", before.slug), ("day", str(last)), ("earlier", str(first)))
        yield Fault(_AT, "follow.before", params)


def _diagnosed(
    faults: Iterable[Fault], member: Member, sources: MatterSources
) -> tuple[Diagnostic, ...]:
    shown = sources.settings.display_path(sources.files[member.slug].path)
    return tuple(diagnose(fault, shown, member.loaded.places) for fault in faults)
