"""Reports in all three forms, of hostile files too."""

import json
from pathlib import PurePosixPath

import pytest

from disclosure.diagnostics import Diagnostic, Level
from disclosure.messages.catalogues import CATALOGUES
from disclosure.report import FORMATS
from disclosure.report.formats import render_report
from disclosure.report.text import as_text, sentence

HOSTILE = "a\x1b[31m\r\n::error::x\x9b\u202e\u2028\x07\udc80.yaml"


def diagnostic(path: str = "a.yaml", value: str = "x", **more: object) -> Diagnostic:
    """Return an error about a date."""
    place = {"line": 1, "column": 1, "excerpt": "published: x", **more}
    return Diagnostic(
        PurePosixPath(path), level=Level.ERROR, code="field.date_form", params=(("value", value),), **place  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", CATALOGUES)
def test_nothing_hostile_reaches_the_terminal(form: str, language: str) -> None:
    """Neither file name, value nor source line can forge lines or move the cursor."""
    found = diagnostic(HOSTILE, HOSTILE, excerpt=HOSTILE)
    text = "\n".join(render_report([found], form, language))
    assert all(c.isprintable() or c == "\n" for c in text)
    assert not any(line.startswith("::error::x") for line in text.splitlines())
    text.encode()


def test_json_keeps_the_path_exactly() -> None:
    """What cannot be shown is escaped in JSON, so programs find the file."""
    (text,) = render_report([diagnostic(HOSTILE)], "json", "zh")
    assert json.loads(text)[0]["path"] == HOSTILE


def test_json_shows_chinese() -> None:
    """What can be shown is not escaped."""
    (text,) = render_report([diagnostic("通报.yaml")], "json", "zh")
    assert "通报.yaml" in text


def test_github_path_is_escaped() -> None:
    """Commas and colons in a path end no property."""
    (line,) = render_report([diagnostic("a,b:c%.yaml")], "github", "en")
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=1,col=1::")


@pytest.mark.parametrize(("level", "word"), [(1, "notice"), (2, "warning"), (3, "error")])
def test_github_levels(level: int, word: str) -> None:
    """Each level has GitHub's word; a finding about a file has no line."""
    found = Diagnostic(PurePosixPath("a"), 0, 0, Level(level), "text.empty")
    (line,) = render_report([found], "github", "en")
    assert line.startswith(f"::{word} file=a::")


def test_long_value_is_shortened() -> None:
    """A pasted document does not fill the screen; 400 characters of it do."""
    assert len(sentence(diagnostic(value="甲" * 10_000), "zh")) < 450
    assert "甲" * 400 in sentence(diagnostic(value="甲" * 400), "zh")


@pytest.mark.parametrize(
    ("excerpt", "column", "span", "line", "caret"),
    [
        ("a: 乙", 4, 1, "a: 乙", "   ^^"),
        ("a\t乙", 3, 1, "a 乙", "  ^^"),
        ("e\u0301 b", 4, 1, "e\u0301 b", "  ^"),
        ("a", 2, 1, "a", " ^"),
        ("a", 99, 1, "a", " ^"),
        ("a: b", 4, 99, "a: b", "   ^"),
        ("a: \x1bb", 4, 2, "a: \ufffdb", "   ^^"),
    ],
)
def test_caret(excerpt: str, column: int, span: int, line: str, caret: str) -> None:
    """The caret stands in the cells of what it marks, whatever stands before."""
    _, shown, marked = as_text(diagnostic(excerpt=excerpt, column=column, span=span), "zh").split(
        "\n"
    )
    assert (shown, marked) == (f"  1 | {line}", f"    | {caret}")


@pytest.mark.parametrize("column", [1, 50, 1_000_000, 2_000_000])
def test_line_of_millions(column: int) -> None:
    """Of a line of two million characters only what surrounds the place is shown."""
    found = [diagnostic(excerpt="甲" * 2_000_000, column=column)] * 200
    for text in render_report(found, "text", "zh"):
        _, shown, marked = text.split("\n")
        assert len(shown) < 90
        assert marked.endswith("^")
        assert len(marked) < 120


def test_no_excerpt_no_caret() -> None:
    """Where no line can be shown there is one line only."""
    assert "\n" not in as_text(diagnostic(excerpt=" "), "en")
