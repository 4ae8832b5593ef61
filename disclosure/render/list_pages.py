"""The pages of a site with many notices: the front, every list, and what the search reads."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from markupsafe import Markup

from disclosure.render import urls
from disclosure.render.catalogue import PAGE_LENGTH, ListKind, NoticeList, Slice
from disclosure.render.feeds import Channel, atom_feed
from disclosure.render.renderer import Renderer
from disclosure.render.search_index import search_file, search_parts, unit_file
from disclosure.render.views.entries import ListLink, by_year, view_entry
from disclosure.render.views.frame import Frame, Link, build_frame, column_tags, site_tags
from disclosure.render.views.summary import NoticeSummary

LIST_TEMPLATES: Final = ("front.html", "list.html", "kind.html", "parts/entry.html")
# More names than this are a page of their own; the front then says how many there are.
_UNITS_ON_FRONT: Final = 100

Catalogue = Mapping[ListKind, Sequence[NoticeList]]


class _Kind(NamedTuple):
    """A kind of lists with a link to each."""

    title: str
    href: str
    links: tuple[ListLink, ...]


class _Loaded(NamedTuple):
    """What these pages load beside what every page does."""

    style: str
    script: str


class _Search(NamedTuple):
    """Where the search finds what it reads."""

    parts: str
    units: str
    home: str


def front_page(
    newest: Sequence[NoticeSummary], lists: Catalogue, archived: bool, renderer: Renderer
) -> bytes:
    """Return the index of a site whose notices do not fit one page.

    Args:
        newest: all notices, newest first.
        lists: what they are found by.
        archived: whether versions were sealed.
        renderer: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    site, texts, page = renderer.site, renderer.texts, urls.INDEX
    frame = build_frame(
        site,
        renderer.assets,
        page,
        title=f"{site.column.name} - {site.name}",
        description=site.column.description,
        tags=(*site_tags(site), *column_tags(site)),
        current=site.column.name,
        canonical=urls.root(site.base_url),
    )
    kinds = {kind: _view_kind(kind, of_kind, page, renderer) for kind, of_kind in lists.items()}
    units = kinds.get(ListKind.UNIT)
    if units and len(units.links) > _UNITS_ON_FRONT:
        every = texts.text("lists.all_units", count=len(units.links))
        kinds[ListKind.UNIT] = units._replace(links=(ListLink(every, "", units.href),))
        units = None
    elif units:
        del kinds[ListKind.UNIT]
    left = [summary.published[:4] for summary in newest[PAGE_LENGTH:]]
    earlier = [link for link in _links(lists[ListKind.YEAR], page, renderer) if link.name in left]
    parts = (urls.as_link(part.place, page) for part in search_parts(newest))
    html = renderer.templates.render(
        "front.html",
        frame=frame,
        assets=_loaded(page, renderer),
        column=site.column,
        total=len(newest),
        search=_Search(
            " ".join(parts),
            urls.as_link(urls.SEARCHED_UNITS, page) if ListKind.UNIT in lists else "",
            urls.as_link(urls.LISTS, page),
        ),
        units=units,
        kinds=[*kinds.values()],
        as_of=urls.as_link(urls.AS_OF, page) if archived else "",
        years=by_year(
            newest[:PAGE_LENGTH],
            lambda summary: _item(summary, page, renderer),
        ),
        earlier=earlier,
    )
    return html.encode()


def search_files(newest: Sequence[NoticeSummary], lists: Catalogue) -> dict[str, bytes]:
    """Return what the search of the front page reads."""
    files = {part.place: search_file(part) for part in search_parts(newest)}
    if ListKind.UNIT in lists:
        files[urls.SEARCHED_UNITS] = unit_file(lists[ListKind.UNIT])
    return files


def list_files(lists: Catalogue, renderer: Renderer) -> dict[str, bytes]:
    """Return every page of every list, the pages that name them, and their feeds.

    Raises:
        TemplateError: a template is broken.

    """
    files: dict[str, bytes] = {}
    somewhere = urls.list_page(ListKind.UNIT, "x")  # as deep as all of them
    item = cache(lambda summary: _item(summary, somewhere, renderer))
    for kind, of_kind in lists.items():
        files[urls.kind_page(kind)] = _kind_page(kind, of_kind, renderer)
        for each in of_kind:
            title = _title(each, renderer)
            for part in each.pages:
                page = urls.list_page(kind, each.key, part.number)
                years = by_year(part.notices, item)
                files[page] = _list_page(each, part, page, title, years, renderer)
            if kind is ListKind.GENRE:
                feed = _feed_of(each, renderer)
                files[feed.feed] = atom_feed(
                    each.notices, renderer.site, feed, "", renderer.texts
                )
    return files


