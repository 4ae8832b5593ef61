"""WACZ 1.1.1: a WARC with its index and its list of pages in one zip that players open.

py-wacz makes them, too, but brings 53 packages, one of them under the AGPL, and stamps the time.
Nothing is deflated, so that players can read parts of it, and every machine writes the same.
"""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from disclosure.archive.surt import surt_key
from disclosure.archive.warc import Capture, Written, iso_utc, write_warc
from disclosure.zip_stored import pack

_SPECIFICATION: Final = "1.1.1"
_WARC: Final = "data.warc.gz"
_BUFFER: Final = 1024 * 1024


def write_wacz(path: Path, info: Mapping[str, str], captures: Iterable[Capture]) -> None:
    """Write a WACZ.

    Args:
        path: of the new file.
        info: fields of the ``warcinfo`` record; ``title``, ``software`` and ``date`` describe
            the package as well.
        captures: what to write; at least one of them is a page.

    Raises:
        ExtraError: warcio is not installed.
        OSError: it cannot be read or written.
        OutputError: a file is not the one that was listed.

    """
    with (
        # On the same disk: there is room for it there, or there is none for the package.
        tempfile.TemporaryFile(dir=path.parent) as warc,
        zipfile.ZipFile(path, "x") as package,
    ):
        written = write_warc(warc, _WARC, info, captures)
        resources = [
            _pack(package, f"archive/{_WARC}", warc),
            _pack(package, "indexes/index.cdx", _index(written)),
            _pack(package, "pages/pages.jsonl", _pages(written)),
        ]
        described = _json(_description(info, resources, written))
        digest = f"sha256:{hashlib.sha256(described).hexdigest()}"
        _pack(package, "datapackage.json", described)
        proof = {"path": "datapackage.json", "hash": digest}
        _pack(package, "datapackage-digest.json", _json(proof))


def _description(
    info: Mapping[str, str], resources: list[dict[str, Any]], written: tuple[Written, ...]
) -> dict[str, Any]:
    last = max((each.capture for each in written if each.capture.title), key=lambda page: page.at)
    return {
        "profile": "data-package",
        "wacz_version": _SPECIFICATION,
        "software": info["software"],
        "created": info["date"],
        "title": info["title"],
        "mainPageUrl": last.address,
        "mainPageDate": iso_utc(last.at),
        "resources": resources,
    }


def _index(written: tuple[Written, ...]) -> bytes:
    rows = []
    for each in written:
        values = {
            "url": each.capture.address,
            "mime": each.capture.kind.partition(";")[0],
            "digest": each.digest,
            "length": str(each.length),
            "offset": str(each.offset),
            "filename": _WARC,
        }
        stamp = each.capture.at.strftime("%Y%m%d%H%M%S")
        rows.append(f"{surt_key(each.capture.address)} {stamp} {json.dumps(values)}\n".encode())
    return b"".join(sorted(rows))  # by bytes, as searches in it expect


def _pages(written: tuple[Written, ...]) -> bytes:
    rows: list[dict[str, str]] = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
    ]
    rows += [
        {
            "id": each.digest.partition(":")[2][:22],
            "url": each.capture.address,
            "ts": iso_utc(each.capture.at),
            "title": each.capture.title,
        }
        for each in written
        if each.capture.title
    ]
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def _pack(package: zipfile.ZipFile, name: str, content: bytes | BinaryIO) -> dict[str, Any]:
    """Add a file and return what the list of resources says of it."""
    size = pack(package, name, content)
    digest = hashlib.sha256(content if isinstance(content, bytes) else b"")
    if not isinstance(content, bytes):
        content.seek(0)
        while block := content.read(_BUFFER):
            digest.update(block)
    short = name.rpartition("/")[2]
    return {"name": short, "path": name, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}
