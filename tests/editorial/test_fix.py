"""Certain repairs are written so that they can be undone."""

import pytest

from disclosure.editorial.check import CheckContext, Checked, check_project
from disclosure.editorial.fix import mend, write_mended
from disclosure.project.notices import find_notices
from tests.conftest import NOTICE, Project

SLIP = NOTICE.replace("现将", "会议3次,学习2次。现将")


def checked_of(project: Project) -> tuple[Checked, CheckContext]:
    """Check the project's notice."""
    checking = check_project(project.settings)
    assert checking.context is not None
    return next(iter(checking.notices)), checking.context


def test_copies_are_kept_and_none_is_overwritten(project: Project) -> None:
    """Each time the file as it was stands beside it under a name of its own."""
    path = project.write("first", SLIP)
    names = []
    for number in range(12):
        path.write_text(SLIP + f"# {number}\n", encoding="utf-8")
        checked, context = checked_of(project)
        mended = mend(checked, context)
        assert mended is not None
        copy = write_mended(checked, mended)
        assert copy.read_text("utf-8") == SLIP + f"# {number}\n"
        names.append(copy.name)
    assert names == ["first.yaml.bak", *(f"first.yaml.bak{number}" for number in range(2, 13))]
    files, wrong = find_notices(project.settings)
    assert [file.slug for file in files] == ["first"]
    assert not wrong
    copy.replace(path)
    assert checked_of(project)[0].data.decode() == SLIP + "# 11\n"


@pytest.mark.parametrize("kind", ["link", "dead link", "folder"])
def test_a_planted_name_is_left_alone(project: Project, kind: str) -> None:
    """A link or folder of the copy's name is neither followed nor replaced."""
    path = project.write("first", SLIP)
    planted, other = path.with_name("first.yaml.bak"), project.root / "other"
    other.write_bytes(b"mine")
    if kind == "folder":
        planted.mkdir()
    else:
        planted.symlink_to(other if kind == "link" else project.root / "nowhere")
    checked, context = checked_of(project)
    mended = mend(checked, context)
    assert mended is not None
    assert write_mended(checked, mended).name == "first.yaml.bak2"
    assert other.read_bytes() == b"mine"
    assert not (project.root / "nowhere").exists()
