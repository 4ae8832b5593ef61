"""Old kinds of files are what LibreOffice makes of them; without it, a sentence says what to do."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers import legacy
from disclosure.importer.readers.detect import read_file
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.reading import Table
from disclosure.messages import explain
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted
from tests.importer.readers.html.layouts import PARAGRAPHS
from tests.importer.readers.ole_files import ole_file
from tests.required import program

PAGE = (
    "<html><meta charset=utf-8><body>"
    + "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    + "<table border=1><tr><td>序号</td><td>问题</td></tr><tr><td>1</td><td>学习不够</td></tr></table>"
)


@pytest.mark.servers
@pytest.mark.parametrize(
    ("kind", "suffix"), [("doc", "doc"), ("doc", "wps"), ("rtf", "rtf"), ("odt", "odt")]
)
def test_through_libreoffice(kind: str, suffix: str, tmp_path: Path) -> None:
    """A file that LibreOffice saved comes back with its paragraphs and its table.

    So does a .wps of Kingsoft, which is a .doc inside.
    """
    soffice = program("soffice")
    (tmp_path / "in.html").write_text(PAGE, "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--infilter=HTML (StarWriter)"]
    command += ["--convert-to", kind, "--outdir", str(tmp_path), str(tmp_path / "in.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reading = read_file(f"a.{suffix}", (tmp_path / f"in.{kind}").read_bytes(), ReadOptions())
    assert [line.strip() for line in lines_of(reading)][: len(PARAGRAPHS)] == list(PARAGRAPHS)
    assert isinstance(reading.blocks[-1], Table)
    assert unaccounted(reading) == []
    assert "import.file.other_kind" not in codes_of(reading)


@pytest.mark.servers
def test_what_libreoffice_cannot_read() -> None:
    """A damaged .doc is refused, with the way out."""
    program("soffice")
    with pytest.raises(ImportRefusedError, match="old_unread"):
        read_file("a.doc", ole_file("WordDocument"), ReadOptions())


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is none, a sentence says how to save as .docx."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(legacy, "_USUAL", ())
    with pytest.raises(ImportRefusedError) as caught:
        read_file("a.doc", ole_file("WordDocument"), ReadOptions())
    assert "另存为 .docx" in explain(caught.value, "zh")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_a_program_that_hangs_is_ended(tmp_path: Path) -> None:
    """What takes too long ends with all that it started, and leaves no folder behind."""
    note = tmp_path / "pid"
    stand_in = tmp_path / "soffice"
    stand_in.write_text(  # No other program may be on the path.
        f"#!/bin/sh\n{sys.executable} -c 'import time; time.sleep(60)' &\necho $! > {note}\nwait\n"
    )
    stand_in.chmod(0o755)
    with pytest.raises(ImportRefusedError, match="old_slow"):
        legacy.as_docx("doc", b"x", ReadOptions(soffice=stand_in, seconds=0.3))
    started = Path(f"/proc/{note.read_text().strip()}/cmdline")
    for _ in range(100):
        if not started.exists() or not started.read_bytes():
            return
        time.sleep(0.02)
    pytest.fail("it still runs")
