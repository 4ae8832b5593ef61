"""Editions: versions of a notice read back from the archive, and compared."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.log import Entry
from disclosure.archive.store import Store
from disclosure.control_characters import spell_controls
from disclosure.diagnostics import has_errors
from disclosure.document.comparison import Difference, Version, compare
from disclosure.document.document import read_document
from disclosure.document.places import Place, PlacedChanges, by_place, places_of
from disclosure.errors import OutputError, UsageError
from disclosure.model.wording import Change, compare_paragraphs
from disclosure.page_texts import DocumentTexts, page_texts
from disclosure.project.settings import SEALED_SOURCE
from disclosure.render.urls import ATTACHED, TEXT
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import SEALED, sealed_genre


class Comparison(NamedTuple):
    """What changed between two texts of a notice.

    Attributes:
        structure: problems, statuses, figures, contacts.
        wording: paragraph by paragraph.
        placed: what changed of it, by the section that it stands in.
        noun: what the notice calls a problem.
    """

    structure: tuple[Difference, ...]
    wording: tuple[Change, ...]
    placed: tuple[PlacedChanges, ...]
    noun: str


class Text(NamedTuple):
    """One text of a notice: as values, and as it is read.

    Attributes:
        version: its values.
        paragraphs: what its ``notice.txt`` says, without empty lines.
        places: where each paragraph stands.
    """

    version: Version
    paragraphs: tuple[str, ...]
    places: tuple[Place, ...]


def version_of(store: Store, slug: str, number: str) -> Entry:
    """Return a version by its number, as typed.

    Raises:
        UsageError: there is none.

    """
    known = {str(entry.number): entry for entry in store.versions(slug)}
    if number not in known:
        raise UsageError("diff.unknown", number=number, known="、".join(known) or "—")
    return known[number]


def sealed_text(store: Store, entry: Entry, texts: DocumentTexts | None = None) -> Text:
    """Return a sealed version.

    Args:
        store: that holds it.
        entry: which one.
        texts: the words that are not the notice's; None for the usual ones.

    Raises:
        OutputError: it cannot be read.

    """
    data = store.read(entry, SEALED_SOURCE)
    listed = read_listing(store.read(entry, LISTING)) or {}
    genre = store.read(entry, SEALED) if SEALED in listed else b""
    shown = PurePosixPath(entry.folder + SEALED_SOURCE)
    loaded, found = load_notice(data, shown, sealed_genre(genre), sealed=True)
    if loaded is None or has_errors(found):
        raise OutputError("archive.no_source", path=entry.folder + SEALED_SOURCE)
    attached = {
        name.removeprefix(ATTACHED): digest
        for name, digest in listed.items()
        if name.startswith(ATTACHED)
    }
    try:
        return text_of(loaded, store.read(entry, TEXT), attached, texts)
    except UnicodeDecodeError as error:
        raise OutputError("archive.no_source", path=entry.folder + TEXT) from error


def text_of(
    loaded: LoadedNotice,
    plain: bytes,
    attached: Mapping[str, str],
    texts: DocumentTexts | None = None,
) -> Text:
    """Return a text.

    Args:
        loaded: its values.
        plain: its ``notice.txt``.
        attached: SHA-256 of each attached file by name.
        texts: the words that are not the notice's; None for the usual ones.

    """
    document = read_document(loaded.notice, loaded.outline, texts=texts)
    version = Version(document, loaded.figures, loaded.outline, attached)
    lines = spell_controls(plain.decode("utf-8-sig")).split("\r\n")
    places = places_of(lines, loaded.outline)
    return Text(version, tuple(line for line in lines if line), places)


def compare_versions(old: Text, new: Text) -> Comparison:
    """Return what changed from one text to the other."""
    wording = compare_paragraphs(old.paragraphs, new.paragraphs)
    return Comparison(
        compare(old.version, new.version),
        wording,
        by_place(wording, (old.version.outline, old.places), (new.version.outline, new.places)),
        new.version.document.names.get("problem", page_texts().text("ledger.problem")),
    )
