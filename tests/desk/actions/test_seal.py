"""Sealing and comparing by buttons."""

import pytest

from disclosure.desk.actions import compare, seal
from disclosure.desk.actions.said import refusal
from disclosure.desk.actions.seal import reasons
from disclosure.editorial.check import check_file
from disclosure.editorial.readiness import signed_by
from disclosure.errors import DisclosureError
from disclosure.pipeline.build import build_site
from tests.conftest import Project
from tests.desk.actions.clerk import Clerk
from tests.stages.office import change


def refused(clerk: Clerk, note: str = "说明") -> str:
    """Seal, and return why that was refused."""
    with pytest.raises(DisclosureError) as told:
        seal.do(clerk.file, clerk.context, clerk.published, note, "")
    return refusal(told.value, "zh")


def test_sealed_and_compared(project: Project) -> None:
    """Each button says what it will do and what it did; then what has changed since."""
    clerk = Clerk(project)
    assert refused(clerk).startswith("这份通报还没有审签完成")
    assert reasons(clerk.file, clerk.context) == ("首次公布",)
    assert seal.will(clerk.file, clerk.context).startswith("把现在的文字定为第 1 版；")
    clerk.sign_all()
    assert refused(clerk, " ") == "请写一句话，说明这一版改了什么，不超过 400 字"
    assert clerk.seal() == "已定为第 1 版（首次公布），可以发布"
    assert (project.content / "archive" / "first" / "1" / "notice.yaml").is_file()
    assert compare.do(clerk.file, clerk.context).said == "与第 1 版相比，没有改动"
    assert reasons(clerk.file, clerk.context) == ("进展更新", "更正", "撤回")
    change(project, "38", "39")
    compared = compare.do(clerk.file, clerk.context)
    assert compared.said == f"与第 1 版相比，有下面这些改动（文字 {len(compared.texts)} 段）"
    (fact,) = compared.facts
    assert (fact.before, fact.after) == ("38个（同比+18.7%）", "39个（同比+18.7%）")
    runs = [run for each in compared.texts for run in each.runs]
    assert [(run.op, run.text) for run in runs if run.op != "same"][:2] == [
        ("deleted", "38个"), ("inserted", "39个"),
    ]  # fmt: skip
    clerk.sign_all()
    assert clerk.seal("更正数字", "更正") == "已定为第 2 版（更正），可以发布"


def test_nothing_to_compare_with(project: Project) -> None:
    """Before the first version that is said plainly."""
    clerk = Clerk(project)
    with pytest.raises(DisclosureError) as told:
        compare.do(clerk.file, clerk.context)
    assert refusal(told.value, "zh") == "这份通报还没有定过版，没有可以比较的"


def test_git_that_changes_bytes_is_noted(project: Project) -> None:
    """A .gitattributes of the office's own that keeps no bytes is a note, not a refusal."""
    clerk = Clerk(project)
    (project.content / ".gitattributes").write_text("* text=auto\n", "utf-8")
    clerk.sign_all()
    (note,) = seal.do(clerk.file, clerk.context, clerk.published, "说明", "").notes
    assert note.startswith("注意：content/.gitattributes")


def test_published_site_is_a_witness(project: Project) -> None:
    """Versions that the published site knows of and the archive has lost stop the button, too."""
    clerk = Clerk(project)
    clerk.sign_all()
    clerk.seal()
    assert build_site(project.settings).built
    (project.content / "archive" / "log.jsonl").write_bytes(b"")
    assert "少了已经定过的版本" in refused(clerk)


def test_clock_behind_the_signatures(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that is behind the signatures is told before sealing, and stops nobody."""
    clerk = Clerk(project)
    clerk.sign_all()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    checked = check_file(clerk.file, clerk.context)
    signed = signed_by(checked, clerk.context)
    assert seal.will(clerk.file, clerk.context, signed).startswith(
        "注意：电脑时间 2001-09-09 09:46:40 早于审签时间"
    )
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert seal.will(clerk.file, clerk.context, signed).startswith("把现在的文字定为第 1 版；")
