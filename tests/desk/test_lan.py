"""Where other machines may look there is no desk."""

import pytest

from disclosure.cli.arguments import parse_arguments
from disclosure.cli.serve import beside_of
from disclosure.desk.desk import Desk
from tests.conftest import ROOT, Project
from tests.desk.conftest import RunningDesk


def test_lan_has_no_desk() -> None:
    """``--lan`` serves the preview alone; without it the desk stands beside it."""
    assert beside_of(parse_arguments(["serve", "--lan"], ROOT, "0")) is None
    assert isinstance(beside_of(parse_arguments(["serve"], ROOT, "0")), Desk)


@pytest.mark.servers
def test_preview_alone(project: Project) -> None:
    """Without a desk beside it nothing of one is told, served, written or put into pages."""
    running = RunningDesk(project.settings, beside=False)
    try:
        for path in ("/-desk/", "/-desk/open?key=x", "/-desk/api/token", "/-desk/desk.js"):
            answer = running.ask("GET", path)
            assert answer.status in {404, 503}, path
            assert b"desk-token" not in answer.body
        for path in ("/-desk/api/edit/first", "/-desk/api/import", "/-desk/api/new"):
            assert running.ask("POST", path, {}, Origin=running.origin).status == 405, path
        assert b"/-desk/" not in running.ask("GET", "/notices/first/").body
        assert not [line for line in running.lines if "工作台" in line]
    finally:
        running.stop()
