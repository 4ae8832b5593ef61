"""Diagnostics as people read them."""

import json
from pathlib import PurePosixPath

from disclosure.diagnostics import Diagnostic, Level, in_reading_order
from disclosure.report.formats import Fold, render_report
from disclosure.report.text import as_text


def diagnostic(excerpt: str = "", column: int = 1, value: str = "x", **more: int) -> Diagnostic:
    """Return an error about a date."""
    return Diagnostic(
        path=PurePosixPath("content/a.yaml"),
        line=more.get("line", 3),
        column=column,
        level=Level(more.get("level", 3)),
        code="field.date_form",
        params=(("value", value),),
        excerpt=excerpt,
        span=more.get("span", 1),
    )


def test_caret_stands_under_wide_characters() -> None:
    """The caret allows two cells for each Han character before and under it."""
    *_, line, caret = as_text(diagnostic("发布: 昨天", 5, span=2), "zh").splitlines()
    assert line == "  3 | 发布: 昨天"
    assert caret == "    | " + " " * 6 + "^^^^"


def test_control_characters_cannot_forge_lines() -> None:
    """A value or excerpt with escapes and line ends stays one harmless line."""
    hostile = "a\x1b[2Jb\r\nerror: forged\x07"
    lines = as_text(diagnostic("x: " + hostile, 1, hostile), "zh").split("\n")
    assert len(lines) == 3
    assert not any("\x1b" in line or "\r" in line or "\x07" in line for line in lines)


def test_finding_about_a_file_has_no_place() -> None:
    """A finding about the whole file names neither line nor column."""
    assert as_text(diagnostic(line=0), "zh").startswith("content/a.yaml: 错误 ")


def test_reading_order_and_no_repeats() -> None:
    """Findings stand by line and column, each once."""
    late, early = diagnostic(column=9), diagnostic(column=2)
    assert in_reading_order([late, early, late]) == (early, late)


def test_github_annotations_are_escaped() -> None:
    """Percent signs and line ends cannot end an annotation."""
    (line,) = render_report([diagnostic(value="50%\n::error::forged")], "github", "en")
    assert line.startswith("::error file=content/a.yaml,line=3,col=1::")
    assert "\n" not in line
    assert "50%25" in line


def test_json_is_whole() -> None:
    """JSON carries place, level, code and sentence."""
    (text,) = render_report([diagnostic()], "json", "en")
    (found,) = json.loads(text)
    assert found.keys() == {"path", "line", "column", "level", "code", "message"}


def test_long_runs_of_a_warning_are_folded() -> None:
    """Of one file one is shown, with their count and five places; all where that is asked for."""
    many = [diagnostic(line=n, level=2) for n in range(1, 101)]
    lines = list(render_report(many, "text", "zh"))
    assert len(lines) == 2
    assert (
        lines[-1]
        == "  这一类共 100 处，前五处在（行:列）1:1, 2:1, 3:1, 4:1, 5:1；加 --all 全部列出"
    )
    assert len(list(render_report(many, "text", "zh", Fold.NOTHING))) == 100
    assert len(json.loads("\n".join(render_report(many, "json", "zh")))) == 100
    assert len(list(render_report(many[:5], "text", "zh"))) == 5
    errors = [diagnostic(line=n) for n in range(1, 101)]
    assert len(list(render_report(errors, "text", "zh"))) == 100
    assert len(list(render_report(errors, "text", "zh", Fold.ALL))) == 2


def test_a_warning_of_many_files_is_folded() -> None:
    """The same warning in a hundred files is shown in twenty of them and then counted."""
    many = [diagnostic(level=2)._replace(path=PurePosixPath(f"{n}.yaml")) for n in range(100)]
    lines = list(render_report(many, "text", "zh"))
    assert len(lines) == 21
    assert lines[-1] == "……另有 80 条同样的信息没有列出 [field.date_form]"
