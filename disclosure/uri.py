"""Addresses as they go over the wire: an IRI made a URI (RFC 3987, 3.1; RFC 3986, 6.2)."""

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

_KEPT: Final = "!$%&'()*+,/:;=?@[]~"  # what may stand as it is; % begins an escape
_RESERVED: Final = re.compile(r"[^A-Za-z0-9_.~-]+")
_LONGEST_PORT: Final = 65535


def as_uri(address: str) -> str:
    """Return an absolute address with a host of ASCII, and all else percent-encoded.

    An address that is one already comes back as it is.

    Raises:
        ValueError: its host or port can be none.

    """
    if address.isascii() and address.isprintable() and " " not in address:
        return address
    parts = urlsplit(address)
    host = ascii_host(parts.hostname or "")
    user, at, _ = parts.netloc.rpartition("@")
    port = "" if parts.port is None else f":{parts.port}"
    shown = f"[{host}]" if ":" in host else host
    netloc = f"{quote(user, safe=_KEPT)}{at}{shown}{port}"
    path, query, fragment = (quote(part, safe=_KEPT) for part in parts[2:])
    return urlunsplit((parts.scheme, netloc, path, query, fragment))


def percent_encoded(text: str) -> str:
    """Return a text as a value in an address, where no sign has a meaning (RFC 3986, 2.3).

    As ``urllib``'s ``quote``, but whole stretches at once: each Chinese character is three bytes.
    """
    return _RESERVED.sub(lambda found: f"%{found[0].encode().hex('%').upper()}", text)


def ascii_host(host: str) -> str:
    """Return the name of a host as DNS has it: 政务.cn is xn--zfr164b.cn.

    Raises:
        ValueError: it can be none.

    """
    if host.isascii():
        return host
    # UnicodeError is a ValueError; IDNA 2003 is what Python has, and Han is the same in 2008.
    return host.encode("idna").decode("ascii")


def port_of(address: str) -> int | None:
    """Return the port that an address names; None where it names none that can be."""
    try:
        return urlsplit(address).port
    except ValueError:
        return None
