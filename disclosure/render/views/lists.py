"""Lists as pages show them: their names, their counts, links to them."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.render import urls
from disclosure.render.catalogue import ListKind, NoticeList
from disclosure.render.renderer import Renderer
from disclosure.render.template_runtime import SharedPart
from disclosure.render.views.entries import ListLink, view_entry
from disclosure.render.views.summary import NoticeSummary

Catalogue = Mapping[ListKind, Sequence[NoticeList]]


_TITLES: Final = MappingProxyType(
    {
        ListKind.UNIT: "lists.unit",
        ListKind.YEAR: "lists.year",
        ListKind.GENRE: "lists.genre",
        ListKind.STATE: "lists.state",
    }
)


class KindView(NamedTuple):
    """A kind of lists with a link to each."""

    title: str
    href: str
    links: tuple[ListLink, ...]


class LoadedByLists(NamedTuple):
    """What these pages load beside what every page does."""

    style: str
    script: str


def view_kind(
    kind: ListKind, of_kind: Sequence[NoticeList], page: str, renderer: Renderer
) -> KindView:
    """Return a kind of lists, linked from ``page``."""
    href = urls.as_link(urls.kind_page(kind), page)
    title = title_of_kind(kind, renderer)
    return KindView(title, href, tuple(list_links(of_kind, page, renderer)))


def list_links(of_kind: Sequence[NoticeList], page: str, renderer: Renderer) -> Iterator[ListLink]:
    """Yield a link from ``page`` to each list, with its counts."""
    for each in of_kind:
        name = "lists.count_state" if each.problems else "lists.count"
        count = renderer.texts.text(name, count=len(each.notices), problems=each.problems)
        href = urls.as_link(urls.list_page(each.kind, each.key), page)
        yield ListLink(name_of(each, renderer), count, href)


def title_of_kind(kind: ListKind, renderer: Renderer) -> str:
    """Return what is said of a kind of lists: 按单位查."""
    return renderer.texts.text(_TITLES[kind])


def name_of(each: NoticeList, renderer: Renderer) -> str:
    """Return what a list is called among its kind."""
    if each.kind is ListKind.YEAR:
        return renderer.texts.text("index.year", year=each.name)
    return each.name or renderer.texts.text("lists.no_genre")


def title_of(each: NoticeList, renderer: Renderer) -> str:
    """Return the title of a list's pages."""
    if each.kind is ListKind.STATE:
        return renderer.texts.text("lists.of_state", name=each.name)
    return name_of(each, renderer)


def list_item(summary: NoticeSummary, page: str, renderer: Renderer) -> SharedPart:
    """Return a notice as an element of a list; its HTML is the same on all pages as deep."""
    entry = view_entry(summary, page, renderer.texts, described=False)
    return renderer.templates.render_part("parts/entry.html", entry)


def loaded_by(page: str, renderer: Renderer) -> LoadedByLists:
    """Return where a page finds what lists load."""
    assets = renderer.assets
    return LoadedByLists(
        urls.as_link(assets.list_style.url, page), urls.as_link(assets.list_script.url, page)
    )
