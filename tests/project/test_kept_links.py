"""What is kept of who continues whom is what the files say now."""

import os

import pytest

from disclosure.project import kept_links
from disclosure.project.kept_links import KeptLinks
from disclosure.project.matter_sources import links_of
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import Settings
from tests.conftest import NOTICE, Project


def _now(project: Project, kept: KeptLinks) -> dict[str, str]:
    """Return what is kept, which must be what the files say."""
    files, _ = find_notices(project.settings)
    found = kept.of(files)
    assert found.keys() == {file.slug for file in files}
    links = {slug: before for slug, before in found.items() if before}
    assert links == links_of(files, project.settings)
    return links


def test_changes(project: Project) -> None:
    """A follow-up that comes, names another, names none, goes and comes back is known as it is."""
    kept = KeptLinks(project.settings)
    assert _now(project, kept) == {}
    path = project.write("second", f"continues: first\n{NOTICE}")
    assert _now(project, kept) == {"second": "first"}
    times = path.stat().st_mtime_ns
    path.write_text(f"continues: third\n{NOTICE}", encoding="utf-8")  # of the same length
    os.utime(path, ns=(times, times))
    assert _now(project, kept) == {"second": "third"}
    project.write("second", NOTICE)
    assert _now(project, kept) == {}
    path.unlink()
    assert _now(project, kept) == {}
    project.write("second", f"continues: first\n{NOTICE}")
    assert _now(project, kept) == {"second": "first"}


def test_read_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only files that have changed are read again."""
    project.write("second", f"continues: first\n{NOTICE}")
    kept = KeptLinks(project.settings)
    _now(project, kept)
    read: list[str] = []

    def noting(files: list[NoticeFile], settings: Settings) -> dict[str, str]:
        read.extend(file.slug for file in files)
        return links_of(files, settings)

    monkeypatch.setattr(kept_links, "links_of", noting)
    _now(project, kept)
    assert read == []
    project.write("second", f"continues: other\n{NOTICE}")
    _now(project, kept)
    assert read == ["second"]
