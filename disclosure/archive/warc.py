"""WARC 1.1 (ISO 28500:2017): the published files as they stand at their addresses.

Nothing was fetched, so they are ``resource`` records, with no HTTP headers made up; what is
known of a version is a ``metadata`` record that refers to its page.
"""

import hashlib
import io
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import BinaryIO, Final, NamedTuple

from disclosure.archive.gzip_stored import StoredMember
from disclosure.archive.selection import Item
from disclosure.errors import ExtraError

_VERSION: Final = "1.1"
_FIELDS: Final = "application/warc-fields"


class Capture(NamedTuple):
    """A published file.

    Attributes:
        address: where it is published.
        kind: its content type.
        at: when it was sealed, in UTC.
        item: the file.
        about: DCMI terms and their values, for the page of a version; empty for other files.
        title: of the page; empty for other files.
    """

    address: str
    kind: str
    at: datetime
    item: Item
    about: Mapping[str, str]
    title: str


class Written(NamedTuple):
    """Where a capture stands in the WARC.

    Attributes:
        capture: what was written.
        digest: of its bytes, as ``sha256:…``.
        offset: of the gzip member.
        length: of the gzip member.
    """

    capture: Capture
    digest: str
    offset: int
    length: int


def write_warc(
    out: BinaryIO, name: str, info: Mapping[str, str], captures: Iterable[Capture]
) -> tuple[Written, ...]:
    """Write a gzipped WARC and say where everything stands in it.

    Args:
        out: at its beginning.
        name: of the file.
        info: fields of the ``warcinfo`` record, of which ``date`` is the date of the file.
        captures: what to write, in this order.

    Raises:
        ExtraError: warcio is not installed.
        OSError: it cannot be read or written.
        OutputError: a file is not the one that was listed.

    """
    writer = _Writer(out)
    block = _fields(info)
    writer.write("warcinfo", info["date"], block, {"WARC-Filename": name, "Content-Type": _FIELDS})
    written = []
    for capture in captures:
        at, data, begun = iso_utc(capture.at), capture.item.read(), out.tell()
        place = {"WARC-Target-URI": capture.address, "Content-Type": capture.kind}
        record_id = writer.write("resource", at, data, place)
        written.append(Written(capture, _digest(data), begun, out.tell() - begun))
        if capture.about:
            # Without an address of its own: an index must not take it for the page.
            refers = {"WARC-Refers-To": record_id, "Content-Type": _FIELDS}
            writer.write("metadata", at, _fields(capture.about), refers)
    return tuple(written)


def iso_utc(moment: datetime) -> str:
    """Return ``moment``, which is in UTC, as WARC and WACZ write it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class _Writer:
    """warcio's writer, with ids that follow from what is written."""

    def __init__(self, out: BinaryIO) -> None:
        try:
            from warcio.warcwriter import WARCWriter
        except ModuleNotFoundError as error:
            raise ExtraError("archive") from error
        self._writer = WARCWriter(StoredMember(out), gzip=False, warc_version=_VERSION)

    def write(self, kind: str, at: str, block: bytes, headers: Mapping[str, str]) -> str:
        """Write a record and return its id."""
        digest = _digest(block)
        known = "\n".join([kind, at, digest, *(f"{key}: {headers[key]}" for key in headers)])
        record_id = f"<{uuid.uuid5(uuid.NAMESPACE_URL, known).urn}>"
        full = {"WARC-Type": kind, "WARC-Record-ID": record_id, "WARC-Date": at, **headers}
        full["WARC-Block-Digest"] = digest
        if kind != "warcinfo":
            full["WARC-Payload-Digest"] = digest
        record = self._writer.create_warc_record(
            "", kind, payload=io.BytesIO(block), length=len(block), warc_headers_dict=full
        )
        self._writer.write_record(record)
        return record_id


def _digest(data: bytes) -> str:
    # In hexadecimal, so that it can be compared with sha256sum.txt by eye.
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _fields(values: Mapping[str, str]) -> bytes:
    rows = (f"{name}: {value}\r\n" for name, value in values.items() if value)
    return "".join(rows).encode()
