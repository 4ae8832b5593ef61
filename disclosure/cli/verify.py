"""``verify``: whether the record, or a copy of it, is still what was sealed."""

import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.archive.bag import PAYLOAD
from disclosure.archive.bag_reading import Bag, is_bag, read_bag
from disclosure.archive.log import Line, head_of
from disclosure.archive.store import LOG
from disclosure.archive.times import find_ahead, find_signed_later
from disclosure.archive.unpacking import unpack
from disclosure.archive.verify import OFFICE_FILES, Criterion, Fault, verify
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, ProgressLine, print_lines
from disclosure.cli.program_place import as_called
from disclosure.clock import moment_in_china
from disclosure.errors import ExtraError, UsageError
from disclosure.messages import explain, say
from disclosure.model.publishing import PublishTarget
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.site_file import load_site_file
from disclosure.project.versions import version_of
from disclosure.project.witnesses import find_vanished
from disclosure.visible import visible

if TYPE_CHECKING:
    from disclosure.publish.verify import Compared

_KNOWN = frozenset({"archive", "content"})
_NAME = re.compile(r"[a-z0-9-]+")


def run_verify(request: Request) -> int:
    """Verify the archive, or a copy of it, and report under the four heads."""
    if request.record.rebuild:
        return _rebuild(request)
    if target := _named_target(request):
        return _compare(target, request)
    if not request.slugs:
        with archive_lock(request.settings) as store:
            return _verify(store.folder, request, own=True)
    if request.slugs[0].startswith(("http://", "https://")):
        return _verify_address(request.slugs[0], request)
    return _verify_copy(Path.cwd() / request.slugs[0], request)


def _named_target(request: Request) -> PublishTarget | None:
    """Return the target of ``site.yaml`` that is meant; None where a folder or address is."""
    if len(request.slugs) != 1 or not _NAME.fullmatch(request.slugs[0]):
        return None
    site, _ = load_site_file(request.settings)
    targets = site.publish.targets if site else ()
    return next((each for each in targets if each.name == request.slugs[0]), None)


def _verify_address(address: str, request: Request) -> int:
    """Verify what a site publishes of its archive, and what else was published from here."""
    from disclosure.http.client import Client  # the other ways need no network
    from disclosure.publish.verify import compare_address
    from disclosure.versioning.remote import LIMITS, fetch_archive

    progress = ProgressLine(request.settings.language)
    try:
        compared = compare_address(address, request.settings, progress)
    finally:
        progress.clear()
    status = CLEAN
    if compared is not None:
        status = _tell(compared, address, request.settings.language)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            fetch_archive(address, Path(scratch), Client(LIMITS))
        except UsageError:
            if compared is None or request.record.head:
                raise
            return status  # a site without an archive
        return max(status, _verify(Path(scratch), request, published=True))


def _compare(target: PublishTarget, request: Request) -> int:
    """Compare what stands on a target with what was published there."""
    from disclosure.publish.verify import compare_target  # the other ways need none of it

    progress = ProgressLine(request.settings.language)
    try:
        found = compare_target(target, request.settings, progress)
    finally:
        progress.clear()
    return _tell(found, target.name, request.settings.language)


def _tell(found: "Compared", name: str, language: str) -> int:
    for code, places in (
        ("publish.is_changed", found.changed),
        ("publish.is_missing", found.missing),
        ("publish.is_closed", found.closed),
        ("publish.is_foreign", found.foreign),
    ):
        print_lines(say(code, language, {"place": place}) for place in places)
    values = {
        "name": name,
        "same": str(found.same),
        "wrong": str(len(found.changed) + len(found.missing)),
        "foreign": str(len(found.foreign)),
    }
    print_lines([say("publish.compared_all", language, values)])
    if found.closed:
        count = str(len(found.closed))
        print_lines([say("publish.compared_closed", language, {"count": count})])
    if not (found.changed or found.missing or found.closed):
        return CLEAN
    named = f" {name}" if _NAME.fullmatch(name) else ""
    command = as_called(f"python3 build.py publish{named} --repair")
    print_lines([say("publish.repair", language, {"command": command})])
    return FAILED


def _is_site(folder: Path) -> bool:
    """Whether a copy is one as the site has it: pages among the versions, the office's files not.

    A page alone is put in easily, and would hide that files of the office are missing.
    """
    kept = any(path.name in OFFICE_FILES for path in folder.glob("*/*/*"))
    return not kept and any(folder.glob("*/index.html"))


