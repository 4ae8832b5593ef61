"""A connection to an FTP server that is opened when needed, and again when it was closed."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from ftplib import FTP, FTP_TLS, all_errors, error_perm, error_temp
from socket import IPPROTO_TCP, TCP_NODELAY, socket
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.ftp_replies import explain_reply, is_lost

_T = TypeVar("_T")
_SECONDS = 30.0
_GOODBYE_SECONDS = 1.0
_PORT = 21


class FtpSession:
    """Runs what is asked on one connection.

    Args:
        target: its scheme says whether the connection is encrypted (RFC 4217, asked for by
            AUTH TLS); its path is relative to the folder of the login, as RFC 1738 says, and
            absolute with two slashes.
        password: None to send none.
        context: for ``ftps``; verifies the server's certificate and name.

    """

    def __init__(
        self, target: PublishTarget, password: str | None, context: ssl.SSLContext | None
    ) -> None:
        self.target = target
        self.folder = ""
        self._password = password
        self._context = context
        if context is not None:
            context.sslsocket_class = _Socket
        self._ftp: FTP | None = None

    def run(self, action: Callable[[FTP], _T]) -> _T:
        """Do ``action``; once more when a connection that had lain idle turns out to be closed.

        Raises:
            TargetError: it failed.

        """
        fresh = self._ftp is None
        try:
            return self._run(action)
        except (EOFError, OSError, error_temp) as error:
            if fresh or not _lost(error):
                raise self.explain(error) from error
        except all_errors as error:
            raise self.explain(error) from error
        try:
            return self._run(action)
        except all_errors as error:
            raise self.explain(error) from error

    def close(self) -> None:
        """Say goodbye."""
        if self._ftp is not None:
            with suppress(*all_errors):
                self._ftp.quit()
        self._drop()

    def explain(self, error: Exception) -> TargetError:
        """Return what an error of the connection means."""
        code = "target.failed"
        reason = str(error) or type(error).__name__
        if isinstance(error, ssl.SSLCertVerificationError):
            code, reason = "target.certificate", error.verify_message
        elif isinstance(error, OSError | EOFError):
            code = "target.unreachable"
            reason = getattr(error, "strerror", None) or reason
        elif _lost(error):
            code = "target.unreachable"
        elif not isinstance(error, UnicodeError):
            code = explain_reply(reason)
        return TargetError(
            code, target=self.target.url, reason=reason, variable=self.target.variable
        )

    def _run(self, action: Callable[[FTP], _T]) -> _T:
        ftp = self._ftp or self._open()
        try:
            return action(ftp)
        except UnicodeDecodeError as error:
            raise self.explain(error) from error
        except (EOFError, OSError):
            # Whatever a broken connection still has in its pipes belongs to another command.
            self._drop()
            raise
        except error_temp as error:
            if _lost(error):
                self._drop()
            raise

    def _open(self) -> FTP:
        parts = urlsplit(self.target.url)
        ftp = _Plain() if self._context is None else _Secure(context=self._context)
        try:
            ftp.connect(parts.hostname or "", parts.port or _PORT, _SECONDS)
            if isinstance(ftp, FTP_TLS):
                ftp.auth()
            self._login(ftp, unquote(parts.username or ""))
            if isinstance(ftp, FTP_TLS):
                ftp.prot_p()
            with suppress(error_perm, error_temp):
                # RFC 2640 asks for UTF-8 names anyway; Windows servers want to be told.
                ftp.sendcmd("OPTS UTF8 ON")
            home = ftp.pwd().rstrip("/")
        except BaseException:
            ftp.close()
            raise
        path = unquote(parts.path).removeprefix("/").rstrip("/")
        self.folder = path if path.startswith("/") else f"{home}/{path}".rstrip("/")
        self._ftp = ftp
        return ftp

    def _login(self, ftp: FTP, user: str) -> None:
        try:
            ftp.login(user or "anonymous", self._password or "")
        except (error_perm, error_temp) as error:
            if _lost(error):
                raise
            raise TargetError(
                "target.login",
                target=self.target.url,
                reason=str(error),
                variable=self.target.variable,
            ) from error

    def _drop(self) -> None:
        if self._ftp is not None:
            self._ftp.close()
        self._ftp = None


class _Plain(FTP):
    """Reads replies in other encodings too: old Chinese servers explain themselves in GBK."""

    def getline(self) -> str:
        if self.file is not None and self.file.errors == "strict":
            self.file.reconfigure(errors="backslashreplace")  # type: ignore[attr-defined]
        return super().getline()


class _Secure(_Plain, FTP_TLS):
    """Many servers take a data connection only with the TLS session of the login."""

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket, int | None]:
        # Past FTP_TLS, which would begin a session of its own.
        connection, size = FTP.ntransfercmd(self, cmd, rest)  # noqa: S321
        # The goodbye of TLS is small and would wait for the receipt of what was before it.
        connection.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
        secured = self.context.wrap_socket(connection, server_hostname=self.host, session=session)
        return secured, size


class _Socket(ssl.SSLSocket):
    """Windows servers do not answer the goodbye of a data connection; their reply does count."""

    def unwrap(self) -> socket:
        self.settimeout(_GOODBYE_SECONDS)
        with suppress(OSError):
            super().unwrap()
        return self


def _lost(error: Exception) -> bool:
    return isinstance(error, EOFError | OSError) or is_lost(str(error))
