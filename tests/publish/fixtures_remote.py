"""What the tests of the remote targets share; import what a module needs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from disclosure.files import remove_tree
from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from tests.publish.servers import PASSWORD, Server, make_certificate
from tests.small_disks import small_disk

Starter = Callable[..., Server]


class Closing(Protocol):
    """Something to be closed."""

    def close(self) -> None:
        """Close it."""


_T = TypeVar("_T", bound=Closing)


class Keep:
    """Closes after the test what it was given, the last first."""

    def __init__(self) -> None:
        self._kept = ExitStack()

    def __call__(self, thing: _T) -> _T:
        """Return the thing."""
        self._kept.enter_context(closing(thing))
        return thing

    def close(self) -> None:
        """Close all."""
        self._kept.close()


NAMES = ("附件/公开 通报（一）.html", "a b/c d.txt", "100%/a+b&c=d#e.txt", "深/层/文件夹/。.css")


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Give what closes servers and connections after the test."""
    with closing(Keep()) as kept:
        yield kept


class Shared:
    """Starts a server once for all tests of a module that ask for it alike, and empties its folder."""

    def __init__(self, make_folder: Callable[[str], Path]) -> None:
        self._make_folder = make_folder
        self._running: dict[tuple[Starter, tuple[str, ...]], tuple[Server, Path]] = {}

    def __call__(self, start: Starter, *options: str) -> tuple[Server, Path]:
        """Return a running server and its folder, which is empty."""
        key = (start, options)
        if key not in self._running:
            folder = self._make_folder("shared") / "root"
            self._running[key] = start(folder, *options), folder
        server, folder = self._running[key]
        for each in folder.iterdir():
            remove_tree(each) if each.is_dir() else each.unlink()
        return server, folder

    def close(self) -> None:
        """End all."""
        for server, _ in self._running.values():
            server.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """Give what starts servers that tests share."""
    with closing(Shared(tmp_path_factory.mktemp)) as servers:
        yield servers


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give a certificate of this machine, and a file with certificate and key."""
    return make_certificate(tmp_path_factory.mktemp("certificate"), "127.0.0.1")


@pytest.fixture(name="small_disk")
def a_small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of 64 kB."""
    with small_disk(tmp_path / "small", "size=64k") as folder:
        yield folder


def named(url: str, **more: str) -> PublishTarget:
    """Return a target as site.yaml would name it."""
    return PublishTarget.model_validate({"name": "web", "url": url, **more})


def refused(action: Callable[[], object]) -> TargetError:
    """Return the error that an action ends in."""
    with pytest.raises(TargetError) as caught:
        action()
    assert caught.value.params["reason"]
    assert PASSWORD not in str(caught.value)
    return caught.value
