"""Time stamps: an authority outside proves when a version existed."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.x509 import load_pem_x509_certificate
from rfc3161_client import TimestampRequestBuilder

from disclosure.editorial.check import check_project
from disclosure.errors import OutputError
from disclosure.messages import explain
from disclosure.model.archiving import Authority as TimeAuthority
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.site_file import load_site_file
from disclosure.versioning.seal import seal
from disclosure.versioning.timestamp import stamped_at, stamping_of
from tests.cli.authority import Authority
from tests.cli.test_seal import EPOCH, run, sealed
from tests.cli.test_sign import sign_all
from tests.conftest import Project
from tests.http.raw_server import plain, raw_server
from tests.required import program
from tests.versioning.sealer import sign_off

SEAL = ("seal", "first", "--note", "首次公布", "--timestamp")


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Give an authority."""
    return Authority(program("openssl"), tmp_path_factory.mktemp("tsa") / "one")


@pytest.fixture
def stamping(project: Project, authority: Authority) -> Iterator[Project]:
    """Give a project that is signed and names the authority, which is at work."""
    server = authority.serve()
    name_authority(project, authority, server.server_address[1])
    sign_all(project)
    yield project
    server.shutdown()
    server.server_close()


def name_authority(project: Project, authority: Authority, port: int) -> None:
    """Write the authority into site.yaml."""
    (project.content / "tsa.pem").write_bytes(authority.root.read_bytes())
    site = project.content / "site.yaml"
    told = f"archive: {{timestamp: {{url: 'http://127.0.0.1:{port}/', certificate: tsa.pem}}}}\n"
    site.write_text(site.read_text("utf-8") + told, encoding="utf-8")


def openssl(authority: Authority, token: Path, listing: Path) -> int:
    """Let OpenSSL verify a token."""
    command = ["ts", "-verify", "-in", str(token), "-data", str(listing)]
    trust = ["-CAfile", str(authority.root), "-untrusted", str(authority.folder / "tsa.pem")]
    return subprocess.run(
        [authority.openssl, *command, *trust], capture_output=True, check=False
    ).returncode


def test_token_proves_the_listing(stamping: Project, authority: Authority) -> None:
    """OpenSSL accepts the token, and refuses it after one byte more."""
    done = run(stamping, *SEAL)
    assert done.returncode == 0, done.stderr
    folder = stamping.content / "archive" / "first" / "1"
    token, listing = folder / "sha256sum.txt.tsr", folder / "sha256sum.txt"
    assert openssl(authority, token, listing) == 0
    listing.write_bytes(listing.read_bytes() + b"\n")
    assert openssl(authority, token, listing) != 0


@pytest.mark.servers
def test_token_with_root(project: Project, tmp_path: Path) -> None:
    """A token that brings its root along is accepted, as OpenSSL does; ``verify`` too."""
    other = Authority(program("openssl"), tmp_path / "rooted", with_root=True)
    server = other.serve()
    name_authority(project, other, server.server_address[1])
    sign_all(project)
    done = run(project, *SEAL)
    server.shutdown()
    server.server_close()
    assert done.returncode == 0, done.stderr
    folder = project.content / "archive" / "first" / "1"
    assert openssl(other, folder / "sha256sum.txt.tsr", folder / "sha256sum.txt") == 0
    done = run(project, "verify")
    assert (done.returncode, "核对了 1 个时间戳" in done.stdout) == (0, True)


def test_damaged_certificates(authority: Authority, tmp_path: Path) -> None:
    """A token whose own certificates are of no version that there is proves nothing, and says so."""
    other = Authority(program("openssl"), tmp_path / "rooted", with_root=True)
    question = TimestampRequestBuilder().data(b"listing").build().as_bytes()
    root = load_pem_x509_certificate(other.root.read_bytes())
    token, version = other.answer(question), b"\xa0\x03\x02\x01\x02"
    assert stamped_at(token, b"listing", root)
    for place in (token.index(version), token.rindex(version)):
        for number in (3, 10, 66):
            spoilt = token[: place + 4] + bytes([number]) + token[place + 5 :]
            with pytest.raises(OutputError, match=r"stamp\.unfit"):
                stamped_at(spoilt, b"listing", root)


