"""Whatever way a file is changed in, it is seen; what is not changed is not."""

import os
import shutil
from pathlib import Path

import pytest

from disclosure.preview.changes import Changes

pytestmark = pytest.mark.servers

ROUND = 12  # turns after which everything was looked at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of many notices, so that not all of them are looked at in every turn."""
    notices = tmp_path / "content" / "notices"
    notices.mkdir(parents=True)
    for number in range(400):
        path = notices / f"n-{number:03}.yaml"
        path.write_text("title: x\n", encoding="utf-8")
        os.utime(path, (1_600_000_000 + number, 1_600_000_000 + number))
    return tmp_path / "content"


def seen(changes: Changes, turns: int = ROUND) -> set[str]:
    """Return the names that are seen to change within some turns."""
    found: set[str] = set()
    for _ in range(turns):
        found |= {Path(path).name for path in changes.look()}
    return found


def test_nothing_changed(folder: Path) -> None:
    """Without a change nothing is seen, however often one looks."""
    assert seen(Changes([folder]), 3 * ROUND) == set()


def test_written_in_place(folder: Path) -> None:
    """A file that was never touched before is seen within a round, from then on at once."""
    changes = Changes([folder])
    path = folder / "notices" / "n-000.yaml"
    path.write_text("title: longer\n", encoding="utf-8")
    assert seen(changes) == {"n-000.yaml"}
    path.write_text("title: longer still\n", encoding="utf-8")
    assert seen(changes, 1) == {"n-000.yaml"}


def test_written_and_renamed(folder: Path) -> None:
    """An editor that writes another file and renames it over the old one is seen."""
    changes = Changes([folder])
    path = folder / "notices" / "n-007.yaml"
    draft = path.with_name(".n-007.tmp")
    draft.write_text("title: y\n", encoding="utf-8")
    draft.replace(path)
    assert "n-007.yaml" in seen(changes)


def test_moved_in_with_an_old_time(folder: Path, tmp_path: Path) -> None:
    """A file of last year that is moved in, or over another, is seen."""
    changes = Changes([folder])
    for name in ("new.yaml", "n-003.yaml"):
        old = tmp_path / name
        old.write_text("title: z\n", encoding="utf-8")
        os.utime(old, (1_500_000_000, 1_500_000_000))
        old.replace(folder / "notices" / name)
    assert seen(changes) == {"new.yaml", "n-003.yaml"}


def test_time_that_stays(folder: Path) -> None:
    """A share that keeps no new time is seen by the size."""
    changes = Changes([folder])
    path = folder / "notices" / "n-009.yaml"
    found = path.stat()
    path.write_text("title: longer\n", encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert seen(changes) == {"n-009.yaml"}


def test_deleted_and_renamed(folder: Path) -> None:
    """Deleting a notice and renaming another are seen in the next turn."""
    changes = Changes([folder])
    (folder / "notices" / "n-001.yaml").unlink()
    (folder / "notices" / "n-002.yaml").rename(folder / "notices" / "renamed.yaml")
    assert seen(changes, 1) == {"n-001.yaml", "n-002.yaml", "renamed.yaml"}
    assert seen(changes) == set()


def test_checkout_of_many_files(folder: Path) -> None:
    """A hundred files that change at once are all seen."""
    changes = Changes([folder])
    names = {f"n-{number:03}.yaml" for number in range(100)}
    for name in names:
        (folder / "notices" / name).write_text("title: other\n", encoding="utf-8")
    assert seen(changes) == names


def test_folders_come_and_go(folder: Path) -> None:
    """Attachments in a new folder are seen, and so is the folder's end, and its return."""
    changes = Changes([folder])
    own = folder / "notices" / "n-001"
    for _ in range(2):
        own.mkdir()
        (own / "plan.pdf").write_bytes(b"1")
        assert seen(changes) == {"plan.pdf"}
        (own / "plan.pdf").write_bytes(b"22")
        assert seen(changes, 1) == {"plan.pdf"}
        shutil.rmtree(own)
        assert seen(changes) == {"plan.pdf"}


def test_whole_content_is_renamed_away_and_back(folder: Path) -> None:
    """The watched folder itself may vanish for a while."""
    changes = Changes([folder])
    away = folder.with_name("away")
    folder.rename(away)
    assert len(seen(changes)) == 400
    away.rename(folder)
    assert len(seen(changes)) == 400


def test_editors_own_files_are_left_out(folder: Path) -> None:
    """Swap files and backups are no changes."""
    changes = Changes([folder])
    (folder / "notices" / ".n-000.yaml.swp").write_bytes(b"x")
    (folder / "notices" / "n-000.yaml~").write_bytes(b"x")
    assert seen(changes) == set()
