"""What others do meanwhile: a second browser, another tab, another program, a line that breaks."""

import socket
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOTICE
from tests.desk.conftest import PATIENCE, Browser, RunningDesk
from tests.preview.running import wait_for

API = "/-desk/api/"
TITLE = "中共某县某局党组关于巡察整改进展情况的通报"
OFFICE = "中共某县某局党组"
FILE = "关于整改情况的通报\n\n一、总体情况\n\n已经整改完成。\n".encode()


def put(key: str, value: str, was: str) -> dict[str, Any]:
    """Return the change of one value."""
    return {"edits": [{"kind": "set", "path": [key], "value": value, "was": was}]}


@pytest.fixture(autouse=True)
def notice(desk: RunningDesk) -> Path:
    """Write the notice anew."""
    path = desk.settings.content / "notices" / "first.yaml"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_two_browsers(desk: RunningDesk, opened: Browser, notice: Path) -> None:
    """Two that were both opened with a key change different places; of one place both texts stand."""
    other = desk.browser()
    assert opened.post(f"{API}edit/first", put("title", "甲的标题", TITLE)).told["ok"]
    assert other.post(f"{API}edit/first", put("issuer", "乙局", OFFICE)).told["ok"]
    late = other.post(f"{API}edit/first", put("title", "乙的标题", TITLE))
    assert late.status == 409
    assert late.told["conflict"]["now"] == "甲的标题"
    text = notice.read_text(encoding="utf-8")
    assert text == NOTICE.replace(TITLE, "甲的标题").replace(f"issuer: {OFFICE}", "issuer: 乙局")
    # Chosen by who has seen both.
    assert other.post(f"{API}edit/first", put("title", "乙的标题", "甲的标题")).told["ok"]


def test_two_tabs(opened: Browser, notice: Path) -> None:
    """Two tabs of one browser are two who write: neither writes over what it has not seen."""
    for value, ok in (("一", True), ("二", False)):
        answer = opened.post(f"{API}edit/first", put("title", value, TITLE))
        assert answer.told["ok"] is ok
    assert "title: 一\n" in notice.read_text(encoding="utf-8")


@pytest.mark.parametrize("to", [None, "renamed.yaml"])
def test_deleted_or_renamed(opened: Browser, notice: Path, to: str | None) -> None:
    """A notice that another program takes away is said to be gone, and is not made again."""
    assert opened.get(f"{API}texts/first").told["ok"]
    if to is None:
        notice.unlink()
    else:
        notice.rename(notice.with_name(to))
    for route, body in (
        ("edit/first", put("title", "新", TITLE)),
        ("undo/first", {}),
        ("sign/first", {"role": "初审", "name": "甲某"}),
        ("fix/first", {"code": "typography.dash", "path": ["title"]}),
    ):
        answer = opened.post(f"{API}{route}", body)
        assert answer.status == 404, route
        assert "可能刚被删除或改名" in answer.told["said"]
    assert opened.get("/-desk/notice/first/").status == 404
    assert opened.get("/-desk/").status == 200
    assert not notice.exists()
    if to is not None:
        renamed = notice.with_name(to)
        assert opened.post(f"{API}edit/renamed", put("title", "新", TITLE)).told["ok"]
        renamed.unlink()


@pytest.mark.parametrize("data", [NOTICE.encode("gb18030"), b"\x00\x01", b"title: [\n", b""])
def test_bytes_that_are_no_notice(opened: Browser, notice: Path, data: bytes) -> None:
    """What another program wrote wrong is said, never written over, and work goes on after it."""
    notice.write_bytes(data)
    change = put("title", "新的标题", TITLE)
    answer = opened.post(f"{API}edit/first", change)
    assert answer.told["ok"] is False
    assert answer.told["refused"], answer
    assert notice.read_bytes() == data
    for place in ("/-desk/", "/-desk/notice/first/", "/-desk/sheet/first/"):
        assert opened.get(place).status in {200, 409}, place
    notice.write_text(NOTICE, encoding="utf-8")
    assert opened.post(f"{API}edit/first", change).told["ok"]


def test_an_upload_that_is_given_up(
    desk: RunningDesk, opened: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    """A line that breaks half-way leaves nothing: neither a draft, nor an error, nor the file."""
    head = {**opened.headers, "Content_Type": "application/octet-stream", "X_File_Name": "a.txt"}
    rows = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in head.items())
    with socket.create_connection(("127.0.0.1", desk.port), PATIENCE) as line:
        start = f"POST {API}import HTTP/1.1\r\nHost: {desk.host}\r\nContent-Length: 4000000\r\n"
        line.sendall(f"{start}{rows}\r\n".encode() + b"x" * 3_000_000)
        line.sendall(b"x")
        # Other requests are answered while it is on its way.
        assert opened.get("/-desk/").status == 200
    kind = {"Content_Type": "application/octet-stream", "X_File_Name": "b.txt"}
    assert opened.post(f"{API}import", FILE, **kind).told["ok"]
    assert not list(desk.settings.cache.glob("crash-*"))
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


def test_what_another_writes_is_shown(opened: Browser, notice: Path) -> None:
    """The start page follows a file that is written by another program, without being told."""
    notice.write_text(NOTICE.replace(TITLE, "别人的标题"), encoding="utf-8")
    wait_for(lambda: "别人的标题" in opened.get("/-desk/").body.decode())
