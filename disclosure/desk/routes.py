"""Addresses of the desk, each with what answers it."""

from typing import Any, Final

from disclosure.desk.context import DeskContext
from disclosure.desk.handlers.base import Unknown
from disclosure.desk.handlers.beginning import Begin, New
from disclosure.desk.handlers.editing import Change, Step, Texts, Value
from disclosure.desk.handlers.files import NAMES, OwnFile
from disclosure.desk.handlers.findings import Findings, Mend, Waive
from disclosure.desk.handlers.forms import Form, Paste, Problems
from disclosure.desk.handlers.guesses import Guesses, Settle
from disclosure.desk.handlers.importing import Account, Bring, Keep
from disclosure.desk.handlers.office import Compare, Seal, SendBack, Sheet, Sign
from disclosure.desk.handlers.opening import HOME, Open, Token
from disclosure.desk.handlers.pages import Notice, SitePage, Start
from disclosure.desk.handlers.publishing import Deliver, Progress, Publish
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
        (f"{HOME}new", New),
        (f"{HOME}site", SitePage),
        (f"{HOME}notice/{_SLUG}/", Notice),
        (f"{HOME}import/([0-9a-f]{{24}})/account\\.html", Account),
        (f"{_API}token", Token),
        (f"{_API}words", Words),
        (f"{_API}texts/{_SLUG}", Texts),
        (f"{_API}value/{_SLUG}", Value),
        (f"{_API}edit/{_SLUG}", Change),
        (f"{_API}(undo|redo)/{_SLUG}", Step),
        (f"{_API}form/{_SLUG}", Form),
        (f"{_API}problems/{_SLUG}", Problems),
        (f"{_API}paste/{_SLUG}", Paste),
        (f"{_API}findings/{_SLUG}", Findings),
        (f"{_API}guesses/{_SLUG}", Guesses),
        (f"{_API}settle/{_SLUG}", Settle),
        (f"{_API}fix/{_SLUG}", Mend),
        (f"{_API}waive/{_SLUG}", Waive),
        (f"{_API}import", Bring),
        (f"{_API}import/([0-9a-f]{{24}})/keep", Keep),
        (f"{_API}new", Begin),
        (f"{_API}sign/{_SLUG}", Sign),
        (f"{_API}return/{_SLUG}", SendBack),
        (f"{_API}seal/{_SLUG}", Seal),
        (f"{_API}compare/{_SLUG}", Compare),
        (f"{HOME}sheet/{_SLUG}/", Sheet),
        (f"{_API}publish/(plan|run|back)", Publish),
        (f"{_API}jobs/([0-9a-f]{{24}})", Progress),
        (f"{_API}deliver/{_SLUG}", Deliver),
        (r"/-desk(?:/.*)?", Unknown),
    ]
    return [(address, handler, given) for address, handler in known]
