"""Connecting to a server whose host key is known."""

from contextlib import suppress
from urllib.parse import unquote, urlsplit

from paramiko import (
    AuthenticationException,
    BadHostKeyException,
    MissingHostKeyPolicy,
    PKey,
    SFTPClient,
    SSHClient,
    SSHException,
)

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.sftp_session import MOST_SECONDS, Session

_PORT = 22
_SECONDS = 20


def connect(target: PublishTarget, password: str | None) -> tuple[SSHClient, Session]:
    """Connect and log in.

    Args:
        target: its address; with a pinned host key only that one is accepted, else those in the
            user's ``known_hosts``.
        password: instead of the SSH agent and the user's keys.

    Raises:
        TargetError: it cannot be reached, is not the known one, or refuses the login.

    """
    parts = urlsplit(target.url)
    client = SSHClient()
    policy = _KnownOnly(target.host_key)
    client.set_missing_host_key_policy(policy)
    params = {"target": target.url}
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
            channel_timeout=MOST_SECONDS,
            # Every key that is tried counts as a wrong password does, and servers hang up.
            allow_agent=password is None,
            look_for_keys=password is None,
        )
        session = _open_session(client)
    except (BadHostKeyException, _UnknownHostError) as error:
        raise TargetError("target.host_key", reason=reason_of(error), **params) from error
    except AuthenticationException as error:
        raise TargetError(
            "target.login", reason=reason_of(error), variable=target.variable, **params
        ) from error
    except (SSHException, OSError, EOFError) as error:
        # No key and no password is told as an SSHException of its own.
        code = "target.login" if "authentication" in str(error).lower() else "target.unreachable"
        raise TargetError(
            code, reason=reason_of(error), variable=target.variable, **params
        ) from error
    if not isinstance(session, Session):
        raise TargetError("target.unreachable", reason="SFTP", **params)
    return client, session


def _open_session(client: SSHClient) -> SFTPClient | None:
    transport = client.get_transport()
    if transport is None:
        return None
    transport.set_keepalive(_SECONDS)
    session = Session.from_transport(transport)
    channel = session.get_channel() if session else None
    if channel is not None:
        channel.settimeout(MOST_SECONDS)
    return session


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
