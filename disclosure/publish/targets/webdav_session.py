"""A connection to a WebDAV server, and what its answers mean."""

import re
import ssl
from collections.abc import Generator, Iterable, Mapping
from contextlib import suppress
from socket import SHUT_RDWR, socket
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import quote, unquote, urlsplit

from disclosure.errors import ExtraError
from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.bounds import (
    USUAL,
    Bounds,
    Collecting,
    Meter,
    TooLargeError,
    within,
)
from disclosure.publish.targets.webdav_answers import Answer, choose_login, unpacked
from disclosure.publish.targets.words import says_full, server_words

if TYPE_CHECKING:
    import httpx

_SECONDS = 60.0
_OK, _ABOVE = 200, 300
_UNAUTHORIZED, _BAD_REQUEST = 401, 400
_CODES = {
    401: "target.login",
    403: "target.denied",
    413: "target.too_large_to_write",
    507: "target.full",
}
_MAY_BE_FULL = frozenset({403, 409, 451, 500, 503})
_WANTS_TLS = re.compile(r"plain HTTP.*(HTTPS|SSL)", re.IGNORECASE | re.DOTALL)
_WORDS = 2000


class WebdavSession:
    """Keeps a connection open and logged in.

    Args:
        target: its scheme ``webdav`` stands for http, ``webdavs`` for https, whose certificate is
            verified by what the system trusts.
        password: for the user whom the address names.
        bounds: of what the server may answer.

    Raises:
        ExtraError: the packages for WebDAV are not installed.

    """

    def __init__(self, target: PublishTarget, password: str | None, bounds: Bounds = USUAL) -> None:
        try:
            import httpx
        except ImportError:
            raise ExtraError("webdav") from None
        self.bounds = bounds
        self._target = target
        self._parts = urlsplit(target.url)
        self._user, self._password = unquote(self._parts.username or ""), password or ""
        host = self._parts.netloc.rpartition("@")[2]
        self._is_encrypted = self._parts.scheme == "webdavs"
        self._origin = f"{'https' if self._is_encrypted else 'http'}://{host}"
        self._auth: httpx.Auth = httpx.Auth()
        self._sockets: list[socket] = []
        self._client = httpx.Client(
            headers={"Accept-Encoding": "identity"},
            timeout=_SECONDS,
            verify=_context(is_used=self._is_encrypted),
            limits=httpx.Limits(max_connections=1),
        )

    @property
    def folder(self) -> str:
        """The folder of the address, with slashes at both ends."""
        return f"/{unquote(self._parts.path).strip('/')}/".replace("//", "/")

    def url(self, path: str) -> str:
        """Return the address of an absolute path."""
        return self._origin + quote(path, errors="surrogateescape")

    def login(self) -> None:
        """Ask the server in which way it wants the password.

        Raises:
            TargetError: it refuses the login, or cannot be reached.

        """
        import httpx

        answer = self._send("OPTIONS", self.folder, {}, b"")
        if answer.status != _UNAUTHORIZED:
            if self._user:
                self._auth = httpx.BasicAuth(self._user, self._password)
            return
        offered = answer.headers.get("www-authenticate", "")
        kind = choose_login(offered, is_encrypted=self._is_encrypted)
        if not kind:
            raise self.error("target.bad_login", offered)
        if self._user:
            auth = httpx.DigestAuth if kind == "digest" else httpx.BasicAuth
            self._auth = auth(self._user, self._password)
        # Whether the folder is there is asked later.
        self.request("OPTIONS", self.folder, expected=[404, 405])

    def request(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        expected: Iterable[int] = (),
    ) -> Answer:
        """Send a request and return the answer.

        Args:
            method: of HTTP or WebDAV.
            path: absolute, not encoded.
            headers: further ones.
            content: what to send.
            expected: statuses that are no errors, besides those of success.

        Raises:
            TargetError: any other status, or none.

        """
        answer = self._send(method, path, headers or {}, content)
        if not is_success(answer) and answer.status not in expected:
            self.refuse(answer, method, path)
        return answer

    def refuse(self, answer: Answer, method: str, path: str) -> NoReturn:
        """Raise the error that an answer means."""
        reason = f"{answer.status} {answer.phrase}".strip()
        words = answer.content[:_WORDS].decode("utf-8", "surrogateescape")
        code = _CODES.get(answer.status, "target.failed")
        if answer.status in _MAY_BE_FULL and says_full(f"{answer.phrase} {words}"):
            code = "target.full"
        if answer.status == _BAD_REQUEST and _WANTS_TLS.search(words):
            code = "target.needs_tls"
        raise self.error(code, reason, f"{method} {path}")

    def error(self, code: str, reason: str, what: str = "") -> TargetError:
        """Return an error in our words, with those of the server."""
        secrets = [self._password, f"{self._user}:{self._password}"] if self._password else []
        reason = server_words(reason, secrets)
        return TargetError(
            code,
            target=self._target.url,
            reason=f"{server_words(what)}: {reason}" if what else reason,
            variable=self._target.variable,
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def _send(self, method: str, path: str, headers: Mapping[str, str], content: bytes) -> Answer:
        import httpx

        partial: bytes | None = None
        for last in (False, True):
            meter = Meter(len(content))
            taken = Collecting(self.bounds.of(path), meter)
            head: list[httpx.Response] = []

            def exchange(taken: Collecting = taken, head: list[Any] = head) -> Answer:
                return self._exchange(method, path, headers, content, taken, head)

            try:
                return within(self.bounds, meter, exchange, self._cut)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError) as error:
                # A server that has closed an idle connection is asked again, once; a move that
                # was done but not answered then finds nothing to move, which is an error.
                if head and method == "GET" and taken.data() == partial:
                    # It always ends there: so that is the file, though it was told to be longer.
                    return _answer(head[0], taken.data())
                partial = taken.data() if head else None
                if last:
                    raise self._explain(error, method, path) from error
            except Exception as error:
                raise self._explain(error, method, path) from error
        raise AssertionError  # pragma: no cover - the second time it returns or raises

    def _exchange(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        content: bytes,
        taken: Collecting,
        head: "list[httpx.Response]",
    ) -> Answer:
        request = self._client.build_request(
            method,
            self.url(path),
            headers=headers,
            content=content,
            extensions={"trace": self._note},
        )
        flow: Generator[Any, Any, None] = self._auth.sync_auth_flow(request)
        request = next(flow)
        while True:
            response = self._client.send(request, stream=True, auth=None)
            try:
                again = _next(flow, response)
                if again is None:
                    head.append(response)
                    for block in response.iter_raw():
                        taken(block)
                    return _answer(response, taken.data(), self.bounds.of(path))
                # The body of a challenge may be as long as it likes: it is not read.
                request = again
            finally:
                response.close()

    def _note(self, event: str, info: Mapping[str, Any]) -> None:
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._sockets = [*self._sockets[-1:], info["return_value"].get_extra_info("socket")]

    def _cut(self) -> None:
        for each in self._sockets:
            with suppress(OSError, ValueError):
                # Not SSLSocket's own, which takes the encryption away from who is reading.
                socket.shutdown(each, SHUT_RDWR)

    def _explain(self, error: Exception, method: str, path: str) -> TargetError:
        import httpx

        what = f"{method} {path}"
        wrong = _cause(error, ssl.SSLError)
        if isinstance(wrong, ssl.SSLCertVerificationError):
            return self.error("target.certificate", wrong.verify_message)
        if wrong is not None:
            return self.error("target.no_tls", str(error))
        if isinstance(error, TooLargeError):
            return self.error("target.too_large", f"> {error}", what)
        reason = str(error) or type(error).__name__
        lost = isinstance(error, httpx.TransportError | TimeoutError | OSError)
        return self.error("target.unreachable" if lost else "target.failed", reason, what)


def is_success(answer: Answer) -> bool:
    """Say whether the server did what it was asked."""
    return _OK <= answer.status < _ABOVE


def _context(*, is_used: bool) -> ssl.SSLContext:
    """Return what verifies certificates; without any to go by, in no time, where none come."""
    return ssl.create_default_context() if is_used else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _next(flow: Generator[Any, Any, None], response: "httpx.Response") -> "httpx.Request | None":
    try:
        again: httpx.Request = flow.send(response)
    except StopIteration:
        return None
    return again


def _answer(response: "httpx.Response", data: bytes, limit: int = 0) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    content = unpacked(data, headers.get("content-encoding", ""), limit) if limit else data
    return Answer(response.status_code, response.reason_phrase, headers, content)


def _cause(error: BaseException | None, kind: type[BaseException]) -> BaseException | None:
    while error is not None and not isinstance(error, kind):
        error = error.__cause__ or error.__context__
    return error
