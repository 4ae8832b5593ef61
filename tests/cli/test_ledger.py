"""``ledger --xlsx`` and ``import --ledger`` as command lines: out to an office, and back."""

import io
import shutil
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from disclosure.render.deliveries.sheet.workbook import letters
from tests.command import Done, command
from tests.conftest import ROOT, Project
from tests.importer.ledger.sheets_made import book, cells, openpyxl, raw, saved

_NOTICE = """\
# 本文件由办公室维护
title: 云岭县水务局党组关于巡察整改进展情况的通报
issuer: 云岭县水务局党组
published: 2024-06-15
sections:
  - title: 整改情况
    sections:
      - title: 制度不健全。   # 第一条
        kind: 问题
        status: 正在整改
        leader: 王建国
        deadline: 2024-10-31
        unprinted: [status, leader, deadline]
        # 正文
        measures: [制定制度2项。]
      - {title: 学习不深入。, kind: 问题, measures: [开展学习3次。]}
      - title: 台账管理不规范。
        kind: 问题
        status: 正在整改
        measures: ["=补齐台账。"]
contact: {phone: 0360-5550118}
"""


def run(project: Project, *words: str) -> Done:
    """Run a command in a project."""
    options = ("--content", str(project.content))
    return command(*words, *options, cwd=project.root, environment={"PATH": ""})


@pytest.fixture
def notice(project: Project) -> Path:
    """Return a notice with problems, in a project where it is the only one."""
    (project.content / "notices" / "first.yaml").unlink()
    return project.write("water", _NOTICE)


def at(day: date) -> datetime:
    """Return a day as openpyxl reads it."""
    return datetime.combine(day, time())


def written(project: Project, *slugs: str) -> Path:
    """Write the table and return it."""
    to = project.root / "out" / "台账.xlsx"
    done = run(project, "ledger", "--xlsx", *slugs, "--to", str(to))
    assert done.returncode == 0, done.stdout + done.stderr
    return to


def changed(path: Path, changes: dict[str, Any]) -> None:
    """Change cells as somebody does in Excel: by openpyxl, which saves the file anew."""
    made = openpyxl().load_workbook(path)
    for place, value in changes.items():
        made.active[place] = value
    path.write_bytes(saved(made))


def rows_of(path: Path) -> list[list[Any]]:
    """Return the values of the sheet."""
    sheet = openpyxl().load_workbook(path).active
    return [[cell.value for cell in row] for row in sheet.rows]


def test_writes_what_an_office_fills_in(project: Project, notice: Path) -> None:
    """Usual columns, dates that are dates, texts that are texts, hidden ids; the head stays."""
    path = written(project)
    sheet = openpyxl().load_workbook(path).active
    rows = [[cell.value for cell in row] for row in sheet.rows]
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
        *(1, "制度不健全。", "制定制度2项。", "王建国", None),
        *(at(date(2024, 10, 31)), "正在整改"),
    ]
    assert rows[3][2] == "=补齐台账。"
    assert sheet["C4"].data_type == "s"
    assert [row[7:9] for row in rows[1:]] == [["water", f"s-1-{n}"] for n in (1, 2, 3)]
    assert all(sheet.column_dimensions[letters(at)].hidden for at in (7, 8, 9))
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["B2"].alignment.wrap_text
    assert sheet["B2"].border.left.style == "thin"


def test_is_never_replaced_and_always_the_same(project: Project, notice: Path) -> None:
    """An office's entries are not lost to a second run; the same notices give the same bytes."""
    first = written(project).read_bytes()
    done = run(project, "ledger", "--xlsx", "--to", str(project.root / "out" / "台账.xlsx"))
    assert done.returncode == 1
    assert "台账.xlsx" in done.stderr
    done = run(project, "ledger", "--xlsx", "water", "--to", str(project.root / "again"))
    assert (project.root / "again" / "water-ledger.xlsx").read_bytes() == first
    assert run(project, "ledger").returncode == 2


