"""Connecting to a server whose host key is known."""

from contextlib import suppress
from urllib.parse import unquote, urlsplit

from paramiko import (
    AuthenticationException,
    BadHostKeyException,
    MissingHostKeyPolicy,
    PKey,
    SSHClient,
    SSHException,
)

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.sftp_session import Session

_PORT = 22
_SECONDS = 20


def connect(target: PublishTarget, password: str | None) -> tuple[SSHClient, Session]:
    """Connect and log in.

    Args:
        target: its address; with a pinned host key only that one is accepted, else those in the
            user's ``known_hosts``.
        password: where neither the SSH agent nor the user's keys open the door.

    Raises:
        TargetError: it cannot be reached, is not the known one, or refuses the login.

    """
    parts = urlsplit(target.url)
    client = SSHClient()
    policy = _KnownOnly(target.host_key)
    client.set_missing_host_key_policy(policy)
    told = {"target": target.url}
    try:
        if target.host_key is None:
            with suppress(FileNotFoundError):
                client.load_system_host_keys()
        client.connect(
            parts.hostname or "",
            parts.port or _PORT,
            unquote(parts.username) if parts.username else None,
            password,
            timeout=_SECONDS,
            banner_timeout=_SECONDS,
            auth_timeout=_SECONDS,
        )
        transport = client.get_transport()
        session = Session.from_transport(transport) if transport else None
    except (BadHostKeyException, _UnknownHostError) as error:
        raise TargetError("target.host_key", reason=reason_of(error), **told) from error
    except AuthenticationException as error:
        raise TargetError(
            "target.login", reason=reason_of(error), variable=target.variable, **told
        ) from error
    except (SSHException, OSError, EOFError) as error:
        # No key and no password is told as an SSHException of its own.
        code = "target.login" if "authentication" in str(error).lower() else "target.unreachable"
        raise TargetError(
            code, reason=reason_of(error), variable=target.variable, **told
        ) from error
    if not isinstance(session, Session):
        raise TargetError("target.unreachable", reason="SFTP", **told)
    return client, session


def reason_of(error: Exception) -> str:
    """Return the first line of what an error says."""
    return (str(error) or type(error).__name__).splitlines()[0]


class _UnknownHostError(SSHException):
    """The server's key is not one that we know."""


class _KnownOnly(MissingHostKeyPolicy):
    """Accepts the pinned key; what is neither pinned nor known is refused."""

    def __init__(self, pinned: str | None) -> None:
        self._pinned = pinned

    def missing_host_key(self, client: SSHClient, hostname: str, key: PKey) -> None:
        """Refuse a key that is not the pinned one."""
        seen = f"SHA256:{key.fingerprint.removeprefix('SHA256:').rstrip('=')}"
        if seen != self._pinned:
            raise _UnknownHostError(f"{key.get_name()} {seen}")
