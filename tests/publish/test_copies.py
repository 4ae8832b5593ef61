"""Disks that are full or know no links: said before anything is written."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.publish.remote_lock import LOCK_FILE
from disclosure.publish.target import TargetError
from disclosure.publish.targets.folder import FolderTarget
from tests.conftest import Project
from tests.publish.fixtures_remote import a_small_disk
from tests.publish.scenario import PLAIN, furnish
from tests.publish.sshd import Sshd
from tests.publish.targets.test_sftp import opened
from tests.publish.test_publication import MODES, office_of

__all__ = ("a_small_disk",)


@pytest.fixture(params=[errno.EOPNOTSUPP, errno.EPERM, errno.ENOSYS, errno.EMLINK])
def no_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse hard links as CIFS, exFAT and others do."""

    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(os, "link", refuse)


def fill(folder: Path) -> Path:
    """Leave no byte of the disk, and return the file that takes it."""
    whole = folder / "whole.bin"
    with whole.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass  # full
    return whole


def test_full_while_claimed(small_disk: Path) -> None:
    """A claim on a full disk leaves no half of one: said, and the next one finds the place free."""
    target = FolderTarget(small_disk)
    whole = fill(small_disk)
    for _ in range(2):
        with pytest.raises(TargetError) as caught:
            target.write_new(LOCK_FILE, b"x" * 5000)
        assert caught.value.code == "target.full"
        assert [path.name for path in small_disk.iterdir()] == [whole.name]
    whole.unlink()
    assert target.write_new(LOCK_FILE, b"x" * 5000)


def test_full_while_claimed_by_sftp(sshd: Sshd, small_disk: Path) -> None:
    """The same over SFTP."""
    target = opened(sshd, small_disk)
    whole = fill(small_disk)
    for _ in range(2):
        with pytest.raises(TargetError) as caught:
            target.write_new(LOCK_FILE, b"x" * 5000)
        assert caught.value.code == "target.full"
        assert not (small_disk / LOCK_FILE).exists()
    whole.unlink()
    assert target.write_new(LOCK_FILE, b"x" * 5000)
    target.close()


def test_full_before_a_publication(project: Project, small_disk: Path) -> None:
    """A publication to a full disk says so, and leaves nobody who has been publishing."""
    (project.root / "web").symlink_to(small_disk)
    office, _ = office_of(project)
    whole = fill(small_disk)
    with pytest.raises(TargetError) as caught:
        office.publish()
    assert caught.value.code == "target.full"
    assert [path.name for path in small_disk.iterdir()] == [whole.name]


@pytest.mark.usefixtures("no_links")
def test_copies_are_told(project: Project) -> None:
    """Where files can have no second name, each release says first that it is a copy, and its size."""
    furnish(project)
    office, served = office_of(project, MODES[1])
    releases = project.root / "web" / "releases"
    told: list[tuple[str, int]] = []

    def tell(code: str, params: Mapping[str, str]) -> None:
        assert float(params["size"]) >= 0.1
        told.append((code, len(list(releases.glob("*")))))

    for figure in (40, 41):
        office.change(figure)
        office.publish(PLAIN._replace(tell=tell))
    assert told == [("publish.copies", 0), ("publish.copies", 1)]
    assert (served / "index.html").is_file()
    assert not list((project.root / "web").glob("*.part"))


def test_links_tell_nothing(project: Project) -> None:
    """Where links are possible nothing is said."""
    told: list[str] = []
    office, _ = office_of(project, MODES[1])
    office.publish(PLAIN._replace(tell=lambda code, params: told.append(code)))
    assert told == []


@pytest.mark.usefixtures("no_links")
def test_no_room_for_a_copy(project: Project, small_disk: Path) -> None:
    """Where a whole copy has no room, the need and the room are said and nothing is written."""
    (project.root / "web").symlink_to(small_disk)
    furnish(project)
    office, _ = office_of(project, MODES[1])
    with pytest.raises(OutputError) as caught:
        office.publish()
    assert caught.value.code == "publish.no_room"
    assert float(caught.value.params["size"]) > float(caught.value.params["room"])
    assert list(small_disk.iterdir()) == []


def test_servers_with_and_without_links(sshd: Sshd, tmp_path: Path) -> None:
    """Over SFTP, too, it is tried, and nothing is left of that."""
    target = opened(sshd, tmp_path / "web")
    target.write("index.html", b"old")
    assert target.can_link()
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["index.html"]
    target.close()
