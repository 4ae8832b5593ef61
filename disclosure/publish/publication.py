"""One publication from beginning to end."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from typing import NamedTuple

from disclosure.archive.log import head_of
from disclosure.clock import moment_in_china
from disclosure.errors import UsageError
from disclosure.files import sha256_hex
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.publish.copies import Tell, tell_of_copies
from disclosure.publish.history import Records
from disclosure.publish.local_site import LocalSite
from disclosure.publish.older import refuse_older
from disclosure.publish.preflight import Preflight, refuse_unchecked
from disclosure.publish.remote_lock import RemoteLock, locked
from disclosure.publish.remote_lock_file import LockNote
from disclosure.publish.remote_state import Before, Progress
from disclosure.publish.replace_files import marks_in, open_to_readers, plan_for, replace
from disclosure.publish.switch_release import plan_release, release, roll_back
from disclosure.publish.target import Releasing, Target, list_remote_files
from disclosure.publish.targets.registry import open_target

Opening = Callable[[PublishTarget, Settings], Target]


class PublishOptions(NamedTuple):
    """How a publication is to be done.

    Attributes:
        dry: only say what would be done.
        unlock: take the target from whoever locks it.
        forced: why it is published although something speaks against it; empty for nothing.
        repair: read everything that stands there, whatever its size and time.
        preflight: what was looked at before; None where nothing was.
        tell: told, before anything is written, what is to be known of the target.
    """

    dry: bool
    unlock: bool
    forced: str
    repair: bool = False
    preflight: Preflight | None = None
    tell: Tell = lambda code, params: None


class Published(NamedTuple):
    """What was done, or would be.

    Attributes:
        written: places whose bytes travelled, in order.
        deleted: places.
        unchanged: how many stayed, or were linked.
        trusted: whether the target's listing was as we left it.
        release: the release that is served now; empty where files are replaced.
        head: digest of the archive's last line.
        kept: places that are not needed any more, and stay because somebody has changed them.
        opened: places that readers could not read, and now can.
        closed: places that readers cannot read, for their modes could not be set.
    """

    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: int
    trusted: bool
    release: str
    head: str = ""
    kept: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


def publish(
    target: PublishTarget,
    settings: Settings,
    options: PublishOptions,
    progress: Progress,
    opening: Opening = open_target,
) -> Published:
    """Bring the built site to a target.

    Args:
        target: where.
        settings: the project; its site was just built.
        options: how.
        progress: told how far it is.
        opening: connects to the target.

    Raises:
        ExtraError: packages are missing.
        OutputError: somebody else is publishing, files that are not ours are in the way, or the
            site cannot be read.
        TargetError: the target did not do what it was asked; run again, and it goes on.

    """
    site, records = LocalSite(settings.output), Records(settings)
    if options.preflight is not None:
        refuse_unchecked(site, options.preflight)
    with (
        closing(opening(target, settings)) as place,
        _locked(place, target, settings, records, options) as lock,
    ):
        # Not before: another publication from here may just be noting what it has left.
        before = Before(records.listing(target.name), records.marks(target.name), options.repair)
        way = _release if target.mode is Mode.RELEASE else _replace
        done = way(lock, place, site, before, options, progress)
        done = done._replace(head=head_of(store_of(settings).lines()))
        if not options.dry and (done.written or done.deleted or before.listing != site.listing):
            records.note(target.name, site.listing, _line(target, site, done, options))
        if not options.dry:
            records.settle(target.name)
        return done


def go_back(target: PublishTarget, settings: Settings, options: PublishOptions) -> str:
    """Switch a target to the release before, and return its folder.

    Raises:
        UsageError: the target has no releases.
        OutputError: there is no release before, or somebody else is publishing.
        TargetError: the target did not do what it was asked.

    """
    if target.mode is not Mode.RELEASE:
        raise UsageError("publish.no_rollback", name=target.name)
    records = Records(settings)
    with (
        closing(open_target(target, settings)) as place,
        locked(place, target.name, settings, records, unlock=options.unlock),
    ):
        folder, listing = roll_back(_releasing(place))
        line = {
            "time": moment_in_china(),
            "target": target.name,
            "rollback": folder,
            "listing": sha256_hex(listing),
            "forced": options.forced,
        }
        records.note(target.name, listing, line)
        records.settle(target.name)
        return folder


def _line(
    target: PublishTarget, site: LocalSite, done: Published, options: PublishOptions
) -> Mapping[str, str | int]:
    return {
        "time": moment_in_china(),
        "target": target.name,
        "written": len(done.written),
        "deleted": len(done.deleted),
        "unchanged": done.unchanged,
        "release": done.release,
        "listing": sha256_hex(site.listing),
        "head": done.head,
        "forced": options.forced,
    }


def _locked(
    place: Target,
    target: PublishTarget,
    settings: Settings,
    records: Records,
    options: PublishOptions,
) -> AbstractContextManager[RemoteLock]:
    if options.dry:  # nothing is written, so nothing is locked
        return nullcontext(RemoteLock(place, target.name, records, LockNote()))
    return locked(place, target.name, settings, records, unlock=options.unlock)


def _replace(
    lock: RemoteLock,
    place: Target,
    site: LocalSite,
    before: Before,
    options: PublishOptions,
    progress: Progress,
) -> Published:
    if not options.forced:
        refuse_older(place, site)
    plan = plan_for(lock, site, before, progress)
    done = Published(plan.write, plan.delete, plan.unchanged, plan.trusted, "", kept=plan.kept)
    if options.dry:
        return done
    replace(lock, site, plan, progress)
    marks = plan.marks
    if plan.write or plan.delete:
        marks = marks_in(list_remote_files(place), site.every)
    lock.note_marks(marks)
    return _opened(done, place, plan.closed)


def _release(
    lock: RemoteLock,
    place: Target,
    site: LocalSite,
    before: Before,
    options: PublishOptions,
    progress: Progress,
) -> Published:
    releasing = _releasing(place)
    plan = plan_release(releasing, site, before, progress)
    if plan.base and not options.forced:
        refuse_older(place, site, f"{plan.base}/")
    folder, marks = plan.base, plan.marks
    if plan.write and not options.dry:
        tell_of_copies(place, site, options.tell)
        folder = release(lock, releasing, site, plan, progress)
        marks = marks_in(list_remote_files(place, f"{folder}/"), site.every, f"{folder}/")
    done = Published(plan.write, (), len(plan.link), plan.trusted, folder)
    if options.dry:
        return done
    lock.note_marks(marks)
    return _opened(done, place, [f"{folder}/{each}" for each in plan.closed])


def _opened(done: Published, place: Target, closed: Sequence[str]) -> Published:
    still = open_to_readers(place, closed)
    return done._replace(opened=tuple(sorted(set(closed).difference(still))), closed=still)


def _releasing(place: Target) -> Releasing:
    if not isinstance(place, Releasing):  # pragma: no cover - open_target has seen to it
        raise TypeError(type(place))
    return place