HOSTILE_ANSWERS = [
    *(b"GARBAGE\r\n\r\n", b"SSH-2.0-x\r\n", b"HTTP/9.9 200 x\r\n\r\n", b"HTTP/1.1 abc x\r\n\r\n"),
    b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.2/\r\n\r\n",
    *(plain(b"", "500 x"), plain(b""), plain(b"\x30\x80" * 99), plain(bytes(2 << 20))),
]


@pytest.mark.parametrize("answer", HOSTILE_ANSWERS, ids=lambda answer: ascii(answer[:30]))
def test_hostile_authority(project: Project, authority: Authority, answer: bytes) -> None:
    """Whatever an authority answers, a sentence says why nothing was sealed; others need not wait."""
    busy: list[bool] = []

    def answered(_: str) -> list[bytes]:
        with archive_lock(project.settings):
            busy.append(False)  # the archive is free while the authority is asked
        return [answer]

    with raw_server(answered) as server:
        name_authority(project, authority, server.port)
        stamp = stamping_of(_authority(project), project.content)
        sign_off(project.settings, "first")
        checking = check_project(project.settings, ("first",))
        assert checking.context is not None
        with pytest.raises(OutputError) as refused:
            seal(next(iter(checking.notices)), checking.context, "首次公布", "", stamp)
    told = explain(refused.value, "zh")
    assert "没有定版" in told
    assert told.isprintable()
    assert busy == [False]
    assert not (project.content / "archive" / "first").exists()


def _authority(project: Project) -> TimeAuthority:
    site, _ = load_site_file(project.settings)
    assert site is not None
    assert site.archive.timestamp is not None
    return site.archive.timestamp


def test_verified(stamping: Project, authority: Authority, tmp_path: Path) -> None:
    """``verify`` looks at tokens, and names one that is lost, changed, or by somebody else."""
    assert run(stamping, *SEAL).returncode == 0
    done = run(stamping, "verify")
    assert (done.returncode, "核对了 1 个时间戳" in done.stdout) == (0, True)
    token = stamping.content / "archive/first/1/sha256sum.txt.tsr"
    data = token.read_bytes()
    token.unlink()
    assert "first/1/sha256sum.txt.tsr: 完整性 文件不见了" in run(stamping, "verify").stdout
    token.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert "first/1/sha256sum.txt.tsr: 真实性 文件被改动过" in run(stamping, "verify").stdout
    token.write_bytes(data)
    other = Authority(Path(authority.openssl), tmp_path / "other", "Another")
    (stamping.content / "tsa.pem").write_bytes(other.root.read_bytes())
    done = run(stamping, "verify")
    assert (done.returncode, "时间戳不能证明" in done.stdout) == (1, True)
    site = stamping.content / "site.yaml"
    site.write_text(site.read_text("utf-8").partition("archive:")[0], encoding="utf-8")
    done = run(stamping, "verify")
    assert (done.returncode, "没有核对" in done.stdout) == (0, True)


def test_no_token_no_version(stamping: Project, authority: Authority, tmp_path: Path) -> None:
    """Without an answer that proves the version nothing is sealed, and the reason is said."""
    site = stamping.content / "site.yaml"
    text = site.read_text("utf-8")
    other = Authority(Path(authority.openssl), tmp_path / "other", "Another")
    (stamping.content / "tsa.pem").write_bytes(other.root.read_bytes())
    done = run(stamping, *SEAL)
    assert (done.returncode, "不能证明这一版" in done.stderr) == (1, True)
    (stamping.content / "tsa.pem").write_bytes(b"no certificate")
    done = run(stamping, *SEAL)
    assert (done.returncode, "读不了时间戳机构的根证书" in done.stderr) == (2, True)
    site.write_text(text.replace("127.0.0.1:", "127.0.0.1:1/"), encoding="utf-8")
    (stamping.content / "tsa.pem").write_bytes(authority.root.read_bytes())
    done = run(stamping, *SEAL)
    assert (done.returncode, "没有回应" in done.stderr) == (1, True)
    site.write_text(text.partition("archive:")[0], encoding="utf-8")
    done = run(stamping, *SEAL)
    assert (done.returncode, "没有写时间戳机构" in done.stderr) == (2, True)
    assert not (stamping.content / "archive").exists()


def test_token_without_need(project: Project) -> None:
    """A token beside a version that was sealed without one is named as put in."""
    folder = sealed(project, 1)
    (folder / "sha256sum.txt.tsr").write_bytes(b"token")
    done = run(project, "verify", at=EPOCH + 300)
    assert "first/1/sha256sum.txt.tsr: 安全性" in done.stdout
