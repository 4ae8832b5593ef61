"""What was changed on a target by others is seen, put right, and never taken along."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.model.publishing import PublishTarget
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.publish.publication import PublishOptions, publish
from disclosure.publish.target import Target
from disclosure.publish.targets.registry import open_target
from disclosure.publish.verify import compare_target
from tests.conftest import Project
from tests.publish.scenario import PLAIN, Office, furnish, progress, same_site
from tests.publish.test_publication import MODES, Reader, office_of
from tests.versioning.sealer import sign_and_seal

pytestmark = pytest.mark.slow

PAGE = "notices/first/index.html"


def _delete(file: Path) -> None:
    file.unlink()


def _shorten(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _lengthen(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"<script>")


def _same_size(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"38", b"83"))


def _by_rename(file: Path) -> None:
    """Deface by a new file of the same size and time."""
    times = file.stat()
    other = file.with_suffix(".tmp")
    other.write_bytes(file.read_bytes().replace(b"38", b"83"))
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(file)


def _link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


def _fifo(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


DAMAGES = (_delete, _shorten, _empty, _lengthen, _same_size, _by_rename, _link, _fifo)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("mode", MODES)
def test_put_right(project: Project, mode: str, damage: Callable[[Path], None]) -> None:
    """A page that was changed in any way and a deleted index are written again, nothing else."""
    office, served = office_of(project, mode)
    office.publish()
    damage(served / PAGE)
    (served / "index.html").unlink()
    planned = office.publish(PLAIN._replace(dry=True))
    done = office.publish()
    assert planned.written == done.written
    assert set(done.written) - {"sha256sum.txt"} == {PAGE, "index.html"}
    assert same_site(project.output, Reader(served))
    assert office.publish().written == ()


@pytest.mark.parametrize("mode", MODES)
def test_repair_reads_all(project: Project, mode: str) -> None:
    """What hides behind the same size and time is found with --repair."""
    office, served = office_of(project, mode)
    office.publish()
    page = served / PAGE
    before = page.stat()
    _same_size(page)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert office.publish().written == ()
    assert PAGE in office.repair().written
    assert same_site(project.output, Reader(served))


@pytest.mark.parametrize("mode", MODES)
def test_marks_lost(project: Project, mode: str) -> None:
    """Without the cache sizes still tell, and nothing travels in vain."""
    office, served = office_of(project, mode)
    office.publish()
    for lost in office.settings.cache.glob("published-*"):
        lost.unlink()
    assert office.publish().written == ()
    _shorten(served / PAGE)
    assert PAGE in office.publish().written


@pytest.mark.parametrize("mode", MODES)
def test_emptied(project: Project, mode: str) -> None:
    """A target that was emptied, or an address that leads to an empty server, gets everything."""
    furnish(project)
    office, served = office_of(project, mode)
    office.publish()
    shutil.rmtree(project.root / "web")
    every = office.publish()
    assert (len(every.written), every.unchanged) == (len(files(project.output)), 0)
    assert same_site(project.output, Reader(served))
    told = {"name": "web", "url": f"file://{project.root}/other", "mode": mode}
    other = Office(project, PublishTarget.model_validate(told))
    assert len(other.publish().written) == len(every.written)


def test_from_files_to_releases(project: Project) -> None:
    """A target that goes over to releases gets a whole one, though nothing has changed."""
    office, _ = office_of(project)
    office.publish()
    office, served = office_of(project, MODES[1])
    assert len(office.publish().written) == len(files(project.output))
    assert same_site(project.output, Reader(served))


def test_no_damage_in_later_releases(project: Project) -> None:
    """A defaced or missing file of the release that is served is not linked into the next."""
    office, served = office_of(project, MODES[1])
    office.publish()
    _same_size(served / "index.html")
    (served / "robots.txt").unlink()
    office.change(47)
    office.publish()
    assert same_site(project.output, Reader(served))
    for number in range(3):
        office.change(48 + number)
        office.publish()
        assert same_site(project.output, Reader(served))


def test_changed_by_others_is_not_deleted(project: Project) -> None:
    """A file that is not needed any more goes only if it holds what we wrote."""
    furnish(project)
    office, served = office_of(project)
    office.publish()
    plan = served / "notices/second/files/plan.pdf"
    plan.write_bytes(b"theirs")
    (project.content / "notices" / "second.yaml").unlink()
    done = office.publish()
    assert done.kept == ("notices/second/files/plan.pdf",)
    assert plan.read_bytes() == b"theirs"
    assert not (served / "notices/second/index.html").exists()


@pytest.mark.parametrize("mode", MODES)
def test_first_publication_is_no_surprise(project: Project, mode: str) -> None:
    """The first publication to an empty folder does not speak of another listing."""
    office, served = office_of(project, mode)
    assert office.publish().trusted
    (served / "sha256sum.txt").unlink()
    assert not office.publish().trusted


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("mask", [0o077, 0o027, 0o777])
def test_modes(project: Project, mode: str, mask: int) -> None:
    """Whatever the umask, readers can read every file and enter every folder."""
    office, served = office_of(project, mode)
    outcome = build_site(office.settings)
    assert outcome.built
    before = os.umask(mask)
    try:
        publish(office.target, office.settings, PLAIN, progress)
    finally:
        os.umask(before)
    for path in [served, *served.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("mode", MODES)
def test_modes_are_set_right_later(project: Project, mode: str) -> None:
    """Files and folders that readers cannot read are told by verify, and mended."""
    office, served = office_of(project, mode)
    office.publish()
    (served / PAGE).chmod(0o600)
    (served / "assets").chmod(0o700)
    closed = compare_target(office.target, office.settings, progress).closed
    assert PAGE in closed
    assert {place.split("/")[0] for place in closed} == {"notices", "assets"}
    done = office.publish()
    assert (done.written, len(done.opened)) == ((), len(closed))
    assert compare_target(office.target, office.settings, progress).closed == ()


def test_older_content(project: Project) -> None:
    """A log that knows versions unknown here stops a publication, unless forced."""
    furnish(project)
    sign_and_seal(project.settings, "second", "首次公布")
    old = project.root / "old"
    shutil.copytree(project.content, old)
    sign_and_seal(project.settings, "first", "首次公布")
    for mode in MODES:
        shutil.rmtree(project.root / "web", ignore_errors=True)
        office, served = office_of(project, mode)
        office.publish()
        stale = office.settings._replace(content=old, output=project.root / "old-site")
        assert build_site(stale).built
        log = (served / "archive/log.jsonl").read_bytes()
        with pytest.raises(OutputError) as caught:
            publish(
                office.target, stale, PublishOptions(dry=False, unlock=True, forced=""), progress
            )
        assert (caught.value.code, caught.value.params["lacking"]) == ("publish.older", "1")
        assert (served / "archive/log.jsonl").read_bytes() == log
        (served / "archive/log.jsonl").write_bytes(log[:100] + b"x" + log[100:])
        office.publish()  # a log that is no chain is a changed file like others
        assert (served / "archive/log.jsonl").read_bytes() == log
        assert not (project.root / "web" / "publishing.json").exists()


@pytest.mark.parametrize("mode", MODES)
def test_garbled_listing_of_gigabytes(project: Project, mode: str) -> None:
    """A listing of 3 GB, and a page of 10 GB, are not read but replaced."""
    office, served = office_of(project, mode)
    office.publish()
    for place, size in (("sha256sum.txt", 3 << 30), (PAGE, 10 << 30)):
        with (served / place).open("r+b") as file:
            file.truncate(size)
    compared = compare_target(office.target, office.settings, progress)
    assert compared.changed == (PAGE, "sha256sum.txt")
    office.publish()
    assert same_site(project.output, Reader(served))


def test_links_on_the_target(project: Project) -> None:
    """A folder of the site that became a link elsewhere is neither written nor deleted through."""
    furnish(project)
    office, served = office_of(project)
    office.publish()
    elsewhere = project.root / "elsewhere"
    (served / "notices").rename(elsewhere)
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    (served / "notices").symlink_to(elsewhere)
    office.change(63)
    with pytest.raises(OutputError, match=r"target\.linked"):
        office.publish()
    assert {path: path.read_bytes() for path in before} == before
    (project.content / "notices" / "second.yaml").unlink()
    with pytest.raises(OutputError, match=r"target\.linked"):
        office.publish()
    assert {path: path.read_bytes() for path in before} == before


def test_planted_parts(project: Project) -> None:
    """Links with the names of files written aside, as they used to be, are not followed."""
    office, served = office_of(project)
    office.publish()
    victim = project.root / "victim"
    victim.write_bytes(b"theirs")
    for name in (".index.html.new", "index.html.part", ".link.new", "index.html.new"):
        (served / name).symlink_to(victim)
    office.change(64)
    office.publish()
    assert victim.read_bytes() == b"theirs"
    assert same_site(project.output, Reader(served))


def test_nothing_but_listing_changed(project: Project) -> None:
    """A target whose lists tell nothing is still compared by what is there."""

    class Blind:
        def __init__(self, target: Target) -> None:
            self.read, self.write, self.write_new = target.read, target.write, target.write_new
            self.remove, self.places, self.close = target.remove, target.places, target.close

    def blind(target: PublishTarget, settings: Settings) -> Target:
        return Blind(open_target(target, settings))

    office, served = office_of(project)
    office.publish(opening=blind)
    (served / "index.html").unlink()
    _shorten(served / PAGE)
    assert office.publish(opening=blind).written == ("index.html",)
    assert office.publish(PLAIN._replace(repair=True), blind).written == (PAGE,)
    assert sha256_hex((served / PAGE).read_bytes()) == sha256_hex(
        (project.output / PAGE).read_bytes()
    )


def files(folder: Path) -> list[Path]:
    """Return the files below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
