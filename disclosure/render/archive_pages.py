"""Pages of the archive: history, comparisons, what stood on a day; sealed versions as sealed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from typing import NamedTuple

from disclosure.render import urls
from disclosure.render.renderer import Renderer
from disclosure.render.views.comparison import view_comparison
from disclosure.render.views.frame import Frame, build_frame
from disclosure.render.views.history import view_history
from disclosure.render.views.sealed_versions import (
    SealedVersion,
    compared_pairs,
    pair_name,
    version_name,
)
from disclosure.zh.dates import chinese_date

ARCHIVE_TEMPLATES = ("history.html", "comparison.html", "as_of.html")
_WITHDRAWN = "撤回"


class _Day(NamedTuple):
    """What was sealed on one day."""

    day: str
    machine: str
    lines: tuple[tuple[str, str, str, str], ...]


def render_archive(
    versions: Mapping[str, Sequence[SealedVersion]],
    log: bytes,
    standing: Collection[str],
    renderer: Renderer,
) -> dict[str, bytes]:
    """Return every file of the archive's part of the site.

    Args:
        versions: of each notice, oldest first.
        log: bytes of the log.
        standing: slugs of the notices that the site has now.
        renderer: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    files = {urls.ARCHIVE_LOG: log, urls.AS_OF: _as_of(versions, renderer)}
    for slug, sealed in versions.items():
        for one in sealed:
            folder = urls.sealed_page(slug, one.number).removesuffix("index.html")
            files |= {folder + name: data for name, data in one.files.items()}
        files[urls.history_page(slug)] = _history(slug, sealed, slug in standing, renderer)
        files[urls.timemap(slug)] = _timemap(slug, sealed, renderer.site.base_url)
        for old, new in compared_pairs(sealed):
            page = urls.comparison_page(slug, old.number, new.number)
            files[page] = _comparison(old, new, page, renderer)
    return files


def _history(slug: str, sealed: Sequence[SealedVersion], stands: bool, renderer: Renderer) -> bytes:
    page = urls.history_page(slug)
    last = sealed[-1]
    renderer = renderer.naming(last.version.document.names)
    withdrawn = last.note if last.reason == _WITHDRAWN else ""
    view = view_history(sealed, page, withdrawn, renderer.texts)
    if not stands:
        view = view._replace(page="")
    window = renderer.texts.text("history.window", title=last.title)
    frame = _frame(renderer, page, window, renderer.texts.text("version.all"))
    html = renderer.templates.render("history.html", frame=frame, view=view)
    return html.encode()


def _comparison(old: SealedVersion, new: SealedVersion, page: str, renderer: Renderer) -> bytes:
    renderer = renderer.naming(new.version.document.names)
    view = view_comparison(old, new, page, renderer.texts)
    names = pair_name(old.number, new.number, renderer.texts)
    pair = renderer.texts.text("comparison.pair", pair=names)
    frame = _frame(renderer, page, view.heading, pair)
    return renderer.templates.render("comparison.html", frame=frame, view=view).encode()


def _as_of(versions: Mapping[str, Sequence[SealedVersion]], renderer: Renderer) -> bytes:
    """Return the list of all versions by day: what stood on a day is the last one before it."""
    page = urls.AS_OF
    every = sorted(
        (one for sealed in versions.values() for one in sealed),
        key=lambda one: (one.sealed, one.slug, one.number),
        reverse=True,
    )
    days: dict[str, list[tuple[str, str, str, str]]] = {}
    for one in every:
        href = urls.as_link(urls.sealed_page(one.slug, one.number), page)
        line = (one.title, version_name(one.number, renderer.texts), one.reason, href)
        days.setdefault(one.sealed[:10], []).append(line)
    shown = tuple(
        _Day(chinese_date(date.fromisoformat(day)), day, tuple(lines))
        for day, lines in days.items()
    )
    title = renderer.texts.text("as_of.title")
    frame = _frame(renderer, page, title, title)
    return renderer.templates.render("as_of.html", frame=frame, days=shown).encode()


def _timemap(slug: str, sealed: Sequence[SealedVersion], base_url: str) -> bytes:
    """Return the versions as ``application/link-format`` (RFC 7089, 5)."""

    def address(place: str) -> str:
        return urls.absolute(base_url, place)

    def moment(one: SealedVersion) -> str:
        return format_datetime(datetime.fromisoformat(one.sealed).astimezone(UTC), usegmt=True)

    first, last = moment(sealed[0]), moment(sealed[-1])
    rows = [
        f'<{address(urls.NoticeUrls(slug).page)}>; rel="original"',
        (
            f'<{address(urls.timemap(slug))}>; rel="self"; type="application/link-format"; '
            f'from="{first}"; until="{last}"'
        ),
    ]
    for at, one in enumerate(sealed):
        place = ("first " if at == 0 else "") + ("last " if one is sealed[-1] else "")
        rows.append(
            f'<{address(urls.sealed_page(slug, one.number))}>; rel="{place}memento"; '
            f'datetime="{moment(one)}"'
        )
    return (",\n".join(rows) + "\n").encode()


def _frame(renderer: Renderer, page: str, title: str, current: str) -> Frame:
    return build_frame(
        renderer.site,
        renderer.assets,
        page,
        title=f"{title} - {renderer.site.name}",
        current=current,
        canonical=urls.absolute(renderer.site.base_url, page),
    )
