"""Rebuilding: a sealed version, made again from what is sealed with it, and compared."""

from typing import NamedTuple

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.log import Entry
from disclosure.archive.maker import Maker, maker_in
from disclosure.archive.store import Store
from disclosure.archive.verify import RECORD
from disclosure.errors import OutputError
from disclosure.project.settings import Settings
from disclosure.render.urls import ATTACHED, TEXT
from disclosure.source.load_genres import SEALED
from disclosure.versioning.provenance import retention_in, this_maker
from disclosure.versioning.version_files import (
    NOTICE,
    REVIEWS,
    SITE,
    Material,
    SealedBefore,
    make_version,
)

_PAPERS = (NOTICE, SITE, REVIEWS, "check.html", "check.json")


class Rebuilt(NamedTuple):
    """What came of making a version again.

    Attributes:
        then: the program that made it.
        now: this program.
        same: how many files have the same bytes.
        different: names of files that have not, or are only in one of the two.
    """

    then: Maker
    now: Maker
    same: int
    different: tuple[str, ...]


class Standing(NamedTuple):
    """A version as it lies in the archive.

    Attributes:
        files: all of it, by name.
        material: what it was made from.
        before: what is known of it.
    """

    files: dict[str, bytes]
    material: Material
    before: SealedBefore


def read_version(store: Store, entry: Entry) -> Standing:
    """Read a version for making something of it again.

    Raises:
        OutputError: a file that this takes is missing.

    """
    names = read_listing(store.read(entry, LISTING))
    if names is None:
        raise OutputError("archive.no_source", path=entry.folder + LISTING)
    sealed = {name: store.read(entry, name) for name in (*names, LISTING)}
    if missing := [name for name in _PAPERS if name not in sealed]:
        raise OutputError("archive.no_source", path=entry.folder + missing[0])
    papers = {name: sealed[name] for name in (*_PAPERS, SEALED) if name in sealed}
    material = Material(
        papers,
        {
            name.removeprefix(ATTACHED): data
            for name, data in sealed.items()
            if name.startswith(ATTACHED)
        },
    )
    text = sealed.get(TEXT, b"").decode("utf-8", "replace")
    before = SealedBefore(retention_in(sealed[RECORD]), names, text)
    return Standing(sealed, material, before)


def rebuild(store: Store, entry: Entry, settings: Settings) -> Rebuilt:
    """Make a version again and compare it with what was sealed, byte by byte.

    Args:
        store: the archive, verified.
        entry: the version.
        settings: the project; its templates are used.

    Raises:
        OutputError: what was sealed cannot be read, by this program at least.
        TemplateError: a template is broken.

    """
    standing = read_version(store, entry)
    sealed, papers = standing.files, standing.material.papers
    then, now = maker_in(sealed[RECORD]), this_maker(settings.templates)
    # With the name of the program that made it: what it is called is no difference.
    made = make_version(standing.material, entry, settings, then, standing.before)
    made_names = set(made) - set(papers)
    every = sorted((set(sealed) | made_names) - set(papers))
    different = tuple(name for name in every if made.get(name) != sealed.get(name))
    return Rebuilt(then, now, len(every) - len(different), different)
