"""The archive's part of a build: what was sealed is read, verified and shown."""

from collections.abc import Collection

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.log import Entry, Line
from disclosure.archive.maker import maker_in
from disclosure.archive.store import LOG, Store
from disclosure.archive.verify import OFFICE_FILES, RECORD, verify
from disclosure.bounded_reading import read_file
from disclosure.diagnostics import Diagnostic, Level
from disclosure.project.sealed_archive import archive_lock, store_of
from disclosure.project.settings import Settings
from disclosure.project.versions import sealed_text
from disclosure.project.witnesses import find_vanished
from disclosure.render.archive_pages import render_archive
from disclosure.render.renderer import Renderer
from disclosure.render.views.sealed_versions import SealedVersion

# Programs that compared every two versions; a record that names none is as old as they are.
_COMPARED_EVERY_TWO = frozenset({"Disclosure 0.1.0", ""})


def archive_files(
    settings: Settings, standing: Collection[str], renderer: Renderer
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return every file of the archive's part of the site, and what is wrong with the archive.

    Args:
        settings: the project.
        standing: slugs of the notices that the site has now.
        renderer: tools of all pages.

    An archive that is not as it was sealed is not published.

    Raises:
        OutputError: a version cannot be read.
        TemplateError: a template is broken.

    """
    store = store_of(settings)
    if (vanished := find_vanished(settings)) is not None:
        return {}, (vanished,)
    if not (store.folder / LOG).exists() and not store.unfinished:
        return {}, ()
    if store.unfinished:
        with archive_lock(settings):
            pass
    lines, faults = verify(store.folder)
    if faults:
        shown = settings.display_path(store.folder)
        restore = (("path", shown.as_posix()),)
        return {}, (
            Diagnostic(shown, 0, 0, Level.WARNING, "archive.restore", restore),
            *(
                Diagnostic(
                    settings.display_path(store.folder / fault.place.partition(":")[0]),
                    _line_of(fault.place),
                    1 if _line_of(fault.place) else 0,
                    Level.ERROR,
                    fault.code,
                )
                for fault in faults
            ),
        )
    versions: dict[str, list[SealedVersion]] = {}
    for line in lines:
        if line.entry is not None:
            versions.setdefault(line.entry.slug, []).append(
                _sealed_version(store, line, line.entry, renderer)
            )
    log = read_file(store.folder / LOG)
    return render_archive(dict(sorted(versions.items())), log, standing, renderer), ()


def _line_of(place: str) -> int:
    number = place.partition(f"{LOG}:")[2]
    return int(number) if number.isdigit() else 0


def _sealed_version(store: Store, line: Line, entry: Entry, renderer: Renderer) -> SealedVersion:
    text = sealed_text(store, entry, renderer.texts.document)
    names = read_listing(store.read(entry, LISTING)) or {}
    files = {name: store.read(entry, name) for name in (*names, LISTING)}
    # Who signed and what was found while writing is for the office, not for everybody.
    published = {name: data for name, data in files.items() if name not in OFFICE_FILES}
    return SealedVersion(
        entry.slug,
        entry.number,
        entry.sealed,
        entry.reason,
        entry.note,
        entry.title,
        entry.content,
        text.version,
        text.paragraphs,
        published,
        line.digest,
        maker_in(files.get(RECORD, b"")).version in _COMPARED_EVERY_TWO,
    )
