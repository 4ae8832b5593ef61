"""``verify`` of an address and ``check --online`` against servers that mean harm."""

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from disclosure.archive.checksums import LISTING, listing_bytes, read_listing
from disclosure.archive.log import Entry, entry_line
from disclosure.cli.main import main
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.http.client import Client
from disclosure.http.limits import Limits
from disclosure.messages import explain
from disclosure.versioning.remote import fetch_archive
from tests.conftest import Project
from tests.http.raw_server import plain, raw_server
from tests.http.test_client import INNER

ZEROS = "0" * 64
Answer = Callable[[str], Iterable[bytes]]


def archive_of(listing: bytes, file: Iterable[bytes] = (plain(b"x"),)) -> Answer:
    """Answer as a site whose only version has this listing; every file in it is the same."""
    entry = Entry(
        "a", 1, "2022-03-01T09:00:00+08:00", "r", "n", "t", ZEROS, sha256_hex(listing), "", ""
    )

    def answer(path: str) -> Iterable[bytes]:
        if path == "/archive/log.jsonl":
            return [plain(entry_line(entry))]
        return [plain(listing)] if path.endswith(LISTING) else file

    return answer


def verified(answer: Answer, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Verify a site that answers so."""
    with raw_server(answer) as server:
        status = main(["verify", server.address])
    told = capsys.readouterr()
    text = told.out + told.err
    assert "Traceback" not in text
    assert "没有做完" not in text
    assert all(c.isprintable() or c == "\n" for c in text)
    return status, text


ANSWERS = [
    *(b"GARBAGE\r\n\r\n", b"SSH-2.0-x\r\n", b"HTTP/9.9 200 x\r\n\r\n", b"HTTP/1.1 abc x\r\n\r\n", b""),
    b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200 + b"\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.2/\r\n\r\n",
    b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:99999/\r\n\r\n",
    b"HTTP/1.1 302 x\r\nLocation: \x1b[2J\r\n\r\n",
    plain(b"", "500 Internal \x1b[2J"),
    b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999999\r\n\r\nx",
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: ascii(answer[:40]))
def test_hostile_answers(answer: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """Each answer that is none is told in a sentence that names the address."""
    status, told = verified(lambda _: [answer], capsys)
    assert (status, "取不到 http://127.0.0.1" in told) == (1, True), told


LISTINGS = {
    "file-and-folder": b"".join(f"{ZEROS}  {n}\n".encode() for n in ("files", "files/x")),
    "dot": f"{ZEROS}  .\n".encode(),
    "dots": f"{ZEROS}  ../../x\n".encode(),
    "long": f"{ZEROS}  {'x' * 300}\n".encode(),
    "deep": f"{ZEROS}  {'x/' * 5000}x\n".encode(),
    "escape": f"{ZEROS}  \x1b[2J\n".encode(),
    "drive": f"{ZEROS}  C:x\n".encode(),
    "garbage": b"\xff" * 1000,
}


def listing_without_end() -> bytes:
    """Return a listing of very many files; made where it is used, not wherever tests are listed."""
    return listing_bytes({f"{number:06}": ZEROS for number in range(300_000)})


@pytest.mark.parametrize("how", [*LISTINGS, "many"])
def test_hostile_listings(how: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Names that lead elsewhere, cannot be files, or have no end are told; nothing is clean."""
    listing = LISTINGS[how] if how in LISTINGS else listing_without_end()
    status, told = verified(archive_of(listing), capsys)
    assert status == 1
    assert "a/1/" in told


def test_no_file_is_a_folder() -> None:
    """A listing with a file below another file is none of ours."""
    assert read_listing(listing_bytes({"a": ZEROS, "a/b": ZEROS})) is None
    assert read_listing(listing_bytes({"a/b/c": ZEROS, "a/b": ZEROS, "c": ZEROS})) is None
    assert read_listing(listing_bytes({"a-b": ZEROS, "a/b": ZEROS})) is not None


def test_no_more_is_written_than_may_be(tmp_path: Path) -> None:
    """The bound of all answers holds within a version: no more than it is ever on the disk."""
    listing = listing_bytes({f"{number:04}": ZEROS for number in range(1000)})
    limits = Limits(answer=200_000, total=1_000_000, patience=5, seconds=60)
    with raw_server(archive_of(listing, [plain(b"x" * 100_000)])) as server:
        with pytest.raises(OutputError) as refused:
            fetch_archive(server.address, tmp_path, Client(limits))
        assert len(server.asked) < 20
    assert "送来的太多" in explain(refused.value, "zh")
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 1_000_000


def test_nothing_can_be_written(tmp_path: Path) -> None:
    """What cannot be written where it is fetched to is a sentence."""
    (tmp_path / "file").write_bytes(b"")
    answer = archive_of(listing_bytes({"a": ZEROS}))
    with raw_server(answer) as server, pytest.raises(OutputError) as refused:
        fetch_archive(server.address, tmp_path / "file", Client(Limits(10**6, 10**6, 5, 60)))
    assert explain(refused.value, "zh").isprintable()


def online(project: Project, lead: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Check a project whose lead holds links, and return what is said of addresses."""
    path = project.content / "notices" / "first.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: 现将", f"lead: '{lead}现将"), "utf-8")
    text = path.read_text("utf-8").replace("予以公布。\nsections", "予以公布。'\nsections")
    path.write_text(text, "utf-8")
    main(["check", "--online", "--format", "github", "--content", str(project.content)])
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert "没有做完" not in told.out + told.err
    return "\n".join(line for line in told.out.split("\n") if "[links.online]" in line)


def test_inner_hosts_are_not_asked(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Links to this machine and to inner networks, in every spelling, are told and not asked."""
    hosts = [host for host in INNER if host.isascii()]
    with raw_server(lambda _: [plain(b"secret")]) as server:
        lead = "".join(f"见[甲](http://{host}:{server.port}/)。" for host in hosts)
        told = online(project, lead, capsys)
        assert server.asked == []
    assert told.count("[links.online]") == len(hosts)
    assert "内部网络" in told


def test_own_host_and_han(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """The site's own host is asked wherever it is; a path in Han is no dead link; others are."""

    def answer(path: str) -> list[bytes]:
        moved = plain(b"", "302 x", "Location: http://127.0.0.2:9/")
        known = {"/%E5%85%AC%E5%BC%80/%E7%94%B2?q=%E4%B9%99": plain(b"x"), "/moved": moved}
        return [known.get(path, plain(b"", "404 x"))]

    with raw_server(answer) as server:
        site = project.content / "site.yaml"
        text = site.read_text("utf-8").replace("https://www.example.gov.cn", server.address[:-1])
        site.write_text(text, encoding="utf-8")
        base = server.address
        lead = f"[甲]({base}公开/甲?q=乙)、[乙]({base}moved)、[丙]({base}gone)。"
        told = online(project, lead, capsys)
        asked = set(server.asked)
    assert (told.count("[links.online]"), "HTTP 404" in told) == (1, True), told
    assert asked == {"/%E5%85%AC%E5%BC%80/%E7%94%B2?q=%E4%B9%99", "/moved", "/gone"}


def test_hostile_links(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the site's own host answers, ``check --online`` ends with a line for each link."""
    answers = dict(zip(map(str, itertools.count()), ANSWERS, strict=False))
    with raw_server(lambda path: [answers.get(path[1:], plain(b""))]) as server:
        site = project.content / "site.yaml"
        text = site.read_text("utf-8").replace("https://www.example.gov.cn", server.address[:-1])
        site.write_text(text, encoding="utf-8")
        lead = "".join(f"[甲]({server.address}{number})。" for number in answers)
        told = online(project, lead, capsys)
    assert told.count("[links.online]") >= len(ANSWERS) - 4
