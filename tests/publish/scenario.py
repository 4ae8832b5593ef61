"""What happens to a site in its life, on any kind of target."""

import functools
import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import cast

from disclosure.model.publishing import PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.publish.publication import Opening, Published, PublishOptions, go_back, publish
from disclosure.publish.target import Bunching, Target, TargetError
from disclosure.publish.targets.registry import open_target
from tests.conftest import NOTICE, Project
from tests.killing import ROUNDS
from tests.publish.crawler import Read, broken_links, pages
from tests.versioning.sealer import sign_and_seal

READS = 100
PLAIN = PublishOptions(dry=False, unlock=False, forced="")
_MOST_CHANGES = 400
WRITING = frozenset(
    {"write", "write_new", "remove", "link", "link_many", "point", "rename_folder", "remove_folder"}
)


def progress(done: int, total: int) -> None:
    """Say nothing."""


class Office:
    """A project that publishes to one target."""

    def __init__(self, project: Project, target: PublishTarget) -> None:
        self.project = project
        self.settings = project.settings
        self.target = target

    def publish(self, options: PublishOptions = PLAIN, opening: Opening = open_target) -> Published:
        """Build and publish."""
        outcome = build_site(self.settings)
        assert outcome.built, outcome.diagnostics
        return publish(self.target, self.settings, options, progress, opening)

    def repair(self) -> Published:
        """Build, read all that stands there, and publish."""
        return self.publish(PLAIN._replace(repair=True))

    def change(self, figure: int) -> None:
        """Change one notice."""
        self.project.write("first", NOTICE.replace("value: 38", f"value: {figure}"))


def furnish(project: Project) -> None:
    """Give a project three notices, one of them sealed in two versions, and an attachment.

    Signing and sealing take a second and are done once a process.
    """
    for place, data in _furnished().items():
        path = project.content / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@functools.cache
def _furnished() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        _furnish(project)
        return {
            path.relative_to(project.content).as_posix(): path.read_bytes()
            for path in project.content.rglob("*")
            if path.is_file()
        }


def _furnish(project: Project) -> None:
    folder = project.content / "notices" / "second"
    folder.mkdir()
    (folder / "plan.pdf").write_bytes(b"%PDF-1.4 plan")
    project.write(
        "second", NOTICE.replace("lead:", "attachments: [{title: 方案, file: plan.pdf}]\nlead:")
    )
    project.write("third", NOTICE)
    sign_and_seal(project.settings, "third", "首次公布")
    project.write("third", NOTICE.replace("value: 75", "value: 76"))
    sign_and_seal(project.settings, "third", "更新")


def life(office: Office, read: Read) -> None:
    """Publish, change, delete; only what changed travels, and no link is ever broken.

    Args:
        office: furnished; its target is empty.
        read: reads what is served.

    """
    output = office.project.output
    first = office.publish()
    every = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert set(first.written) == every
    assert (broken_links(read), pages(read) > 8) == ([], True)
    assert same_site(output, read)

    again = office.publish()
    assert (again.written, again.deleted, again.trusted) == ((), (), True)

    office.change(41)
    changed = office.publish()
    assert set(changed.written) == {
        "notices/first/big/index.html",
        "notices/first/index.html",
        "notices/first/metrics.csv",
        "notices/first/notice.json",
        "notices/first/notice.txt",
        "notices/first/ledger.csv",
        "sha256sum.txt",
    }
    assert (broken_links(read), same_site(output, read)) == ([], True)

    (office.project.content / "notices" / "second.yaml").unlink()
    office.publish()
    assert (broken_links(read), same_site(output, read)) == ([], True)
    assert read("notices/second/index.html") is None
    assert read("notices/second/files/plan.pdf") is None


def same_site(output: Path, read: Read) -> bool:
    """Say whether what is served is what was built."""
    return all(
        read(path.relative_to(output).as_posix()) == path.read_bytes()
        for path in output.rglob("*")
        if path.is_file()
    )


class Failing:
    """A target that fails at its n-th change; what was changed before stays changed."""

    def __init__(self, target: Target, changes: int) -> None:
        self._target = target
        self.left = changes
        # Set on the object: protocols do not see from Python 3.12 on what ``__getattr__`` gives.
        for name in dir(target):
            if not name.startswith("_"):
                setattr(self, name, self._own(name))

    def _own(self, name: str) -> object:
        method = getattr(self._target, name)
        if name == "write_many":
            return self._write_some
        if name not in WRITING:
            return method

        def failing(*arguments: object) -> object:
            if self.left == 0:
                raise TargetError("target.unreachable", target="x", reason="cut")
            self.left -= 1
            return method(*arguments)

        return failing

    def _write_some(self, files: Mapping[str, bytes]) -> Collection[str]:
        """Write as many files of a bunch as there are changes left."""
        some = dict(islice(files.items(), self.left))
        written = cast("Bunching", self._target).write_many(some)
        self.left -= len(some)
        if len(some) < len(files):
            raise TargetError("target.unreachable", target="x", reason="cut")
        return written


def cut_after(changes: int) -> Opening:
    """Return what opens a target that fails at a change."""

    def opening(target: PublishTarget, settings: Settings) -> Target:
        return cast("Target", Failing(open_target(target, settings), changes))

    return opening


def interrupted_everywhere(
    office: Office, read: Read, change: Callable[[int], None], first: int = 0, step: int = 1
) -> int:
    """Interrupt a publication after every n-th change, n = 0, 1 … all, and go on each time.

    After each interruption the served site has no broken link, and the next publication
    completes it.

    Args:
        office: furnished; it publishes to a target.
        read: reads what is served.
        change: changes the content for a turn, 0, 1 and so on.
        first: the first n.
        step: from one n to the next; 1 where DISCLOSURE_KILLS is set.

    Returns:
        How many changes the publication had that was no longer interrupted.

    """
    office.publish()
    step = 1 if "DISCLOSURE_KILLS" in os.environ else step
    for turn, changes in enumerate(range(first, _MOST_CHANGES, step)):
        change(turn)
        try:
            office.publish(opening=cut_after(changes))
        except TargetError:
            assert broken_links(read) == [], changes
            office.publish()
            once = functools.cache(read)  # nothing changes meanwhile, and servers take their time
            assert broken_links(once) == [], changes
            assert same_site(office.project.output, once), changes
        else:
            return changes
    raise AssertionError("never completed")


def publications(reads: Callable[[], int]) -> Iterator[int]:
    """Yield numbers of publications: twice the rounds of the kill tests, on until enough was read.

    A machine at work lets a reader read less; how many publications it takes is not judged.
    """
    for number in range(100):
        if number >= 2 * ROUNDS and reads() > READS:
            return
        yield number


def rolls_back(office: Office, read: Read) -> None:
    """Go back to the release before, and forward again."""
    office.publish()
    old = read("notices/first/index.html")
    office.change(43)
    office.publish()
    assert read("notices/first/index.html") != old
    go_back(office.target, office.project.settings, PLAIN)
    assert read("notices/first/index.html") == old
    assert broken_links(read) == []
    office.publish()
    assert same_site(office.project.output, read)
