"""Publishing, going back and delivering by buttons."""

from pathlib import Path

import pytest

from disclosure.desk.actions import deliver, publish
from disclosure.desk.actions.publish import can_go_back
from disclosure.desk.actions.said import refusal
from disclosure.editorial.check import check_file
from disclosure.errors import DisclosureError
from disclosure.handover.deliver import make_delivery
from disclosure.handover.delivery_writer import write_delivery
from tests.conftest import NOTICE, Project
from tests.desk.actions.clerk import Clerk
from tests.stages.office import change, stand

EPOCH = 1_646_000_000  # 2022-02-28 in China


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """Give a clerk in a project of its own folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    (tmp_path / "project").mkdir()
    return Clerk(Project(tmp_path / "project"))


def test_plan_run_and_stage(clerk: Clerk) -> None:
    """The plan names what travels and touches nothing; the run does it, and tells how far it is."""
    clerk.publish_to("../web")
    web = clerk.project.root.parent / "web"
    assert f"（{web}）" in publish.will(clerk.context)
    clerk.sign_all()
    clerk.seal()
    plan = publish.plan(clerk.context, clerk.published)
    assert plan.blockers == ()
    assert plan.said.startswith(f"到 web：要传 {len(plan.write)} 个文件，删 0 个")
    assert "notices/first/index.html" in plan.write
    assert not web.exists()
    seen: list[tuple[int, int]] = []
    done = publish.do(clerk.context, clerk.published, "web", lambda *each: seen.append(each))
    assert done.said == plan.said.replace("到 web：要传", "已发布到 web：传了").replace(
        "，删 ", "，删了 "
    )
    assert seen[-1] == (len(plan.write), len(plan.write))
    assert (web / "notices" / "first" / "index.html").is_file()
    assert stand(clerk.project).published_version == 1
    assert not clerk.settings.output.exists()
    assert publish.plan(clerk.context, clerk.published, "web").write == ()


def test_blocked(clerk: Clerk) -> None:
    """What is not ready is named with its notice, in words without commands; nothing travels."""
    clerk.publish_to("../web")
    clerk.project.write("second", NOTICE)
    clerk.sign_all()
    plan = publish.plan(clerk.context, clerk.published, "web")
    assert [(each.slug, each.said) for each in plan.blockers] == [
        ("first", "现在的文字还没有定版；请先定版"),
        ("second", "还没有审签完成，或者审签以后又改动过；请先审签"),
    ]
    assert plan.said == "还不能发布，有 2 处没有办完"
    with pytest.raises(DisclosureError) as told:
        publish.do(clerk.context, clerk.published, "web", lambda done, total: None)
    assert refusal(told.value, "zh") == plan.said
    assert not (clerk.project.root.parent / "web").exists()


def test_several_targets(clerk: Clerk) -> None:
    """With several to choose from, what publishing will do is said of the chosen one."""
    clerk.publish_to("../web")
    path = clerk.project.content / "site.yaml"
    more = "targets: [{name: usb, url: 'file:../usb'}, "
    path.write_text(path.read_text("utf-8").replace("targets: [", more), "utf-8")
    assert publish.will(clerk.context).endswith("传到所选的地方，再逐个读回核对")
    assert "传到 usb（" in publish.will(clerk.context, "usb")


def test_locked_target(clerk: Clerk) -> None:
    """Whose lock it is stands there, and that it can be lifted; nothing of a command line."""
    clerk.publish_to("../web")
    clerk.sign_all()
    clerk.seal()
    web = clerk.project.root.parent / "web"
    web.mkdir()
    (web / "publishing.json").write_bytes(b"{")
    with pytest.raises(DisclosureError) as told:
        publish.do(clerk.context, clerk.published, "web", lambda done, total: None)
    said = refusal(told.value, "zh")
    assert said.endswith("确认没有人正在发布以后，可以解开")
    assert "--unlock" not in said
    assert [path.name for path in web.iterdir()] == ["publishing.json"]


def test_no_target(clerk: Clerk) -> None:
    """Without a target the button says what is missing."""
    assert publish.will(clerk.context) == ""
    with pytest.raises(DisclosureError) as told:
        publish.plan(clerk.context, clerk.published)
    assert refusal(told.value, "zh") == "网站信息里还没有写发布到哪里；请先填好发布目标"


def test_going_back(clerk: Clerk) -> None:
    """A target of releases goes back to the site before; one whose files are replaced does not."""
    clerk.publish_to("../web", ", mode: 整体切换")
    web = clerk.project.root.parent / "web"
    (target,) = clerk.context.site.publish.targets
    assert can_go_back(target)
    assert not can_go_back(target.model_copy(update={"mode": "逐个替换"}))
    assert publish.will_go_back(clerk.context).startswith("把 web 上的网站换回上一次发布的样子")
    for old, new in (("", ""), ("38", "39")):
        change(clerk.project, old, new)
        clerk.sign_all()
        clerk.seal("说明")
        publish.do(clerk.context, clerk.published, "web", lambda done, total: None)
    page = web / "current" / "notices" / "first" / "index.html"
    assert "39个" in page.read_text("utf-8")
    assert stand(clerk.project).published_version == 2
    said = publish.back(clerk.context, clerk.published, "web").said
    assert said == "web 上的网站已换回上一次发布的样子"
    assert "38个" in page.read_text("utf-8")
    standing = stand(clerk.project)
    assert (standing.published_version, standing.version) == (1, 2)


def test_delivered(clerk: Clerk) -> None:
    """The download has the bytes of ``deliver --zip``; what speaks against it is said."""
    assert "压缩包" in deliver.will(clerk.context)
    delivered = deliver.do(clerk.file, clerk.context)
    assert delivered.notes[0] == (
        "注意：这份通报还没有审签完成，或者审签以后又改动过；公开以前请先审签"
    )
    context = clerk.context
    path = clerk.project.root / delivered.name
    write_delivery(path, make_delivery(check_file(clerk.file, context), context).files)
    assert path.read_bytes() == delivered.data
    assert delivered.name == "first-delivery.zip"
    assert delivered.said.endswith("：first-delivery.zip；解开以后从 README.txt 看起")
