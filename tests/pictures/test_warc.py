"""A WARC holds the pictures of a version and their copies, as what they are, byte by byte."""

import gzip
import hashlib
from pathlib import Path

from disclosure.pictures.copies import copies_of
from tests.cli.test_seal import run, sealed
from tests.conftest import Project
from tests.pictures.conftest import PICTURED
from tests.pictures.drawn import drawn

FILES = "https://www.example.gov.cn/gk/archive/first/1/files/"
KINDS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def records(path: Path) -> list[tuple[dict[str, str], bytes]]:
    """Return head and block of every record, read by nothing but the standard (ISO 28500, 4)."""
    data, found = gzip.decompress(path.read_bytes()), []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        version, *lines = head.decode().split("\r\n")
        assert version == "WARC/1.1"
        fields = dict(line.split(": ", 1) for line in lines)
        length = int(fields["Content-Length"])
        assert rest[length : length + 4] == b"\r\n\r\n"
        found.append((fields, rest[:length]))
        data = rest[length + 4 :]
    return found


def test_pictures_and_copies(project: Project, pictured: Path, tmp_path: Path) -> None:
    """Each picture is one resource at its address, with its media type, digest and bytes."""
    project.write("first", PICTURED.replace("board.png", "board.webp"))
    (pictured / "board.png").unlink()
    (pictured / "board.webp").write_bytes(drawn("WEBP", width=600))
    wide = drawn(width=600)
    (pictured / "before.jpg").write_bytes(wide)
    for name, data in (("before.jpg", wide), ("board.webp", drawn("WEBP", width=600))):
        (copy,) = copies_of(name, data, 600)
        kind = "JPEG" if name.endswith("jpg") else "WEBP"
        (pictured / copy.name).write_bytes(drawn(kind, width=copy.width))
    version = sealed(project, 1)
    done = run(project, "export", "first", "--warc", "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "out").glob("*.warc.gz")
    found = {
        fields["WARC-Target-URI"].removeprefix(FILES): (fields, block)
        for fields, block in records(path)
        if fields.get("WARC-Target-URI", "").startswith(FILES)
    }
    names = {place.name for place in pictured.iterdir()}
    assert len(names) == 5
    assert {name.rpartition(".")[2] for name in names} == {"jpg", "webp"}
    assert found.keys() == names == {place.name for place in (version / "files").iterdir()}
    for name, (fields, block) in found.items():
        assert block == (pictured / name).read_bytes()
        digest = f"sha256:{hashlib.sha256(block).hexdigest()}"
        assert fields["WARC-Type"] == "resource"
        assert fields["Content-Type"] == KINDS[name.rpartition(".")[2]]
        assert fields["WARC-Block-Digest"] == fields["WARC-Payload-Digest"] == digest


def test_png(project: Project, pictured: Path, tmp_path: Path) -> None:
    """A PNG is told as one."""
    sealed(project, 1)
    done = run(project, "export", "first", "--warc", "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "out").glob("*.warc.gz")
    ((fields, block),) = (
        each for each in records(path) if each[0].get("WARC-Target-URI") == f"{FILES}board.png"
    )
    assert fields["Content-Type"] == KINDS["png"]
    assert block == (pictured / "board.png").read_bytes()
