"""No output holds a control character: whatever made one, nothing is written."""

import hashlib
import json
from pathlib import Path

import pytest

from disclosure.archive.checksums import make_listing
from disclosure.control_characters import refuse_controls, spell_controls
from disclosure.errors import OutputError
from disclosure.pipeline.staging import StagingArea
from tests.cli.test_seal import edit, run, sealed
from tests.conftest import Project

ALLOWED = {*"\t\n\r"}
CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in ALLOWED]
SURROGATES = ["\ud800", "\udbff", "\udc00", "\udfff"]
NAMES = ("notices/a/index.html", "notices/a/notice.txt", "sitemap.xml", "notices/a/ledger.csv")


@pytest.mark.parametrize("character", [*CONTROLS, *SURROGATES], ids=ascii)
def test_every_control_character_is_refused(character: str) -> None:
    """Each stops the file that holds it, and the message names file, character and place."""
    data = f"<p>完成整改{character}。\n".encode("utf-8", "surrogatepass")
    for name in NAMES:
        with pytest.raises(OutputError) as caught:
            refuse_controls(name, data)
        assert caught.value.params == {
            "path": name, "point": f"U+{ord(character):04X}", "near": "完成整改",
        }  # fmt: skip


def test_everything_else_passes() -> None:
    """Every other character of Unicode may stand in a file, and any byte in what is no text."""
    kept = "".join(
        chr(code)
        for code in range(0x110000)
        if chr(code) not in CONTROLS and not 0xD800 <= code < 0xE000
    )
    refuse_controls("notices/a/index.html", kept.encode())
    for name in ("assets/a.png", "notices/a/files/a.txt", "files/a.csv", "archive/a/1/notice.txt"):
        refuse_controls(name, bytes(range(256)))


@pytest.mark.parametrize(
    "name", ["notices/files/index.html", "archive/a/index.html", "archive/a/1...2/index.html"]
)
def test_only_attachments_and_sealed_versions_are_left_alone(name: str) -> None:
    """Names that look like those of others' files do not help a page."""
    with pytest.raises(OutputError, match=r"output\.control"):
        refuse_controls(name, b"a\x0e0\x0f")


def test_the_shelf_takes_no_such_file(tmp_path: Path) -> None:
    """What is refused is not written aside."""
    with pytest.raises(OutputError, match=r"output\.control"):
        StagingArea(tmp_path, frozenset()).put("index.html", b"a\x0e0\x0f")
    assert not list(tmp_path.rglob("*"))


@pytest.mark.parametrize("command", [("build",), ("deliver", "first")], ids=["build", "deliver"])
def test_a_template_that_prints_one_stops_the_command(
    project: Project, command: tuple[str, ...]
) -> None:
    """The command ends with a sentence that names file and character, and writes nothing."""
    settings = project.own_templates()
    for path in (*settings.templates.rglob("*.html"), *settings.templates.rglob("*.txt")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("</p>", "\x0e</p>"), encoding="utf-8")
    before = _made(project)
    places = ("--templates", str(settings.templates), "--output", str(project.output))
    done = run(project, *command, *places)
    assert done.returncode == 1, done.stderr
    assert "U+000E" in done.stderr
    assert "Traceback" not in done.stderr
    assert _made(project) - before == set()


def test_comparisons_spell_out_what_was_sealed_before() -> None:
    """A sealed text with control characters can still be compared and published."""
    assert (
        spell_controls("完成\x0e10\x0f，\x85增长\t1\r\n")
        == "完成\\u000e10\\u000f，\\u0085增长\t1\r\n"
    )
    refuse_controls("a.txt", spell_controls("".join(CONTROLS)).encode())


def test_an_old_version_with_control_characters_does_not_stop_the_site(project: Project) -> None:
    """Its own files stay as they were sealed; the pages about it are made."""
    text = project.content / "archive" / "first" / "1" / "notice.txt"
    sealed(project, 1)
    _spoil(project, text)
    edit(project, "新建项目{built}", "新建项目共{built}")
    sealed(project, 2, "更正")
    done = run(project, "build", "--output", str(project.output))
    assert done.returncode == 0, done.stderr
    page = project.output / "archive" / "first" / "1...2" / "index.html"
    assert "\\u000e10\\u000f" in page.read_text("utf-8")
    assert b"\x0e10\x0f" in (project.output / "archive/first/1/notice.txt").read_bytes()


def _made(project: Project) -> set[Path]:
    """Return what bears the notice's or the site's name; a lock is no output."""
    every = (path for path in project.root.rglob("*") if path.suffix != ".lock")
    return {path for path in every if "first" in path.name or "site" in path.name}


def _spoil(project: Project, text: Path) -> None:
    """Make version 1 as the program made it that printed slots: sound in all but its text."""
    data = text.read_bytes().replace("38个".encode(), b"\x0e10\x0f")
    text.write_bytes(data)
    record = text.with_name("record.json")
    told = json.loads(record.read_bytes())
    for file in told["文件"]:
        if file["名称"] == "notice.txt":
            file |= {"字节数": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    record.write_bytes(json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n")
    listing = text.with_name("sha256sum.txt")
    names = [row.partition("  ")[2] for row in listing.read_text("utf-8").splitlines()]
    listing.write_bytes(make_listing({name: (text.parent / name).read_bytes() for name in names}))
    log = project.content / "archive" / "log.jsonl"
    entry = json.loads(log.read_bytes())
    entry["listing"] = hashlib.sha256(listing.read_bytes()).hexdigest()
    log.write_bytes(json.dumps(entry, ensure_ascii=False).encode() + b"\n")
