"""One finding: its place as a value, its repair, its waiver."""

from pathlib import Path

import pytest

from disclosure.editorial.check import CheckContext, Checked, check_file, open_context
from disclosure.editorial.one_finding import findings_of, mended, waived
from disclosure.project.notices import find_notices
from tests.conftest import NOTICE, Project

CODE = "typography.compatibility"
LEAD = "lead: 现将巡察整改进展情况予以公布。\n"
SHAPES = {
    "lead: 已经学习３次。\n": ("lead",),
    "lead: '已经学习３次。'  # 一句\n": ("lead",),
    "lead:\n  - 第一段。\n  # 说明\n  - 已经学习３次。\n": ("lead", 1),
    "lead: |\n  第一段。\n\n  已经学习３次。\n": ("lead", 1),
    "lead: >\n  第一段，\n  还没有完。\n\n  已经学习\n  ３次。\n": ("lead", 1),
}


def checked(project: Project, text: str) -> tuple[Checked, CheckContext]:
    """Return a notice through all rules."""
    project.write("first", text)
    context, _ = open_context(project.settings)
    assert context is not None
    return check_file(find_notices(project.settings)[0][0], context), context


@pytest.mark.parametrize("shape", SHAPES)
def test_in_every_shape(project: Project, shape: str) -> None:
    """However a text is written, its finding is found, mended, and answered for, in its lines only."""
    text = NOTICE.replace(LEAD, shape)
    one, context = checked(project, text)
    found = next(each for each in findings_of(one, context) if each.diagnostic.code == CODE)
    assert found.path == SHAPES[shape]
    assert found.fixable
    assert found.waivable
    assert mended(one, context, CODE, found.path) == text.replace("３", "3")
    kept = waived(one, CODE, found.path, "照原文")
    assert kept is not None
    rows, before = kept.split("\n"), text.split("\n")
    added = [row for row in rows if "豁免" in row]
    assert added == [f"{added[0].split('#')[0]}# 豁免 {CODE}：照原文"]
    assert [row for row in rows if "豁免" not in row] == before
    again, _ = checked(project, kept)
    assert CODE not in [each.code for each in again.diagnostics]
    assert [each.reason for each in again.waived] == ["照原文"]


def test_for_the_whole_file(project: Project) -> None:
    """What is said of the file as a whole is answered for at its top."""
    one, context = checked(project, NOTICE.replace("email: office@example.com", "address: 某路1号"))
    whole = next(
        each for each in findings_of(one, context) if each.waivable and not each.diagnostic.line
    )
    kept = waived(one, whole.diagnostic.code, whole.path, "不适用")
    assert kept is not None
    assert kept.startswith(f"# 豁免全文 {whole.diagnostic.code}：不适用\n")


def test_nothing_of_that_kind(project: Project, tmp_path: Path) -> None:
    """Where nothing was found nothing is written: another rule, another place, no reason."""
    one, context = checked(project, NOTICE.replace("予以公布", "３次公布"))
    for code, path in ((CODE, ("title",)), ("typography.dash", ("lead",)), ("none", ("lead",))):
        assert mended(one, context, code, path) is None
        assert waived(one, code, path, "理由") is None
    assert waived(one, CODE, ("lead",), " \n ") is None
