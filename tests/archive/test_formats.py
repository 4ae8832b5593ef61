"""Our own small pieces of gzip and SURT, beside the libraries that we do not ship."""

import gzip
import io
import subprocess
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.archive.gzip_stored import StoredMember
from disclosure.archive.surt import surt_key
from disclosure.media_types import media_type
from tests.required import peer


def stored(*members: bytes) -> bytes:
    """Return a gzip file of members."""
    out = io.BytesIO()
    member = StoredMember(out)
    for data in members:
        member.write(data[:3])
        member.write(data[3:])
        member.flush()
    return out.getvalue()


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_gzip_reads_it(members: list[bytes]) -> None:
    """Python's gzip gives back what was written."""
    assert gzip.decompress(stored(*members)) == b"".join(members)


@pytest.mark.parametrize("size", [0xFFFE, 0xFFFF, 0x10000, 0x1FFFE, 0x1FFFF, 300_000])
def test_long_members(size: int) -> None:
    """Members around the length of a block are one member each, and whole."""
    data = bytes(number % 251 for number in range(size))
    reader = zlib.decompressobj(zlib.MAX_WBITS + 16)
    assert reader.decompress(stored(data, b"next")) == data
    assert reader.eof
    assert gzip.decompress(reader.unused_data) == b"next"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.gov.cn/gk/archive/first/1/",
        "https://www.example.gov.cn/gk/archive/first/1/files/Plan.PDF",
        "https://www2.example.gov.cn/",
        "https://wwwx.example.gov.cn/",
        "https://a.www.example.gov.cn/",
        "http://example.gov.cn:80/a",
        "http://example.gov.cn:8080/a/",
        "https://example.gov.cn:443/a",
        "https://EXAMPLE.gov.cn/A",
        "http://192.168.1.20/gk/archive/log.jsonl",
        "https://example.gov.cn/gk/%E9%99%84.pdf",
        "https://example.gov.cn",
    ],
)
def test_surt(address: str) -> None:
    """Our keys are those of the library that players and indexers use."""
    command = [peer("python"), "-c", "import surt, sys; print(surt.surt(sys.argv[1]))", address]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert surt_key(address) == done.stdout.strip()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html"),
        ("ledger.csv", "text/csv"),
        ("log.jsonl", "application/jsonl"),
        ("files/Plan.PDF", "application/pdf"),
        ("sha256sum.txt.tsr", "application/timestamp-reply"),
        ("files/plan.unknown", "application/octet-stream"),
        ("files/plan", "application/octet-stream"),
    ],
)
def test_media_type(name: str, kind: str) -> None:
    """Kinds follow from names, whatever the machine's own table says."""
    assert media_type(name) == kind
