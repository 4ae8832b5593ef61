"""The pages of a site with many notices: the front, every list, and what the search reads."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from disclosure.files import sha256_hex
from disclosure.model.site import Site
from disclosure.render import urls
from disclosure.render.catalogue import PAGE_LENGTH, ListKind, NoticeList, Slice
from disclosure.render.feeds import Channel, atom_feed
from disclosure.render.renderer import Renderer
from disclosure.render.search_index import search_file, search_parts, unit_file
from disclosure.render.template_runtime import SharedPart
from disclosure.render.views.entries import ListLink, by_year
from disclosure.render.views.frame import Frame, Link, build_frame, column_tags, site_tags
from disclosure.render.views.lists import (
    Catalogue,
    list_item,
    loaded_by,
    name_of,
    title_of,
    title_of_kind,
    view_kind,
)
from disclosure.render.views.summary import NoticeSummary

LIST_TEMPLATES: Final = ("front.html", "list.html", "kind.html", "parts/entry.html")


class ListFile(NamedTuple):
    """A file that is only made when what it is made from has changed.

    Attributes:
        place: in the site.
        inputs: digest of what it is made from, beside site, templates and program.
        make: returns its bytes.

    """

    place: str
    inputs: str
    make: Callable[[], bytes]


def list_files(
    newest: Sequence[NoticeSummary], lists: Catalogue, renderer: Renderer
) -> Iterator[ListFile]:
    """Yield every page of every list, the pages that name them, their feeds, and the search.

    Making one raises TemplateError where a template is broken.
    """
    maker = _Maker(newest, renderer)
    for kind, of_kind in lists.items():
        yield maker.kind_page(kind, of_kind)
        for each in of_kind:
            for part in each.pages:
                yield maker.page(each, part)
            if kind is ListKind.GENRE:
                yield maker.feed(each)
    if len(newest) > PAGE_LENGTH:
        for searched in search_parts(newest):
            make = partial(search_file, searched)
            yield ListFile(searched.place, maker.inputs(searched.notices), make)
        if units := lists.get(ListKind.UNIT):
            names = [each.name for each in units]
            yield ListFile(urls.SEARCHED_UNITS, _digest(names), partial(unit_file, units))


def list_places(lists: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the place of every page of lists, with when the last of its notices was changed."""
    for kind, of_kind in lists.items():
        last = {each.slug: each.changed for one in of_kind for each in one.notices}
        yield urls.kind_page(kind), max(last.values())
        for one in of_kind:
            for part in one.pages:
                place = urls.list_page(kind, one.key, part.number)
                yield place, max(last[each.slug] for each in part.notices)


class _Maker:
    """Makes files of lists, and says what from; what several need is worked out once."""

    def __init__(self, newest: Sequence[NoticeSummary], renderer: Renderer) -> None:
        self._renderer = renderer
        self._digests = {each.slug: _digest(each) for each in newest}
        self._shown: dict[str, SharedPart] = {}
        # All pages of lists are as deep as one another: what one links to so, any does.
        pages = {kind: urls.list_page(kind, "") for kind in ListKind}
        self._page = pages[ListKind.UNIT]
        self._loaded = loaded_by(self._page, renderer)
        self._frames = {kind: _frame(kind, page, renderer) for kind, page in pages.items()}

    def inputs(self, notices: Iterable[NoticeSummary], *more: object) -> str:
        """Return the digest of notices, and of what else a file shows."""
        return _digest([more, [self._digests[each.slug] for each in notices]])

    def kind_page(self, kind: ListKind, of_kind: Sequence[NoticeList]) -> ListFile:
        """Return the page that names every list of a kind."""
        counts = [(each.name, len(each.notices), each.problems) for each in of_kind]
        make = partial(_kind_page, kind, of_kind, self._renderer)
        return ListFile(urls.kind_page(kind), _digest(counts), make)

    def page(self, each: NoticeList, part: Slice) -> ListFile:
        """Return a page of a list."""
        place = urls.list_page(each.kind, each.key, part.number)
        title = title_of(each, self._renderer)
        about = _about(each, part, self._renderer)
        pages = _pages(each, part, place, self._renderer)
        inputs = self.inputs(part.notices, title, about, pages)

        def make() -> bytes:
            texts, site, newest = self._renderer.texts, self._renderer.site, not part.number
            name = title if newest else texts.text("lists.page_of", name=title, number=part.number)
            feed = ""
            if each.kind is ListKind.GENRE and newest:
                feed = urls.as_link(urls.list_feed(each.kind, each.key), place)
            return self._renderer.templates.render_encoded(
                "list.html",
                frame=_named(self._frames[each.kind], place, name, site),
                assets=self._loaded,
                title=name,
                about=about,
                feed=feed,
                years=by_year(part.notices, self._item),
                pages=pages,
            )

        return ListFile(place, inputs, make)

    def feed(self, each: NoticeList) -> ListFile:
        """Return the feed of a list."""
        feed, renderer = _feed_of(each, self._renderer), self._renderer
        make = partial(atom_feed, each.notices, renderer.site, feed, "", renderer.texts)
        return ListFile(feed.feed, self.inputs(each.notices, each.name), make)

    def _item(self, summary: NoticeSummary) -> SharedPart:
        if summary.slug not in self._shown:
            self._shown[summary.slug] = list_item(summary, self._page, self._renderer)
        return self._shown[summary.slug]


