"""The plan: what has changed since the last build, found without reading what has not."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import disclosure
from disclosure.model.versions import LastVersion
from disclosure.pipeline.cache import Cache, FileStates, NoticeRecord, Sources
from disclosure.project.archive_state import UNSETTLED, same_state, state_of_archive
from disclosure.project.fingerprint import (
    ABSENT,
    FileProbe,
    FileState,
    OpenFolder,
    look_at_tree,
    opened,
    same_digest,
    same_digests,
)
from disclosure.project.last_versions import read_log
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import ADDRESSES, ARCHIVE_LOG, GENRES, REVIEWS, SIGNERS, Settings
from disclosure.render import urls

Uses = Callable[[Path], dict[str, list[str]]]
_OWN: Final = "content/"  # before the names of what is noted with the program's files


class Plan(NamedTuple):
    """What a build has to do.

    Attributes:
        files: the notices that stand; those that were withdrawn are not among them.
        sources: what all notices are made from, as it is now.
        stale: notices to be made.
        current: what is known of the others, by slug.
        lists_current: whether the site's own files, too, can stay, as long as what they show of
            the stale notices is the same.
        noted: whether the cache says all this already.
        last_versions: the last sealed version of each notice, by slug.
        head: digest of the archive's last line.
        kept: those of the site's own files that can stay if they are made from the same again:
            digest of what they were made from, and their state, by place.
    """

    files: tuple[NoticeFile, ...]
    sources: Sources
    stale: tuple[NoticeFile, ...]
    current: dict[str, NoticeRecord]
    lists_current: bool
    noted: bool
    last_versions: dict[str, LastVersion]
    head: str
    kept: dict[str, tuple[str, FileState]]


def make_plan(
    settings: Settings,
    files: Sequence[NoticeFile],
    cache: Cache | None,
    probe: FileProbe,
    uses: Uses,
) -> Plan:
    """Compare the project with what the last build noted.

    Args:
        settings: the project.
        files: its notices.
        cache: of the last build; without one everything is stale.
        probe: looks at the files.
        uses: says which templates are used for what; asked only when one has changed.
    """
    before = cache.common.sources if cache else Sources.none()
    sources = _look_at_sources(settings, before, probe, uses)
    last_versions, head = read_log(settings)
    gone = {slug for slug, last in last_versions.items() if last.withdrawn}
    files = tuple(file for file in files if file.slug not in gone)
    if cache is None:
        return Plan(files, sources, files, {}, False, False, last_versions, head, {})
    same = _same_common(before, sources)
    stale: list[NoticeFile] = []
    current: dict[str, NoticeRecord] = {}
    noted = sources == before
    with opened(settings.output) as site:
        places = _places(settings, site)
        for file in files:
            record = cache.notices.get(file.slug) if same["notice"] else None
            if record is not None and record.last_version != last_versions.get(file.slug):
                record = None
            seen = record and _look_at_notice(file, record, places, probe)
            if seen is None:
                stale.append(file)
            else:
                noted = noted and seen is record
                current[file.slug] = seen
        lists_current = (
            same["lists"]
            and same_digest(before.addresses, sources.addresses)
            and _same_archive(before, sources, probe)
            and [file.slug for file in files] == [*cache.notices]
            and probe.all_stand(site, "", cache.common.lists)
        )
    kept = {}
    if same["lists"] and (stale or not lists_current):
        lists = cache.common.lists
        kept = {
            url: (inputs, lists[url])
            for url, inputs in cache.common.inputs.items()
            if lists_current or probe.stands(f"{site.path}{url}", lists.get(url, ABSENT))
        }
    return Plan(
        files, sources, tuple(stale), current, lists_current, noted, last_versions, head, kept
    )


def sources_moved(settings: Settings, sources: Sources) -> bool:
    """Say whether anything changed while it was being used; then nobody knows what was used."""
    now = _look_at_sources(settings, sources, FileProbe(), lambda _: sources.uses)
    return (
        not same_digests(sources.program, now.program)
        or not same_digests(sources.templates, now.templates)
        or not same_digest(sources.site, now.site)
        or not same_digest(sources.signers, now.signers)
        or not same_digest(sources.addresses, now.addresses)
        or not same_digest(sources.archive, now.archive)
        or _moved_archive(sources.sealed, now.sealed)
    )


class _Places(NamedTuple):
    """Where notices, their sign-offs and their files of the site lie.

    Attributes:
        notices: a folder.
        reviews: likewise; empty where there is none, as in most projects.
        site: the site.
    """

    notices: str
    reviews: str
    site: OpenFolder


def _places(settings: Settings, site: OpenFolder) -> _Places:
    reviews = (settings.content / REVIEWS).as_posix()
    if not os.path.lexists(reviews):
        reviews = ""
    return _Places((settings.content / "notices").as_posix(), reviews, site)


def _look_at_notice(
    file: NoticeFile, record: NoticeRecord, places: _Places, probe: FileProbe
) -> NoticeRecord | None:
    """Return what is known of a notice; None when it must be made anew."""
    if record.name != file.name:
        return None
    notices, reviews, site = places
    source = probe.look(f"{notices}/{file.name}", record.source)
    if not same_digest(record.source, source):
        return None
    review = probe.look(f"{reviews}/{file.slug}.yaml", record.review) if reviews else ABSENT
    if not same_digest(record.review, review):
        return None
    attachments = record.attachments
    if attachments:
        folder = f"{notices}/{file.slug}"
        if os.path.islink(folder):  # noqa: PTH114 - see stat_of
            return None  # where it leads is looked at by whoever reads
        attachments = {
            name: probe.look(f"{folder}/{name}", state) for name, state in attachments.items()
        }
        if not same_digests(record.attachments, attachments):
            return None
    if not probe.all_stand(site, urls.NoticeUrls(file.slug).folder, record.outputs):
        return None
    if (source, review, attachments) == (record.source, record.review, record.attachments):
        return record
    return record._replace(source=source, review=review, attachments=attachments)


def _look_at_sources(settings: Settings, before: Sources, probe: FileProbe, uses: Uses) -> Sources:
    folder = Path(disclosure.__file__).parent
    program = look_at_tree(folder, before.program, probe, (".py", ".yaml"))
    # The unit's own genres give words as shipped ones do, which are part of the program.
    for name, state in look_at_tree(settings.content / GENRES, _own_of(before), probe).items():
        program[f"{_OWN}{name}"] = state
    templates = look_at_tree(settings.templates, before.templates, probe)
    unchanged = same_digests(before.templates, templates)
    unchanged = unchanged and same_digests(before.program, program)
    return Sources(
        program,
        _packages(),
        probe.look((settings.content / "site.yaml").as_posix(), before.site),
        probe.look((settings.content / SIGNERS).as_posix(), before.signers),
        probe.look((settings.content / ADDRESSES).as_posix(), before.addresses),
        probe.look((settings.content / ARCHIVE_LOG).as_posix(), before.archive),
        state_of_archive((settings.content / ARCHIVE_LOG).parent.as_posix()),
        templates,
        before.uses if unchanged else uses(settings.templates),
    )


def _own_of(before: Sources) -> FileStates:
    """Return what was noted of the unit's own genres."""
    return {
        name.removeprefix(_OWN): state
        for name, state in before.program.items()
        if name.startswith(_OWN)
    }


