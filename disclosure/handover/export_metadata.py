"""What an export says of the versions in it: bag-info.txt, addresses, metadata."""

from collections.abc import Iterator
from typing import Final

import disclosure
from disclosure.archive.selection import Item, Selection, Version
from disclosure.archive.verify import OFFICE_FILES
from disclosure.archive.warc import Capture
from disclosure.media_types import media_type
from disclosure.model.site import Site
from disclosure.render import urls

AGENT: Final = f"Disclosure {disclosure.__version__}"
_PAGE: Final = "index.html"
_ATTACHED: Final = "files/"
# Fields of the record (GB/T 42147 as far as known) that stand in bag-info.txt under their names.
_BAG_FIELDS: Final = (
    *("题名", "索引号", "发文字号", "文种", "发布机构", "信息来源", "网站名称", "网站标识码"),
    *("栏目名称", "关键词", "成文日期", "发布时间", "归档时间", "版本号", "版本说明"),
    *("保管期限", "生成软件"),
)
# The same in DCMI terms, which WARC's metadata records are written with.
_TERMS: Final = (
    *(("title", "题名"), ("identifier", "索引号"), ("bibliographicCitation", "发文字号")),
    *(("creator", "发布机构"), ("source", "信息来源"), ("publisher", "网站名称")),
    *(("isPartOf", "栏目名称"), ("subject", "关键词"), ("type", "文种")),
    *(("created", "成文日期"), ("issued", "发布时间"), ("dateAccepted", "归档时间")),
    ("description", "版本说明"),
)


def bag_info(selection: Selection, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the labels and values of ``bag-info.txt`` (RFC 8493, 2.2.2)."""
    yield "Source-Organization", site.organizer or site.name
    for version in selection.versions:
        entry = version.entry
        yield "External-Identifier", f"{entry.slug}/{entry.number}"
        yield "External-Description", f"{entry.title}（第{entry.number}版，{entry.reason}）"
    # The day of the last sealing, not today: the same versions give the same bag.
    yield "Bagging-Date", selection.last.entry.sealed[:10]
    yield "Bag-Software-Agent", AGENT
    for name in _BAG_FIELDS:
        for value in dict.fromkeys(version.field(name) for version in selection.versions):
            yield name, value


def captures_of(selection: Selection, site: Site) -> Iterator[Capture]:
    """Yield what stands on the site, or did: nothing that is for the office."""
    for version in selection.versions:
        for name, item in version.items.items():
            if name not in OFFICE_FILES:
                yield _capture(version, name, item, site)
    if selection.whole:
        log = selection.log
        at = selection.last.sealed
        address = urls.absolute(site.base_url, urls.ARCHIVE_LOG)
        yield Capture(address, media_type(log.name), at, log, {}, "")


def _capture(version: Version, name: str, item: Item, site: Site) -> Capture:
    page = urls.sealed_page(version.entry.slug, version.entry.number)
    place = page.removesuffix(_PAGE) + name
    kind = media_type(name)
    # What the program wrote is UTF-8; what was attached, nobody knows.
    if kind.startswith("text/") and not name.startswith(_ATTACHED):
        kind += "; charset=utf-8"
    is_page = name == _PAGE
    about = {term: version.field(field) for term, field in _TERMS} if is_page else {}
    title = version.entry.title if is_page else ""
    return Capture(urls.absolute(site.base_url, place), kind, version.sealed, item, about, title)
