"""Where other machines may look there is no desk."""

from tests.conftest import Project
from tests.preview.running import Running


def test_lan_has_no_desk(project: Project) -> None:
    """With ``--lan`` nothing of the desk is told, served or put into pages."""
    # Nobody but this machine is asked or told anything in this test.
    running = Running(project.settings, "--lan", "--port", "0")
    try:
        for path in ("/-desk/", "/-desk/open", "/-desk/api/token", "/-desk/desk.js"):
            status, _, body = running.get(path)
            assert status in {404, 503}, path
            assert b"desk-token" not in body
        assert running.get("/-desk/api/edit/first", "POST")[0] == 405
        assert b"/-desk/" not in running.get("/notices/first/")[2]
        assert not [line for line in running.lines if "工作台" in line]
    finally:
        running.stop()
