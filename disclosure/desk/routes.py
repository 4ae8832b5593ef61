"""Addresses of the desk, each with what answers it."""

from typing import Any, Final

from disclosure.desk.context import DeskContext
from disclosure.desk.handlers.base import Unknown
from disclosure.desk.handlers.files import NAMES, OwnFile
from disclosure.desk.handlers.opening import HOME, Open, Token
from disclosure.desk.handlers.pages import Start
from disclosure.desk.handlers.words import Words

_API: Final = f"{HOME}api/"
# As wide as a notice's name may be; whether there is one is looked up.
_SLUG: Final = r"([a-z0-9-]{1,80})"


def routes(desk: DeskContext) -> list[tuple[Any, ...]]:
    """Return the handlers of the desk; what it does not know is not found, and no page."""
    given = {"desk": desk}
    known: list[tuple[str, type[Any]]] = [
        (f"{HOME}open", Open),
        (f"{HOME}({NAMES})", OwnFile),
        (HOME, Start),
        (f"{_API}token", Token),
        (f"{_API}words", Words),
        (r"/-desk(?:/.*)?", Unknown),
    ]
    return [(address, handler, given) for address, handler in known]
