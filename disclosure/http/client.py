"""Asking addresses: http and https, redirections within a host, all within bounds."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from disclosure.http.hosts import Guard, places_of
from disclosure.http.limits import HttpError, Limits, Session
from disclosure.http.proxy import proxy_for
from disclosure.http.wire import Answer, Question, ask
from disclosure.uri import as_uri, ascii_host

_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTIONS: Final = frozenset({301, 302, 303, 307, 308})
_MOST_STEPS: Final = 5


class _Place(NamedTuple):
    scheme: str
    host: str
    port: int
    target: str


class Client:
    """Asks, and keeps count over all that it asked.

    Args:
        limits: of one answer and of all.
        guard: says which hosts may be asked; None for all.

    """

    def __init__(self, limits: Limits, guard: Guard | None = None) -> None:
        self._session = Session(limits)
        self._guard = guard

    def get(self, address: str) -> Answer:
        """Return what stands at an address; redirections are followed on its host.

        Raises:
            HttpError: it cannot be had within the bounds.

        """
        return self._follow("GET", address)

    def head(self, address: str) -> Answer:
        """Return the status of an address, as ``get`` does, without its bytes."""
        return self._follow("HEAD", address)

    def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Send bytes and return the answer, which may not be a redirection.

        Raises:
            HttpError: it cannot be had within the bounds.

        """
        answer = self._ask("POST", _read(address), body, headers)
        if answer.status in _REDIRECTIONS:
            raise HttpError("http.elsewhere", address=answer.location)
        return answer

    def _follow(self, method: str, address: str) -> Answer:
        here, shown = _read(address), address
        for _ in range(_MOST_STEPS):
            answer = self._ask(method, here, b"", {})
            if answer.status not in _REDIRECTIONS or not answer.location:
                return answer
            shown = _joined(shown, answer.location)
            there = _read(shown)
            if not _is_same_site(here, there):
                raise HttpError("http.elsewhere", address=answer.location)
            here = there
        raise HttpError("http.elsewhere", address=shown)

    def _ask(self, method: str, place: _Place, body: bytes, headers: Mapping[str, str]) -> Answer:
        watch = self._session.begin()
        proxy = proxy_for(place.scheme, place.host)
        if proxy is None:
            places = places_of(place.host, place.port, self._guard)
        else:
            self._look(place)
            places = places_of(proxy.host, proxy.port, None)
        secure = place.scheme == "https"
        question = Question(
            method, place.host, place.port, secure, place.target, body, headers, proxy
        )
        return ask(question, places, watch)

    def _look(self, place: _Place) -> None:
        """Let the guard judge a host that a proxy will look up."""
        try:
            places_of(place.host, place.port, self._guard)
        except HttpError as error:
            # Behind a proxy not every name is known here; every address is.
            if error.code == "http.inner":
                raise


def _joined(base: str, location: str) -> str:
    # http.client gives header bytes as Latin-1; servers write UTF-8 into them.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        return urljoin(base, location)
    except ValueError as error:
        raise HttpError("http.address", address=location) from error


def _read(address: str) -> _Place:
    """Take an address apart.

    Raises:
        HttpError: it is none, or of another scheme.

    """
    try:
        parts = urlsplit(as_uri(address))
        port = parts.port or _PORTS[parts.scheme]
        host = ascii_host(parts.hostname or "")
    except (ValueError, KeyError) as error:
        raise HttpError("http.address", address=address) from error
    target = parts.path or "/"
    target += f"?{parts.query}" if parts.query else ""
    if not host or not (host + target).isprintable() or " " in host + target:
        raise HttpError("http.address", address=address)
    return _Place(parts.scheme, host, port, target)


def _is_same_site(here: _Place, there: _Place) -> bool:
    """Say whether a redirection stays: same host and port, the scheme the same or better."""
    usual = here.port == _PORTS[here.scheme] and there.port == _PORTS[there.scheme]
    steps = {(here.scheme, here.scheme), ("http", "https")}
    return (
        here.host.rstrip(".").lower() == there.host.rstrip(".").lower()
        and (here.scheme, there.scheme) in steps
        and (here.port == there.port or usual)
    )
