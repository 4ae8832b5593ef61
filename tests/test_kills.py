"""Killed at any moment, and two at once: build, sign and seal leave the old or the new, and nothing else.

``DISCLOSURE_KILLS=200`` makes them thorough; by default they are quick.
"""

import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from disclosure.archive.store import LOG
from disclosure.archive.verify import verify
from disclosure.editorial.check import check_project
from disclosure.editorial.sign import SignRequest, review_of, sign
from disclosure.errors import OutputError, UsageError
from disclosure.pipeline.build import build_site
from disclosure.pipeline.journal import site_digests
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.settings import Settings
from tests.conftest import NOTICE, Project
from tests.killing import ROUNDS, both, killed, measured
from tests.versioning.sealer import seal_signed, sign_and_seal, sign_off

Tree = Callable[[Path], dict[str, bytes]]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there is no fork"),
]


def edit(project: Project, number: int) -> None:
    """Change every notice, and take one away or put it back."""
    for slug in ("first", "second", "third"):
        project.write(slug, NOTICE.replace("现将", f"第{number}次将"))
    extra = project.content / "notices" / "extra.yaml"
    extra.unlink(missing_ok=True)
    if number % 2:
        project.write("extra", NOTICE)


def plant_foreign(folder: Path) -> dict[str, bytes]:
    """Put files of others beside and into ours."""
    found = {}
    for name in ("scan.pdf", "notices/extra/scan.pdf", ".well-known/x"):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"foreign")
        found[name] = b"foreign"
    return found


def test_builds_killed(project: Project, tree: Tree) -> None:
    """Every page of a build that was killed is old or new; the next one completes it, foreign files stay."""
    edit(project, 0)
    settings = project.settings._replace(jobs=1)
    seconds = measured(lambda: build_site(settings))
    foreign = plant_foreign(project.output)
    chance = random.Random(12)
    for number in range(1, ROUNDS + 1):
        old = tree(project.output)
        edit(project, number)
        killed(lambda _: build_site(settings), 1.2 * seconds, chance)
        torn = tree(project.output)
        assert build_site(settings).left == ()
        new = tree(project.output)
        for name, data in torn.items():
            assert name.startswith(".staging/") or data in {old.get(name), new.get(name)}, name
        assert new.items() >= foreign.items()
        listed = site_digests(project.output).keys() | {"sha256sum.txt"} | foreign.keys()
        assert listed == new.keys()
        assert ("notices/extra/index.html" in new) == bool(number % 2)
    assert list(project.root.glob(".disclosure-*")) == []


def test_builds_at_once(project: Project, tree: Tree) -> None:
    """Two builds at once from two program folders: the site is whole, and what either would make."""
    one, two = (
        project.settings._replace(root=project.root / name, cache=project.root / name, jobs=1)
        for name in ("one", "two")
    )
    for number in range(max(2, ROUNDS // 6)):
        edit(project, number)
        both(lambda _: build_site(one), lambda _: build_site(two), 2)
        build_site(project.settings)
        new = tree(project.output)
        assert site_digests(project.output).keys() | {"sha256sum.txt"} == new.keys()
        assert f"第{number}次将".encode() in new["notices/third/index.html"]


def give(settings: Settings, name: str) -> bool:
    """Sign the first step of the first notice, or return it if it is signed; say if it was done."""
    checking = check_project(settings, ("first",))
    assert checking.context is not None
    (checked,) = checking.notices
    review = review_of(checked, checking.context)
    assert review is not None
    assert review.found == ()
    signed = review.verdict.steps[0].state.value == "signed"
    decision = "退回" if signed else "同意"
    try:
        sign(checked, checking.context, SignRequest("初审", name, decision, "", None))
    except UsageError:  # the other was quicker
        return False
    return True


def test_signing_killed(project: Project, tree: Tree) -> None:
    """After kill -9 while signing, the record reads well, has lost nothing, and the next signature is added."""
    settings = project.settings
    seconds = measured(lambda: give(settings, "张三"))
    record = project.content / "reviews" / "first.yaml"
    chance = random.Random(7)
    for _ in range(ROUNDS):
        before = record.read_bytes()
        killed(lambda _: give(settings, "张三"), 3 * seconds, chance)
        assert record.read_bytes().startswith(before)
        torn = record.read_bytes()
        give(settings, "李四")
        assert len(record.read_bytes()) > len(torn)
        names = {path.name for path in record.parent.iterdir() if path.name[0] != "."}
        assert names == {"first.yaml"}


def test_signing_at_once(project: Project) -> None:
    """Two people who sign at once from two program folders: no signature that was told as given is lost."""
    ones = [
        project.settings._replace(root=project.root / name, cache=project.root / name)
        for name in ("one", "two")
    ]
    given = project.root / "given"

    def work(settings: Settings, name: str) -> Callable[[int], None]:
        def go(number: int) -> None:
            with suppress(OutputError):
                if give(settings, name):
                    with given.open("ab") as file:
                        file.write(b"x")

        return go

    both(work(ones[0], "张三"), work(ones[1], "李四"), max(4, ROUNDS // 4))
    text = (project.content / "reviews" / "first.yaml").read_text("utf-8")
    assert text.count("- role:") == given.stat().st_size > 0


def test_seals_killed(project: Project) -> None:
    """After kill -9 while sealing the archive verifies, no version is lost, and the next seal succeeds."""
    settings, archive = project.settings, project.content / "archive"
    seconds = measured(lambda: sign_and_seal(settings, "first", "首次公布"))
    chance, kept = random.Random(9), 1
    for _ in range(ROUNDS):
        killed(lambda _: seal_signed(settings, "first", "撤回", "撤回"), 2 * seconds, chance)
        with archive_lock(settings):
            lines, faults = verify(archive)
        assert faults == ()
        assert len(lines) >= kept
        kept = len(lines)
        assert {path.name for path in archive.iterdir()} == {LOG, "first"}
    assert seal_signed(settings, "first", "撤回", "撤回").entry.number == kept + 1


def test_seals_at_once(project: Project) -> None:
    """Two program folders with one content seal at once, over and over: the log is whole (L2)."""
    project.write("second", NOTICE)
    ones = [
        project.settings._replace(root=project.root / name, cache=project.root / name)
        for name in ("one", "two")
    ]
    sealed = project.root / "sealed"

    def work(settings: Settings, slug: str) -> Callable[[int], None]:
        def go(number: int) -> None:
            with suppress(OutputError):
                seal_signed(settings, slug, "撤回", "撤回")
                with sealed.open("ab") as file:
                    file.write(b"x")

        return go

    for slug in ("first", "second"):
        sign_off(project.settings, slug)
    both(work(ones[0], "first"), work(ones[1], "second"), max(6, ROUNDS // 2))
    lines, faults = verify(project.content / "archive")
    assert faults == ()
    assert len(lines) == sealed.stat().st_size > 0
