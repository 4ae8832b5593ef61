"""The address of a site: a folder on a host, which other addresses are put together from.

Every permanent address of the site begins with it, so what a browser would read in another way
(``//`` is another host, a file's name is no folder) is refused, and the right form shown.
"""

import re

from disclosure.model.links import is_safe_link

EXAMPLE = "https://www.example.gov.cn/gk/"
_FORM = re.compile(
    r"(?P<scheme>https?)://(?P<login>[^/?#@]*+@)?(?P<host>\[[0-9A-Fa-f:.]++\]|[^/?#:@\[\]]++)"
    r"(?::(?P<port>[^/?#]*+))?(?P<path>[^?#]*+)(?:[?#].*+)?",
    re.IGNORECASE,
)
_DOTS = re.compile(r"[.。．｡]+")  # browsers take all of them for dots of the host's name
_STEP = r"(?i)(?:\.|%2e){1,2}"
_PAGE = r"(?i).*\.(?:s?html?|php\d?|aspx?|jspx?|do|action|xml|txt)"
_HIGHEST_PORT = 65_535


def site_address(value: str) -> str | None:
    """Return the right form of a site's address; None where it is none at all.

    Args:
        value: as typed. It is right where it equals the result, but for a final slash.

    """
    match = _FORM.fullmatch(value)
    if match is None:
        return None
    host = match["host"]
    if not host.startswith("["):
        host = _DOTS.sub(".", host).strip(".")
    port = match["port"] or ""
    named = f":{int(port)}" if _is_port(port) else ""
    steps = [step for step in match["path"].split("/") if step and not re.fullmatch(_STEP, step)]
    if steps and re.fullmatch(_PAGE, steps[-1]):
        steps.pop()
    mended = f"{match['scheme']}://{host}{named}/{''.join(f'{step}/' for step in steps)}"
    return mended if host and is_safe_link(mended) else None


def _is_port(typed: str) -> bool:
    plain = typed.isascii() and typed.isdigit() and len(typed) <= len("065535")
    return plain and 0 < int(typed) <= _HIGHEST_PORT
