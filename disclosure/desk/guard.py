"""The guard: who may read and change through the desk, decided for every request.

The desk is opened with a key that stands on the terminal, once; it is exchanged for a session,
kept in a cookie that no script and no other site gets. Whoever changes something shows, beside
it, a token that only pages of the desk can read. Everything is made anew at each start.
"""

import secrets
from typing import Final, NamedTuple

from tornado.httputil import HTTPServerRequest

_LOOPBACK: Final = "127.0.0.1"
_USUAL_PORT: Final = 80  # of http; browsers leave it out
_SIZE: Final = 32  # bytes nobody can guess
_OWN: Final = "same-origin"
_SITE: Final = "Sec-Fetch-Site"


class Session(NamedTuple):
    """A browser that was opened with the key.

    Attributes:
        name: what its cookie holds.
        token: what it shows to change something.
    """

    name: str
    token: str


class Guard:
    """Keys, sessions and tokens of one start."""

    def __init__(self, port: int) -> None:
        """Make the first key.

        Args:
            port: of the server on 127.0.0.1.
        """
        bare = {_LOOPBACK} if port == _USUAL_PORT else set()
        self._hosts = frozenset({f"{_LOOPBACK}:{port}", *bare})
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._port = port
        self._key = _secret()
        self._sessions: dict[str, Session] = {}

    @property
    def cookie(self) -> str:
        """Name of the cookie; of the port, for browsers keep cookies of all ports together."""
        return f"disclosure-desk-{self._port}"

    @property
    def address(self) -> str:
        """Where the desk is opened; good for one browser."""
        return f"http://{_LOOPBACK}:{self._port}/-desk/open?key={self._key}"

    def admit(self, key: str) -> Session | None:
        """Return a new session for the key, which is then another; None for any other key."""
        if not _same(key, self._key):
            return None
        self._key = _secret()
        session = Session(_secret(), _secret())
        self._sessions[session.name] = session
        return session

    def session_of(self, request: HTTPServerRequest) -> Session | None:
        """Return the session whose cookie a request carries; None without one."""
        morsel = request.cookies.get(self.cookie)
        return self._sessions.get(morsel.value) if morsel else None

    def refusal(self, request: HTTPServerRequest) -> str:
        """Return the message code why nothing of the desk is shown; empty where it may be."""
        headers = request.headers
        if request.host not in self._hosts:
            return "desk.foreign"
        if headers.get(_SITE, "none") not in {_OWN, "none"}:
            return "desk.foreign"
        if headers.get("Origin", next(iter(self._origins))) not in self._origins:
            return "desk.foreign"
        return "" if self.session_of(request) else "desk.closed"

    def refusal_of_token(self, request: HTTPServerRequest) -> str:
        """Return the same for the token itself: only a page of our own may ask for it."""
        if refused := self.refusal(request):
            return refused
        return "" if request.headers.get(_SITE) == _OWN else "desk.old_browser"

    def refusal_to_change(self, request: HTTPServerRequest) -> str:
        """Return the same for a request that changes something."""
        if refused := self.refusal(request):
            return refused
        # Every browser names the origin where something is sent, most say the rest as well.
        headers, session = request.headers, self.session_of(request)
        if "Origin" not in headers or headers.get(_SITE, _OWN) != _OWN:
            return "desk.foreign"
        if session is None or not _same(headers.get("X-Desk-Token", ""), session.token):
            return "desk.no_token"
        return ""


def _secret() -> str:
    return secrets.token_urlsafe(_SIZE)


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
