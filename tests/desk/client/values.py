"""What the notice's file holds after a change."""

from typing import Any

import yaml

from tests.conftest import Project


def saved(project: Project) -> Any:
    """Return the values of the file."""
    path = project.content / "notices" / "first.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
