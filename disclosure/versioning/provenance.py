"""``record.json``: a version's metadata (档案法实施条例 39条; names after GB/T 42147 if known)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import disclosure
from disclosure.archive.checksums import listing_bytes
from disclosure.archive.log import Entry
from disclosure.archive.maker import MAKER_KEYS, Maker
from disclosure.document.document import Document
from disclosure.files import sha256_hex
from disclosure.media_types import media_type
from disclosure.model.review import SignOff
from disclosure.model.site import Site

# The log's line holds the digests of what this record is part of.
_LEFT_OUT = ("listing", "stamp")


def this_maker(templates: Path) -> Maker:
    """Return what this program is, with a folder of templates."""
    program = Path(disclosure.__file__).parent
    return Maker(
        f"Disclosure {disclosure.__version__}",
        _digest_of(program, (".py", ".yaml")),
        _digest_of(templates, (".html", ".css", ".js", ".svg")),
    )


def retention_in(record: bytes) -> str | None:
    """Return how long a ``record.json`` says that it is to be kept; None where it does not.

    Versions were once sealed with 30年 where the unit had said nothing.
    """
    try:
        retention: Any = json.loads(record).get(_RETENTION)
    except (ValueError, AttributeError, RecursionError):
        return None
    return retention if isinstance(retention, str) else None


_RETENTION = "保管期限"
_DRAWN_UP = "成文日期"


def make_record(
    document: Document,
    site: Site,
    signed: Sequence[SignOff],
    entry: Entry,
    files: Mapping[str, bytes],
    maker: Maker,
    retention: str | None = None,
) -> bytes:
    """Return the record of a version.

    Args:
        document: what was sealed.
        site: for which site.
        signed: who signed it; their names are left out.
        entry: its line in the log.
        files: all other files of the version by name.
        maker: the program.
        retention: how long it is to be kept, where the site does not say; None for no word of it.

    """
    keywords = document.fact("keywords")
    record: dict[str, Any] = {
        "log": {name: value for name, value in entry._asdict().items() if name not in _LEFT_OUT},
        "题名": document.title,
        "索引号": document.text("index_number") or None,
        "发文字号": document.text("document_number") or None,
        "文种": document.text("genre") or "公开通报",
        "发布机构": document.text("issuer"),
        "信息来源": document.source,
        "网站名称": site.name,
        "网站标识码": site.site_code,
        "栏目名称": site.column.name,
        "关键词": [each.raw for each in keywords.values] if keywords else [],
        _DRAWN_UP: _drawn_up(document),
        "发布时间": document.text("published"),
        "归档时间": entry.sealed,
        "版本号": entry.number,
        "版本说明": f"{entry.reason}：{entry.note}",
        _RETENTION: site.archive.retention or retention,
        **dict(zip(MAKER_KEYS, maker, strict=True)),
        # Names stand in reviews.yaml, which is kept and not published.
        "审签记录": [
            {"步骤": each.role, "意见": each.decision, "时间": each.at, "内容摘要": each.digest}
            for each in signed
        ],
        "文件": [
            {
                "名称": name,
                "格式": media_type(name),
                "字节数": len(data),
                "sha256": sha256_hex(data),
            }
            for name, data in sorted(files.items())
        ],
    }
    kept = {name: value for name, value in record.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, indent=2).encode() + b"\n"


def _drawn_up(document: Document) -> str | None:
    """Return the date that the text is signed with, else what it says of that below its title."""
    signed = document.signature.machine if document.signature else ""
    said = (fact.text for fact in document.own if fact.label == _DRAWN_UP)
    return signed or next(said, None)


def _digest_of(folder: Path, suffixes: tuple[str, ...]) -> str:
    # Line ends are git's and the system's affair, not the program's.
    digests = {
        path.relative_to(folder).as_posix(): sha256_hex(path.read_bytes().replace(b"\r\n", b"\n"))
        for path in folder.rglob("*")
        if path.suffix in suffixes and path.is_file()
    }
    return sha256_hex(listing_bytes(digests))
