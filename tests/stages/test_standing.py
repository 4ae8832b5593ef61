"""Each stage of a notice's life, as the office's own work brings it about."""

import shlex
import shutil
from pathlib import Path

import pytest

from disclosure.messages import say
from disclosure.stages.commands import command_of
from disclosure.stages.stage import Saying, Stage, Standing, Step
from tests.conftest import NOTICE, Project
from tests.stages.office import (
    PEOPLE,
    change,
    publish_it,
    seal_it,
    sign_all,
    sign_as,
    stand,
)

EPOCH = 1_646_000_000  # 2022-02-28 in China, behind the notice's date


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a project in a folder of its own, at a day soon after its notice's date."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    (tmp_path / "project").mkdir()
    return Project(tmp_path / "project")


def named(standing: Standing) -> str:
    """Return the stage in words."""
    return say(standing.name.code, "zh", standing.name.params)


def told(standing: Standing) -> str:
    """Return what comes next in words."""
    return say(standing.next.code, "zh", standing.next.params)


def test_whole_life(project: Project) -> None:
    """From the first signature to the second version, each stage in its turn."""
    seen = []
    for role, name in PEOPLE:
        seen.append(named(stand(project)))
        sign_as(project, role, name)
    seen.append(named(stand(project)))
    seal_it(project)
    seen.append(named(stand(project)))
    publish_it(project)
    seen.append(named(stand(project)))
    change(project, "38", "39")
    changed = stand(project)
    seen.append(named(changed))
    assert (changed.version, changed.published_version, changed.step) == (1, 1, Step.SIGN)
    sign_as(project, *PEOPLE[0])
    seen.append(named(stand(project)))
    sign_as(project, *PEOPLE[1])
    sign_as(project, *PEOPLE[2])
    seen.append(named(stand(project)))
    seal_it(project)
    second = stand(project)
    seen.append(named(second))
    assert (second.version, second.published_version, second.ready) == (2, 1, True)
    publish_it(project)
    seen.append(named(stand(project)))
    assert seen == [
        "待初审", "待复审", "待终审", "待定版", "可发布（第 1 版）", "已发布第 1 版",
        "发布第 1 版以后又改过", "待复审", "待定版", "可发布（第 2 版）", "已发布第 2 版",
    ]  # fmt: skip


def test_unreadable(project: Project) -> None:
    """A file that is no notice is a draft with its errors counted."""
    project.write("first", NOTICE.replace("issuer:", "isuer:"))
    standing = stand(project)
    assert (standing.stage, standing.step, standing.title) == (Stage.DRAFT_FAULTY, Step.WRITE, "")
    assert named(standing) == f"草稿，有 {standing.errors} 处错误，读不出来"
    assert standing.errors
    assert not standing.ready


def test_without_a_date(project: Project) -> None:
    """A notice without a date of publication is a draft."""
    change(project, "published: 2022-02-23\npublished_time: 09:30\n", "")
    standing = stand(project)
    assert (standing.stage, standing.step, named(standing)) == (Stage.DRAFT, Step.WRITE, "草稿")


def test_errors_of_the_checks(project: Project) -> None:
    """An error that only the rules find is to be mended before anybody signs."""
    change(project, "招商成效不明显。", "招商成效不明显，手机13912345678。")
    standing = stand(project)
    assert (standing.stage, standing.step) == (Stage.ERRORS, Step.CHECK)
    assert standing.errors == 1
    assert named(standing) == "检查（1 处错误）"


def test_date_that_cannot_be(project: Project) -> None:
    """A date that sign would refuse is told in sign's own sentence."""
    change(project, "published: 2022-02-23", "published: 2031-02-23")
    standing = stand(project)
    assert standing.stage is Stage.ERRORS
    assert told(standing).startswith("发布日期 2031-02-23 比今天 2022-02-28 晚两个月以上")


def test_date_to_come(project: Project) -> None:
    """Signed and sealed ahead of its day, it waits for the day and is not ready."""
    change(project, "published: 2022-02-23", "published: 2022-03-10")
    sign_all(project)
    seal_it(project)
    standing = stand(project)
    assert (standing.stage, standing.ready) == (Stage.TO_PUBLISH, False)
    assert told(standing).startswith("发布日期 2022-03-10 还没有到")


def test_sent_back(project: Project) -> None:
    """A text that was sent back is to be changed, then signed from the beginning."""
    sign_as(project, *PEOPLE[0])
    sign_as(project, "复审", "李四", "退回", "数字不对")
    standing = stand(project)
    assert (named(standing), standing.step, standing.waiting_role) == ("已退回", Step.WRITE, "初审")
    assert (
        told(standing) == "“复审”李四 退回了这一稿，意见是：数字不对；请修改，再从“初审”起重新审签"
    )
    change(project, "38", "39")
    standing = stand(project)
    assert (named(standing), standing.next.code) == ("待初审", "next.sign_again")
    sign_as(project, *PEOPLE[0])
    assert named(stand(project)) == "待复审"


