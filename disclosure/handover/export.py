"""Exporting: sealed versions in the forms that archives and players of web archives take."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from disclosure.archive.bag import write_bag
from disclosure.archive.log import Entry
from disclosure.archive.selection import Selection, select
from disclosure.archive.store import Store
from disclosure.archive.verify import verify
from disclosure.archive.wacz import write_wacz
from disclosure.archive.warc import iso_utc, write_warc
from disclosure.errors import OutputError, UsageError
from disclosure.files import explain_os_error, written_aside
from disclosure.handover.export_metadata import AGENT, bag_info, captures_of
from disclosure.model.site import Site
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.settings import Settings
from disclosure.render import urls


class Form(StrEnum):
    """What is written."""

    BAG = "bag"
    WARC = "warc"
    WACZ = "wacz"


class Exported(NamedTuple):
    """What was written: where, and how many versions."""

    path: Path
    versions: int


def export(
    settings: Settings, site: Site, form: Form, wanted: Sequence[str], folder: Path
) -> Exported:
    """Write sealed versions for others to keep; the whole of it, or nothing.

    Args:
        settings: the project.
        site: the site that carries the notices.
        form: what to write.
        wanted: a notice, or a notice and a version's number; nothing means the whole archive.
        folder: where to.

    Raises:
        ExtraError: packages are missing.
        OutputError: the archive does not verify, or it cannot be written.
        UsageError: there is no such notice or version.

    """
    with archive_lock(settings) as store:
        entries = sealed_entries(store, wanted)
        try:
            selection = select(store, entries)
        except OSError as error:
            raise explain_os_error(error, store.folder) from error
        path = folder / _name(selection, form, wanted, site)
        with written_aside(path) as draft:
            _write(draft, path.name, form, selection, site)
        return Exported(path, len(entries))


def sealed_entries(store: Store, wanted: Sequence[str]) -> tuple[Entry, ...]:
    """Return the versions that are wanted, of an archive that verifies.

    Args:
        store: the archive.
        wanted: a notice, or a notice and a version's number; nothing means all.

    Raises:
        OutputError: the archive does not verify.
        UsageError: there is no such notice or version.

    """
    lines, faults = verify(store.folder)
    if faults:
        count, place = str(len(faults)), faults[0].place
        raise OutputError("export.unsound", count=count, place=place)
    every = tuple(line.entry for line in lines if line.entry is not None)
    if not every:
        raise UsageError("export.nothing")
    if not wanted:
        return every
    slug, *numbers = wanted
    versions = {str(entry.number): entry for entry in every if entry.slug == slug}
    if not versions:
        known = "、".join(sorted({entry.slug for entry in every})[:20])
        raise UsageError("export.no_notice", slug=slug, known=known)
    if not numbers:
        return tuple(versions.values())
    if numbers[0] not in versions:
        raise UsageError("diff.unknown", number=numbers[0], known="、".join(versions))
    return (versions[numbers[0]],)


def _name(selection: Selection, form: Form, wanted: Sequence[str], site: Site) -> str:
    """Return the name of what is written, as the annex of ISO 28500 recommends for WARC."""
    prefix = "-".join(wanted) or "archive"
    stamped = f"{prefix}-{selection.last.sealed:%Y%m%d%H%M%S}"
    if form is Form.WARC:
        return f"{stamped}-00000-{urls.host(site.base_url)}.warc.gz"
    return f"{stamped}.wacz" if form is Form.WACZ else f"{stamped}-bag"


def _write(draft: Path, name: str, form: Form, selection: Selection, site: Site) -> None:
    if form is Form.BAG:
        write_bag(draft, selection.items, bag_info(selection, site))
        return
    organizer = site.organizer or site.name
    info = {
        "software": AGENT,
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "title": f"{site.name}：{selection.last.entry.title}",
        "publisher": organizer,
        "isPartOf": urls.root(site.base_url),
        "date": iso_utc(selection.last.sealed),
    }
    captures = captures_of(selection, site)
    if form is Form.WACZ:
        write_wacz(draft, info, captures)
        return
    with draft.open("xb") as file:
        write_warc(file, name, info, captures)
