"""A disk that is full or read-only: a sentence says so, nothing is half written, work goes on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOTICE, SITE, Project
from tests.desk.conftest import Answer, Browser, RunningDesk, files_of
from tests.desk.test_office import API, TARGET, signed, work
from tests.small_disks import make_read_only, small_disk

LEAD = "现将巡察整改进展情况予以公布。"
TEXT = NOTICE.replace(LEAD, f"{LEAD[:-1]}，已经学习３次。")
FILE = "关于整改情况的通报\n\n一、总体情况\n\n已经整改完成。\n".encode()
RAW = {"Content_Type": "application/octet-stream", "X_File_Name": "a.txt"}
TITLE = "中共某县某局党组关于巡察整改进展情况的通报"
EDIT = {"edits": [{"kind": "set", "path": ["title"], "value": "新的标题", "was": TITLE}]}
PAGES = ("/-desk/", "/-desk/new", "/-desk/site", "/-desk/notice/first/", "/notices/first/")


@contextmanager
def running(root: Path) -> Iterator[RunningDesk]:
    """Give a desk whose notice waits for nothing but to be signed."""
    project = Project(root)
    (project.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    project.write("first", NOTICE)
    project.write("second", TEXT)
    desk = RunningDesk(project.settings)
    try:
        yield desk
    finally:
        desk.stop()


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Leave no room on a disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while True:
                    file.write(b"\0" * size)
    try:
        yield
    finally:
        filler.unlink()


def changes(opened: Browser) -> Iterator[tuple[str, Any]]:
    """Ask for everything that writes, and give what was answered."""
    found = opened.get(f"{API}findings/second").told["findings"]
    slip = next(each for each in found if each["fix"])
    place = {"code": slip["code"], "path": slip["path"]}
    for route, body in (
        ("edit/first", EDIT),
        ("fix/second", place),
        ("waive/second", {**place, "reason": "照原文"}),
        ("new", {"genre": "整改进展通报", "slug": "begun"}),
        ("sign/first", {"role": "初审", "name": "甲某"}),
        ("return/first", {"role": "初审", "name": "甲某"}),
    ):
        yield route, opened.post(f"{API}{route}", body).told
    brought = opened.post(f"{API}import", FILE, **RAW).told
    assert brought["ok"], brought
    yield "keep", opened.post(f"{API}import/{brought['id']}/keep", {"slug": "kept"}).told


def written(root: Path) -> dict[str, bytes]:
    """Return what people write in a project; locks, which hold nothing, left out."""
    found = files_of(root)
    return {name: data for name, data in found.items() if not name.endswith(".lock")}


def stays(desk: RunningDesk, opened: Browser, said: str) -> None:
    """Ask for every change: each is refused with the sentence, and every page is still there."""
    before = written(desk.settings.root)
    for route, told in changes(opened):
        assert told["ok"] is False, route
        assert said in told["said"], (route, told)
    assert written(desk.settings.root) == before
    for place in PAGES:
        answer: Answer = opened.get(place)
        assert answer.status == 200, place


def test_full(tmp_path: Path) -> None:
    """Nothing is written while the disk is full, and everything once there is room again."""
    with small_disk(tmp_path / "disk", "size=24m") as disk, running(disk) as desk:
        opened = desk.browser()
        assert opened.get("/notices/first/").status == 200
        with filled(disk):
            stays(desk, opened, "磁盘已满")
        for route, told in changes(opened):
            if route not in {"return/first", "waive/second"}:
                assert told["ok"], (route, told)


def test_full_before_sealing(tmp_path: Path) -> None:
    """A version that has no room is none: not sealed, not published, and both later."""
    with small_disk(tmp_path / "disk", "size=24m") as disk, running(disk) as desk:
        opened = desk.browser()
        signed(opened)
        (desk.settings.content / "notices" / "second.yaml").unlink()
        body = {"note": "首次公布", "reason": "首次公布"}
        before = written(disk)
        with filled(disk):
            told = opened.post(f"{API}seal/first", body).told
            assert told["ok"] is False
            assert "磁盘已满" in told["said"], told
            assert written(disk) == before
            assert opened.get("/-desk/notice/first/").status == 200
        assert opened.post(f"{API}seal/first", body).told["ok"]
        with filled(disk):
            told = work(opened, "publish/run", target="folder")
            assert told["ok"] is False
            assert "磁盘已满" in told["said"], told
        assert work(opened, "publish/run", target="folder")["ok"]


def test_full_where_uploads_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file for which there is no room aside is refused in words, and the next one is read."""
    with small_disk(tmp_path / "aside", "size=64k") as aside, running(tmp_path / "x") as desk:
        opened = desk.browser()
        monkeypatch.setattr("tempfile.tempdir", str(aside))
        told = opened.post(f"{API}import", b"\0" * (2 << 20), **RAW).told
        assert told["ok"] is False
        assert "磁盘已满" in told["said"], told
        assert opened.post(f"{API}import", FILE, **RAW).told["ok"]


@pytest.mark.parametrize("what", ["content", "everything"])
def test_read_only(tmp_path: Path, what: str) -> None:
    """What lies on a medium that nobody may write on is shown, and says so when it is changed."""
    root = tmp_path / "project"
    folder = root / "content" if what == "content" else root
    folder.mkdir(parents=True)
    with small_disk(folder, "size=24m"), running(root) as desk:
        opened = desk.browser()
        assert opened.get("/notices/first/").status == 200
        make_read_only(folder)
        stays(desk, opened, "只读")