def test_sent_back_and_kept(project: Project) -> None:
    """Who signs the very text that was sent back takes it up again."""
    sign_as(project, "初审", "张三", "退回")
    assert told(stand(project)) == "“初审”张三 退回了这一稿；请修改，再从“初审”起重新审签"
    sign_as(project, *PEOPLE[0])
    assert named(stand(project)) == "待复审"


def test_sent_back_and_signed_in_the_same_second(project: Project) -> None:
    """A signature equal to one before the return, to the second, is yet the later one."""
    sign_as(project, *PEOPLE[0])
    sign_as(project, "复审", "李四", "退回")
    sign_as(project, *PEOPLE[0])
    assert named(stand(project)) == "待复审"


def test_too_few_people(project: Project) -> None:
    """Signed under a policy of fewer people, the chain is whole and yet not enough."""
    site = project.content / "site.yaml"
    text = site.read_text("utf-8")
    site.write_text(
        f"{text}review: {{steps: [{{role: 初审}}, {{role: 签发}}], people: 1}}\n", "utf-8"
    )
    sign_as(project, "初审", "张三")
    sign_as(project, "签发", "张三")
    assert stand(project).stage is Stage.TO_SEAL
    site.write_text(
        f"{text}review: {{steps: [{{role: 初审}}, {{role: 签发}}], people: 2}}\n", "utf-8"
    )
    standing = stand(project)
    assert (standing.stage, standing.next.code, standing.waiting_role) == (
        *(Stage.TO_SIGN, "next.few", "签发"),
    )


def test_withdrawn(project: Project) -> None:
    """A withdrawal has the same text as the version before, and is to be published all the same."""
    sign_all(project)
    seal_it(project)
    publish_it(project)
    seal_it(project, "内容有误", "撤回")
    assert named(stand(project)) == "可发布（第 2 版）"
    publish_it(project)
    assert named(stand(project)) == "已撤回（第 2 版）"


def test_others_hold_it_up(project: Project) -> None:
    """A site is published whole: a notice that is ready names those that are not."""
    project.write("second", NOTICE)
    sign_all(project)
    seal_it(project)
    assert told(stand(project)) == (
        "第 1 版可以发布，但整个网站一起发布，还有 1 份没有办完：second；请先办完它们，暂时不公布的在文件名前加下划线 _"
    )
    (project.content / "notices" / "second.yaml").unlink()
    assert told(stand(project)) == "第 1 版可以发布"


def test_broken_site(project: Project) -> None:
    """Without a readable site.yaml every notice waits for it."""
    (project.content / "site.yaml").write_text("name: [\n", "utf-8")
    assert (stand(project).stage, stand(project).next.code) == (Stage.ERRORS, "next.site")


def test_broken_record(project: Project) -> None:
    """A record of sign-offs that cannot be read is said, and nobody is asked to sign."""
    sign_all(project)
    (project.content / "reviews" / "first.yaml").write_text("signatures: [", "utf-8")
    standing = stand(project)
    assert (standing.stage, standing.next.code, standing.waiting_role) == (
        *(Stage.ERRORS, "next.review", ""),
    )


def test_roles_of_an_office(project: Project) -> None:
    """A role that is no kind of reading is named with what it is waited for."""
    site = project.content / "site.yaml"
    steps = "review: {steps: [{role: 分管领导}], people: 1}\n"
    site.write_text(site.read_text("utf-8") + steps, "utf-8")
    assert named(stand(project)) == "待分管领导审签"


def test_lost_publication_record(project: Project) -> None:
    """Where nothing is known of a publication, the sealed version can be published."""
    sign_all(project)
    seal_it(project)
    publish_it(project)
    shutil.rmtree(project.content / "published")
    assert stand(project).stage is Stage.TO_PUBLISH


@pytest.mark.parametrize(
    ("role", "typed"),
    [
        ("分管领导", "分管领导"),
        ("分管（政法）", '"分管（政法）"'),
        ("a b", '"a b"'),
        ("$(reboot)", "'$(reboot)'"),
        ("'; reboot #", '"\'; reboot #"'),
        ("`reboot`", "'`reboot`'"),
    ],
)
def test_role_in_a_command(role: str, typed: str) -> None:
    """Whatever a role is made of, a shell reads it back as one word that does nothing."""
    said = Saying("next.sign", {"role": role})
    standing = Standing("first", "", Stage.TO_SIGN, Step.SIGN, 0, 0, role, 0, 0, False, said)
    command = command_of(standing, None, keyed=False)
    assert command == f"python3 build.py sign first --role {typed} --name 姓名"
    assert shlex.split(command)[5] == role
