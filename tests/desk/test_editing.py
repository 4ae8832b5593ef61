"""The desk's questions about one notice: texts, edits, findings, repairs, waivers."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOTICE, Project
from tests.desk.conftest import Browser, RunningDesk
from tests.preview.running import wait_for

LEAD = "现将巡察整改进展情况予以公布。"
# One certain repair, in a paragraph of several, and one line that nobody may touch.
TEXT = NOTICE.replace(
    f"lead: {LEAD}",
    f"# 一行说明，不动\nlead: |\n  {LEAD}\n  已经学习３次。\n",
)

# A list that ends with something that is no text.
END = """\
signature: {name: 中共某县某局党组, date: 2022-02-23}
closing:
  - 特此公示。
  - part: signature
"""


@pytest.fixture(autouse=True)
def notice(desk: RunningDesk) -> Path:
    """Write the notice anew, and forget its states."""
    return Project.write(_Project(desk.settings.content), "first", TEXT)


class _Project(Project):
    """A project that is there already."""

    def __init__(self, content: Path) -> None:
        self.content = content


def test_texts_and_edit(opened: Browser, notice: Path) -> None:
    """A text is told as typed, changed where it stands, undone and redone."""
    told = opened.get("/-desk/api/texts/first").told
    texts = {tuple(each["path"]): each for each in told["texts"]}
    assert texts["lead", 0]["raw"] == LEAD
    edit = {"kind": "set", "path": ["lead", 0], "value": "新的一段。", "was": LEAD}
    saved = opened.post("/-desk/api/edit/first", {"edits": [edit]}).told
    assert saved["ok"], saved
    assert saved["can_undo"]
    assert notice.read_text(encoding="utf-8") == TEXT.replace(LEAD, "新的一段。")
    assert {tuple(each["path"]): each for each in saved["texts"]}["lead", 0]["raw"] == "新的一段。"
    assert opened.post("/-desk/api/undo/first").told["can_redo"]
    assert notice.read_text(encoding="utf-8") == TEXT
    assert opened.post("/-desk/api/redo/first").told["ok"]
    assert "新的一段。" in notice.read_text(encoding="utf-8")


def test_the_page_comes_with_the_answer(opened: Browser, notice: Path) -> None:
    """A save answers with the page, in either print, byte for byte as the next build writes it."""
    output = opened.desk.settings.output / "notices" / "first"
    edit = {"kind": "set", "path": ["lead", 0], "value": "新的一段。", "was": LEAD}
    saved = opened.post("/-desk/api/edit/first", {"edits": [edit], "page": "page"}).told
    assert "新的一段。" in saved["page"]
    wait_for(lambda: _held(output / "index.html") == saved["page"])
    large = opened.get("/-desk/api/texts/first?page=big").told["page"]
    wait_for(lambda: _held(output / "big" / "index.html") == large)
    undone = opened.post("/-desk/api/undo/first", {"page": "page"}).told
    assert LEAD in undone["page"]
    assert opened.get("/-desk/api/texts/first").told["page"] is None
    assert opened.get("/-desk/api/texts/first?page=other").told["page"] is None


def test_lengths_of_lists(opened: Browser, notice: Path) -> None:
    """Each list is told with all its items, also those that hold no text."""
    notice.write_text(NOTICE + END, encoding="utf-8")
    told = opened.get("/-desk/api/texts/first").told
    assert told["ok"], told
    lengths = {tuple(path): length for path, length in told["lists"]}
    assert lengths["closing",] == 2


def test_conflict_and_refusal(opened: Browser, notice: Path) -> None:
    """What somebody else changed is shown, what would not load is refused; nothing is written."""
    edit = {"kind": "set", "path": ["lead", 0], "value": "新的一段。", "was": "别的"}
    answer = opened.post("/-desk/api/edit/first", {"edits": [edit]})
    assert (answer.status, answer.told["conflict"]["now"]) == (409, LEAD)
    wrong = {"kind": "set", "path": ["published"], "value": "明天", "was": "2022-02-23"}
    answer = opened.post("/-desk/api/edit/first", {"edits": [wrong]})
    assert answer.status == 422
    assert answer.told["refused"][0]["message"]
    for value in ("\x00", "\ud800", "a\u202eb", "\ufeff"):
        bad = edit | {"was": LEAD, "value": value}
        assert opened.post("/-desk/api/edit/first", {"edits": [bad]}).told["ok"] is False, value
    assert notice.read_text(encoding="utf-8") == TEXT
    assert not list(opened.desk.settings.cache.glob("crash-*"))


def test_value(opened: Browser) -> None:
    """Any value of the file is told, and null where there is none."""
    assert (
        opened.get("/-desk/api/value/first?path=[%22sections%22,0,%22title%22]").told["value"]
        == "整改情况"
    )
    assert opened.get("/-desk/api/value/first?path=[%22none%22]").told["value"] is None
    assert opened.get("/-desk/api/value/first?path=1").status == 400


def _held(file: Path) -> str:
    return file.read_bytes().decode() if file.is_file() else ""


def _finding(opened: Browser, code: str) -> dict[str, Any]:
    found = opened.get("/-desk/api/findings/first").told["findings"]
    return next(each for each in found if each["code"] == code)


def test_repair(opened: Browser, notice: Path) -> None:
    """A certain repair is made where its finding stands, and in no other line."""
    finding = _finding(opened, "typography.compatibility")
    assert finding["fix"]
    assert finding["path"] == ["lead", 1]
    mended = opened.post("/-desk/api/fix/first", {"code": finding["code"], "path": finding["path"]})
    assert mended.told["ok"], mended
    assert notice.read_text(encoding="utf-8") == TEXT.replace("３", "3")
    again = opened.post("/-desk/api/fix/first", {"code": finding["code"], "path": finding["path"]})
    assert again.told["ok"] is False
    assert opened.post("/-desk/api/undo/first").told["ok"]
    assert notice.read_text(encoding="utf-8") == TEXT


def test_waiver(opened: Browser, notice: Path) -> None:
    """A waiver stands above the value, with its reason, and the finding is gone."""
    finding = _finding(opened, "typography.compatibility")
    asked = {"code": finding["code"], "path": finding["path"], "reason": "照原文\n# 豁免全文 x"}
    assert opened.post("/-desk/api/waive/first", asked | {"reason": " \n"}).status == 400
    waived = opened.post("/-desk/api/waive/first", asked)
    assert waived.told["ok"], waived
    row = "# 豁免 typography.compatibility：照原文 # 豁免全文 x\n"
    assert notice.read_text(encoding="utf-8") == TEXT.replace("lead: |\n", f"{row}lead: |\n")
    left = opened.get("/-desk/api/findings/first").told["findings"]
    assert finding["code"] not in [each["code"] for each in left]


def test_new_and_import(opened: Browser, desk: RunningDesk) -> None:
    """A notice is begun of a genre, another from a file; what stands there is never replaced."""
    notices = desk.settings.content / "notices"
    begun = opened.post("/-desk/api/new", {"genre": "整改进展通报", "slug": "begun"})
    assert begun.told["ok"], begun
    assert (notices / "begun.yaml").is_file()
    assert (
        opened.post("/-desk/api/new", {"genre": "整改进展通报", "slug": "begun"}).told["ok"]
        is False
    )
    file = "关于整改情况的通报\n\n一、总体情况\n\n已经整改完成。\n".encode()
    headers = {"Content_Type": "application/octet-stream", "X_File_Name": "%E9%80%9A%E6%8A%A5.txt"}
    brought = opened.post("/-desk/api/import", file, **headers).told
    assert brought["ok"], brought
    assert brought["name"] == "通报.txt"
    assert brought["complete"]
    assert opened.get(brought["account_html_url"]).status == 200
    kept = opened.post(f"/-desk/api/import/{brought['id']}/keep", {"slug": "brought"})
    assert kept.told["ok"], kept
    assert (notices / "brought.yaml").read_text(encoding="utf-8") == brought["draft"]
    assert opened.get("/-desk/notice/brought/").status == 200
    assert opened.post(f"/-desk/api/import/{brought['id']}/keep", {"slug": "other"}).status == 404
    for slug in ("begun", "brought"):
        (notices / f"{slug}.yaml").unlink()
