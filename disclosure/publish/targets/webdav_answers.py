"""What WebDAV servers answer: bytes within bounds, listings in XML, challenges of the login."""

import re
import zlib
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# What the server writes is read with expat, which opens nothing and stops expanding in time.
from xml.etree import ElementTree

from disclosure.publish.targets.bounds import TooLargeError
from disclosure.publish.targets.walk import Entry

_MARKS = ("getlastmodified", "getetag")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding=["']([A-Za-z0-9._-]{1,40})["']""")
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "big5"})
_DIGESTS = frozenset({"", "md5", "md5-sess", "sha", "sha-sess", "sha-256", "sha-256-sess"})
_PARAMETER = re.compile(r"""\b([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s,]+))""", re.IGNORECASE)


class Answer(NamedTuple):
    """An answer that was read wholly.

    Attributes:
        status: of HTTP.
        phrase: the server's word for it.
        headers: by name in small letters.
        content: without its encoding for the way.
    """

    status: int
    phrase: str
    headers: Mapping[str, str]
    content: bytes


def unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    """Return what was compressed for the way, though we ask for what is not.

    Raises:
        TooLargeError: it is more than ``limit`` bytes.
        ValueError: it is compressed in another way, or broken.

    """
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"} or not data:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise ValueError(f"Content-Encoding: {encoding}")
    try:
        # 32: with the head of gzip or of zlib, whichever it is.
        found = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, limit + 1)
    except zlib.error as error:
        raise ValueError(f"Content-Encoding: {encoding}: {error}") from None
    if len(found) > limit:
        raise TooLargeError(str(limit))
    return found


def entries_of(content: bytes, path: str) -> list[Entry]:
    """Return what a folder lists, without the folder itself.

    Args:
        content: the answer to PROPFIND with a depth of one.
        path: that was asked for; behind a proxy the folder may be called otherwise.

    Raises:
        ValueError: it is no such answer.

    """
    found = []
    for response in _tree(content).iter("{DAV:}response"):
        href = (response.findtext("{DAV:}href") or "").strip()
        is_folder = response.find(".//{DAV:}resourcetype/{DAV:}collection") is not None
        size = (response.findtext(".//{DAV:}getcontentlength") or "").strip()
        known = not is_folder and re.fullmatch(r"[0-9]{1,19}", size)
        place = unquote(urlsplit(href).path, errors="surrogateescape").rstrip("/")
        marks = (response.findtext(f".//{{DAV:}}{name}") or "" for name in _MARKS)
        found.append(Entry(place, is_folder, int(size) if known else None, None, " ".join(marks)))
    places = [each.name for each in found]
    own = path.rstrip("/")
    if own not in places:
        own = min(places, key=len, default="")
    for place in places:
        if place != own and not place.startswith(f"{own}/"):
            raise ValueError(f"“{place}”")
    return [each._replace(name=each.name[len(own) + 1 :]) for each in found if each.name != own]


def available(content: bytes) -> int | None:
    """Return how many bytes there is room for (RFC 4331); None where it is not told."""
    try:
        quota = _tree(content).findtext(".//{DAV:}quota-available-bytes") or ""
    except ValueError:
        return None
    return int(quota) if re.fullmatch(r"[0-9]{1,19}", quota.strip()) else None


def _tree(content: bytes) -> ElementTree.Element:
    declared = _DECLARED.match(content)
    encoding = declared[1].decode().lower() if declared else ""
    try:
        if encoding in _CHINESE:
            # Expat knows none of them; the declaration in a text it does not look at.
            return ElementTree.fromstring(content.decode(encoding))  # noqa: S314
        return ElementTree.fromstring(content)  # noqa: S314
    except (ElementTree.ParseError, LookupError, UnicodeError) as error:
        raise ValueError(str(error)) from None


def choose_login(offered: str, *, is_encrypted: bool) -> str:
    """Return ``digest`` or ``basic`` for a challenge; empty for one that asks for neither.

    Args:
        offered: all challenges of the server.
        is_encrypted: whether nobody on the way can read the password.

    """
    challenges = re.split(r",\s*(?=[A-Za-z-]+\s+[a-z]+\s*=)|,\s*(?=Basic\b)", offered)
    kinds = {each.strip().partition(" ")[0].lower() for each in challenges}
    # Digest does not show the password to those on the way.
    if any(_is_known_digest(each) for each in challenges):
        return "digest"
    if "basic" in kinds and (is_encrypted or "digest" not in kinds):
        return "basic"
    return "basic" if not offered.strip() else ""


def _is_known_digest(challenge: str) -> bool:
    kind, _, rest = challenge.strip().partition(" ")
    if kind.lower() != "digest":
        return False
    params = {name.lower(): quoted or plain for name, quoted, plain in _PARAMETER.findall(rest)}
    ways = {each.strip().lower() for each in params.get("qop", "auth").split(",")}
    known = params.get("algorithm", "").lower() in _DIGESTS
    return known and "auth" in ways and {"realm", "nonce"} <= set(params)
