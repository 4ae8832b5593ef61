"""Our own small piece of gzip, read by Python's."""

import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.archive.gzip_stored import StoredMember


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
