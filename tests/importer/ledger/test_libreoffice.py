"""Tables through LibreOffice, as offices without Excel open and save them."""

import csv
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_ledger import changed, notice, run, written
from tests.conftest import Project
from tests.required import missing, program

__all__ = ["notice"]
_AS_TEXT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false"


def saved_by_office(path: Path, form: str) -> Path:
    """Return what LibreOffice makes of a file, in a folder of its own."""
    soffice, folder = program("soffice"), path.parent / "saved"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", form]
    command += ["--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = folder / f"{path.stem}.{form.partition(':')[0]}"
    return found if found.exists() else missing("libreoffice-calc-nogui")


@pytest.mark.servers
def test_is_opened(project: Project, notice: Path) -> None:
    """Every cell says there what it says here; what begins with = is no formula."""
    path = written(project)
    with saved_by_office(path, _AS_TEXT).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:7] == [
        "序号",
        "问题",
        "整改措施",
        "责任领导",
        "责任部门",
        "整改时限",
        "整改状态",
    ]
    assert rows[1][:7] == [
        *("1", "制度不健全。", "制定制度2项。", "王建国", "", "2024年10月31日", "正在整改")
    ]
    assert rows[3][2] == "=补齐台账。"
    assert [row[8] for row in rows[1:]] == ["s-1-1", "s-1-2", "s-1-3"]


@pytest.mark.servers
def test_saved_again_comes_back(project: Project, notice: Path) -> None:
    """Nothing is different but what somebody changed; hidden columns and dates survive."""
    path = written(project)
    before = notice.read_text("utf-8")
    again = saved_by_office(path, "xlsx")
    assert again.read_bytes() != path.read_bytes()
    done = run(project, "import", "--ledger", str(again))
    assert (done.returncode, "没有要改的" in done.stdout) == (0, True), done.stdout
    again.unlink()
    changed(path, {"G2": "已完成", "F2": "2024年底前"})
    done = run(project, "import", "--ledger", str(saved_by_office(path, "xlsx")), "--write")
    assert done.returncode == 0, done.stdout
    wanted = before.replace("status: 正在整改\n        leader", "status: 已完成\n        leader")
    assert notice.read_text("utf-8") == wanted.replace("2024-10-31", "2024年底前")


@pytest.mark.servers
def test_the_old_format_is_refused(project: Project, notice: Path) -> None:
    """A real .xls, with what to do."""
    old = saved_by_office(written(project), "xls")
    done = run(project, "import", "--ledger", str(old))
    assert done.returncode == 1
    assert "老格式的表格（.xls、.et）" in done.stderr
