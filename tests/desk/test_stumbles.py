"""What a clerk stumbles over: guesses left, the site's fault, counts, targets, locks, company."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.publish.remote_lock import LOCK_FILE
from tests.conftest import NOTICE, SITE, Project
from tests.desk.conftest import PATIENCE, Browser, RunningDesk

API = "/-desk/api/"
TARGET = "publish:\n  targets:\n    - {name: folder, url: 'file:out'}\n"
GUESSED = NOTICE.replace("issuer:", "# 请核对：发布单位取自落款\nissuer:")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a desk of a project that is published to a folder."""
    project = Project(tmp_path_factory.mktemp("stumbles"))
    (project.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    running = RunningDesk(project.settings)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def asked(running: RunningDesk) -> Browser:
    """Give a browser that was opened with the key."""
    return running.browser()


@pytest.fixture
def made(running: RunningDesk) -> Iterator[Project]:
    """Give the desk's project with its one notice; what a test adds goes again."""
    found = Project.__new__(Project)
    found.root, found.content = running.settings.root, running.settings.content
    found.output = running.settings.output
    found.write("first", NOTICE)
    yield found
    (found.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    for path in (found.content / "notices").glob("*.yaml"):
        if path.stem != "first":
            path.unlink()


def page(asked: Browser, place: str = "") -> str:
    """Return a page of the desk."""
    return asked.get(f"/-desk/{place}").body.decode()


def work(asked: Browser, route: str, **body: Any) -> Any:
    """Have some work done and return what came of it."""
    name = asked.post(f"{API}{route}", body).told["job"]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        told = asked.get(f"{API}jobs/{name}").told
        if told["over"]:
            return told
        time.sleep(0.02)
    raise AssertionError("still at work")


def test_guesses_left(asked: Browser, made: Project) -> None:
    """How many are left is said; confirming one takes its comment out, and undo brings it back."""
    path = made.write("first", GUESSED)
    assert "还有 1 处导入时推断的" in page(asked)
    (guess,) = asked.get(f"{API}guesses/first").told["guesses"]
    assert guess["label"] == "发布单位"
    body = {"path": guess["path"], "reason": guess["reason"], "was": guess["value"]}
    assert asked.post(f"{API}settle/first", body).told["ok"]
    assert path.read_text(encoding="utf-8") == NOTICE
    assert "推断" not in page(asked)
    assert asked.post(f"{API}undo/first", {}).told["ok"]
    assert path.read_text(encoding="utf-8") == GUESSED
    for wrong in ({"path": "issuer"}, {"path": []}, {**body, "value": 3}, {**body, "was": {}}):
        assert asked.post(f"{API}settle/first", wrong).status == 400, wrong


def test_the_sites_fault_is_said_once(asked: Browser, made: Project) -> None:
    """A fault in site.yaml stands once above all notices, with the way to the form."""
    made.write("second", NOTICE)
    (made.content / "site.yaml").write_text(SITE + "nmae: 错\n", encoding="utf-8")
    told = page(asked)
    assert told.count("网站信息有错误") == 1
    assert "nmae" in told
    assert "content/site.yaml 有错误；请先改正" not in told
    assert told.count('href="/-desk/site"') == 2  # above, and in the head
    assert 'class="desk-button" href="/-desk/site"' in page(asked, "notice/first/")


def test_a_notice_named_site(asked: Browser, made: Project) -> None:
    """A notice may be called site; the site's form has an address that no notice can have."""
    made.write("site", NOTICE)
    fields = asked.get(f"{API}form/-site").told["fields"]
    assert any(each["key"] == "organizer" for each in fields)
    fields = asked.get(f"{API}form/site").told["fields"]
    assert any(each["key"] == "issuer" for each in fields)
    assert 'data-slug="-site"' in page(asked, "site")


def test_one_count(asked: Browser, made: Project) -> None:
    """The notice's page and the findings beside the text count the same, of every level."""
    made.write("first", NOTICE.replace("。\n", ",听取汇报。\n", 1))
    told = asked.get(f"{API}findings/first").told
    assert told["count"] == len(told["findings"]) > 1
    assert told["counted"] in page(asked, "notice/first/")
    numbers = [int(each) for each in told["counted"].replace("·", " ").split() if each.isdigit()]
    assert sum(numbers) == told["count"]


def test_unknown_target(asked: Browser, made: Project) -> None:
    """Nothing is begun for a target that there is not."""
    for what in ("plan", "run", "back"):
        answer = asked.post(f"{API}publish/{what}", {"target": "nowhere"})
        assert answer.status == 400
        assert "job" not in answer.told
        assert "nowhere" in answer.told["said"]


def test_what_holds_it_up_is_named(asked: Browser, made: Project) -> None:
    """A publication that one notice holds up names it, by its title and with its place."""
    told = work(asked, "publish/run", target="folder")
    assert not told["ok"]
    assert {each["slug"] for each in told["blockers"]} == {"first"}
    assert told["blockers"][0]["title"] == "中共某县某局党组关于巡察整改进展情况的通报"


def test_a_lock_left_behind(asked: Browser, running: RunningDesk, made: Project) -> None:
    """It is said who left it and what lifting it does; it is lifted only where that is asked for."""
    for role, name in (("初审", "甲某"), ("复审", "乙某"), ("终审", "丙某")):
        assert asked.post(f"{API}sign/first", {"role": role, "name": name}).told["ok"]
    assert asked.post(f"{API}seal/first", {"note": "首次公布", "reason": "首次公布"}).told["ok"]
    out = running.settings.root / "out"
    out.mkdir(exist_ok=True)
    note = {
        "by": "乙机",
        "since": "2022-02-23 09:30",
        "machine": "other",
        "token": "x",
        "places": [],
    }
    (out / LOCK_FILE).write_text(json.dumps(note), encoding="utf-8")
    told = work(asked, "publish/run", target="folder")
    assert not told["ok"]
    assert "解开" in told.get("unlock", ""), told
    assert "--unlock" not in told["said"]
    assert not list(out.rglob("index.html"))
    told = work(asked, "publish/run", target="folder", unlock=True)
    assert told["ok"], told
    assert list(out.rglob("index.html"))


def test_files_that_can_be_no_notice(asked: Browser, made: Project) -> None:
    """A file with a name that no address can have is named on the start page, with the reason."""
    assert "不能当作通报" not in page(asked)
    made.write("有 空格%20", NOTICE)
    told = page(asked)
    assert "有文件不能当作通报" in told
    assert "文件名“有 空格%20”不能作网址" in told
    assert told.count("desk-notice__title") == 1


def test_a_cell_that_no_spreadsheet_holds(asked: Browser, made: Project) -> None:
    """What is no table is not put into one, and is no fault of the program."""
    before = (made.content / "notices" / "first.yaml").read_bytes()
    body = {"text": "已完成\t" + "a" * 200_000, "first": 0, "key": "status"}
    answer = asked.post(f"{API}paste/first", body)
    assert (answer.told["ok"], answer.told["count"], answer.told["left"]) == (True, 0, [1])
    assert (made.content / "notices" / "first.yaml").read_bytes() == before
