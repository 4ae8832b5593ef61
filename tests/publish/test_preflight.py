"""What is published is what was checked."""

from collections.abc import Callable

import pytest

from disclosure.errors import OutputError
from disclosure.pipeline.build import build_site
from disclosure.publish.preflight import run_preflight
from disclosure.versioning.withdrawal import withdraw
from tests.conftest import NOTICE, Project
from tests.publish.scenario import PLAIN, furnish
from tests.publish.test_publication import office_of


def _change(project: Project) -> None:
    project.write("first", NOTICE.replace("value: 38", "value: 39"))


def _add(project: Project) -> None:
    project.write("new", NOTICE)


def _remove(project: Project) -> None:
    (project.content / "notices" / "first.yaml").unlink()


def _attach(project: Project) -> None:
    (project.content / "notices" / "second" / "plan.pdf").write_bytes(b"%PDF-1.4 other")


def _rename(project: Project) -> None:
    notices = project.content / "notices"
    (notices / "first.yaml").rename(notices / "fourth.yaml")


def _one_blank(project: Project) -> None:
    project.write("first", NOTICE.replace("lead: 现将", "lead: 现 将"))


CHANGES = (_change, _add, _remove, _attach, _rename, _one_blank)


@pytest.mark.slow
@pytest.mark.parametrize("dry", [False, True])
@pytest.mark.parametrize("change", CHANGES)
def test_saved_after_the_checks(
    project: Project, change: Callable[[Project], None], dry: bool
) -> None:
    """A text that was saved between the checks and the build is not published, but named."""
    furnish(project)
    office, served = office_of(project)
    preflight = run_preflight(project.settings)
    assert preflight.texts
    change(project)
    assert build_site(project.settings).built
    with pytest.raises(OutputError) as caught:
        office.publish(PLAIN._replace(preflight=preflight, dry=dry))
    assert caught.value.code == "publish.moved"
    assert caught.value.params["places"].startswith("notices/")
    assert not served.exists()


def test_nothing_saved(project: Project) -> None:
    """What was not changed since the checks passes, attachments among it."""
    furnish(project)
    office, _ = office_of(project)
    preflight = run_preflight(project.settings)
    assert "notices/second/files/plan.pdf" in preflight.texts
    assert office.publish(PLAIN._replace(preflight=preflight)).written


def _say(project: Project, text: str) -> None:
    (project.content / "addresses.yaml").write_text(text, encoding="utf-8")


def test_published_and_gone(project: Project) -> None:
    """What was published and never sealed must not vanish; what was sealed stops the build."""
    furnish(project)
    office, served = office_of(project)
    assert build_site(project.settings).built
    office.publish(PLAIN)
    assert (served / "notices/first/index.html").is_file()
    notices = project.content / "notices"
    (notices / "first.yaml").rename(notices / "fourth.yaml")
    (notices / "third.yaml").rename(notices / "fifth.yaml")
    codes = [each.code for each in run_preflight(project.settings).blockers]
    assert codes.count("publish.vanished") == 1
    assert codes.count("address.lost") == 1
    _say(project, "moved_to: {first: fourth, third: fifth}\n")
    codes = [each.code for each in run_preflight(project.settings).blockers]
    assert not {"publish.vanished", "address.lost"}.intersection(codes)


def test_withdrawn_and_moved_are_published(project: Project) -> None:
    """What stands at former addresses was looked at, too, and holds nobody up."""
    furnish(project)
    office, served = office_of(project)
    withdraw("third", project.settings, "内容有误")
    project.write("third", "title: [half a")  # what is withdrawn may be half written
    notices = project.content / "notices"
    (notices / "first.yaml").rename(notices / "fourth.yaml")
    _say(project, "moved_to: {first: fourth}\n")
    preflight = run_preflight(project.settings)
    assert not [each for each in preflight.blockers if each.path.name == "third.yaml"]
    assert build_site(project.settings).built
    office.publish(PLAIN._replace(preflight=preflight))
    assert "本通报已撤回" in (served / "notices/third/index.html").read_text("utf-8")
    assert "../fourth/" in (served / "notices/first/index.html").read_text("utf-8")
