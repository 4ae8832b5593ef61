"""An office at work on one notice: it signs, seals and publishes by the commands' functions."""

from datetime import date

from disclosure.editorial.check import check_project
from disclosure.editorial.sign import sign
from disclosure.editorial.sign_request import SignRequest
from disclosure.model.publishing import PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.publish.publication import PublishOptions, publish
from disclosure.stages.due import Due, due_in
from disclosure.stages.stage import Standing
from disclosure.stages.standing import standings
from disclosure.versioning.seal import seal
from tests.conftest import Project

PEOPLE = (("初审", "张三"), ("复审", "李四"), ("终审", "王五"))


def stand(project: Project, slug: str = "first") -> Standing:
    """Return where a notice stands now."""
    return next(each for each in standings(project.settings) if each.slug == slug)


def sign_as(
    project: Project, role: str, name: str, decision: str = "同意", opinion: str = ""
) -> None:
    """Sign the first notice."""
    checking = check_project(project.settings, ("first",))
    assert checking.context
    wanted = SignRequest(role, name, decision, opinion, None)
    sign(next(checking.notices), checking.context, wanted)


def sign_all(project: Project) -> None:
    """Let three people sign the first notice."""
    for role, name in PEOPLE:
        sign_as(project, role, name)


def seal_it(project: Project, note: str = "说明", reason: str = "") -> None:
    """Seal the first notice."""
    checking = check_project(project.settings, ("first",))
    assert checking.context
    seal(next(checking.notices), checking.context, note, reason)


def publish_it(project: Project) -> None:
    """Build the site and publish it to a folder beside it."""
    assert build_site(project.settings).built
    target = PublishTarget(name="web", url="file:../published")
    publish(target, project.settings, PublishOptions(False, False, ""), lambda done, total: None)


def change(project: Project, old: str, new: str) -> None:
    """Change the text of the first notice."""
    path = project.content / "notices" / "first.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def due(project: Project, day: date, within: int = 14) -> tuple[Due, ...]:
    """Return what is due in the first notice."""
    loaded = next(check_project(project.settings, ("first",)).notices).loaded
    assert loaded
    return due_in("first", loaded, day, within)
