"""A connection to an FTP server that is opened when needed, and again when it was closed."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from ftplib import all_errors, error_perm, error_temp
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.bounds import USUAL, Bounds, Meter, TooLargeError, within
from disclosure.publish.targets.ftp_dialect import (
    asks_for_encryption,
    explain_reply,
    is_absent,
    is_lost,
)
from disclosure.publish.targets.ftp_wire import PlainWire, SecureWire
from disclosure.publish.targets.words import server_words

_T = TypeVar("_T")
_SECONDS = 30.0
_GOODBYE_SECONDS = 2.0
_PORT = 21
_UTF8 = "utf-8"
# What ftplib raises too when it reads answers that make no sense.
_NONSENSE = (ValueError, IndexError, OverflowError, AttributeError, TooLargeError)
_ERRORS: tuple[type[Exception], ...] = (*all_errors, *_NONSENSE)


class FtpSession:
    """Runs what is asked on one connection.

    Args:
        target: its scheme says whether the connection is encrypted (RFC 4217, asked for by
            AUTH TLS); its path is relative to the folder of the login, as RFC 1738 says, and
            absolute with two slashes. The folder must be there.
        password: None to send none.
        context: for ``ftps``; verifies the server's certificate and name.
        bounds: of what the server may answer.

    """

    def __init__(
        self,
        target: PublishTarget,
        password: str | None,
        context: ssl.SSLContext | None,
        bounds: Bounds = USUAL,
    ) -> None:
        self.target = target
        self.bounds = bounds
        self.folder = ""
        self._password = password or ""
        self._context = context
        self._speaks_utf8 = True
        self._ftp: PlainWire | None = None

    def run(
        self, action: Callable[[PlainWire, Meter], _T], place: str = "", sending: int = 0
    ) -> _T:
        """Do ``action``; once more when a connection that had lain idle turns out to be closed.

        Args:
            action: is given the connection, and what counts the bytes that it moves.
            place: that it is about; named in errors.
            sending: how many bytes are to be sent.

        Raises:
            TargetError: it failed.

        """
        fresh = self._ftp is None
        try:
            return self._run(action, place, sending)
        except (EOFError, OSError, error_temp) as error:
            if fresh or isinstance(error, TimeoutError) or not _lost(error):
                raise self.explain(error, place) from error
        except _ERRORS as error:
            raise self.explain(error, place) from error
        try:
            return self._run(action, place, sending)
        except _ERRORS as error:
            raise self.explain(error, place) from error

    def close(self) -> None:
        """Say goodbye."""
        ftp = self._ftp
        if ftp is not None and ftp.sock is not None:
            with suppress(*_ERRORS):
                brief = Bounds(seconds=min(_GOODBYE_SECONDS, self.bounds.seconds))
                within(brief, Meter(), ftp.quit, ftp.cut)
        self._drop()

    def explain(self, error: BaseException, place: str = "") -> TargetError:
        """Return what an error of the connection means."""
        reason = str(error) or type(error).__name__
        code = "target.failed"
        if isinstance(error, ssl.SSLCertVerificationError):
            code, reason = "target.certificate", error.verify_message
        elif isinstance(error, ssl.SSLError):
            code = "target.no_tls"
        elif isinstance(error, OSError | EOFError):
            code = "target.unreachable"
            reason = getattr(error, "strerror", None) or reason
        elif isinstance(error, UnicodeError):
            code = "target.encoding"
        elif isinstance(error, TooLargeError):
            code = "target.too_large"
        elif _lost(error):
            code = "target.unreachable"
        elif not isinstance(error, _NONSENSE):
            code = explain_reply(server_words(reason))
        return self.error(code, reason, place)

    def error(self, code: str, reason: str, place: str = "") -> TargetError:
        """Return an error in our words, with those of the server."""
        reason = server_words(reason, [self._password])
        return TargetError(
            code,
            target=self.target.url,
            reason=f"{server_words(place)}: {reason}" if place else reason,
            variable=self.target.variable,
        )

    def _run(self, action: Callable[[PlainWire, Meter], _T], place: str, sending: int) -> _T:
        meter = Meter(sending)
        wire: list[PlainWire] = [] if self._ftp is None else [self._ftp]

        def task() -> _T:
            ftp = wire[0] if wire else self._open(wire)
            if not place.isascii() and not self._speaks_utf8:
                raise self.error("target.encoding", "FEAT: no UTF8", place)
            return action(ftp, meter)

        def cut() -> None:
            for each in wire:
                each.cut()

        try:
            return within(self.bounds, meter, task, cut)
        except (error_perm, UnicodeError, TargetError):
            raise
        except error_temp as error:
            if _lost(error):
                self._drop()
            raise
        except BaseException:
            # Whatever a broken connection still has in its pipes belongs to another command.
            for each in wire:
                each.close()
            self._drop()
            raise

    def _open(self, wire: list[PlainWire]) -> PlainWire:
        parts = urlsplit(self.target.url)
        if any(char in self._password for char in "\r\n\0"):
            raise self.error("target.bad_password", "\\n")
        ftp = PlainWire() if self._context is None else SecureWire(self._context)
        wire.append(ftp)
        ftp.encoding = self.target.encoding or _UTF8
        try:
            ftp.connect(parts.hostname or "", parts.port or _PORT, _SECONDS)
            if isinstance(ftp, SecureWire):
                self._encrypt(ftp)
            self._login(ftp, unquote(parts.username or ""))
            if isinstance(ftp, SecureWire):
                ftp.prot_p()
            self._speaks_utf8 = self.target.encoding is not None or _speaks_utf8(ftp)
            self._enter(ftp, unquote(parts.path).removeprefix("/").rstrip("/"))
        except BaseException:
            ftp.close()
            raise
        self._ftp = ftp
        return ftp

    def _encrypt(self, ftp: SecureWire) -> None:
        try:
            ftp.auth()
        except (error_perm, error_temp) as error:
            raise self.error("target.no_tls", str(error)) from error

    def _enter(self, ftp: PlainWire, path: str) -> None:
        """Find the folder of the address, which is never made: its name may be garbled."""
        home = ftp.pwd().rstrip("/")
        if not path.isascii() and not self._speaks_utf8:
            raise self.error("target.encoding", "FEAT: no UTF8", path)
        if not _is_text(home) and not path.startswith("/"):
            raise self.error("target.encoding", home)
        self.folder = path if path.startswith("/") else f"{home}/{path}".rstrip("/")
        if not path:
            return
        try:
            ftp.cwd(self.folder)
        except error_perm as error:
            if is_absent(str(error)):
                raise self.error("target.no_folder", str(error), self.folder) from error
            raise

    def _login(self, ftp: PlainWire, user: str) -> None:
        try:
            ftp.login(user or "anonymous", self._password)
        except (error_perm, error_temp) as error:
            if _lost(error):
                raise
            plain = self._context is None and asks_for_encryption(str(error))
            raise self.error("target.needs_tls" if plain else "target.login", str(error)) from error

    def _drop(self) -> None:
        if self._ftp is not None:
            self._ftp.close()
        self._ftp = None


def _speaks_utf8(ftp: PlainWire) -> bool:
    """Say whether names are UTF-8 (RFC 2640); Windows servers want to be asked for it."""
    features = ""
    for command in ("FEAT", "OPTS UTF8 ON"):
        with suppress(error_perm, error_temp):
            features += ftp.sendcmd(command).upper()
    return "UTF8" in features or "UTF-8" in features


def _is_text(name: str) -> bool:
    return not any("\udc80" <= char <= "\udcff" for char in name)


def _lost(error: BaseException) -> bool:
    return isinstance(error, EOFError | OSError) or is_lost(str(error))
