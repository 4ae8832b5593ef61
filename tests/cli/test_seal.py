"""``seal``, ``verify`` and ``diff`` as command lines."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from disclosure.render import outputs
from tests.cli.test_sign import EPOCH, sign_all
from tests.command import PATH, Done, command
from tests.conftest import Project
from tests.required import program


def run(project: Project, *options: str, at: int = EPOCH + 60) -> Done:
    """Run a command at a given time."""
    environment = {"PATH": PATH, "SOURCE_DATE_EPOCH": str(at)}
    words = (*options, "--content", str(project.content))
    return command(*words, cwd=project.root, environment=environment)


def edit(project: Project, old: str, new: str) -> None:
    """Change the notice."""
    path = project.content / "notices" / "first.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def sealed(project: Project, number: int, note: str = "首次公布") -> Path:
    """Sign and seal, and return the version's folder."""
    sign_all(project) if number == 1 else _sign_again(project, number)
    done = run(project, "seal", "first", "--note", note, at=EPOCH + 100 * number)
    assert done.returncode == 0, done.stderr
    assert (
        done.stdout.splitlines()[-1] == f"已定版：第 {number} 版，content/archive/first/{number}/"
    )
    return project.content / "archive" / "first" / str(number)


def _sign_again(project: Project, number: int) -> None:
    for step, (role, name) in enumerate((("初审", "张三"), ("复审", "李四"), ("终审", "王五"))):
        options = ("sign", "first", "--role", role, "--name", name)
        done = run(project, *options, at=EPOCH + 100 * number - 10 + step)
        assert done.returncode == 0, done.stderr


def test_version(project: Project) -> None:
    """A version holds what the issue asks for, and sha256sum -c passes as it is."""
    (project.content / "notices" / "first").mkdir()
    (project.content / "notices" / "first" / "plan.txt").write_bytes(b"plan")
    edit(project, "lead:", "attachments: [{title: 方案, file: plan.txt}]\nlead:")
    folder = sealed(project, 1)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "index.html", "notice.yaml", "site.yaml", "files/plan.txt", "check.html", "check.json",
        "reviews.yaml", "record.json", "sha256sum.txt", *(each.name for each in outputs.sealed()),
    }  # fmt: skip
    checked = subprocess.run(
        [program("sha256sum"), "-c", "--strict", "sha256sum.txt"],
        cwd=folder,
        check=False,
        capture_output=True,
    )
    assert checked.returncode == 0
    record = json.loads((folder / "record.json").read_text("utf-8"))
    assert record["版本号"] == 1
    assert record["归档时间"] == record["log"]["sealed"] == "2022-02-16T16:28:20+08:00"
    assert [each["步骤"] for each in record["审签记录"]] == ["初审", "复审", "终审"]
    assert "张三" in (folder / "reviews.yaml").read_text("utf-8")
    for name in names - {"reviews.yaml", "check.html", "check.json"}:
        assert "张三".encode() not in (folder / name).read_bytes()
    assert run(project, "verify").returncode == 0


def test_sealed_page_needs_nothing(project: Project) -> None:
    """The sealed page loads nothing, runs nothing, and its links lead into its own folder."""
    import re

    folder = sealed(project, 1)
    page = (folder / "index.html").read_text("utf-8")
    assert "<script" not in page
    assert "src=" not in page
    assert "url(" not in page
    assert page.startswith("<!DOCTYPE html>")
    links = re.findall(r'<(?:a|link) [^>]*href="([^"#][^"]*)"', page)
    local = [link for link in links if not re.match(r"https?:|mailto:|tel:|\.\./", link)]
    assert local
    assert all((folder / link).is_file() for link in local), local


def test_same_bytes(project: Project, tmp_path: Path) -> None:
    """The same text, sealed at the same time, gives the same bytes anywhere."""
    sealed(project, 1)
    other = Project(tmp_path / "other")
    sealed(other, 1)
    for path in (project.content / "archive").rglob("*"):
        if path.is_file():
            twin = other.content / path.relative_to(project.content)
            assert path.read_bytes() == twin.read_bytes(), path


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("first",), "--note"),
        (("first", "--note", "x" * 401), "--note"),
        (("first", "--note", "好", "--reason", "好玩"), "首次公布、进展更新、更正、撤回"),
        ((), "请写明"),
    ],
)
def test_wrong_usage(project: Project, options: tuple[str, ...], says: str) -> None:
    """A seal without note, reason or notice is refused in plain words."""
    sign_all(project)
    project.write("second", (project.content / "notices" / "first.yaml").read_text("utf-8"))
    done = run(project, "seal", *options)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert not (project.content / "archive").exists()