def _verify(
    folder: Path,
    request: Request,
    *,
    own: bool = False,
    published: bool = False,
    bag: Bag | None = None,
) -> int:
    language = request.settings.language
    held = bag.held if bag is not None else None
    lines, found = verify(folder, request.record.head, published=published, held=held)
    bad_stamps, about_stamps = _look_at_stamps(folder, lines, request)
    lost = _lost(request) if own else ()
    faults = (*(bag.faults if bag is not None else ()), *found, *lost, *bad_stamps)
    for fault in faults:
        sentence = say(fault.code, language, {"place": fault.place})
        print_lines([f"{visible(fault.place)}: {fault.head} {sentence} [{fault.code}]"])
    for head in Criterion:
        count = sum(fault.head is head for fault in faults)
        state = say("verify.faults" if count else "verify.sound", language, {"count": str(count)})
        print_lines([f"{head}: {state}"])
    for place, sealed in find_ahead(lines, moment_in_china()):
        print_lines([f"{place}: {say('archive.ahead', language, {'at': sealed})} [archive.ahead]"])
    for place, signed in find_signed_later(folder, lines):
        note = say("archive.signed_later", language, {"at": signed})
        print_lines([f"{place}: {note} [archive.signed_later]"])
    if published:
        print_lines([say("verify.as_published", language)])
    versions = {"versions": str(len(lines))}
    print_lines([say("verify.versions", language, versions), *about_stamps])
    if bag is not None:
        print_lines([say("bag.held", language, versions | {"held": str(len(bag.held))})])
    if lines:
        print_lines([say("seal.head", language, {"head": head_of(lines)})])
    return FAILED if faults else CLEAN


def _lost(request: Request) -> tuple[Fault, ...]:
    """Return what others know of the archive and it no longer has; an empty one proves nothing."""
    vanished = find_vanished(request.settings)
    if vanished is None:
        return ()
    return (Fault(Criterion.WHOLE, "archive.lost", dict(vanished.params)["witness"]),)


def _look_at_stamps(
    folder: Path, lines: Sequence[Line], request: Request
) -> tuple[tuple[Fault, ...], list[str]]:
    """Return the faults of time stamps, and a line that says what was looked at."""
    count = sum(bool(line.entry and line.entry.stamp) for line in lines)
    if not count:
        return (), []
    language, values = request.settings.language, {"count": str(count)}
    site, _ = load_site_file(request.settings)
    if site is None or site.archive.timestamp is None:
        return (), [say("verify.stamps_unknown", language, values)]
    from disclosure.versioning.timestamp import find_bad_stamps  # few archives have any

    authority, content = site.archive.timestamp, request.settings.content
    try:
        faults = tuple(find_bad_stamps(folder, lines, authority, content))
    except ExtraError as error:
        return (), [explain(error, language)]
    return faults, [say("verify.stamps", language, values)]


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """Give a copy: a site, an archive, a bag, or what is in a zip of one of them."""
    with tempfile.TemporaryDirectory() as scratch:
        if _is_zip(path):
            unpack(path, Path(scratch))
            yield _top(Path(scratch))
        else:
            yield path


def _is_zip(path: Path) -> bool:
    try:
        return path.is_file() and zipfile.is_zipfile(path)
    except OSError as error:  # a name longer than the system takes, or nothing that can be read
        raise UsageError("verify.no_archive", path=path.as_posix()) from error


def _top(folder: Path) -> Path:
    """Return the only folder in a folder, as zips of a folder have it; else the folder itself."""
    inside = list(folder.iterdir())
    is_wrapped = len(inside) == 1 and inside[0].is_dir() and inside[0].name not in _KNOWN
    return inside[0] if is_wrapped else folder


def _archive_in(folder: Path, path: Path) -> Path:
    """Return the folder of the archive in a copy, which was asked for as ``path``."""
    for candidate in (folder, folder / "archive", folder / "content" / "archive"):
        if (candidate / LOG).is_file() or (candidate / LOG).is_symlink():
            return candidate
    raise UsageError("verify.no_archive", path=path.as_posix())


def _verify_copy(path: Path, request: Request) -> int:
    with _copy(path) as folder:
        # A bag that lost its log has no archive, but is one of ours all the same.
        if is_bag(folder):
            return _verify(folder / PAYLOAD, request, bag=read_bag(folder))
        archive = _archive_in(folder, path)
        return _verify(archive, request, published=_is_site(archive))


def _rebuild(request: Request) -> int:
    """Make a version again from what is sealed, and say which files differ."""
    from disclosure.versioning.rebuild import rebuild  # wants pydantic and Jinja

    language = request.settings.language
    if len(request.slugs) != 2:
        raise UsageError("rebuild.which")
    slug, number = request.slugs
    with archive_lock(request.settings) as store:
        if verify(store.folder)[1]:
            raise UsageError("rebuild.faults")
        rebuilt = rebuild(store, version_of(store, slug, number), request.settings)
    for name in rebuilt.different:
        print_lines([say("rebuild.differs", language, {"name": name})])
    values = {"count": str(rebuilt.same), "version": rebuilt.then.version}
    if rebuilt.then != rebuilt.now:
        print_lines([say("rebuild.other_program", language, _makers(rebuilt.then, rebuilt.now))])
    elif rebuilt.different:
        print_lines([say("rebuild.other_packages", language, values)])
    code = "rebuild.intact" if rebuilt.different else "rebuild.same"
    print_lines([say(code, language, values)])
    return FAILED if rebuilt.different else CLEAN


def _makers(then: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    names = ("version", "program", "templates")
    return {
        f"{when}_{name}": value if name == "version" else value[:12]
        for when, maker in (("then", then), ("now", now))
        for name, value in zip(names, maker, strict=True)
    }
