"""Many files over SFTP with their requests on the way together, to OpenSSH and to worse."""

import os
import resource
import signal
import stat
from pathlib import Path

import pytest
from paramiko import SFTPAttributes, SFTPHandle, SFTPServerInterface

from disclosure.publish.target import AT_ONCE, Bunching, TargetError
from disclosure.publish.targets import sftp_connection, sftp_session
from tests.publish.fixtures_remote import Keep, keep
from tests.publish.peer_sftp import Peer
from tests.publish.sshd import Sshd
from tests.publish.targets.test_hostile_sftp import opened as opened_peer
from tests.publish.targets.test_sftp import opened
from tests.required import program

__all__ = ("keep",)

SIZES = (0, 1, 32_767, 32_768, 32_769, 100_000)


def files(number: int = AT_ONCE) -> dict[str, bytes]:
    """Return files of many sizes in many folders."""
    return {f"d{n % 7}/e{n}/f{n}.html": f"{n} ".encode() * (n * 300) for n in range(number)}


def standing(web: Path) -> dict[str, bytes]:
    """Return what stands in a folder of this machine."""
    found = (path for path in web.rglob("*") if path.is_file())
    return {path.relative_to(web).as_posix(): path.read_bytes() for path in found}


def test_written_and_read(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """Files are written, replaced and read back whole, open to readers, with nothing aside."""
    target = keep(opened(sshd, tmp_path / "网站 一"))
    assert isinstance(target, Bunching)
    sizes = {f"sizes/{size}": bytes(range(256)) * (size // 256 + 1) for size in SIZES}
    wanted = {**files(AT_ONCE - len(SIZES)), **{p: sizes[p][: int(p[6:])] for p in sizes}}
    for each in (dict.fromkeys(wanted, b"old"), wanted):
        assert sorted(target.write_many(each)) == sorted(each)
        assert standing(tmp_path / "网站 一") == each
        assert target.read_many(list(each)) == each
    for path in (tmp_path / "网站 一").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
    assert not target.write_many({})
    assert target.read_many([]) == {}


def test_left_out(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """What is large, missing, no file or not plain is left out; nothing is left aside."""
    web = tmp_path / "web"
    target = keep(opened(sshd, web))
    (web / "taken" / "within").mkdir(parents=True)
    os.mkfifo(web / "fifo")
    large = b"x" * 300_000
    told = {"a": b"a", "taken": b"x", "large": large, "b": b"b", "../c": b"c"}
    assert sorted(target.write_many(told)) == ["a", "b"]
    assert standing(web) == {"a": b"a", "b": b"b"}
    assert (web / "taken" / "within").is_dir()
    (web / "large").write_bytes(large)
    asked = ["a", "taken", "large", "fifo", "nothing", "b"]
    assert target.read_many(asked) == {"a": b"a", "b": b"b"}


def test_server_without_extensions(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """A server that cannot rename over a file serves, too; so files are replaced."""
    other = Sshd(program("sshd"), tmp_path / "old", "-P posix-rename")
    (other.folder / "authorized_keys").write_text((sshd.home / ".ssh/id_ed25519.pub").read_text())
    target = keep(opened(other, tmp_path / "web"))
    for each in (dict.fromkeys(files(5), b"old"), files(5)):
        assert sorted(target.write_many(each)) == sorted(each)
        assert standing(tmp_path / "web") == each
    other.stop()


def test_links(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """Nothing is written through a folder that became a link; a folder that is there is used."""
    web, elsewhere = tmp_path / "web", tmp_path / "elsewhere"
    target = keep(opened(sshd, web))
    (web / "d1").mkdir()
    assert sorted(target.write_many(files())) == sorted(files())
    elsewhere.mkdir()
    (web / "linked").symlink_to(elsewhere)
    for place in ("linked/a", "linked/b/c"):
        with pytest.raises(TargetError) as caught:
            target.write_many({**files(), place: b"x"})
        assert caught.value.code == "target.linked"
    assert list(elsewhere.iterdir()) == []


def test_folder_that_was_deleted(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """Files of a folder that somebody deletes meanwhile are left out, and then written."""
    target = keep(opened(sshd, tmp_path / "web"))
    target.write_many({"a/one": b"1", "b/one": b"1"})
    (tmp_path / "web/a/one").unlink()
    (tmp_path / "web/a").rmdir()
    assert sorted(target.write_many({"a/two": b"2", "b/two": b"2"})) == ["b/two"]
    target.write("a/two", b"2")
    assert standing(tmp_path / "web") == {"a/two": b"2", "b/one": b"1", "b/two": b"2"}


def test_many_folders(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """Lists of more folders, and of more names in one, than are asked for together are whole."""
    web = tmp_path / "web"
    target = keep(opened(sshd, web))
    places = [f"a/{n}/{n % 3}/f" for n in range(3 * AT_ONCE)] + [f"b/{n}" for n in range(500)]
    for place in places:
        (web / place).parent.mkdir(parents=True, exist_ok=True)
        (web / place).write_bytes(b"x")
    assert sorted(target.places()) == sorted(places)
    assert sorted(target.places("b/")) == sorted(p for p in places if p.startswith("b/"))


def test_few_handles(sshd: Sshd, tmp_path: Path, keep: Keep) -> None:
    """A server that opens only a few files and folders together serves, too."""
    web = tmp_path / "web"
    target = keep(opened(sshd, web))
    for pid in sshd.sessions():
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (30, 30))
    done = target.write_many(files())
    assert 0 < len(done) < AT_ONCE
    assert standing(web).keys() == done
    for place in files().keys() - done:
        target.write(place, files()[place])
    assert sorted(target.places()) == sorted(files())
    there = target.read_many(list(files()))
    assert 0 < len(there) < AT_ONCE
    assert there.items() <= files().items()


def test_stopped(sshd: Sshd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that stops in the middle of a bunch is given up."""
    for module in (sftp_connection, sftp_session):
        monkeypatch.setattr(module, "MOST_SECONDS", 1)
    for attempt in ("write_many", "read_many"):
        target = opened(sshd, tmp_path / "web")
        target.write_many(files())
        for pid in sshd.sessions():
            os.kill(pid, signal.SIGSTOP)
        with pytest.raises(TargetError) as caught:
            getattr(target, attempt)(files() if attempt == "write_many" else list(files()))
        assert caught.value.code == "target.unreachable"
        target.close()
        for pid in sshd.sessions():
            os.kill(pid, signal.SIGKILL)


class Short(SFTPServerInterface):
    """Files that say to be longer than what is sent of them, and one that is what it says."""

    def stat(self, path: str) -> SFTPAttributes:
        """Tell ten bytes."""
        attributes = SFTPAttributes()
        attributes.st_mode, attributes.st_size = stat.S_IFREG | 0o644, 10
        return attributes

    def open(self, path: str, flags: int, attr: SFTPAttributes) -> SFTPHandle:
        """Open what sends too little, too much, or as much as was told."""
        handle = _Sending()
        handle.data = {"/short": b"123", "/long": b"x" * 50_000}.get(path, b"1234567890")
        return handle


class _Sending(SFTPHandle):
    data = b""

    def read(self, offset: int, length: int) -> bytes:
        return self.data


def test_short_and_long_answers(keep: Keep, sshd: Sshd) -> None:
    """What comes short or long is left out, and the others are read."""
    target = keep(opened_peer(keep(Peer(Short))))
    assert target.read_many(["short", "right", "long"]) == {"right": b"1234567890"}
