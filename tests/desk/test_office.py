"""From a draft to a published version and a second one, by the desk's own questions alone."""

import io
import time
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import NOTICE, SITE, Project
from tests.desk.conftest import PATIENCE, Browser, RunningDesk

API = "/-desk/api/"
TARGET = "publish:\n  targets:\n    - {name: folder, url: 'file:out', mode: 整体切换}\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a desk of a project that is published to a folder."""
    project = Project(tmp_path_factory.mktemp("office"))
    (project.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    project.write("first", NOTICE.replace("2022-02-23", "2022-02-23"))
    running = RunningDesk(project.settings)
    yield running
    running.stop()


def post(opened: Browser, route: str, **body: Any) -> Any:
    """Ask for something that is done."""
    answer = opened.post(f"{API}{route}", body)
    assert answer.told["ok"], (route, answer.told)
    assert answer.told["said"] or answer.told.get("job")
    return answer.told


def work(opened: Browser, route: str, **body: Any) -> Any:
    """Have some work done and return what came of it."""
    name = post(opened, route, **body)["job"]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        told = opened.get(f"{API}jobs/{name}").told
        if told["over"]:
            return told
        time.sleep(0.02)
    raise AssertionError("still at work")


def page(opened: Browser) -> str:
    """Return the notice's page at the desk."""
    found = opened.get("/-desk/notice/first/")
    assert found.status == 200, found
    return found.body.decode()


def signed(opened: Browser) -> None:
    """Let all three sign."""
    for role, name in (("初审", "甲某"), ("复审", "乙某"), ("终审", "丙某")):
        assert f'name="role" value="{role}"' in page(opened)
        post(opened, "sign/first", role=role, name=name)


def test_whole_way(desk: RunningDesk, opened: Browser) -> None:
    """Signed by three, sealed, published; a correction, sent back, signed anew, published, undone."""
    refused = opened.post(f"{API}seal/first", {"note": "首次公布", "reason": "首次公布"})
    assert refused.told["ok"] is False
    assert "python3" not in refused.told["said"]
    twice = opened.post(f"{API}sign/first", {"role": "复审", "name": "乙某"})
    assert twice.told["ok"] is False
    signed(opened)
    assert "首次公布" in page(opened)
    post(opened, "seal/first", note="首次公布", reason="首次公布")
    plan = work(opened, "publish/plan", target="folder")
    assert plan["ok"], plan
    assert plan["written"]
    out = desk.settings.root / "out"
    assert not out.exists()
    done = work(opened, "publish/run", target="folder")
    assert done["ok"], done
    assert list(out.rglob("notices/first/index.html"))
    assert "已发布第 1 版" in page(opened)

    edit = {
        "kind": "set",
        "path": ["contact", "phone"],
        "value": "0563-2263071",
        "was": "0563-2263070",
    }
    post(opened, "edit/first", edits=[edit])
    blocked = work(opened, "publish/run", target="folder")
    assert blocked["ok"] is False
    post(opened, "return/first", role="初审", name="甲某", opinion="再看")
    signed(opened)
    compared = opened.get(f"{API}compare/first").told
    assert any("0563-2263071" in str(each) for each in (*compared["facts"], *compared["texts"]))
    post(opened, "seal/first", note="更正电话", reason="更正")
    assert work(opened, "publish/run", target="folder")["ok"]
    assert "已发布第 2 版" in page(opened)
    assert work(opened, "publish/back", target="folder")["ok"]


def test_sheet_and_delivery(opened: Browser) -> None:
    """The approval sheet is a page that nothing acts in; the delivery is a zip."""
    sheet = opened.get("/-desk/sheet/first/")
    assert sheet.status == 200
    assert "sha256-" in sheet.headers["content-security-policy"]
    assert "unsafe" not in sheet.headers["content-security-policy"]
    made = opened.get(f"{API}deliver/first")
    assert made.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(made.body)) as package:
        assert "first-delivery/copy.html" in package.namelist()


def test_keys_are_chosen_by_name(opened: Browser) -> None:
    """A key is one of those that lie in the user's own folder, never a path from the browser."""
    for key in ("../../etc/passwd", "/etc/passwd", "id_none", ""):
        asked = {"role": "无", "name": "甲某", "key": key}
        assert opened.post(f"{API}sign/first", asked).status == 400, key
