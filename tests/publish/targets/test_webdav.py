"""WebDAV as a target, plain and encrypted."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest

from disclosure.errors import ExtraError
from disclosure.publish.target import Target
from disclosure.publish.targets.webdav import WebdavTarget, open_webdav
from tests.conftest import ROOT
from tests.publish.fixtures_remote import (
    NAMES,
    Keep,
    Shared,
    a_small_disk,
    certified,
    keep,
    named,
    refused,
    shared,
)
from tests.publish.servers import PASSWORD, Cutter, Server, make_certificate, webdav_server
from tests.publish.targets.contract import parametrize_contract

__all__ = ("a_small_disk", "certified", "keep", "shared")


def opened(
    server: Server | Cutter, path: str = "/", password: str | None = PASSWORD
) -> WebdavTarget:
    """Return a server as a target."""
    return open_webdav(named(f"webdav://www@127.0.0.1:{server.port}{path}"), password)


@pytest.mark.parametrize("options", [(), ("--digest",)], ids=["basic", "digest"])
@pytest.mark.parametrize("path", ["", "/w%20w/网站/"], ids=["root", "folder"])
@parametrize_contract()
def test_contract(
    shared: Shared, keep: Keep, part: Callable[[Target], None], path: str, options: tuple[str, ...]
) -> None:
    """A WebDAV server does all that is asked of a target."""
    server, folder = shared(webdav_server, *options)
    (folder / unquote(path).strip("/")).mkdir(parents=True, exist_ok=True)
    part(keep(opened(server, path)))


def test_without_login(tmp_path: Path, keep: Keep) -> None:
    """A server that lets everybody write is written to."""
    server = keep(webdav_server(tmp_path / "dav", "--user", ""))
    target = keep(open_webdav(named(f"webdav://127.0.0.1:{server.port}"), None))
    target.write("a/b", b"x")
    assert (tmp_path / "dav" / "a" / "b").read_bytes() == b"x"


@parametrize_contract()
def test_encrypted(
    shared: Shared,
    certified: tuple[Path, Path],
    keep: Keep,
    part: Callable[[Target], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same over TLS."""
    certificate, both = certified
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server, _ = shared(webdav_server, "--certificate", str(both))
    target = named(f"webdavs://www@127.0.0.1:{server.port}/")
    part(keep(open_webdav(target, PASSWORD)))


