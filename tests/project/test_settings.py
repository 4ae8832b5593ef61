"""Where the parts of a project lie."""

from pathlib import Path, PurePosixPath

from disclosure.project.settings import Settings


def test_shown_paths(tmp_path: Path) -> None:
    """Paths inside the project are shown relative to it, others whole."""
    settings = Settings(tmp_path, tmp_path, tmp_path, tmp_path, tmp_path)
    assert settings.display_path(tmp_path / "content" / "a.yaml") == PurePosixPath("content/a.yaml")
    assert settings.display_path(Path("/elsewhere/a")) == PurePosixPath("/elsewhere/a")
