"""SFTP servers that are no OpenSSH: ProFTPD renames what a link leads to, rclone knows no links."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.model.publishing import PublishTarget
from disclosure.publish.history import Records
from disclosure.publish.remote_lock import RemoteLock
from disclosure.publish.remote_lock_file import LockNote
from disclosure.publish.remote_places import LOCK_FILE
from disclosure.publish.targets.sftp import open_sftp
from tests.conftest import Project
from tests.publish.fixtures_remote import Keep, keep
from tests.publish.scenario import Office, furnish, life, rolls_back
from tests.publish.servers import Server, free_port
from tests.publish.sshd import fingerprint
from tests.publish.test_publication import MODES, Reader

__all__ = ("keep",)

PASSWORD = "geheim"  # noqa: S105
PROFTPD = """\
ModulePath {modules}
LoadModule mod_sftp.c
ServerType standalone
DefaultAddress 127.0.0.1
UseIPv6 off
Port {port}
User {user}
Group {group}
PidFile {folder}/pid
ScoreboardFile {folder}/scoreboard
DelayTable none
WtmpLog off
SystemLog {folder}/log
SFTPEngine on
SFTPHostKey {folder}/key
SFTPAuthMethods password
AllowOverwrite on
RequireValidShell off
AuthOrder mod_auth_file.c
AuthUserFile {folder}/passwd
"""


def found(name: str) -> Path:
    """Return a server's program; without it the test is skipped, for it is not in CI."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"no {name}")
    return Path(path)


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the password where it belongs."""
    monkeypatch.setenv("DISCLOSURE_WEB_PASSWORD", PASSWORD)


def key_in(folder: Path) -> Path:
    """Make a host key."""
    key = folder / "key"
    command = ["ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-m", "PEM", "-N", "", "-f", str(key)]
    subprocess.run(command, check=True)
    return key


def proftpd(folder: Path, web: Path) -> Server:
    """Start ProFTPD as the user who runs the tests."""
    program = found("proftpd")
    modules = program.parent.parent / "lib" / "proftpd"
    key_in(folder)
    command = ["openssl", "passwd", "-6", PASSWORD]
    secret = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    user = pwd.getpwuid(os.getuid() or pwd.getpwnam("nobody").pw_uid)
    (folder / "passwd").write_text(f"www:{secret}:{user.pw_uid}:{user.pw_gid}::{web}:/bin/sh\n")
    (folder / "passwd").chmod(0o600)
    for path in (web, *web.parents):
        if Path(tempfile.gettempdir()) in path.parents:
            path.chmod(path.stat().st_mode | 0o711)
    os.chown(web, user.pw_uid, user.pw_gid)
    port = free_port()
    config = folder / "proftpd.conf"
    group = subprocess.run(["id", "-gn", user.pw_name], check=True, capture_output=True, text=True)
    values = {"modules": modules, "port": port, "folder": folder}
    told = PROFTPD.format(user=user.pw_name, group=group.stdout.strip(), **values)
    config.write_text(told)
    return Server(program, "-n", "-q", "-c", config, log=folder / "out", port=port)


def rclone(folder: Path, web: Path) -> Server:
    """Start ``rclone serve sftp``."""
    program, key = found("rclone"), key_in(folder)
    port = free_port()
    told = ("--addr", f"127.0.0.1:{port}", "--user", "www", "--pass", PASSWORD, "--key", str(key))
    return Server(program, "serve", "sftp", web, *told, log=folder / "out", port=port)


def target_at(server: Server, path: str, mode: str, folder: Path) -> PublishTarget:
    """Return the target for a folder on the server."""
    told = {"name": "web", "url": f"sftp://www@127.0.0.1:{server.port}{path}", "mode": mode}
    return PublishTarget.model_validate({**told, "host_key": fingerprint(folder / "key.pub")})


@pytest.fixture
def web(project: Project) -> Path:
    """Give an empty folder to be served."""
    folder = project.root / "web"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("mode", MODES)
def test_proftpd(
    project: Project, tmp_path_factory: pytest.TempPathFactory, web: Path, mode: str, keep: Keep
) -> None:
    """A site's life over ProFTPD, whose links lead where they should after every switch."""
    folder = tmp_path_factory.mktemp("proftpd")
    server = keep(proftpd(folder, web))
    furnish(project)
    office = Office(project, target_at(server, str(web), mode, folder))
    read = Reader(web / "current" if mode == MODES[1] else web)
    life(office, read)
    if mode == MODES[1]:
        assert (web / "current").is_symlink()
        rolls_back(office, read)


def test_rclone(
    project: Project, tmp_path_factory: pytest.TempPathFactory, web: Path, keep: Keep
) -> None:
    """File by file works over rclone; releases are refused before anything is written."""
    folder = tmp_path_factory.mktemp("rclone")
    server = keep(rclone(folder, web))
    furnish(project)
    with pytest.raises(OutputError, match=r"publish\.no_links"):
        Office(project, target_at(server, "/", MODES[1], folder)).publish()
    assert [path for path in web.rglob("*") if path.is_file()] == []
    life(Office(project, target_at(server, "/", MODES[0], folder)), Reader(web))


def test_two_claims_on_rclone(
    project: Project, tmp_path_factory: pytest.TempPathFactory, web: Path, keep: Keep
) -> None:
    """A server that ignores exclusive creation lets one of two go on all the same."""
    folder = tmp_path_factory.mktemp("rclone")
    server = keep(rclone(folder, web))
    target = target_at(server, "/", MODES[0], folder)
    for number in range(3):
        children = []
        for name in ("one", "two"):
            child = os.fork()
            if not child:
                status = 1
                try:
                    told = LockNote(name, name, "now", f"{name}{number}")
                    records = Records(project.settings)
                    RemoteLock(open_sftp(target, PASSWORD), name, records, told).take(unlock=False)
                    status = 0
                finally:
                    os._exit(status)
            children.append(child)
        ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert sorted(ended) == [0, 1]
        # Not behind the server's back: it remembers what it has listed.
        place = open_sftp(target, PASSWORD)
        place.remove(LOCK_FILE)
        place.close()