def kind_links(
    lists: Catalogue, page: str, renderer: Renderer
) -> tuple[tuple[str, tuple[ListLink, ...]], ...]:
    """Return each kind of lists by its title, with a link from ``page`` to every list."""
    return tuple(
        (renderer.texts.text(f"lists.{kind}"), tuple(_links(of_kind, page, renderer)))
        for kind, of_kind in lists.items()
    )


def list_places(lists: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the place of every page of lists, with the day of its newest notice."""
    for kind, of_kind in lists.items():
        yield urls.kind_page(kind), max(each.notices[0].published for each in of_kind)
        for each in of_kind:
            for part in each.pages:
                yield (
                    urls.list_page(kind, each.key, part.number),
                    part.notices[0].published,
                )


def _item(summary: NoticeSummary, page: str, renderer: Renderer) -> Markup:
    """Return a notice as an element of a list; its HTML is the same on all pages as deep."""
    entry = view_entry(summary, page, renderer.texts, described=False)
    html = renderer.templates.render("parts/entry.html", entry=entry)
    return Markup(html)  # noqa: S704 - the template escaped it


def _list_page(
    each: NoticeList,
    part: Slice,
    page: str,
    title: str,
    years: Sequence[object],
    renderer: Renderer,
) -> bytes:
    texts, newest = renderer.texts, not part.number
    name = title if newest else texts.text("lists.page_of", name=title, number=part.number)
    feed = ""
    if each.kind is ListKind.GENRE and newest:
        feed = urls.as_link(urls.list_feed(each.kind, each.key), page)
    html = renderer.templates.render(
        "list.html",
        frame=_frame(each.kind, page, name, renderer),
        assets=_loaded(page, renderer),
        title=name,
        about=_about(each, part, renderer),
        feed=feed,
        years=years,
        pages=_pages(each, part, page, renderer),
    )
    return html.encode()


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
    view = _view_kind(kind, of_kind, page, renderer)
    frame = _frame(kind, page, view.title, renderer)
    html = renderer.templates.render(
        "kind.html",
        frame=frame._replace(crumbs=frame.crumbs[:-1]),
        assets=_loaded(page, renderer),
        kind=view,
        about=text("lists.about_states" if kind is ListKind.STATE else "lists.about_kind"),
    )
    return html.encode()


def _view_kind(
    kind: ListKind, of_kind: Sequence[NoticeList], page: str, renderer: Renderer
) -> _Kind:
    href = urls.as_link(urls.kind_page(kind), page)
    title = renderer.texts.text(f"lists.{kind}")
    return _Kind(title, href, tuple(_links(of_kind, page, renderer)))


def _links(of_kind: Sequence[NoticeList], page: str, renderer: Renderer) -> Iterator[ListLink]:
    for each in of_kind:
        name = "lists.count_state" if each.problems else "lists.count"
        count = renderer.texts.text(name, count=len(each.notices), problems=each.problems)
        href = urls.as_link(urls.list_page(each.kind, each.key), page)
        yield ListLink(_name(each, renderer), count, href)


def _name(each: NoticeList, renderer: Renderer) -> str:
    if each.kind is ListKind.YEAR:
        return renderer.texts.text("index.year", year=each.name)
    return each.name or renderer.texts.text("lists.no_genre")


def _title(each: NoticeList, renderer: Renderer) -> str:
    if each.kind is ListKind.STATE:
        return renderer.texts.text("lists.of_state", name=each.name)
    return _name(each, renderer)


def _feed_of(each: NoticeList, renderer: Renderer) -> Channel:
    site = renderer.site
    return Channel(
        f"{site.name} {site.column.name} {_name(each, renderer)}",
        urls.list_page(each.kind, each.key),
        urls.list_feed(each.kind, each.key),
    )


def _frame(kind: ListKind, page: str, current: str, renderer: Renderer) -> Frame:
    site, parent = renderer.site, renderer.texts.text(f"lists.{kind}")
    frame = build_frame(
        site,
        renderer.assets,
        page,
        title=f"{current} - {site.column.name} - {site.name}",
        description="",
        tags=(*site_tags(site), *column_tags(site)),
        current=current,
        canonical=urls.absolute(site.base_url, page),
    )
    above = Link(parent, urls.as_link(urls.kind_page(kind), page))
    return frame._replace(crumbs=(*frame.crumbs, above))


def _loaded(page: str, renderer: Renderer) -> _Loaded:
    assets = renderer.assets
    return _Loaded(
        urls.as_link(assets.list_style.url, page), urls.as_link(assets.list_script.url, page)
    )
