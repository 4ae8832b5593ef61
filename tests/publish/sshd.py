"""OpenSSH's own server on a free port of this machine."""

import os
import pwd
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
PidFile {folder}/sshd.pid
AuthorizedKeysFile {folder}/authorized_keys
StrictModes no
UsePAM no
PasswordAuthentication {passwords}
KbdInteractiveAuthentication no
Subsystem sftp internal-sftp {options}
LogLevel ERROR
"""


class Sshd:
    """A running server; files are those of this machine."""

    def __init__(self, sshd: Path, folder: Path, options: str = "") -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.user = pwd.getpwuid(os.getuid()).pw_name
        self.port = _free_port()
        self.home = folder / "home"
        (self.home / ".ssh").mkdir(parents=True)
        _make_key(folder / "host_key")
        _make_key(self.home / ".ssh" / "id_ed25519")
        public = (self.home / ".ssh" / "id_ed25519.pub").read_text()
        (folder / "authorized_keys").write_text(public)
        config = CONFIG.format(port=self.port, folder=folder, options=options, passwords="yes")
        (folder / "sshd_config").write_text(config)
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        self._command = [
            str(sshd),
            "-D",
            "-f",
            str(folder / "sshd_config"),
            "-E",
            str(folder / "log"),
        ]
        self.start()

    def start(self) -> None:
        """Start, and wait until it listens."""
        self._process = subprocess.Popen(self._command, start_new_session=True)
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        """Stop it and every session."""
        # Sessions are children, and their children.
        for pid in _children(self._process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()

    def sessions(self) -> list[int]:
        """Return the processes that serve clients."""
        return _children(self._process.pid)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the host key."""
        return fingerprint(self.folder / "host_key.pub")

    def know_host(self, key: Path | None = None) -> None:
        """Write the host key, or another, into the user's known_hosts."""
        kind, value, *_ = (key or self.folder / "host_key.pub").read_text().split()
        line = f"[127.0.0.1]:{self.port} {kind} {value}\n"
        (self.home / ".ssh" / "known_hosts").write_text(line)

    def url(self, folder: Path) -> str:
        """Return the address of a folder."""
        return f"sftp://{self.user}@127.0.0.1:{self.port}{folder}"


def _children(pid: int) -> list[int]:
    found = []
    with suppress(OSError):  # it may end meanwhile
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in task.read_text().split():
                found += [*_children(int(child)), int(child)]
    return found


def fingerprint(public: Path) -> str:
    """Return the fingerprint of a public key, as ssh-keygen has it."""
    command = ["ssh-keygen", "-l", "-f", str(public)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return shown.split()[1]


def _make_key(path: Path) -> None:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
    subprocess.run(command, check=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