def _digest(values: object) -> str:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return sha256_hex(text.encode("utf-8", "replace"))[:32]


def _about(each: NoticeList, part: Slice, renderer: Renderer) -> str:
    text = renderer.texts.text
    if part.number:
        first, last = part.notices[-1].published, part.notices[0].published
        return text("lists.about_older", first=first, last=last)
    if each.kind is ListKind.STATE:
        return text(
            "lists.about_state",
            count=len(each.notices),
            name=each.name,
            problems=each.problems,
        )
    return text("lists.about", count=len(each.notices))


def _pages(each: NoticeList, part: Slice, page: str, renderer: Renderer) -> list[ListLink]:
    """Return the links to other pages: the newest names all, an older one those beside it.

    So an older page stays as it is when one more is cut.
    """
    text = renderer.texts.text

    def link(number: int) -> str:
        return urls.as_link(urls.list_page(each.kind, each.key, number), page)

    if not part.number:
        return [
            ListLink(
                text(
                    "lists.span",
                    first=older.notices[-1].published,
                    last=older.notices[0].published,
                ),
                text("lists.count", count=len(older.notices)),
                link(older.number),
            )
            for older in each.pages[1:]
        ]
    beside = [("lists.newest", 0)]
    if part.newer:
        beside.append(("lists.newer", part.newer))
    if part.older:
        beside.append(("lists.older", part.older))
    return [ListLink(text(name), "", link(number)) for name, number in beside]


def _kind_page(kind: ListKind, of_kind: Sequence[NoticeList], renderer: Renderer) -> bytes:
    page, text = urls.kind_page(kind), renderer.texts.text
    states = kind is ListKind.STATE
    view = view_kind(kind, of_kind, page, renderer)
    frame = _named(_frame(kind, page, renderer), page, view.title, renderer.site)
    html = renderer.templates.render(
        "kind.html",
        frame=frame._replace(crumbs=frame.crumbs[:-1]),
        assets=loaded_by(page, renderer),
        kind=view,
        about=text("lists.about_states") if states else text("lists.about_kind"),
    )
    return html.encode()


def _feed_of(each: NoticeList, renderer: Renderer) -> Channel:
    site = renderer.site
    return Channel(
        f"{site.name} {site.column.name} {name_of(each, renderer)}",
        urls.list_page(each.kind, each.key),
        urls.list_feed(each.kind, each.key),
    )


def _frame(kind: ListKind, page: str, renderer: Renderer) -> Frame:
    """Return the frame of a page, which has no name yet."""
    site, parent = renderer.site, title_of_kind(kind, renderer)
    tags = (*site_tags(site), *column_tags(site))
    frame = build_frame(site, renderer.assets, page, title="", current="", tags=tags)
    above = Link(parent, urls.as_link(urls.kind_page(kind), page))
    return frame._replace(crumbs=(*frame.crumbs, above))


def _named(frame: Frame, page: str, name: str, site: Site) -> Frame:
    return frame._replace(
        title=f"{name} - {site.column.name} - {site.name}",
        current=name,
        canonical=urls.absolute(site.base_url, page),
    )
