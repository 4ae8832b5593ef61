"""Publishing whole releases: a new folder is put together aside, then one link is switched.

On the target: ``releases/<number>-<digest>/`` and ``current``, the link that the web server
serves. Numbers, not times: a clock that was set back must not confuse what came after what.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.publish.local_site import LocalSite
from disclosure.publish.put_files import put_all
from disclosure.publish.remote_lock import RemoteLock
from disclosure.publish.remote_state import Before, Progress, believed, read_digests, read_note
from disclosure.publish.replace_files import marks_in
from disclosure.publish.target import Releasing, TargetError, list_remote_files
from disclosure.render import urls
from disclosure.render.site_order import in_order

CURRENT = "current"
RELEASES = "releases/"
_PART = ".part"
_NAME = re.compile(r"(\d{6})-[0-9a-f]{12}")
_KEPT = 5
_ASSETS = "assets/"


class Release(NamedTuple):
    """What a new release is made of.

    Attributes:
        base: the folder that is served now; empty where none is.
        write: places whose bytes travel, in order; none where no new release is needed.
        link: places that are the same in the base.
        carried: styles and scripts of the base alone: a page that was read just before the
            switch still asks for them.
        trusted: whether the base's listing was as we left it.
        closed: places of the base that go on being served, and whose modes keep readers out.
        marks: of the files that stand in the base, by place.
    """

    base: str
    write: tuple[str, ...]
    link: tuple[str, ...]
    carried: tuple[str, ...]
    trusted: bool
    closed: tuple[str, ...]
    marks: Mapping[str, str]


def plan_release(target: Releasing, site: LocalSite, before: Before, progress: Progress) -> Release:
    """Return what a new release would be made of.

    Raises:
        OutputError: ``current`` is something else than our link.
        TargetError: the target cannot be read.

    """
    base = _served(target)
    if not base:
        return Release("", in_order(site.every), (), (), not before.listing, (), {})
    within = f"{base}/"
    remote_files = list_remote_files(target, within)
    there = read_note(target, within + urls.LISTING)
    trusted = bool(before.listing) and there == before.listing
    left, digests = before.digests, site.digests
    held = {place.removeprefix(within) for place in remote_files}
    old = {place for place in held & set(left) if place.startswith(_ASSETS)}.difference(digests)
    looked_for = (held & set(digests)) | old
    standing = {}
    if trusted and not before.repair:
        standing = believed(looked_for, remote_files, site, before, within)
    unread = sorted(looked_for.difference(standing))
    standing |= read_digests(target, unread, progress, within)
    link = tuple(place for place in digests if standing.get(place) == digests[place])
    whole = there == site.listing and len(link) == len(digests)
    write = () if whole else in_order([*set(digests).difference(link), urls.LISTING])
    return Release(
        base,
        write,
        link,
        tuple(sorted(place for place in old if standing.get(place) == left[place])),
        trusted,
        tuple(place for place in link if remote_files[within + place].closed),
        marks_in(remote_files, site.every, within),
    )


def release(
    lock: RemoteLock, target: Releasing, site: LocalSite, plan: Release, progress: Progress
) -> str:
    """Put the release together, switch to it, and return its folder.

    Raises:
        OutputError: a file of the site cannot be read.
        TargetError: the target did not do what it was asked; what is served is as it was.

    """
    # Before all else, for without links all the work would be in vain.
    if not plan.base and not target.can_point():
        raise OutputError("publish.no_links")
    lock.announce({})
    numbers = [_number(name) for name in target.folders(RELEASES)]
    name = f"{max(numbers, default=0) + 1:06d}-{sha256_hex(site.listing)[:12]}"
    part, whole = f"{RELEASES}{name}{_PART}", f"{RELEASES}{name}"
    for left in target.folders(RELEASES):
        if left.endswith(_PART) and _number(left):
            target.remove_folder(RELEASES + left)
    total = len(plan.link) + len(plan.write)
    same = (*plan.link, *plan.carried)
    target.link_many([(f"{plan.base}/{place}", f"{part}/{place}") for place in same])
    # Some servers say yes and link nothing.
    held = list_remote_files(target, f"{part}/", [f"{part}/{place}" for place in plan.link])
    unlinked = [place for place in plan.link if f"{part}/{place}" not in held]
    progress(len(plan.link) - len(unlinked), total)
    writing = put_all(target, site, (*unlinked, *plan.write), f"{part}/")
    for done, _ in enumerate(writing, len(plan.link) - len(unlinked) + 1):
        progress(done, total)
    target.rename_folder(part, whole)
    target.point(CURRENT, whole)
    if target.pointed(CURRENT) != whole:
        raise TargetError("target.not_switched", place=CURRENT)
    _prune(target, keep=name)
    return whole


def roll_back(target: Releasing) -> tuple[str, bytes]:
    """Switch to the release before the one that is served; return it and its listing.

    Raises:
        OutputError: there is none.
        TargetError: the target did not do what it was asked.

    """
    served = _served(target).removeprefix(RELEASES)
    before = [name for name in target.folders(RELEASES) if _NAME.fullmatch(name) and name < served]
    if not served or not before:
        raise OutputError("publish.no_release")
    whole = RELEASES + before[-1]
    listing = read_note(target, f"{whole}/{urls.LISTING}") or b""
    target.point(CURRENT, whole)
    if target.pointed(CURRENT) != whole:
        raise TargetError("target.not_switched", place=CURRENT)
    return whole, listing


def _served(target: Releasing) -> str:
    """Return the folder that is served; empty where nothing is."""
    folder = target.pointed(CURRENT)
    if not folder and target.read(f"{CURRENT}/{urls.INDEX}") is not None:
        raise OutputError("publish.no_link", place=CURRENT)
    if folder and not _NAME.fullmatch(folder.removeprefix(RELEASES)):
        raise OutputError("publish.no_link", place=CURRENT)
    return folder


def _number(name: str) -> int:
    match = _NAME.match(name)
    return int(match[1]) if match else 0


def _prune(target: Releasing, keep: str) -> None:
    whole = [name for name in target.folders(RELEASES) if _NAME.fullmatch(name) and name != keep]
    for name in whole[: -(_KEPT - 1)]:
        target.remove_folder(RELEASES + name)
