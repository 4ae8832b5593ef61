"""Bad input: every message pinned, word for word.

``tests/broken/<case>/notice.yaml`` gives ``expected.txt``; where there is an
``expected.en.txt``, English too. ``DISCLOSURE_REBASE=1`` writes them anew: read what changed.
"""

import os
from pathlib import Path, PurePosixPath

import pytest

from disclosure.diagnostics import Level, in_reading_order
from disclosure.report.formats import render_report
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres
from tests.conftest import NOTICE, ROOT

CASES = sorted((ROOT / "tests" / "broken").iterdir())
PINNED = [path for case in CASES for path in sorted(case.glob("expected*.txt"))]
SHOWN = PurePosixPath("content/notices/notice.yaml")


def report(data: bytes, language: str = "zh") -> str:
    """Return what the program says of a notice."""
    _, found = load_notice(data, SHOWN, shipped_genres)
    return "".join(f"{line}\n" for line in render_report(in_reading_order(found), "text", language))


@pytest.mark.parametrize("pinned", PINNED, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_message(pinned: Path) -> None:
    """The notice is refused with exactly the pinned text."""
    language = "en" if ".en." in pinned.name else "zh"
    case = pinned.parent
    data = (case / "notice.yaml").read_bytes()
    loaded, _ = load_notice(data, SHOWN)
    assert loaded is None
    said = report(data, language)
    if os.environ.get("DISCLOSURE_REBASE"):
        pinned.write_bytes(said.encode())
    assert said == pinned.read_text(encoding="utf-8")


def test_every_case_is_pinned() -> None:
    """No case is without its expected text."""
    assert all((case / "expected.txt").is_file() for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_place_is_inside_the_file(case: Path) -> None:
    """Every place that a message names exists in the file."""
    data = (case / "notice.yaml").read_bytes()
    _, found = load_notice(data, SHOWN)
    rows = data.decode("gb18030" if case.name == "gbk" else "utf-8", "replace").split("\n")
    for each in found:
        assert 0 <= each.line <= len(rows)
        if each.line:
            assert 1 <= each.column <= len(rows[each.line - 1]) + 1


def test_thirty_thousand_brackets() -> None:
    """Nesting that kills other parsers is one message."""
    said = report(NOTICE.encode() + b"x: " + b"[" * 30_000)
    (head, line, caret) = said.splitlines()
    assert head.startswith("content/notices/notice.yaml:19:43: 错误 嵌套超过 40 层；")
    assert caret.strip(" |") == "^"
    assert len(line) < 200


def test_ten_megabytes() -> None:
    """A file in which another was pasted is refused by its size."""
    said = report(NOTICE.encode() + b"x: " + b"a" * 10_000_000)
    assert said == (
        "content/notices/notice.yaml: 错误 文件有 10 MB，超过上限 4 MB；"
        "请检查是否误贴了图片或其他文件的内容 [text.large]\n"
    )


def test_long_line_is_shown_around_the_fault() -> None:
    """In a very long line the message shows the part around the fault, caret below it."""
    text = NOTICE.replace("现将", "很长的一段文字，" * 500 + "{missing}现将")
    head, line, caret = report(text.encode()).splitlines()
    assert "没有代号为“missing”的指标" in head
    assert len(line) < 120
    shown = line.partition("| ")[2]
    assert shown.startswith("…")
    wide = sum(2 if ord(c) > 0x2E80 else 1 for c in shown[: shown.index("{missing}")])
    assert caret.partition("| ")[2].rstrip("^") == " " * wide


def test_byte_order_mark_is_accepted() -> None:
    """Notepad's byte order mark is no fault, and lines and columns do not move."""
    loaded, found = load_notice(b"\xef\xbb\xbf" + NOTICE.encode(), SHOWN)
    assert loaded is not None
    assert found == ()


def test_windows_line_ends_are_accepted() -> None:
    """CRLF gives the same notice as LF."""
    plain, _ = load_notice(NOTICE.encode(), SHOWN)
    windows, found = load_notice(NOTICE.replace("\n", "\r\n").encode(), SHOWN)
    assert plain is not None
    assert windows is not None
    assert windows.notice == plain.notice
    assert found == ()


def test_bare_values_survive() -> None:
    """What YAML 1.1 would turn into other things stays what was typed."""
    text = NOTICE.replace("0563-2263070", "05632263070").replace("某县纪委", "no")
    text = text.replace("09:30", "12:30").replace("value: 75", "value: 1.10")
    text = text.replace(
        "lead: 现将巡察整改进展情况予以公布。", "lead: on\nkeywords: [1e3, 0x1F, 2022-02-23, ~x]"
    )
    loaded, _ = load_notice(text.encode(), SHOWN)
    assert loaded is not None
    notice = loaded.notice
    assert notice.contact[0].phone == ("05632263070",)
    assert (notice.source, notice.published_time, notice.lead) == ("no", "12:30", ("on",))
    assert loaded.figures["funds"].text == "1.10亿元"
    assert notice.keywords == ("1e3", "0x1F", "2022-02-23", "~x")


def test_warnings_do_not_refuse() -> None:
    """A finding that stops nothing leaves the notice usable."""
    loaded, found = load_notice(NOTICE.replace("published_time: 09:30\n", "").encode(), SHOWN)
    assert loaded is not None
    assert [each.level for each in found] == [Level.WARNING]
