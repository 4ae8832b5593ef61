"""A version: every file of it, made from what is sealed with it and from nothing else."""

from collections.abc import Container, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.archive.checksums import LISTING, make_listing
from disclosure.archive.log import Entry
from disclosure.archive.maker import Maker
from disclosure.archive.verify import RECORD
from disclosure.control_characters import refuse_controls
from disclosure.errors import OutputError
from disclosure.model.canonical import canonical_bytes, content_digest
from disclosure.model.review import ReviewRecord, SignOff, judge
from disclosure.model.site import Site
from disclosure.project.settings import Settings
from disclosure.project.signoffs import policy_of
from disclosure.render.composed import NoticeSource
from disclosure.render.renderer import open_renderer
from disclosure.render.sealed import SealedAs, render_sealed
from disclosure.source.load import LoadedNotice, load_model, load_notice, load_site
from disclosure.source.load_genres import SEALED, sealed_genre
from disclosure.versioning.provenance import make_record
from disclosure.versioning.sealed_text import outline_as_sealed, tells_index

NOTICE, SITE, REVIEWS = "notice.yaml", "site.yaml", "reviews.yaml"


class Material(NamedTuple):
    """What a version is made from; all of it is kept with the version.

    Attributes:
        papers: bytes by name: ``notice.yaml``, ``site.yaml``, ``reviews.yaml``, the report of the
            check, and ``genre.yaml`` of a notice that names its genre.
        attachments: bytes by name.
    """

    papers: dict[str, bytes]
    attachments: dict[str, bytes]


class SealedBefore(NamedTuple):
    """What a version that was sealed has, and the program of today might not give it.

    Attributes:
        retention: what its record says of that where its site does not; see ``retention_in``.
        names: of its files; None for a new version.
        text: its ``notice.txt``; None for a new version.
    """

    retention: str | None = None
    names: Container[str] | None = None
    text: str | None = None


_NEW = SealedBefore()


def make_version(
    material: Material,
    entry: Entry,
    settings: Settings,
    maker: Maker,
    sealed: SealedBefore = _NEW,
) -> dict[str, bytes]:
    """Return every file of a version by name, the listing among them.

    Args:
        material: what it is made from.
        entry: its line in the log; listing and stamp are not looked at.
        settings: where the templates are.
        maker: the program that makes it.
        sealed: what is known of it, where it is made again.

    Raises:
        OutputError: the material cannot be read, or a file holds a control character.
        TemplateError: a template is broken.

    """
    site = read_site(material.papers[SITE], entry.folder)
    source = read_source(material, entry, site, sealed)
    says = SealedAs(entry.number, entry.sealed, entry.reason, entry.note)
    renderer = open_renderer(site, settings.templates, settings.compiled)
    files, composed = render_sealed(source, renderer, says, sealed.names)
    for name, data in files.items():
        refuse_controls(name, data)
    files |= material.papers
    document = composed.document
    files[RECORD] = make_record(
        document, site, source.signed, entry, files, maker, sealed.retention
    )
    files[LISTING] = make_listing(files)
    return files


def read_source(
    material: Material, entry: Entry, site: Site, sealed: SealedBefore = _NEW
) -> NoticeSource:
    """Return the notice of a version.

    Args:
        material: what it is made from.
        entry: its line in the log.
        site: that it was made for; see ``read_site``.
        sealed: what is known of it, where it is made again.

    Raises:
        OutputError: the material cannot be read.

    """
    loaded = _notice(material.papers, entry)
    outline = loaded.outline if sealed.text is None else outline_as_sealed(loaded, sealed.text)
    return NoticeSource(
        entry.slug,
        loaded.notice,
        loaded.figures,
        outline,
        material.attachments,
        _signed(material.papers[REVIEWS], site, entry),
        # Sealed before attachments belonged to what is signed: it is made again as it was.
        text_only=entry.content == content_digest(canonical_bytes(loaded.notice)),
        index_in_text=sealed.text is None or tells_index(sealed.text),
    )


def read_site(data: bytes, folder: str) -> Site:
    """Return the site that a version was made for.

    Raises:
        OutputError: it cannot be read by this version of the program.

    """
    loaded = load_site(data, PurePosixPath(folder + SITE), sealed=True)
    if loaded.model is None:
        raise OutputError("archive.no_source", path=folder + SITE)
    return loaded.model


def _notice(papers: Mapping[str, bytes], entry: Entry) -> LoadedNotice:
    genre = sealed_genre(papers.get(SEALED, b""))
    shown = PurePosixPath(entry.folder + NOTICE)
    loaded, _ = load_notice(papers[NOTICE], shown, genre, sealed=True)
    if loaded is None:
        raise OutputError("archive.no_source", path=entry.folder + NOTICE)
    return loaded


def _signed(data: bytes, site: Site, entry: Entry) -> tuple[SignOff, ...]:
    shown = PurePosixPath(entry.folder + REVIEWS)
    record = load_model(data, shown, ReviewRecord, sealed=True).model
    if record is None:
        raise OutputError("archive.no_source", path=entry.folder + REVIEWS)
    # Keys were looked at when it was sealed; who may sign may have changed since.
    verdict = judge(policy_of(site), record, entry.content)
    return tuple(step.signed for step in verdict.steps if step.signed)
