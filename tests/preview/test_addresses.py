"""Addresses that climb out: 404, and nothing outside the site is asked for."""

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest

from disclosure.preview.changes import Changes
from disclosure.preview.server import _hosts
from disclosure.preview.site import find_file, is_folder, place_of
from tests.conftest import Project
from tests.preview.running import Running

pytestmark = pytest.mark.servers

UPWARD = (
    "/", "//", "../", "a/../", "../../", "notices/../../", "\\", "..\\", "\\\\host\\share\\", "C:/", "c:\\",
    "./", "a//", "\0", "x\0/", ".staging/", "notices/.hidden/", "\n", "\u202e", "\x1b[2J", "lnk/",
    "notices/lnk/", "lnk/../", "%2e%2e/../", "file:", "file:///", "//host/share/", "..\u2215../", "\ud800", "~/../",
    "aux:", "index.html::$DATA/", "index.html/", "index.html/../", "...//",
)  # fmt: skip
NAMES = (
    "etc/passwd", "tmp/x", "secret.txt", "secret", "", "index.html", "..", ".", "x" * 300, "x/" * 3000,
    "x" * 5000, "proc/self/environ", "con", "nul", "a b", "secret/", "../secret.txt", ".git/config",
    "secret.txt\0", "secret.txt/", "secret.txt/.", "secret.txt%00", "site/../secret.txt", "C:secret.txt",
    "\\secret.txt", "*", "?", "secret.txt ", "secret.txt.",
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site with links out of it, and things beside it that are nobody's to know."""
    output = tmp_path / "site"
    (output / "notices" / "a").mkdir(parents=True)
    for name in ("index.html", "404.html", "notices/a/index.html", ".hidden"):
        (output / name).write_bytes(name.encode())
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "index.html").write_bytes(b"secret")
    (output / "lnk").symlink_to(tmp_path)
    (output / "notices" / "lnk").symlink_to("/")
    (output / "secret-link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(output / "fifo")
    return output


def test_generated_addresses(site: Path) -> None:
    """Of a thousand addresses none shows, or tells the existence of, what lies outside the site."""
    tried = 0
    for up, name in product(UPWARD, NAMES):
        address = up + name
        found = find_file(site, address)
        assert found is not None
        assert b"secret" not in found.content
        assert found.status == 404 or address in {"", "index.html"}, address
        assert not is_folder(site, address), address
        place = place_of(site, address)
        # Whoever asks the system asks for what is below the site, and for no link.
        assert place is None or place.resolve().is_relative_to(site), address
        tried += 1
    assert tried >= 1000


def test_ordinary_addresses(site: Path) -> None:
    """Pages, folders with and without their slash, and what is missing."""
    for address, status in (("", 200), ("notices/a/", 200), ("notices/a", 404), ("none", 404)):
        found = find_file(site, address)
        assert found is not None
        assert found.status == status, address
    assert is_folder(site, "notices/a")
    assert not is_folder(site, "notices/a/")
    for address in ("secret-link.txt", "fifo", ".hidden", "lnk/secret.txt"):
        found = find_file(site, address)
        assert found is not None
        assert found.status == 404, address


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a running preview."""
    project = Project(tmp_path_factory.mktemp("addresses"))
    (project.root / "secret.txt").write_bytes(b"secret")
    preview = Running(project.settings)
    yield preview
    preview.stop()


def test_over_the_wire(running: Running) -> None:
    """The server answers 404 in the same words, whether or not something stands there."""
    there = running.get("//" + quote(str(Path(__file__).parent)).lstrip("/"))
    not_there = running.get("//no/such/folder")
    assert there[0] == not_there[0] == 404
    assert "location" not in there[1]
    for address in ("/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%5c%5chost%5cshare", "/C:/Windows", "/a%00b",
                    "/" + "x" * 5000, "/" + "x/" * 2000, "///etc", "/%2e%2e/%2e%2e/etc/passwd", "/notices%00/"):  # fmt: skip
        assert running.get(address)[0] == 404, address[:40]


def test_port_of_the_scheme() -> None:
    """Browsers leave out port 80; other ports they name."""
    assert "localhost" in _hosts(["localhost"], 80)
    assert "localhost:80" in _hosts(["localhost"], 80)
    assert _hosts(["localhost"], 8000) == {"localhost:8000"}


def test_links_to_folders_are_not_watched(tmp_path: Path) -> None:
    """A link to /proc, to the folder itself or upward does not stall the watching."""
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "a.yaml").write_bytes(b"x")
    for number, target in enumerate(("/proc", tmp_path, "..", "/", "/sys")):
        (tmp_path / "notices" / f"lnk{number}").symlink_to(target)
    changes = Changes([tmp_path])
    assert len(changes._files) == 6  # the links themselves, and nothing behind them
    assert changes.look() == set()
    (tmp_path / "notices" / "a.yaml").write_bytes(b"other")
    assert changes.look() == {(tmp_path / "notices" / "a.yaml").as_posix()}
