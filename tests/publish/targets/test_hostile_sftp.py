"""SFTP servers that misbehave: lists without end, sizes that lie, silence; masks and passwords."""

import os
import signal
import stat
from pathlib import Path

import pytest

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets import sftp_connection, sftp_session
from disclosure.publish.targets.sftp import SftpTarget, open_sftp
from disclosure.publish.verify import compare_target
from tests.conftest import Project
from tests.publish.fixtures_remote import Keep, keep
from tests.publish.peer_sftp import PASSWORD, Peer, listing
from tests.publish.scenario import Office, progress
from tests.publish.sshd import Sshd
from tests.publish.targets.test_sftp import target_of
from tests.publish.test_publication import MODES
from tests.required import program

__all__ = ("keep",)

FILE, FOLDER = stat.S_IFREG | 0o644, stat.S_IFDIR | 0o755


def opened(peer: Peer) -> SftpTarget:
    """Return the root of the server, connected."""
    told = {"name": "web", "url": f"sftp://www@127.0.0.1:{peer.port}/"}
    target = PublishTarget.model_validate({**told, "host_key": peer.fingerprint})
    return open_sftp(target, PASSWORD)


def refusal(peer: Peer, keep: Keep, place: str = "") -> str:
    """Return the code in which listing everything, or reading a place, ends."""
    target = keep(opened(keep(peer)))
    with pytest.raises(TargetError) as caught:
        target.read(place) if place else target.remote_files()
    return caught.value.code


def test_folders_without_end(keep: Keep, sshd: Sshd) -> None:
    """A folder in every folder is told, not followed for ever; so is deleting it."""
    peer = Peer(listing(lambda _: [("d", FOLDER, 0), ("f", FILE, 1)]))
    assert refusal(peer, keep) == "target.listing"
    with pytest.raises(TargetError) as caught:
        keep(opened(peer)).remove_folder("releases/x")
    assert caught.value.code == "target.listing"


def test_files_without_end(keep: Keep, sshd: Sshd, monkeypatch: pytest.MonkeyPatch) -> None:
    """More files than any site has are told."""
    monkeypatch.setattr("disclosure.publish.targets.sftp_files.MOST_FILES", 1000)
    peer = Peer(listing(lambda _: [(f"f{n}", FILE, 1) for n in range(5000)]))
    assert refusal(peer, keep) == "target.listing"


@pytest.mark.parametrize("size", [10**15, 2**63 - 1, 1 << 31])
@pytest.mark.parametrize("place", ["index.html", "sha256sum.txt", "publishing.json"])
def test_sizes_that_lie(keep: Keep, sshd: Sshd, size: int, place: str) -> None:
    """A file that says to be enormous is not asked for."""
    assert refusal(Peer(listing(lambda _: [(place, FILE, size)])), keep, place) == (
        "target.too_large"
    )


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK])
def test_odd_kinds(keep: Keep, sshd: Sshd, kind: int) -> None:
    """What is no file is not opened."""
    assert refusal(Peer(listing(lambda _: [("x", kind | 0o644, 1)])), keep, "x") == "target.odd"


ODD_NAMES = ("..", ".", "", "a/b", "../x", "/etc/passwd", "a\\b", "a\rb", "a\x1b[2J", "C:x")


def test_odd_names(keep: Keep, sshd: Sshd) -> None:
    """Names that lead elsewhere or act on a terminal are none of ours; nothing is followed."""
    entries = [(name, mode, 1) for name in ODD_NAMES for mode in (FILE, FOLDER)]
    target = keep(opened(keep(Peer(listing(lambda _: [*entries, ("good", FILE, 1)])))))
    assert list(target.remote_files()) == ["good"]
    assert target.folders("releases/") == ()


def test_keys_are_not_tried_with_a_password(keep: Keep, sshd: Sshd) -> None:
    """With a password no key of the user is offered: servers hang up after some."""
    peer = keep(Peer(listing(lambda _: [])))
    keep(opened(peer))
    assert peer.keys == 0


def test_stopped(sshd: Sshd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that stops in the middle is given up, and nothing waits for it again."""
    for module in (sftp_connection, sftp_session):
        monkeypatch.setattr(module, "MOST_SECONDS", 1)
    web = tmp_path / "web"
    web.mkdir()
    target = open_sftp(target_of(sshd, web), None)
    target.write("index.html", b"old")
    stopped = sshd.sessions()
    assert stopped
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    for attempt in (
        lambda: target.read("index.html"),
        lambda: target.write("index.html", b"x" * 10_000_000),
        lambda: target.remove("index.html"),
        target.remote_files,
    ):
        with pytest.raises(TargetError) as caught:
            attempt()
        assert caught.value.code == "target.unreachable"
    target.close()


@pytest.mark.parametrize("mode", MODES)
def test_mask_of_the_server(sshd: Sshd, project: Project, tmp_path: Path, mode: str) -> None:
    """Whatever the server's mask, readers can read; what was closed is told and set right."""
    other = Sshd(program("sshd"), tmp_path / "masked", "-u 0077")
    (other.folder / "authorized_keys").write_text((sshd.home / ".ssh/id_ed25519.pub").read_text())
    web = project.root / "web"
    web.mkdir()
    office = Office(project, target_of(other, web, mode=mode))
    office.publish()
    office.change(77)
    office.publish()
    served = web / "current" if mode == MODES[1] else web
    for path in served.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
    (served / "index.html").chmod(0o600)
    (served / "notices").chmod(0o700)
    closed = compare_target(office.target, office.settings, progress).closed
    assert {place.split("/")[0] for place in closed} == {"index.html", "notices"}
    assert set(office.publish().opened) == {
        place if mode == MODES[0] else f"{(web / 'current').readlink()}/{place}" for place in closed
    }
    assert compare_target(office.target, office.settings, progress).closed == ()
    other.stop()


def test_links_on_the_server(sshd: Sshd, tmp_path: Path) -> None:
    """A folder that became a link elsewhere is neither written nor deleted through."""
    web, elsewhere = tmp_path / "web", tmp_path / "elsewhere"
    web.mkdir()
    elsewhere.mkdir()
    (elsewhere / "page.html").write_bytes(b"theirs")
    (web / "notices").symlink_to(elsewhere)
    target = open_sftp(target_of(sshd, web), None)
    for attempt in (
        lambda: target.write("notices/page.html", b"x"),
        lambda: target.write("notices/a/page.html", b"x"),
        lambda: target.remove("notices/page.html"),
    ):
        with pytest.raises(TargetError) as caught:
            attempt()
        assert caught.value.code == "target.linked"
    assert list(target.remote_files()) == ["notices"]
    assert [path.read_bytes() for path in elsewhere.iterdir()] == [b"theirs"]
    os.mkfifo(web / "fifo")
    with pytest.raises(TargetError) as caught:
        target.read("fifo")
    assert caught.value.code == "target.odd"
    target.close()