def test_columns_are_the_sites(project: Project, notice: Path) -> None:
    """Names and order stand in site.yaml, and are known again when the table comes back."""
    site = project.content / "site.yaml"
    site.write_text(
        site.read_text("utf-8")
        + "ledger_columns:\n  - {field: title, name: 整改任务}\n  - {field: status, name: 目前情形}\n"
        "  - {field: leader, name: 挂帅同志}\n  - {field: blank, name: 领导签字}\n",
        encoding="utf-8",
    )
    path = written(project)
    assert rows_of(path)[0][:4] == ["整改任务", "目前情形", "挂帅同志", "领导签字"]
    changed(path, {"B3": "已完成", "C2": "李新民"})
    done = run(project, "import", "--ledger", str(path), "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    text = notice.read_text("utf-8")
    assert "        leader: 李新民\n" in text
    assert "kind: 问题, status: 已完成, unprinted: [status]," in text


def test_a_column_twice_is_refused(project: Project, notice: Path) -> None:
    """Nobody could tell the two apart when the table comes back."""
    site = project.content / "site.yaml"
    site.write_text(
        site.read_text("utf-8") + "ledger_columns:\n  - {field: title, name: 问题}\n"
        "  - {field: status, name: 问题}\n",
        encoding="utf-8",
    )
    done = run(project, "ledger", "--xlsx")
    assert done.returncode == 1
    assert "栏目“问题”重复" in done.stdout


def test_comes_back_as_a_difference(project: Project, notice: Path) -> None:
    """Shown first; with --write in the notice's own lines; what the text prints stays."""
    path = written(project)
    changed(path, {"G2": "已完成", "F2": "2024年底前", "E3": "办公室", "G4": "已完成"})
    before = notice.read_bytes()
    done = run(project, "import", "--ledger", str(path))
    assert done.returncode == 1
    assert "整改状态由“正在整改”改为“已完成”" in done.stdout
    assert "整改时限由“2024-10-31”改为“2024年底前”" in done.stdout
    assert "补上责任部门“办公室”" in done.stdout
    assert "通报正文里印着“正在整改”，没有采用" in done.stdout
    assert "还没有写入" in done.stdout
    assert notice.read_bytes() == before
    run(project, "import", "--ledger", str(path), "--write")
    lines = notice.read_text("utf-8").split("\n")
    assert [line for line in lines if line not in _NOTICE.split("\n")] == [
        "        status: 已完成",
        "        deadline: 2024年底前",
        "      - {title: 学习不深入。, kind: 问题, department: 办公室, unprinted: [department], measures: [开展学习3次。]}",
    ]
    done = run(project, "import", "--ledger", str(path), "--text", "--write")
    assert done.returncode == 0, done.stdout
    assert notice.read_text("utf-8").count("status: 已完成") == 2
    assert "没有要改的" in run(project, "import", "--ledger", str(path)).stdout


def test_who_changed_what_is_known(project: Project, notice: Path) -> None:
    """In the table, in the notice meanwhile, or in both: three different things."""
    path = written(project)
    changed(path, {"D2": "李新民", "F2": date(2024, 12, 31)})
    text = _NOTICE.replace("leader: 王建国", "leader: 赵志强").replace(
        "status: 正在整改\n        leader", "status: 基本完成\n        leader"
    )
    notice.write_text(text, encoding="utf-8")
    done = run(project, "import", "--ledger", str(path), "--write")
    assert done.returncode == 1
    assert "责任领导两边都改了，没有采用：原来“王建国”，表里“李新民”，通报里“赵志强”" in done.stdout
    assert "整改状态表里没有改，通报里已改为“基本完成”" in done.stdout
    after = text.replace("deadline: 2024-10-31", "deadline: 2024-12-31")
    assert notice.read_text("utf-8") == after


def test_a_notice_that_moved_on_is_found_by_title(project: Project, notice: Path) -> None:
    """Ids by place name other problems once a section was put in; the kept title does not."""
    path = written(project)
    changed(path, {"G2": "已完成"})
    text = _NOTICE.replace(
        "      - title: 制度不健全。",
        "      - {title: 新增问题。, kind: 问题}\n      - title: 制度不健全。",
    )
    notice.write_text(text, encoding="utf-8")
    run(project, "import", "--ledger", str(path), "--write")
    after = text.replace("status: 正在整改\n        leader", "status: 已完成\n        leader")
    assert notice.read_text("utf-8") == after


def test_sorting_without_the_hidden_columns_is_seen(project: Project, notice: Path) -> None:
    """Rows whose text is one problem and whose hidden id is another change nothing."""
    path = written(project)
    changed(path, {"B2": "学习不深入", "B3": "制度不健全", "G2": "已完成"})
    done = run(project, "import", "--ledger", str(path), "--write")
    assert done.stdout.count("隐藏列对不上") == 2
    assert notice.read_text("utf-8") == _NOTICE


def test_line_ends_and_mark_stay(project: Project, notice: Path) -> None:
    """A file of Notepad's keeps its mark and its line ends."""
    before = b"\xef\xbb\xbf" + _NOTICE.replace("\n", "\r\n").encode()
    notice.write_bytes(before)
    path = written(project)
    changed(path, {"G2": "已完成"})
    run(project, "import", "--ledger", str(path), "--write")
    old, new = ("status: 正在整改\r\n        leader", "status: 已完成\r\n        leader")
    assert notice.read_bytes() == before.replace(old.encode(), new.encode())
    assert [each for each in notice.parent.iterdir() if each.read_bytes() == before]


def test_several_notices_in_one_table(project: Project, notice: Path) -> None:
    """By notice, with a column that tells them apart; each gets its own back."""
    other = project.write("forest", _NOTICE.replace("水务局", "林业局"))
    path = written(project)
    rows = rows_of(path)
    assert rows[0][1] == "通报"
    assert [row[0] for row in rows[1:]] == [1, 2, 3, 4, 5, 6]
    assert [row[8] for row in rows[1:]] == ["forest"] * 3 + ["water"] * 3
    changed(path, {"H5": "已完成"})
    run(project, "import", "--ledger", str(path), "--write")
    assert "已完成" not in other.read_text("utf-8")
    assert "已完成" in notice.read_text("utf-8")


def test_a_table_without_ids_goes_by_title(project: Project, notice: Path) -> None:
    """Numbers and signs do not count; what is only alike is a guess, and what is not, listed."""
    rows = [
        ("问题", "整改状态"),
        ("（一）制度不健全", "已完成"),
        ("学习还不够深入", "已完成"),
        ("公车管理混乱", "已完成"),
        ("3.台账管理不够规范", "已完成"),
    ]
    path = project.root / "theirs.xlsx"
    path.write_bytes(raw(cells(*rows)))
    done = run(project, "import", "--ledger", str(path))
    assert "表里没有隐藏的对照列" in done.stdout
    assert "问题1“制度不健全”：整改状态由“正在整改”改为“已完成”" in done.stdout
    assert "问题3“台账管理不规范”：表里是“3.台账管理不够规范”，像是这一条" in done.stdout
    assert "“公车管理混乱”在通报里找不到" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "是空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "老格式的表格（.xls、.et）"),
        (b"PK\x03\x04" + b"\0" * 60, "已损坏"),
        (b"%PDF-1.7", "不是 .xlsx 表格"),
        (raw(cells(("甲", "乙"))), "没有找到表头"),
    ],
)
def test_what_is_no_table_is_refused(
    project: Project, notice: Path, data: bytes, said: str
) -> None:
    """With a sentence that says what to do; nothing is written."""
    path = project.root / "x.xlsx"
    path.write_bytes(data)
    done = run(project, "import", "--ledger", str(path), "--write")
    assert done.returncode == 1
    assert said in done.stderr
    assert notice.read_text("utf-8") == _NOTICE


