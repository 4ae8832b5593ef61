"""What is published is what was checked."""

from collections.abc import Callable

import pytest

from disclosure.errors import OutputError
from disclosure.pipeline.build import build_site
from disclosure.publish.preflight import run_preflight
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
