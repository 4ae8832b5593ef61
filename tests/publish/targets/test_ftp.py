"""FTP as a target, plain and encrypted."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest

from disclosure.publish.target import Target
from disclosure.publish.targets.ftp import FtpTarget, open_ftp
from disclosure.publish.targets.ftp_dialect import explain_reply, parse_entry
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
from tests.publish.servers import PASSWORD, Server, ftp_server, make_certificate
from tests.publish.targets.contract import parametrize_contract

__all__ = ("a_small_disk", "certified", "keep", "shared")

KINDS = {
    "usual": (),
    "windows": ("--windows", "--without", "MLSD"),
    "old": ("--without", "MLSD", "--without", "OPTS", "--without", "EPSV"),
}


def opened(server: Server, path: str = "/", password: str | None = PASSWORD) -> FtpTarget:
    """Return a server as a target."""
    return open_ftp(named(f"ftp://www@127.0.0.1:{server.port}{path}"), password)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ["/", "/w w%20w/网站"], ids=["home", "folder"])
@parametrize_contract()
def test_contract(
    shared: Shared, keep: Keep, part: Callable[[Target], None], kind: str, path: str
) -> None:
    """An FTP server does all that is asked of a target, with the ways of many."""
    server, folder = shared(ftp_server, *KINDS[kind])
    (folder / unquote(path).strip("/")).mkdir(parents=True, exist_ok=True)
    part(keep(opened(server, path)))


@parametrize_contract()
def test_encrypted(
    shared: Shared,
    certified: tuple[Path, Path],
    keep: Keep,
    part: Callable[[Target], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same over TLS, by a server that takes no line that is not encrypted."""
    certificate, both = certified
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server, _ = shared(ftp_server, "--certificate", str(both))
    target = named(f"ftps://www@127.0.0.1:{server.port}/")
    part(keep(open_ftp(target, PASSWORD)))