def test_formulas_are_not_worked_out(project: Project, notice: Path) -> None:
    """What the file keeps as a result is used, and that is said."""
    formula = '<c t="str"><f>CONCATENATE("已","完成")</f><v>已完成</v></c>'
    first = "".join(f'<c t="inlineStr"><is><t>{t}</t></is></c>' for t in ("问题", "整改状态"))
    row = f'<row>{first}</row><row><c t="inlineStr"><is><t>制度不健全</t></is></c>{formula}</row>'
    path = project.root / "x.xlsx"
    path.write_bytes(raw(f"<sheetData>{row}</sheetData>"))
    done = run(project, "import", "--ledger", str(path))
    assert "整改状态是公式，没有计算，用的是表里存的结果“已完成”" in done.stdout
    assert "改为“已完成”" in done.stdout


def test_holds_no_clock_and_nothing_deflated(project: Project, notice: Path) -> None:
    """What deflate makes depends on the machine, and a time on the day."""
    with zipfile.ZipFile(io.BytesIO(written(project).read_bytes())) as package:
        for each in package.infolist():
            assert (each.compress_type, each.date_time[0]) == (zipfile.ZIP_STORED, 1980)


def test_a_book_of_openpyxl_is_read(project: Project, notice: Path) -> None:
    """Shared strings and styles, as most programs write them."""
    path = project.root / "x.xlsx"
    path.write_bytes(book([["问题", "责任人"], ["学习不深入", "张三"]]))
    assert "补上责任领导“张三”" in run(project, "import", "--ledger", str(path)).stdout


def test_an_untouched_table_changes_nothing(project: Project) -> None:
    """Of notices of every genre, and of one that fills every field: all that is said comes back."""
    (project.content / "notices" / "first.yaml").unlink()
    for path in sorted((ROOT / "tests" / "cases" / "genres").glob("*.yaml")):
        project.write(f"g-{path.stem}", path.read_text("utf-8"))
    whole = ROOT / "tests" / "golden" / "every-part" / "content" / "notices"
    shutil.copytree(whole, project.content / "notices", dirs_exist_ok=True)
    done = run(project, "import", "--ledger", str(written(project)))
    assert (done.returncode, "没有要改的" in done.stdout) == (0, True), done.stdout