def test_refused(project: Project) -> None:
    """Unsigned, changed since, with errors, or nothing new: refused, and nothing written."""
    done = run(project, "seal", "first", "--note", "首次公布")
    assert (done.returncode, "审签" in done.stderr) == (1, True)
    sealed(project, 1)
    done = run(project, "seal", "first", "--note", "再次", at=EPOCH + 200)
    assert (done.returncode, "第 1 版相同" in done.stderr) == (1, True)
    edit(project, "38", "41")
    done = run(project, "seal", "first", "--note", "更新", at=EPOCH + 200)
    assert (done.returncode, "审签" in done.stderr) == (1, True)
    edit(project, "lead: 现将", "lead: 手机13812345678。现将")
    done = run(project, "seal", "first", "--note", "更新", at=EPOCH + 200)
    assert (done.returncode, "check" in done.stderr) == (1, True)
    assert {path.name for path in (project.content / "archive").iterdir()} == {"first", "log.jsonl"}


def test_diff(project: Project) -> None:
    """What changed since the last version, and between two of them."""
    assert run(project, "diff", "first").returncode == 2
    sealed(project, 1)
    assert "文字没有变化" in run(project, "diff", "first").stdout
    edit(project, "value: 38", "value: 41")
    told = run(project, "diff", "first").stdout
    assert "指标  新建项目: 38个（同比+18.7%） → 41个（同比+18.7%）" in told
    place, sentence = told.splitlines()[-2:]
    assert place.startswith("【")
    assert "新建项目[-38个-]{+41个+}，" in sentence
    sealed(project, 2, "更新数据")
    assert run(project, "diff", "first", "1", "2").stdout == told
    assert "文字没有变化" in run(project, "diff", "first").stdout
    assert "有的是 1、2" in run(project, "diff", "first", "1", "3").stderr


def test_diff_of_any_two(project: Project) -> None:
    """Any two versions are compared, also two that the site does not compare, either way round."""
    for number in range(1, 5):
        sealed(project, number)
        edit(project, f"value: {37 + number}", f"value: {38 + number}")
    assert "新建项目[-39个-]{+41个+}，" in run(project, "diff", "first", "2", "4").stdout
    assert "新建项目[-41个-]{+39个+}，" in run(project, "diff", "first", "4", "2").stdout


def test_diff_of_a_table(project: Project) -> None:
    """The cells of a row stand apart as in the text, without an escape between them."""
    path = project.content / "notices" / "first.yaml"
    table = "    tables: [{columns: [事项, 件数], rows: [[办结, 2]]}]\n    sections:\n"
    path.write_text(path.read_text("utf-8").replace("    sections:\n", table, 1), "utf-8")
    sealed(project, 1)
    edit(project, "[[办结, 2]]", "[[办结, 3]]")
    told = run(project, "diff", "first").stdout
    assert "办结　[-2-]{+3+}" in told
    assert "\\t" not in told


def test_verify_copies(project: Project, tmp_path: Path) -> None:
    """A copied folder and a zip are verified like the archive; a fault is named."""
    folder = sealed(project, 1)
    head = run(project, "verify").stdout.splitlines()[-1].split()[1].split("（")[0]
    copy = shutil.copytree(project.content / "archive", tmp_path / "copy")
    shutil.make_archive(str(tmp_path / "packed"), "zip", project.content)
    for place in (copy, tmp_path / "packed.zip"):
        assert run(project, "verify", str(place), "--head", head).returncode == 0
    (copy / "first" / "1" / "notice.txt").write_bytes(b"x")
    done = run(project, "verify", str(copy))
    assert done.returncode == 1
    assert "first/1/notice.txt: 真实性 文件被改动过" in done.stdout
    assert "真实性: 1 处异常" in done.stdout
    done = run(project, "verify", "--head", "0" * 64)
    assert (done.returncode, "archive.tail" in done.stdout) == (1, True)
    assert run(project, "verify", str(copy / "first")).returncode == 2
    assert folder.is_dir()


def test_withdrawal(project: Project) -> None:
    """A withdrawal is a version of its own, of the same text, with its reason."""
    sealed(project, 1)
    options = ("seal", "first", "--note", "内容有误，予以撤回", "--reason", "撤回")
    assert run(project, *options, at=EPOCH + 200).returncode == 0
    record = json.loads((project.content / "archive/first/2/record.json").read_text("utf-8"))
    assert record["版本说明"] == "撤回：内容有误，予以撤回"
    assert run(project, "verify").returncode == 0


