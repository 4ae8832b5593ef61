"""The part of a build that answers at former addresses: of notices withdrawn, moved, withheld."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.log import Entry
from disclosure.archive.store import Store
from disclosure.files import sha256_hex
from disclosure.model.versions import Reason
from disclosure.project.former import Former
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.project.versions import sealed_text
from disclosure.render import urls
from disclosure.render.former_pages import (
    Moved,
    Withdrawn,
    moved_notice,
    render_bare_history,
    render_moved,
    render_withdrawn,
    render_withheld,
    withdrawal,
    withdrawn_notice,
)
from disclosure.render.matter import MatterPage
from disclosure.render.renderer import Renderer
from disclosure.render.views.sealed_versions import SealedVersion
from disclosure.render.views.summary import NoticeSummary, concerned

_VERSION: Final = re.compile(r"archive/([^/]+)/([0-9]+|[0-9]+\.\.\.[0-9]+)/(.+)")


class FormerPart(NamedTuple):
    """What a build shows at former addresses.

    Attributes:
        files: by place.
        summaries: of all notices, for the lists: those that stand, then those withdrawn.
    """

    files: dict[str, bytes]
    summaries: tuple[NoticeSummary, ...]


def former_part(
    former: Former,
    summaries: Sequence[NoticeSummary],
    matters: Mapping[str, MatterPage],
    settings: Settings,
    renderer: Renderer,
) -> FormerPart:
    """Return what stands at former addresses.

    Args:
        former: what became of them.
        summaries: of the notices that stand.
        matters: what pages show of their matters, by slug.
        settings: the project.
        renderer: tools of all pages.

    Raises:
        OutputError: a sealed version cannot be read.
        TemplateError: a template is broken.

    """
    if not (former.withdrawn or former.moved):
        return FormerPart({}, tuple(summaries))
    store, entries = store_of(settings), _entries(settings)
    files: dict[str, bytes] = {}
    known = {summary.slug: summary for summary in summaries}
    gone = {slug: _summary(store, entries[slug], renderer) for slug in former.withdrawn}
    for slug, summary in gone.items():
        versions = tuple((each.number, each.sealed, each.reason) for each in entries[slug])
        withdrawn = Withdrawn(summary, versions, slug in former.withheld, matters.get(slug))
        files |= render_withdrawn(withdrawn, renderer)
    for slug, target in former.moved.items():
        leads = known.get(target) or gone.get(target)
        if leads is None:  # an error, which is told
            continue
        matter = matters.get(target)
        first = matter is not None and matter.first == target
        files |= render_moved(Moved(slug, leads, slug in entries, first), renderer)
        if slug in entries and entries[slug][-1].reason != Reason.WITHDRAWAL:
            files |= {
                urls.NoticeUrls(slug).beside(name): store.read(entries[slug][-1], name)
                for name in _attached(store, entries[slug][-1])
            }
    former_names = _former_names(former.moved, entries)
    every = (*summaries, *gone.values())
    return FormerPart(files, tuple(_renamed(each, former_names, entries) for each in every))


def former_texts(former: Former, settings: Settings, base_url: str) -> dict[str, str]:
    """Return SHA-256, by place, of texts and attachments that stand at former addresses.

    Raises:
        OutputError: a sealed version cannot be read.

    """
    if not (former.withdrawn or former.moved):
        return {}
    store, entries = store_of(settings), _entries(settings)
    found = {}
    for slug in former.withdrawn:
        last = entries[slug][-1]
        data = withdrawn_notice(slug, last.number, last.sealed, last.note)
        found[urls.NoticeUrls(slug).canonical] = sha256_hex(data)
    for slug, target in former.moved.items():
        own = urls.NoticeUrls(slug)
        found[own.canonical] = sha256_hex(moved_notice(slug, target, base_url))
        if slug in entries and entries[slug][-1].reason != Reason.WITHDRAWAL:
            attached = _attached(store, entries[slug][-1])
            found |= {own.beside(name): digest for name, digest in attached.items()}
    return found


def withhold(
    files: Mapping[str, bytes],
    withheld: Mapping[str, Sequence[SealedVersion]],
    renderer: Renderer,
) -> dict[str, bytes]:
    """Return the archive's part of the site without what is withheld.

    Pages of versions and comparisons are replaced by one that says so; their data is left out.

    Args:
        files: of the archive's part, by place.
        withheld: versions of each withdrawn notice that are not shown, by its name.
        renderer: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    found = {}
    for place, data in files.items():
        match = _VERSION.fullmatch(place)
        if match is None or match[1] not in withheld:
            found[place] = data
        elif match[3] == urls.INDEX:
            title = withheld[match[1]][-1].title
            found[place] = render_withheld(place, match[1], title, renderer)
    for slug, versions in withheld.items():
        found[urls.history_page(slug)] = render_bare_history(versions, renderer)
    return found


def _former_names(
    moved: Mapping[str, str], entries: Mapping[str, Sequence[Entry]]
) -> dict[str, str]:
    """Return under which former name readers' programs know a notice (RFC 4287, 4.2.6).

    Of several names that lead to it, the one that was sealed first; none where it had versions
    of its own before.
    """
    found: dict[str, str] = {}
    for slug in sorted(moved.keys() & entries.keys(), key=lambda each: entries[each][0].sealed):
        own = entries.get(moved[slug])
        if own is None or own[0].sealed >= entries[slug][-1].sealed:
            found.setdefault(moved[slug], slug)
    return found


def _renamed(
    summary: NoticeSummary,
    former_names: Mapping[str, str],
    entries: Mapping[str, Sequence[Entry]],
) -> NoticeSummary:
    """Return a line of the lists with its former name; a new name alone is no change of text."""
    if (name := former_names.get(summary.slug)) is None:
        return summary
    last = entries[name][-1]
    former = max(last.sealed, summary.moment) if last.number > 1 else ""
    return summary._replace(known_as=name, updated=summary.updated or former)


def _entries(settings: Settings) -> dict[str, list[Entry]]:
    entries: dict[str, list[Entry]] = {}
    for line in store_of(settings).lines():
        if line.entry is not None:
            entries.setdefault(line.entry.slug, []).append(line.entry)
    return entries


def _attached(store: Store, entry: Entry) -> dict[str, str]:
    listed = read_listing(store.read(entry, LISTING)) or {}
    return {name: digest for name, digest in listed.items() if name.startswith(urls.ATTACHED)}


def _summary(store: Store, entries: Sequence[Entry], renderer: Renderer) -> NoticeSummary:
    last = entries[-1]
    document = sealed_text(store, last, renderer.texts.document).version.document
    return NoticeSummary(
        slug=last.slug,
        title=last.title,
        issuer=document.text("issuer"),
        source=document.source,
        published=document.text("day"),
        published_time=document.text("clock"),
        description=withdrawal(last.note, renderer.texts),
        categories=0,
        aspects=0,
        problems=0,
        statuses=(),
        genre=document.text("genre"),
        units=concerned(document),
        searched="",
        updated=last.sealed,
        version=last.number,
        reason=last.reason,
        note=last.note,
    )
