"""A connection to a WebDAV server, and what its answers mean."""

import ssl
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, unquote, urlsplit

from disclosure.errors import ExtraError
from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError

if TYPE_CHECKING:
    import httpx

_SECONDS = 60.0
_CODES = {401: "target.login", 403: "target.denied", 507: "target.full"}


class WebdavSession:
    """Keeps a connection open and logged in.

    Args:
        target: its scheme ``webdav`` stands for http, ``webdavs`` for https, whose certificate is
            verified by what the system trusts.
        password: for the user whom the address names.

    Raises:
        ExtraError: the packages for WebDAV are not installed.

    """

    def __init__(self, target: PublishTarget, password: str | None) -> None:
        try:
            import httpx
        except ImportError:
            raise ExtraError("webdav") from None
        self._target = target
        self._parts = urlsplit(target.url)
        self._user, self._password = unquote(self._parts.username or ""), password or ""
        host = self._parts.netloc.rpartition("@")[2]
        scheme = "https" if self._parts.scheme == "webdavs" else "http"
        self._origin = f"{scheme}://{host}"
        self._client = httpx.Client(
            headers={"Accept-Encoding": "identity"},
            timeout=_SECONDS,
            verify=ssl.create_default_context(),
        )

    @property
    def folder(self) -> str:
        """The folder of the address, with slashes at both ends."""
        return f"/{unquote(self._parts.path).strip('/')}/".replace("//", "/")

    def url(self, path: str) -> str:
        """Return the address of an absolute path."""
        return self._origin + quote(path)

    def login(self) -> None:
        """Ask the server in which way it wants the password.

        Raises:
            TargetError: it refuses the login, or cannot be reached.

        """
        import httpx

        answer = self._send("OPTIONS", self.folder, {}, b"")
        if answer.status_code != httpx.codes.UNAUTHORIZED:
            if self._user:
                self._client.auth = httpx.BasicAuth(self._user, self._password)
            return
        # Digest does not show the password to those on the way.
        offered = answer.headers.get("WWW-Authenticate", "").lower()
        kind = httpx.DigestAuth if "digest" in offered else httpx.BasicAuth
        if self._user:
            self._client.auth = kind(self._user, self._password)
        # The folder need not be there yet.
        self.request("OPTIONS", self.folder, expected=[httpx.codes.NOT_FOUND])

    def request(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        expected: Iterable[int] = (),
    ) -> "httpx.Response":
        """Send a request and return the answer.

        Args:
            method: of HTTP or WebDAV.
            path: absolute, not encoded.
            headers: further ones.
            content: what to send.
            expected: statuses above 299 that are no errors.

        Raises:
            TargetError: any other status above 299, or none.

        """
        answer = self._send(method, path, headers or {}, content)
        if not answer.is_success and answer.status_code not in expected:
            self.refuse(answer)
        return answer

    def refuse(self, answer: "httpx.Response") -> NoReturn:
        """Raise the error that an answer means."""
        reason = f"{answer.status_code} {answer.reason_phrase}".strip()
        raise self._error(_CODES.get(answer.status_code, "target.failed"), reason)

    def fail(self, reason: str) -> NoReturn:
        """Raise the error for an answer that makes no sense."""
        raise self._error("target.failed", reason)

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def _send(
        self, method: str, path: str, headers: Mapping[str, str], content: bytes
    ) -> "httpx.Response":
        import httpx

        request = self._client.build_request(
            method, self.url(path), headers=headers, content=content
        )
        try:
            try:
                return self._client.send(request)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                # A server that has closed an idle connection is asked again, once; a move that
                # was done but not answered then finds nothing to move, which is an error.
                return self._client.send(request)
        except httpx.HTTPError as error:
            wrong = _certificate_error(error)
            if wrong is not None:
                raise self._error("target.certificate", wrong.verify_message) from error
            reason = str(error) or type(error).__name__
            raise self._error("target.unreachable", reason) from error

    def _error(self, code: str, reason: str) -> TargetError:
        variable = self._target.variable
        return TargetError(code, target=self._target.url, reason=reason, variable=variable)


def _certificate_error(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error