def test_clock_set_back(project: Project) -> None:
    """A version is never dated before the one it follows; the note says what the clock said, verify both."""
    sealed(project, 1)
    options = ("seal", "first", "--note", "撤回", "--reason", "撤回")
    assert run(project, *options, at=EPOCH + 50).returncode == 0
    last = json.loads((project.content / "archive/log.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["sealed"] == "2022-02-16T16:28:20+08:00"
    assert last["note"] == "撤回（定版时电脑时间为 2022-02-16T16:27:30+08:00，早于上一版）"
    done = run(project, "verify", at=EPOCH + 50)
    assert done.returncode == 0
    assert done.stdout.count("[archive.ahead]") == 2
    assert "archive.ahead" not in run(project, "verify", at=EPOCH + 100).stdout


def test_signed_later_than_sealed(project: Project) -> None:
    """Sign-offs by a clock that was ahead are told before sealing and by ``verify``; the archive is sound."""
    for role, name in (("初审", "张三"), ("复审", "李四"), ("终审", "王五")):
        options = ("sign", "first", "--role", role, "--name", name)
        assert run(project, *options, at=EPOCH + 10**9).returncode == 0
    done = run(project, "seal", "first", "--note", "首次公布")
    assert done.returncode == 0
    told = "注意：电脑时间 2022-02-16 16:27:40 早于审签时间 2053-10-25 18:13:20"
    assert 0 <= done.stdout.find(told) < done.stdout.find("已定版")
    done = run(project, "verify")
    assert (done.returncode, done.stdout.count("[archive.signed_later]")) == (0, 1)


def test_no_word_of_a_clock_that_is_right(project: Project) -> None:
    """Sealed after its signatures, a notice is sealed without a word about the clock."""
    sign_all(project)
    done = run(project, "seal", "first", "--note", "首次公布", at=EPOCH + 100)
    assert done.returncode == 0
    assert "电脑时间" not in done.stdout


def test_warnings_are_counted_before_a_seal(project: Project) -> None:
    """Signing and sealing print errors and how many warnings there are, not all of them again."""
    edit(project, "现将", "会议3次,学习2次。现将")
    sign_all(project)
    done = run(project, "sign", "first", "--role", "初审", "--name", "赵六")
    assert "处警告和提示，可用 python3 build.py check first 查看" in done.stdout
    assert "警告 " not in done.stdout
    done = run(project, "seal", "first", "--note", "首次公布", at=EPOCH + 100)
    assert done.returncode == 0, done.stderr
    assert "处警告和提示，可用 python3 build.py check first 查看" in done.stdout
    assert "警告 " not in done.stdout


def test_nothing_is_signed_under_a_site_with_private_words(project: Project) -> None:
    """A mobile number in the site's file stops signing and sealing, and is named."""
    sign_all(project)
    site = project.content / "site.yaml"
    text = site.read_text("utf-8")
    site.write_text(text.replace("公布整改情况", "公布整改情况，电话13812345678"), "utf-8")
    for options in (
        ("sign", "first", "--role", "初审", "--name", "赵六"),
        ("seal", "first", "--note", "公布"),
    ):
        done = run(project, *options)
        assert done.returncode == 1, done.stdout
        assert "[privacy.mobile]" in done.stdout
        assert "site.yaml" in done.stderr


def test_digests_are_shown_to_those_who_ask(project: Project) -> None:
    """What a clerk need not know is printed with --verbose only, and is what the files say."""
    options = ("first", "--role", "初审", "--name", "张三", "--verbose")
    said = run(project, "sign", *options).stdout
    assert "已记录：初审 张三，2022-02-16 16:27\n" in said
    assert "  初审（审）  已审签  张三  2022-02-16 16:27  同意\n" in said
    record = (project.content / "reviews" / "first.yaml").read_text("utf-8")
    assert re.findall(r"^内容摘要 ([0-9a-f]{64})$", said, re.MULTILINE) == re.findall(
        r'digest: "(\w+)"', record
    )
    for number, (role, name) in enumerate((("复审", "李四"), ("终审", "王五")), 1):
        said = run(project, "sign", "first", "--role", role, "--name", name, at=EPOCH + number)
        assert not re.search(r"[0-9a-f]{64}", said.stdout)
    said = run(project, "seal", "first", "--note", "首次公布", "--verbose", at=EPOCH + 9).stdout
    line = (project.content / "archive" / "log.jsonl").read_bytes().rstrip(b"\n")
    assert f"末行摘要 {hashlib.sha256(line).hexdigest()}" in said