@pytest.mark.parametrize("name", ["127.0.0.1", "other.example"])
def test_wrong_certificate(
    tmp_path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A certificate that nobody vouches for, or of another machine, ends it before the login."""
    certificate, both = make_certificate(tmp_path, name)
    if name != "127.0.0.1":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = keep(ftp_server(tmp_path / "ftp", "--certificate", str(both)))
    target = named(f"ftps://www@127.0.0.1:{server.port}/")
    assert refused(lambda: open_ftp(target, PASSWORD)).code == "target.certificate"
    assert "login" not in (tmp_path / "ftp.log").read_text()


@pytest.mark.parametrize("kind", KINDS)
def test_names(tmp_path: Path, keep: Keep, kind: str) -> None:
    """Names of Chinese characters, blanks and signs arrive as they are."""
    server = keep(ftp_server(tmp_path / "ftp", *KINDS[kind]))
    target = keep(opened(server))
    for name in NAMES:
        target.write(name, name.encode())
        assert (tmp_path / "ftp" / name).read_bytes() == name.encode()
        assert target.read(name) == name.encode()
    assert sorted(target.places()) == sorted(NAMES)


def test_other_encoding(tmp_path: Path, keep: Keep) -> None:
    """A server that greets in GBK is understood as far as its codes go."""
    server = keep(ftp_server(tmp_path / "ftp", "--encoding", "gbk", "--password", "x"))
    target = keep(opened(server, password="x"))  # noqa: S106
    target.write("a/b.html", b"x")
    assert list(target.places()) == ["a/b.html"]


def test_encoding_of_the_target(tmp_path: Path, keep: Keep) -> None:
    """Names on a server in GBK arrive as they are, if site.yaml says that it is one."""
    (tmp_path / "ftp" / "网站" / "gk").mkdir(parents=True)
    server = keep(ftp_server(tmp_path / "ftp", "--encoding", "gbk", "--password", "x"))
    url = f"ftp://www@127.0.0.1:{server.port}/网站/gk"
    target = keep(open_ftp(named(url, encoding="gbk"), "x"))
    target.write("附件/公开 通报.html", b"x")
    assert (tmp_path / "ftp" / "网站" / "gk" / "附件" / "公开 通报.html").read_bytes() == b"x"
    assert list(target.places()) == ["附件/公开 通报.html"]
    assert refused(lambda: target.write("附件/😀", b"x")).code == "target.encoding"


def test_encoding_that_is_not_told(tmp_path: Path, keep: Keep) -> None:
    """Without that nothing is made or written on it, and what to write is said."""
    (tmp_path / "ftp").mkdir()
    options = ("--encoding", "gbk", "--password", "x", "--without", "FEAT", "--without", "OPTS")
    server = keep(ftp_server(tmp_path / "ftp", *options))
    url = f"ftp://www@127.0.0.1:{server.port}"
    assert refused(lambda: open_ftp(named(f"{url}/网站"), "x")).code == "target.encoding"
    target = keep(open_ftp(named(url), "x"))
    assert refused(lambda: target.write("附件/a", b"x")).code == "target.encoding"
    target.write("a", b"x")
    assert [path.name for path in (tmp_path / "ftp").iterdir()] == ["a"]


@pytest.mark.parametrize("password", ["wrong", None])
def test_wrong_password(tmp_path: Path, keep: Keep, password: str | None) -> None:
    """A refused login names the variable that holds the password."""
    server = keep(ftp_server(tmp_path / "ftp"))
    error = refused(lambda: opened(server, password=password))
    assert error.code == "target.login"
    assert error.params["variable"] == "DISCLOSURE_WEB_PASSWORD"


def test_no_server(tmp_path: Path, keep: Keep) -> None:
    """A server that is not there cannot be reached."""
    server = keep(ftp_server(tmp_path / "ftp"))
    server.stop()
    assert refused(lambda: opened(server)).code == "target.unreachable"


def test_no_rights(tmp_path: Path, keep: Keep) -> None:
    """A user who may only read is told so, and nothing changes."""
    root = tmp_path / "ftp"
    server = keep(ftp_server(root, "--rights", "elr"))
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
    server = keep(ftp_server(small_disk))
    target = keep(opened(server))
    target.write("index.html", b"old")
    for size in (100_000, 5_000_000):
        error = refused(partial(target.write, "index.html", b"x" * size))
        assert error.code == "target.full"
        assert target.read("index.html") == b"old"
        assert list(target.places()) == ["index.html"]


def test_lost_within_a_file(tmp_path: Path, keep: Keep) -> None:
    """A server that dies in the middle of a file leaves the old one; later it goes on."""
    root = tmp_path / "ftp"
    server = keep(ftp_server(root, "--dying"))
    target = keep(opened(server))
    target.write("index.html", b"old")
    error = refused(lambda: target.write("index.html", b"new" * 1_000_000))
    assert error.code == "target.unreachable"
    assert (root / "index.html").read_bytes() == b"old"
    server.stop()
    server.start()
    target.write("index.html", b"newer")
    assert (root / "index.html").read_bytes() == b"newer"
    assert list(target.places()) == ["index.html"]


def test_restarted_between(tmp_path: Path, keep: Keep) -> None:
    """A server that was restarted between two files is not noticed."""
    (tmp_path / "ftp" / "网站").mkdir(parents=True)
    server = keep(ftp_server(tmp_path / "ftp"))
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


def test_idle(tmp_path: Path, keep: Keep) -> None:
    """A connection that the server closes for idleness is opened again."""
    server = keep(ftp_server(tmp_path / "ftp", "--idle", "1"))
    target = keep(opened(server))
    target.write("a", b"x")
    while "timed out" not in (tmp_path / "ftp.log").read_text():
        time.sleep(0.05)
    assert target.read("a") == b"x"


def test_claim_of_two(tmp_path: Path, keep: Keep) -> None:
    """Of two sessions only the first gets what both want."""
    server = keep(ftp_server(tmp_path / "ftp"))
    first, second = keep(opened(server)), keep(opened(server))
    assert first.write_new("claim", b"first")
    assert not second.write_new("claim", b"second")
    assert list(second.places()) == ["claim"]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("drwxr-xr-x   2 www  www      4096 Nov 23 16:20 公开 通报", ("公开 通报", True)),
        ("-rw-r--r--   1 0    0         512 Jan  1  2025 index.html", ("index.html", False)),
        ("-rw-rw-r--+  1 www  domain users 12 Jan  1 00:00 a", None),
        ("lrwxrwxrwx   1 www  www         9 Nov 23 16:20 now -> releases/1", ("now", False)),
        ("drwxr-xr-x   2 www  www      4096 Nov 23 16:20 ..", None),
        ("11-23-26  04:20PM       <DIR>          assets", ("assets", True)),
        ("11-23-2026  16:20                 1234 a b.html", ("a b.html", False)),
        ("total 12", None),
    ],
)
def test_listings(line: str, entry: tuple[str, bool] | None) -> None:
    """What Unix and Windows servers list is understood."""
    found = parse_entry(line)
    assert (found and found[:2]) == entry


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        ("552 Exceeded storage allocation.", "target.full"),
        ("452 Insufficient storage space.", "target.full"),
        ("426 No space left on device; transfer aborted.", "target.full"),
        ("550 磁盘空间不足", "target.full"),
        ("550 Permission denied.", "target.denied"),
        ("550 拒绝访问。", "target.denied"),
        ("553 Could not create file.", "target.denied"),
        ("530 Please login with USER and PASS.", "target.login"),
        ("550 The system cannot find the file specified.", "target.failed"),
        ("451 Local error in processing.", "target.failed"),
    ],
)
def test_replies(reply: str, code: str) -> None:
    """What servers answer is told in our words."""
    assert explain_reply(reply) == code
