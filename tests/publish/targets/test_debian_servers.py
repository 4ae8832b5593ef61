"""vsftpd and Apache's mod_dav of Debian as targets, as they come and with the rules of many."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.publish.target import Target
from disclosure.publish.targets.ftp import FtpTarget, open_ftp
from disclosure.publish.targets.webdav import WebdavTarget, open_webdav
from tests.publish.apache import apache_server
from tests.publish.fixtures_remote import NAMES, Keep, keep, named, refused
from tests.publish.servers import Server, ftp_server
from tests.publish.targets.contract import parametrize_contract, writes_new_once
from tests.publish.vsftpd import vsftpd_server

__all__ = ("keep",)

_NO_MOVE = "<Limit MOVE>\nRequire all denied\n</Limit>"
_NO_DOT = '<FilesMatch "^\\.">\nRequire all denied\n</FilesMatch>'
_NO_PART = '<FilesMatch "part-">\nRequire all denied\n</FilesMatch>'
APACHES: dict[str, tuple[str, str]] = {
    "usual": ("", ""),
    "multiviews": ("Options +MultiViews", ""),
    "no move": (_NO_MOVE, ""),
    "no dot": (_NO_DOT, ""),
    "no names of ours": (_NO_PART, ""),
    "behind a proxy": ("", "ServerName https://www.example.gov.cn:443\nUseCanonicalName On"),
}
VSFTPDS: dict[str, dict[str, str]] = {
    "usual": {},
    "no dot": {"deny_file": "{.*}"},
    "no names of ours": {"deny_file": "{*.part}"},
    "umask 077": {"anon_umask": "077"},
    "no renaming": {"cmds_denied": "RNFR,RNTO"},
    "no lists for machines": {"cmds_denied": "MLSD,SIZE,FEAT,OPTS"},
}


def ftp(server: Server, path: str = "/") -> FtpTarget:
    """Return vsftpd as a target."""
    return open_ftp(named(f"ftp://127.0.0.1:{server.port}{path}"), None)


def dav(server: Server, path: str = "/") -> WebdavTarget:
    """Return Apache as a target."""
    return open_webdav(named(f"webdav://127.0.0.1:{server.port}{path}"), None)


def _plays(part: Callable[[Target], None], target: Target, *, dots: bool) -> None:
    if part is writes_new_once and not dots:
        assert target.write_new("publishing.json", b"one")
        assert not target.write_new("publishing.json", b"two")
        assert target.read("publishing.json") == b"one"
    else:
        part(target)


@pytest.mark.parametrize("kind", APACHES)
@parametrize_contract()
def test_apache(tmp_path: Path, keep: Keep, part: Callable[[Target], None], kind: str) -> None:
    """Apache does all that is asked of a target, whatever it forbids."""
    inside, outside = APACHES[kind]
    server = keep(apache_server(tmp_path / "web", inside, outside))
    _plays(part, keep(dav(server)), dots=kind != "no dot")


@pytest.mark.parametrize("kind", VSFTPDS)
@parametrize_contract()
def test_vsftpd(tmp_path: Path, keep: Keep, part: Callable[[Target], None], kind: str) -> None:
    """So does vsftpd."""
    server = keep(vsftpd_server(tmp_path / "web", **VSFTPDS[kind]))
    _plays(part, keep(ftp(server)), dots=kind != "no dot")


def test_names(tmp_path: Path, keep: Keep) -> None:
    """Names of Chinese characters, blanks and signs arrive as they are on both."""
    for folder, target in (
        (tmp_path / "v", keep(ftp(keep(vsftpd_server(tmp_path / "v"))))),
        (tmp_path / "a", keep(dav(keep(apache_server(tmp_path / "a"))))),
    ):
        for name in NAMES:
            target.write(name, name.encode())
            assert (folder / name).read_bytes() == name.encode()
        assert sorted(target.places()) == sorted(NAMES)
        assert target.sizes() == {name: len(name.encode()) for name in NAMES}


def test_folder_is_never_made(tmp_path: Path, keep: Keep) -> None:
    """A folder of the address that is not there is told, and not made."""
    web = keep(vsftpd_server(tmp_path / "v")), keep(apache_server(tmp_path / "a"))
    for action in (lambda: ftp(web[0], "/网站/gk"), lambda: dav(web[1], "/网站/gk/")):
        error = refused(action)
        assert error.code == "target.no_folder"
        assert "网站/gk" in error.params["reason"]
    assert not list((tmp_path / "v").iterdir())
    assert not list((tmp_path / "a").iterdir())


def test_folders_that_are_not_listed(tmp_path: Path, keep: Keep) -> None:
    """Apache that shows index.html for a folder's list says what to allow; files are written."""
    server = keep(apache_server(tmp_path / "web", "DirectoryIndex index.html"))
    target = keep(dav(server))
    target.write("a/index.html", b"page")
    target.write("index.html", b"page")
    assert target.read("a/index.html") == b"page"
    assert target.sizes() == {}
    assert refused(lambda: list(target.places())).code == "target.no_listing"
    target.remove("a/index.html")
    assert target.read("a/index.html") is None


def test_body_limit(tmp_path: Path, keep: Keep) -> None:
    """A file that is too large for the server is named, with what to do; the old one stays."""
    target = keep(dav(keep(apache_server(tmp_path / "web", "LimitRequestBody 1000"))))
    target.write("a.pdf", b"old")
    error = refused(lambda: target.write("a.pdf", b"x" * 2000))
    assert error.code == "target.too_large_to_write"
    assert "a.pdf" in error.params["reason"]
    assert "413" in error.params["reason"]
    assert target.read("a.pdf") == b"old"


def test_modes_that_cannot_be_set(tmp_path: Path, keep: Keep) -> None:
    """Where the server's own rights stay, it is known which files nobody may read."""
    target = keep(ftp(keep(vsftpd_server(tmp_path / "web", anon_umask="077"))))
    target.write("a/index.html", b"page")
    assert target.modes() == {"a/index.html": 0o600}
    assert not target.open_to_readers("a/index.html")


def test_closed_folders(tmp_path: Path, keep: Keep) -> None:
    """A file that everybody may read is closed in a folder that nobody may enter."""
    target = keep(ftp(keep(vsftpd_server(tmp_path / "web"))))
    target.write("a/b/page", b"x")
    assert not target.remote_files()["a/b/page"].closed
    (tmp_path / "web" / "a").chmod(0o700)
    assert target.remote_files()["a/b/page"].closed


def test_modes_are_set(tmp_path: Path, keep: Keep) -> None:
    """Where the server lets us, everybody may read, also what was published before."""
    server = keep(ftp_server(tmp_path / "web", "--umask", "077", "--password", "x"))
    (tmp_path / "web" / "old").mkdir(mode=0o700)
    (tmp_path / "web" / "old" / "page").touch(0o600)
    url = named(f"ftp://www@127.0.0.1:{server.port}/")
    target = keep(open_ftp(url, "x"))
    target.write("new/index.html", b"page")
    assert target.open_to_readers("old/page")
    found = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "web").rglob("*")}
    assert found == {"new": 0o755, "index.html": 0o644, "old": 0o755, "page": 0o644}


@pytest.mark.parametrize("size", [0, 1, 2_000_000])
def test_every_size(tmp_path: Path, keep: Keep, size: int) -> None:
    """Sizes are told as they are."""
    for target in (
        keep(ftp(keep(vsftpd_server(tmp_path / "v")))),
        keep(dav(keep(apache_server(tmp_path / "a")))),
    ):
        target.write("f", b"x" * size)
        assert target.sizes() == {"f": size}