@pytest.mark.parametrize("name", ["127.0.0.1", "other.example"])
def test_wrong_certificate(
    tmp_path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A certificate that nobody vouches for, or of another machine, ends it before the login."""
    certificate, both = make_certificate(tmp_path, name)
    if name != "127.0.0.1":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = keep(webdav_server(tmp_path / "dav", "--certificate", str(both)))
    target = named(f"webdavs://www@127.0.0.1:{server.port}/")
    assert refused(lambda: open_webdav(target, PASSWORD)).code == "target.certificate"


def test_names(tmp_path: Path, keep: Keep) -> None:
    """Names of Chinese characters, blanks and signs arrive as they are."""
    server = keep(webdav_server(tmp_path / "dav"))
    target = keep(opened(server))
    for name in NAMES:
        target.write(name, name.encode())
        assert (tmp_path / "dav" / name).read_bytes() == name.encode()
        assert target.read(name) == name.encode()
    assert sorted(target.places()) == sorted(NAMES)


@pytest.mark.parametrize("digest", [(), ("--digest",)], ids=["basic", "digest"])
@pytest.mark.parametrize("password", ["wrong", None])
def test_wrong_password(
    tmp_path: Path, keep: Keep, password: str | None, digest: tuple[str, ...]
) -> None:
    """A refused login names the variable that holds the password."""
    server = keep(webdav_server(tmp_path / "dav", *digest))
    error = refused(lambda: opened(server, password=password))
    assert error.code == "target.login"
    assert error.params["variable"] == "DISCLOSURE_WEB_PASSWORD"


def test_no_server(tmp_path: Path, keep: Keep) -> None:
    """A server that is not there cannot be reached."""
    server = keep(webdav_server(tmp_path / "dav"))
    server.stop()
    assert refused(lambda: opened(server)).code == "target.unreachable"


def test_no_rights(tmp_path: Path, keep: Keep) -> None:
    """A user who may only read is told so, and nothing changes."""
    root = tmp_path / "dav"
    server = keep(webdav_server(root, "--read-only"))
    (root / "index.html").write_bytes(b"old")
    target = keep(opened(server))
    assert target.read("index.html") == b"old"
    assert refused(lambda: target.write("index.html", b"new")).code == "target.denied"
    assert refused(lambda: target.write_new("claim", b"new")).code == "target.denied"
    assert refused(lambda: target.remove("index.html")).code == "target.denied"
    assert list(target.places()) == ["index.html"]
    assert (root / "index.html").read_bytes() == b"old"


def test_full_disk(small_disk: Path, keep: Keep) -> None:
    """A full disk is said, and the old file is still there, alone."""
    target = keep(opened(keep(webdav_server(small_disk))))
    target.write("index.html", b"old")
    for size in (100_000, 5_000_000):
        error = refused(partial(target.write, "index.html", b"x" * size))
        assert error.code == "target.full"
        assert target.read("index.html") == b"old"
        assert list(target.places()) == ["index.html"]


def test_lost_within_a_file(tmp_path: Path, keep: Keep) -> None:
    """A line that is cut in the middle of a file leaves the old one; later it goes on."""
    root = tmp_path / "dav"
    line = keep(Cutter(keep(webdav_server(root)).port))
    target = keep(opened(line))
    target.write("index.html", b"old")
    line.after = 100_000
    error = refused(lambda: target.write("index.html", b"new" * 1_000_000))
    assert error.code == "target.unreachable"
    assert (root / "index.html").read_bytes() == b"old"
    line.after = None
    target.write("index.html", b"newer")
    assert (root / "index.html").read_bytes() == b"newer"
    assert list(target.places()) == ["index.html"]


@pytest.mark.parametrize("digest", [(), ("--digest",)], ids=["basic", "digest"])
def test_restarted_between(tmp_path: Path, keep: Keep, digest: tuple[str, ...]) -> None:
    """A server that was restarted between two files is not noticed."""
    (tmp_path / "dav" / "网站").mkdir(parents=True)
    server = keep(webdav_server(tmp_path / "dav", *digest))
    target = keep(opened(server, "/网站"))
    actions: tuple[Callable[[], object], ...] = (
        lambda: target.write("a/b.html", b"x"),
        lambda: target.read("a/b.html"),
        lambda: target.write_new("c", b"x"),
        lambda: list(target.places()),
        lambda: target.remove("c"),
    )
    done = []
    for action in actions:
        done.append(action())
        server.stop()
        server.start()
    assert done == [None, b"x", True, ["a/b.html", "c"], None]
    assert list(target.places()) == ["a/b.html"]


def test_claim_of_two(tmp_path: Path, keep: Keep) -> None:
    """Of two sessions only the first gets what both want."""
    server = keep(webdav_server(tmp_path / "dav"))
    first, second = keep(opened(server)), keep(opened(server))
    assert first.write_new("claim", b"first")
    assert not second.write_new("claim", b"second")
    # As if the second had looked just before the first came.
    assert not second._bring("claim", "claim.part", b"second", overwrite=False)
    assert first.read("claim") == b"first"
    assert list(second.places()) == ["claim"]


def test_folder_with_others_in_it(tmp_path: Path, keep: Keep) -> None:
    """Removing the last page of a folder leaves what else is in it."""
    target = keep(opened(keep(webdav_server(tmp_path / "dav"))))
    target.write("a/b/page", b"x")
    target.write("a/other", b"x")
    target.remove("a/b/page")
    assert list(target.places()) == ["a/other"]
    assert not (tmp_path / "dav" / "a" / "b").exists()


def test_needs_nothing_until_used() -> None:
    """The module is imported without the packages that it works with."""
    code = "import sys, disclosure.publish.targets.webdav; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_without_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its packages are missing, they are named."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ExtraError) as caught:
        open_webdav(named("webdav://127.0.0.1"), None)
    assert caught.value.params == {"name": "webdav"}