def _same_common(before: Sources, now: Sources) -> dict[str, bool]:
    """Say for pages of notices and of the site whether what they share is the same."""
    same = (
        same_digests(before.program, now.program)
        and before.packages == now.packages
        and same_digest(before.site, now.site)
        and same_digest(before.signers, now.signers)
    )
    return {
        kind: same
        and bool(now.uses.get(kind))
        and before.uses.get(kind) == now.uses[kind]
        and all(
            same_digest(before.templates.get(name, ABSENT), now.templates[name])
            for name in now.uses[kind]
        )
        for kind in ("notice", "lists")
    }


def _moved_archive(before: str, now: str) -> bool:
    # A file that only grew older in the meantime has not changed; the log would tell a new one.
    return UNSETTLED not in {before, now} and before != now


def _same_archive(before: Sources, now: Sources, probe: FileProbe) -> bool:
    """Say whether the archive is as it was; where every file is to be read, nobody knows."""
    same = same_digest(before.archive, now.archive)
    return same and same_state(before.sealed, now.sealed) and not (probe.every and now.sealed)


def _packages() -> str:
    """Return the versions of Python and of every package, as their folders name them."""
    names = [
        name
        for folder in sys.path
        if folder.endswith(("site-packages", "dist-packages"))
        for name in _packages_in(folder)
    ]
    return " ".join([sys.implementation.cache_tag, sys.version.split()[0], *sorted(names)])


def _packages_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.name.endswith(".dist-info")]
    except OSError:
        return []
