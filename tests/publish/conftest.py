"""Servers that tests of publishing share."""

from collections.abc import Iterator

import pytest

from tests.publish.sshd import Sshd
from tests.required import program


@pytest.fixture
def sshd(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sshd]:
    """Give a running OpenSSH server; the user's home is one of its own, with a key it accepts."""
    server = Sshd(program("sshd"), tmp_path_factory.mktemp("sshd") / "one")
    monkeypatch.setenv("HOME", str(server.home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    yield server
    server.stop()
