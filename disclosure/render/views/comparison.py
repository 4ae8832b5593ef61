"""The page that compares two versions: what changed in structure, then the wording by section."""

from collections.abc import Sequence
from typing import NamedTuple

from disclosure.document.comparison import Difference, compare
from disclosure.document.places import Part, PlacedChanges, by_place, numbered, place_name
from disclosure.model.wording import Change, compare_paragraphs
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.sealed_versions import SealedVersion, pair_name, version_name


class SideView(NamedTuple):
    """One of the two versions."""

    name: str
    href: str
    day: str
    reason: str
    note: str


class PlaceView(NamedTuple):
    """What changed in the wording of a section; ``href`` is empty for what has no heading."""

    name: str
    href: str
    changes: tuple[Change, ...]


class ComparisonView(NamedTuple):
    """The page."""

    heading: str
    old: SideView
    new: SideView
    history: str
    structure: tuple[Difference, ...]
    places: tuple[PlaceView, ...]
    unchanged: int


def view_comparison(
    old: SealedVersion, new: SealedVersion, page: str, texts: PageTexts
) -> ComparisonView:
    """Return what the page shows.

    Args:
        old: the earlier version.
        new: the later one.
        page: where the comparison stands in the site.
        texts: the words of pages.
    """
    changes = compare_paragraphs(old.paragraphs, new.paragraphs)
    noun = texts.text("ledger.problem")
    pair = texts.text("comparison.pair", pair=pair_name(old.number, new.number, texts))
    placed = by_place(changes, (old.version.outline, old.places), (new.version.outline, new.places))
    return ComparisonView(
        heading=texts.text("comparison.title", title=new.title, comparison=pair),
        old=_side(old, page, texts),
        new=_side(new, page, texts),
        history=urls.as_link(urls.history_page(new.slug), page),
        structure=_numbered(compare(old.version, new.version, texts.document), noun, texts),
        places=tuple(_place(one, new if one.is_new else old, page, texts) for one in placed),
        unchanged=sum(not change.changed for change in changes),
    )


def _side(version: SealedVersion, page: str, texts: PageTexts) -> SideView:
    return SideView(
        version_name(version.number, texts),
        urls.as_link(urls.sealed_page(version.slug, version.number), page),
        version.day,
        version.reason,
        version.note,
    )


def _numbered(found: Sequence[Difference], noun: str, texts: PageTexts) -> tuple[Difference, ...]:
    return tuple(
        each._replace(what=numbered(each.what, each.problem, noun, texts.document))
        for each in found
    )


def _place(placed: PlacedChanges, version: SealedVersion, page: str, texts: PageTexts) -> PlaceView:
    place = placed.place
    if isinstance(place, Part):
        ends = place is Part.ENDING
        name = texts.text("comparison.ending") if ends else texts.text("comparison.beginning")
        return PlaceView(name, "", placed.changes)
    sealed = urls.as_link(urls.sealed_page(version.slug, version.number), page)
    name = place_name(place, texts.text("ledger.problem"), texts.document)
    if not placed.is_new:
        name = texts.text("comparison.gone", name=name)
    return PlaceView(name, f"{sealed}#{place.anchor}", placed.changes)
