"""Genres of a unit's own: read strictly, used by the build, sealed with a version."""

from pathlib import Path

import pytest

from disclosure.archive.verify import verify
from disclosure.pipeline.build import build_site
from disclosure.project.belongings import belongings_of
from disclosure.project.genres import read_genres
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notices
from disclosure.project.sealed_archive import store_of
from disclosure.report.formats import render_report
from disclosure.versioning.rebuild import rebuild
from tests.conftest import NOTICE, Project
from tests.versioning.sealer import sign_and_seal

OWN = """\
name: 整改督办公示
about: 督办事项的办理情况
required: [contact]
labels: {problem: 督办事项, counter: 项, status: 督办状态}
rules_off: [release.title]
"""


def add(project: Project, text: str = OWN, name: str = "supervised.yaml") -> Path:
    """Give a project a genre of its own, and a notice of it."""
    path = project.content / "genres" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    project.write("first", "genre: 整改督办公示\n" + NOTICE)
    return path


def said(project: Project) -> list[str]:
    """Return what is said of a project's genre files, first lines only."""
    _, found = read_genres(project.settings)
    return [line for line in render_report(found, "text", "zh") if line.startswith("content/")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("labels: {poblem: 事项}", ":3:10: 错误 不认识“poblem”，是不是“problem”？"),
        ("labels: {台账: 事项}", ":3:10: 错误 不认识“台账”；这里可以用的有：counter（问题的量词）"),
        ("labels: {problem: 事 项}", ":3:19: 错误 “事 项”不能做这里的用字；"),
        ("required: [联系方式]", ":3:12: 错误 “联系方式”不是通报里可以要求的项，是不是 contact（联系方式）？"),
        ("required: [title]", ":3:12: 错误 “title”每份通报都要写，文种里不用要求；请删去"),
        ("usual: [sumary]", ":3:9: 错误 “sumary”不是通报里可以要求的项，是不是 summary（摘要）？"),
        ("required: [unit]\nusual: [unit]", ":4:9: 错误 “unit”已经写在 required（必须填写）里；"),
        ("rules_off: [structure.respons]", ":3:13: 错误 没有检查规则“structure.respons”，是不是“structure.response”？"),
        ("rules_off: [甲]", ":3:13: 错误 没有检查规则“甲”；请用 check --rules"),
        ("rules: [structure.response]", ":3:1: 错误 不认识“rules”，是不是“rules_off”？"),
        ("必填: [unit]", ":3:1: 错误 不认识“必填”"),
        ("name: 又名", ":3:1: 错误 “name”写了两次"),
    ],
)  # fmt: skip
def test_faults(project: Project, line: str, expected: str) -> None:
    """Whatever a genre file says that is not known is told with its place and what to do."""
    add(project, f"name: 甲\nabout: 乙\n{line}\n")
    (found,) = said(project)
    assert found.startswith(f"content/genres/supervised.yaml{expected}"), found
    result = build_site(project.settings)
    assert not result.built
    assert any(each.path.name == "supervised.yaml" for each in result.diagnostics)


def test_two_of_one_name(project: Project) -> None:
    """Two genres of one name are a fault that names both files."""
    add(project, OWN, "a.yaml")
    add(project, OWN, "b.yaml")
    (found,) = said(project)
    assert found.startswith("content/genres/b.yaml: 错误 文种“整改督办公示”在 a.yaml 里已经有了")


def test_own_goes_before_shipped(project: Project) -> None:
    """A genre of the unit's own takes the place of a shipped one of the same name."""
    add(project, OWN.replace("整改督办公示", "其他"))
    genres, found = read_genres(project.settings)
    named = [each for each in genres.files if each.genre.name == "其他"]
    assert [each.key for each in named] == ["supervised"]
    assert found == ()


def test_build_uses_it_and_follows_it(project: Project) -> None:
    """The page speaks the unit's words; when they change, it is made anew."""
    path = add(project)
    page = project.output / "notices" / "first" / "index.html"
    assert build_site(project.settings).built
    assert "督办事项台账（共1项督办事项）" in page.read_text("utf-8")
    assert build_site(project.settings).made == 0
    path.write_text(OWN.replace("督办事项", "交办事项"), encoding="utf-8")
    assert build_site(project.settings).made == 1
    assert "交办事项台账（共1项交办事项）" in page.read_text("utf-8")


def test_sealed_with_its_version(project: Project) -> None:
    """A version holds its genre: without the unit's file it is shown and rebuilt as it was."""
    path = add(project)
    sealed = sign_and_seal(project.settings, "first", "首次公布")
    text = "genre: 整改督办公示\n" + NOTICE.replace(
        "kind: 问题", "kind: 问题\n        status: 已完成"
    )
    project.write("first", text)
    sign_and_seal(project.settings, "first", "已经办完")
    path.unlink()
    project.write("first", NOTICE)
    store = store_of(project.settings)
    assert store.read(sealed.entry, "genre.yaml") == OWN.encode()
    assert rebuild(store, sealed.entry, project.settings).different == ()
    assert verify(project.content / "archive")[1] == ()
    result = build_site(project.settings)
    assert result.built, result.diagnostics
    archive = project.output / "archive" / "first"
    assert "各督办事项的督办状态" in (archive / "index.html").read_text("utf-8")
    assert "督办事项台账" in (archive / "1" / "index.html").read_text("utf-8")
    assert build_site(project.settings).made == 0


def test_notice_without_genre_is_sealed_without(project: Project) -> None:
    """A version of a notice that names no genre has no such file."""
    sealed = sign_and_seal(project.settings, "first", "首次公布")
    assert not (project.content / "archive/first/1/genre.yaml").exists()
    assert sealed.entry.number == 1


def test_digest_is_of_what_is_printed(project: Project) -> None:
    """What is signed changes with the words that the genre prints, not with its comments."""
    path = add(project)

    def digest() -> str:
        (file,), _ = find_notices(project.settings)
        return read_notice(file, project.settings).digest

    before = digest()
    path.write_text("# 说明\n" + OWN, encoding="utf-8")
    assert digest() == before
    path.write_text(OWN.replace("督办状态", "办理状态"), encoding="utf-8")
    assert digest() != before


def test_goes_along_in_a_bundle(project: Project) -> None:
    """A unit's genres belong to its project; drafts and other files beside them do not."""
    add(project)
    for name in ("_draft.yaml", "notes.txt"):
        (project.content / "genres" / name).write_text("x", encoding="utf-8")
    files, left_out = belongings_of(project.own_templates())
    assert "content/genres/supervised.yaml" in files
    assert {"content/genres/_draft.yaml", "content/genres/notes.txt"} <= set(left_out)
