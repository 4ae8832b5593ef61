"""Matters on disk: which notice continues which, and how their problems go on.

Which notice a file continues is read from its one line, without reading the notice: a thousand
others then cost a look at their bytes. Who reads a notice wholly refuses any other form.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.model.faults import Fault
from disclosure.model.follow_up import Joined, Told, join_all
from disclosure.model.matters import chain_faults, chains_of
from disclosure.project.genres import genres_of
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import Settings
from disclosure.render.matter import MatterMember, MatterPage, matter_pages
from disclosure.render.renderer import Renderer
from disclosure.source.load import LoadedNotice, diagnose, load_notice, read_bytes

_KEY = b"continues"
_LINE = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?continues[\"']?[ \t]*:[ \t]+"
    rb"[\"']?([a-z0-9-]+)[\"']?[ \t\r]*(?:#.*)?$",
    re.MULTILINE,
)
_AT = ("continues",)


class Member(NamedTuple):
    """One notice of a matter, read.

    Attributes:
        slug: of the notice.
        data: the bytes that it was read from.
        loaded: its values.

    """

    slug: str
    data: bytes
    loaded: LoadedNotice

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


def continued_in(data: bytes) -> str:
    """Return which notice the file of a notice continues; empty for none."""
    found = _LINE.search(data) if _KEY in data else None
    return found[1].decode() if found else ""


def links_of(
    files: Iterable[NoticeFile], settings: Settings, known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return which notice each follow-up continues.

    Args:
        files: all notices.
        settings: the project.
        known: what is known of some of them already; empty for a notice that continues none.

    """
    links: dict[str, str] = {}
    for file in files:
        before = known.get(file.slug) if known else None
        if before is None:
            data, _ = read_bytes(file.path, settings.display_path(file.path), settings.content)
            before = continued_in(data)
        if before:
            links[file.slug] = before
    return links


def read_members(
    slugs: Sequence[str], files: Mapping[str, NoticeFile], settings: Settings
) -> tuple[Member, ...]:
    """Return the notices of a matter, down to the first one that cannot be read."""
    members = []
    for slug in slugs:
        shown = settings.display_path(files[slug].path)
        data, _ = read_bytes(files[slug].path, shown, settings.content)
        loaded, _ = load_notice(data, shown, genres_of(settings))
        if loaded is None:
            break
        members.append(Member(slug, data, loaded))
    return tuple(members)


def chain_diagnostics(
    links: Mapping[str, str], files: Mapping[str, NoticeFile], settings: Settings
) -> Iterator[Diagnostic]:
    """Yield what is wrong with which notice continues which, each at its line.

    Nothing is said of a notice that cannot be read; whoever reads it says that.
    """
    for fault in chain_faults(links, files):
        for member in read_members([fault.slug], files, settings):
            at = Fault(_AT, fault.code, fault.params)
            yield from _diagnosed([at], files[fault.slug], member.loaded, settings)


def follow_faults(
    members: Sequence[Member], files: Mapping[str, NoticeFile], settings: Settings
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with what the notices of a matter say of those before them."""
    found: list[Diagnostic] = []
    for at, joined in enumerate(join_all([each.told for each in members])):
        member = members[at]
        faults = [*joined.faults, *(_order(members[at - 1], member) if at else ())]
        found += _diagnosed(faults, files[member.slug], member.loaded, settings)
    return tuple(found)


def pages_of(members: Iterable[Member], renderer: Renderer) -> dict[str, MatterPage]:
    """Return what the pages of a matter's notices show of one another; see ``matter_pages``."""
    shown = [
        MatterMember(each.slug, each.loaded.notice, each.loaded.figures, each.loaded.outline)
        for each in members
    ]
    return matter_pages(shown, renderer)


def page_of(slug: str, settings: Settings, renderer: Renderer) -> MatterPage | None:
    """Return what the page of one notice shows of its matter, as a build would; or nothing."""
    files, _ = find_notices(settings)
    by_slug = {file.slug: file for file in files}
    chain = chains_of(links_of(files, settings), by_slug).get(slug, ())
    members = read_members(chain, by_slug, settings)
    whole = len(members) == len(chain) and not follow_faults(members, by_slug, settings)
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
    files, _ = find_notices(settings)
    by_slug = {file.slug: file for file in files}
    links = links_of(files, settings) | {slug: loaded.notice.continues}
    wrong = [
        Fault(_AT, each.code, each.params)
        for each in chain_faults(links, by_slug)
        if each.slug == slug
    ]
    chain = chains_of(links, by_slug).get(slug, ())
    before = chain[: chain.index(slug)] if slug in chain else ()
    members = read_members(before, by_slug, settings)
    if not wrong and (not before or len(members) < len(before)):
        unread = before[len(members)] if before else loaded.notice.continues
        wrong = [Fault(_AT, "follow.unread", (("slug", unread),))]
    if wrong:
        return FollowUp(None, _diagnosed(wrong, by_slug[slug], loaded, settings))
    joined = join_all([*(each.told for each in members), Told(loaded.notice, loaded.outline)])[-1]
    every = [*joined.faults, *_order(members[-1], Member(slug, b"", loaded))]
    return FollowUp(joined, _diagnosed(every, by_slug[slug], loaded, settings))


def form_faults(
    data: bytes, loaded: LoadedNotice, file: NoticeFile, settings: Settings
) -> tuple[Diagnostic, ...]:
    """Return an error where a notice continues one in a form that its one line does not show."""
    meant = loaded.notice.continues
    if meant is None or continued_in(data) == meant:
        return ()
    fault = Fault(_AT, "follow.form", (("slug", meant),))
    return _diagnosed([fault], file, loaded, settings)


def _order(before: Member, now: Member) -> Iterator[Fault]:
    first, last = before.loaded.notice.published, now.loaded.notice.published
    if first and last and last < first:
        params = (("slug", before.slug), ("day", str(last)), ("earlier", str(first)))
        yield Fault(_AT, "follow.before", params)


def _diagnosed(
    faults: Iterable[Fault], file: NoticeFile, loaded: LoadedNotice, settings: Settings
) -> tuple[Diagnostic, ...]:
    shown = settings.display_path(file.path)
    return tuple(diagnose(fault, shown, loaded.places) for fault in faults)
