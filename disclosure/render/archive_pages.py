"""Pages of the archive: history, comparisons, what stood on a day; sealed versions as sealed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import NamedTuple

from disclosure.model.compare import compare
from disclosure.model.wording import compare_paragraphs
from disclosure.render import urls
from disclosure.render.renderer import Studio
from disclosure.render.views.frame import Frame, build_frame, site_tags
from disclosure.render.views.history import (
    ComparisonView,
    SealedEdition,
    compared_pairs,
    version_name,
    view_history,
)

ARCHIVE_TEMPLATES = ("history.html", "comparison.html", "as_of.html")
_WITHDRAWN = "撤回"


class _Day(NamedTuple):
    """What was sealed on one day."""

    day: str
    machine: str
    lines: tuple[tuple[str, str, str, str], ...]


def render_archive(
    versions: Mapping[str, Sequence[SealedEdition]],
    log: bytes,
    standing: Collection[str],
    studio: Studio,
) -> dict[str, bytes]:
    """Return every file of the archive's part of the site.

    Args:
        versions: of each notice, oldest first.
        log: bytes of the log.
        standing: slugs of the notices that the site has now.
        studio: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    files = {urls.ARCHIVE_LOG: log, urls.AS_OF: _as_of(versions, studio)}
    for slug, editions in versions.items():
        for one in editions:
            folder = urls.sealed_page(slug, one.number).removesuffix("index.html")
            files |= {folder + name: data for name, data in one.files.items()}
        files[urls.history_page(slug)] = _history(slug, editions, slug in standing, studio)
        files[urls.timemap(slug)] = _timemap(slug, editions, studio.site.base_url)
        for old, new in compared_pairs(editions):
            page = urls.comparison_page(slug, old.number, new.number)
            files[page] = _comparison(old, new, page, studio)
    return files


def _history(slug: str, editions: Sequence[SealedEdition], stands: bool, studio: Studio) -> bytes:
    page = urls.history_page(slug)
    last = editions[-1]
    withdrawn = last.note if last.reason == _WITHDRAWN else ""
    view = view_history(editions, page, withdrawn)
    if not stands:
        view = view._replace(page="")
    frame = _frame(studio, page, f"{last.title}的全部版本", "全部版本")
    html = studio.templates.render("history.html", frame=frame, view=view)
    return html.encode()


def _comparison(old: SealedEdition, new: SealedEdition, page: str, studio: Studio) -> bytes:
    changes = compare_paragraphs(old.paragraphs, new.paragraphs)
    view = ComparisonView(
        title=new.title,
        old=version_name(old.number),
        new=version_name(new.number),
        old_href=urls.as_link(urls.sealed_page(old.slug, old.number), page),
        new_href=urls.as_link(urls.sealed_page(new.slug, new.number), page),
        history=urls.as_link(urls.history_page(new.slug), page),
        structure=compare(old.edition, new.edition),
        changes=tuple(change for change in changes if change.changed),
        unchanged=sum(not change.changed for change in changes),
    )
    title = f"{view.old}与{view.new}的比较"
    frame = _frame(studio, page, f"{new.title}：{title}", title)
    return studio.templates.render("comparison.html", frame=frame, view=view).encode()


def _as_of(versions: Mapping[str, Sequence[SealedEdition]], studio: Studio) -> bytes:
    """Return the list of all versions by day: what stood on a day is the last one before it."""
    page = urls.AS_OF
    every = sorted(
        (one for editions in versions.values() for one in editions),
        key=lambda one: (one.sealed, one.slug, one.number),
        reverse=True,
    )
    days: dict[str, list[tuple[str, str, str, str]]] = {}
    for one in every:
        href = urls.as_link(urls.sealed_page(one.slug, one.number), page)
        line = (one.title, version_name(one.number), one.reason, href)
        days.setdefault(one.sealed[:10], []).append(line)
    shown = tuple(
        _Day(next(one.day for one in every if one.sealed[:10] == day), day, tuple(lines))
        for day, lines in days.items()
    )
    frame = _frame(studio, page, "按日期查各版", "按日期查各版")
    return studio.templates.render("as_of.html", frame=frame, days=shown).encode()


def _timemap(slug: str, editions: Sequence[SealedEdition], base_url: str) -> bytes:
    """Return the versions as ``application/link-format`` (RFC 7089, 5)."""

    def address(place: str) -> str:
        return urls.absolute(base_url, place)

    def moment(one: SealedEdition) -> str:
        return format_datetime(datetime.fromisoformat(one.sealed).astimezone(UTC), usegmt=True)

    first, last = moment(editions[0]), moment(editions[-1])
    rows = [
        f'<{address(urls.NoticeUrls(slug).page)}>; rel="original"',
        (
            f'<{address(urls.timemap(slug))}>; rel="self"; type="application/link-format"; '
            f'from="{first}"; until="{last}"'
        ),
    ]
    for at, one in enumerate(editions):
        place = ("first " if at == 0 else "") + ("last " if one is editions[-1] else "")
        rows.append(
            f'<{address(urls.sealed_page(slug, one.number))}>; rel="{place}memento"; '
            f'datetime="{moment(one)}"'
        )
    return (",\n".join(rows) + "\n").encode()


def _frame(studio: Studio, page: str, title: str, current: str) -> Frame:
    return build_frame(
        studio.site,
        studio.assets,
        page,
        title=f"{title} - {studio.site.name}",
        description="",
        tags=site_tags(studio.site),
        current=current,
        canonical=urls.absolute(studio.site.base_url, page),
    )
