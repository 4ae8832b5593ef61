"""Archives forged with a log that agrees: neither built from, exported, compared nor verified."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.archive.checksums import LISTING, make_listing
from disclosure.cli.main import main
from disclosure.files import sha256_hex
from disclosure.pipeline.build import build_site
from tests.archive.test_forged import FORGED
from tests.conftest import Project
from tests.versioning.sealer import sign_and_seal


def relog(project: Project, **values: str) -> None:
    """Let the log's only line say something else."""
    log = project.content / "archive" / "log.jsonl"
    told = json.loads(log.read_bytes()) | values
    log.write_bytes(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")


def assert_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> str:
    """See that every command that reads the archive says so in a sentence."""
    assert not build_site(project.settings).built
    assert not (project.output / "archive").exists()
    folder = ("--content", str(project.content), "--output", str(project.output))
    to = ("--to", str(project.root / "out"))
    for words in (("verify",), ("export", "--bag", *to), ("export", "--warc", *to), ("build",)):
        assert main([*words, *folder]) in {1, 2}, words
    main(["diff", "first", *folder])
    told = capsys.readouterr()
    text = told.out + told.err
    assert "没有做完" not in text
    assert all(c.isprintable() or c == "\n" for c in text)
    return text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with a sealed version that no test touches."""
    project = Project(tmp_path_factory.mktemp("made"))
    sign_and_seal(project.settings, "first", "首次公布")
    return project


@pytest.fixture
def sealed(project: Project, made: Project) -> Project:
    """Give a project with a sealed version."""
    return project.take(made)


@pytest.mark.parametrize("how", ["garbage", "blank", "crlf", "not-utf-8", "outside", "one-file"])
def test_forged_listing(sealed: Project, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A forged listing with a forged page, named by the log, is published by nothing."""
    folder = sealed.content / "archive/first/1"
    data = FORGED[how]((folder / LISTING).read_bytes())
    (folder / LISTING).write_bytes(data)
    (folder / "index.html").write_bytes(b"forged")
    relog(sealed, listing=sha256_hex(data))
    assert "first/1/" in assert_refused(sealed, capsys)


@pytest.mark.parametrize(
    "values",
    [
        *({"sealed": each} for each in ("yesterday", "9999-99-99T00:00:00+08:00", "")),
        *({"content": "zz"}, {"note": "x\x1b[2J"}, {"title": "\ud842"}, {"slug": "\x1b"}),
    ],
    ids=ascii,
)
def test_forged_line(
    sealed: Project, values: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A line with an impossible value is refused by its number."""
    relog(sealed, **values)
    assert "log.jsonl:1" in assert_refused(sealed, capsys)


def relist(folder: Path) -> bytes:
    """Make the listing agree with what stands there."""
    files = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
    del files[LISTING]
    data = make_listing(files)
    (folder / LISTING).write_bytes(data)
    return data


SPOILS: dict[str, Callable[[Path], object]] = {
    "deep-record": lambda folder: (folder / "record.json").write_text("[" * 100_000),
    "text-not-utf-8": lambda folder: (folder / "notice.txt").write_bytes(b"\xff\xfe"),
    "no-notice": lambda folder: (folder / "notice.yaml").write_bytes(b"[" * 100_000),
}


@pytest.mark.parametrize("how", SPOILS)
def test_forged_files(sealed: Project, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Files that cannot be read, listed as they are, end in sentences."""
    folder = sealed.content / "archive/first/1"
    SPOILS[how](folder)
    relog(sealed, listing=sha256_hex(relist(folder)))
    assert_refused(sealed, capsys)


def test_fifo(sealed: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A FIFO in place of a sealed file stops nothing for ever."""
    path = sealed.content / "archive/first/1/notice.yaml"
    path.unlink()
    os.mkfifo(path)
    assert "不是普通文件" in assert_refused(sealed, capsys)
