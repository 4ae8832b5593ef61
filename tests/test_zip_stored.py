"""Zips without a clock."""

import io
import zipfile
from pathlib import Path

from disclosure.zip_stored import moment_of, pack


def test_packed(tmp_path: Path) -> None:
    """Bytes and files are packed the same, undeflated, with the rights asked for."""
    source = tmp_path / "source"
    source.write_bytes(b"x" * 1000)
    packages = []
    for content in (source.read_bytes(), source.open("rb")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            assert pack(package, "a/b.sh", content, executable=True) == 1000
        packages.append(out.getvalue())
        if not isinstance(content, bytes):
            content.close()
    assert packages[0] == packages[1]
    member = zipfile.ZipFile(io.BytesIO(packages[0])).infolist()[0]
    assert (member.compress_type, member.date_time[0]) == (zipfile.ZIP_STORED, 1980)
    assert (member.create_system, member.external_attr >> 16) == (3, 0o100755)


def test_moments() -> None:
    """Another text of the same length has another time, which zip can hold; the same has the same."""
    moments = {moment_of(f"{number:04}".encode()) for number in range(1000)}
    assert len(moments) > 990
    assert {moment.second % 2 for moment in moments} == {0}
    assert {moment.year for moment in moments} <= set(range(1980, 2000))
    assert moment_of(b"0001") == moment_of(b"0001")
