"""A running preview, for tests that change what it shows."""

from collections.abc import Iterator

import pytest

from tests.conftest import Project
from tests.preview.running import Running


@pytest.fixture
def preview(project: Project) -> Iterator[Running]:
    """Give a running preview of a project with its own templates."""
    running = Running(project.own_templates())
    yield running
    running.stop()
