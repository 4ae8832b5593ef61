"""What another part of the program may put beside the preview, on the same server.

The preview knows nothing of it but this: which addresses it answers, what it puts into the head
of a page, and that something was written, so that no time is lost with looking for it.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from tornado.httputil import HTTPServerRequest

from disclosure.preview.state import State


class Serving(NamedTuple):
    """A running preview, as what stands beside it sees it.

    Attributes:
        port: of the server.
        root: path of the site on its host, ``/`` or ``/gk/``.
        state: what the last build said.
        wake: has the preview look for changes at once; called in the thread of the server.
        tell: prints a line for the person at the terminal.
    """

    port: int
    root: Callable[[], str]
    state: State
    wake: Callable[[], None]
    tell: Callable[[str], None]


class Beside(Protocol):
    """Another part of the program that answers on the preview's server."""

    def routes(self, serving: Serving) -> Sequence[tuple[Any, ...]]:
        """Return its handlers, which go before the pages; asked once, before the first request."""

    def prepare(self) -> None:
        """Load what its first requests need; called in a thread once the site was built."""

    def head(self, request: HTTPServerRequest) -> bytes:
        """Return what comes first in the head of a page of the site, for this request."""

    def headers(
        self, request: HTTPServerRequest, address: str, kind: str
    ) -> Sequence[tuple[str, str]]:
        """Return further headers for a file of the site, by its address and media type."""

    @property
    def address(self) -> str:
        """Where the browser is opened; known once ``routes`` was asked."""
