"""SURT: addresses written so that they sort by host, as indexes of web archives want them.

Only as much of it as our own addresses need: no queries, no session ids, no user names. The
library for all addresses is under the AGPL.
"""

import re
from urllib.parse import urlsplit

from disclosure.uri import port_of

_WWW = re.compile(r"^www\d*\.")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def surt_key(address: str) -> str:
    """Return the key of ``address``: ``cn,gov,example)/gk/first`` of https://www.example.gov.cn/."""
    parts = urlsplit(address)
    host = _WWW.sub("", parts.hostname or "")
    reversed_host = ",".join(reversed(host.split(".")))
    number = port_of(address)
    own_port = number not in {None, _DEFAULT_PORTS.get(parts.scheme)}
    port = f":{number}" if own_port else ""
    path = parts.path.lower()
    return f"{reversed_host}{port}){path.rstrip('/') or '/'}"
