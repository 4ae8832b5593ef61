"""``export`` of a site with Han in its address, and with ports that are none."""

import gzip
import socket
import subprocess
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.archive.verify import OFFICE_FILES
from disclosure.handover.export import Form, export
from disclosure.pipeline.build import build_site
from disclosure.project.site_file import load_site_file
from disclosure.render import urls
from tests.conftest import Project
from tests.required import peer
from tests.versioning.sealer import sign_and_seal

HAN = "https://政务.example.cn/公开/"
URI = "https://xn--zfr164b.example.cn/%E5%85%AC%E5%BC%80/"


def moved(project: Project, base: str) -> None:
    """Give the site another address."""
    path = project.content / "site.yaml"
    text = path.read_text("utf-8").replace("https://www.example.gov.cn/gk/", base)
    path.write_text(text, encoding="utf-8")


def exported(project: Project, form: Form, folder: Path) -> Path:
    """Export everything."""
    site, _ = load_site_file(project.settings)
    assert site is not None
    return export(project.settings, site, form, (), folder).path


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project at a Han address with a sealed version."""
    project = Project(tmp_path_factory.mktemp("han"))
    moved(project, HAN)
    sign_and_seal(project.settings, "first", "首次公布")
    return project


@pytest.fixture(scope="module")
def player(archived: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run pywb over a WARC and a WACZ of the archive, and give its address."""
    folder = tmp_path_factory.mktemp("pywb")
    for form, options in ((Form.WARC, ()), (Form.WACZ, ("--unpack-wacz",))):
        source = exported(archived, form, folder / "out")
        for words in (("init", form.value), ("add", *options, form.value, str(source))):
            subprocess.run(
                [peer("wb-manager"), *words], cwd=folder, check=True, capture_output=True
            )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with (folder / "log").open("wb") as log:
        command = [peer("wayback"), "-b", "127.0.0.1", "-p", str(port)]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address, timeout=30).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize("form", ["warc", "wacz"])
def test_replay(archived: Project, player: str, form: str) -> None:
    """Pywb serves every public file of a Han address byte for byte."""
    folder = archived.content / "archive"
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in OFFICE_FILES:
            place = path.relative_to(folder).as_posix().removesuffix("index.html")
            with urllib.request.urlopen(f"{player}{form}/2022id_/{URI}archive/{place}") as answer:
                assert answer.read() == path.read_bytes(), place


def test_headers_are_ascii(archived: Project, tmp_path: Path) -> None:
    """Addresses in records, indexes and file names are URIs."""
    warc = exported(archived, Form.WARC, tmp_path)
    assert warc.name.endswith("-xn--zfr164b.example.cn.warc.gz")
    data = gzip.decompress(warc.read_bytes())
    rows = [row for row in data.split(b"\r\n") if row.startswith(b"WARC-Target-URI: ")]
    assert rows
    assert all(row.startswith(f"WARC-Target-URI: {URI}archive/".encode()) for row in rows)
    with zipfile.ZipFile(exported(archived, Form.WACZ, tmp_path)) as package:
        for name in ("indexes/index.cdx", "datapackage.json"):
            assert URI.encode() in package.read(name)
            assert HAN.encode() not in package.read(name)


def test_site_of_han(archived: Project) -> None:
    """Canonical links, feed, sitemap, robots and time maps name URIs."""
    assert build_site(archived.settings).built
    for name in ("index.html", "feed.xml", "sitemap.xml", "robots.txt", "notices/first/index.html", "archive/first/timemap.link"):  # fmt: skip
        text = (archived.output / name).read_text("utf-8")
        assert URI in text, name
        assert "://政务" not in text, name
    assert 'href="/%E5%85%AC%E5%BC%80/' in (archived.output / "404.html").read_text("utf-8")


@pytest.mark.parametrize(
    "base",
    [
        *("https://www.example.gov.cn:99999/", "https://www.example.gov.cn:abc/gk/"),
        *("https://政务.cn:99999/", "https://政务.cn:/", "https://a..政.cn/", "https://" + "政" * 70 + ".cn/"),
        *("https://[::1]/", "https://user@政务.cn/公 开/", "https://www.example.gov.cn:8443/"),
    ],
)  # fmt: skip
def test_addresses_of_any_kind(base: str, tmp_path: Path, archived: Project) -> None:
    """No address ends an export or a page in a traceback."""
    site, _ = load_site_file(archived.settings)
    assert site is not None
    odd = site.model_copy(update={"base_url": base})
    for form in Form:
        assert export(archived.settings, odd, form, (), tmp_path / form.value).versions == 1
    assert urls.absolute(base, "index.html").isascii() or ":99999" in base or "政" in base
    assert urls.root_path(base).startswith("/")


@pytest.mark.parametrize("base", ["https://www.example.gov.cn/gk/", "http://10.0.0.1:8080/a%20b/", "https://xn--zfr164b.cn/~x/"])  # fmt: skip
def test_ascii_is_not_touched(base: str) -> None:
    """An address of ASCII stays as it is."""
    assert urls.root(base) == base
