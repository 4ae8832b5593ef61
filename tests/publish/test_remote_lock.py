"""Claims on a target that others, accidents or attackers have written."""

import json
import os
import random
import threading
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.pipeline.own_places import can_be_ours
from disclosure.publish.history import Records
from disclosure.publish.publication import PublishOptions
from disclosure.publish.remote_lock import RemoteLock, locked, ourselves
from disclosure.publish.remote_lock_file import LockNote, lock_bytes, read_lock
from disclosure.publish.remote_places import LOCK_FILE, OLD_LOCK_FILE
from disclosure.publish.targets.folder import FolderTarget
from tests.conftest import Project
from tests.publish.scenario import Office, cut_after, same_site
from tests.publish.test_publication import Reader, office_of

UNLOCK = PublishOptions(dry=False, unlock=True, forced="")
HOSTILE = (
    "../../victim",
    "../content/notices/first.yaml",
    "content/notices/first.yaml",
    "others/page.html",
    "/etc/passwd",
    "notices/../../victim",
    "notices//x",
    "C:/x",
    "notices/a\\..\\b",
    "notices/\x00",
    "notices/\ud800",
    "notices/\x1b[2J",
    ".ssh/authorized_keys",
    LOCK_FILE,
    "",
)


def planted(office: Office, served: Path, places: object) -> None:
    """Put a claim of this very machine on the target."""
    told = ourselves(office.settings)
    values = {"by": "zhang", "machine": told.machine, "since": told.since, "places": places}
    served.mkdir(exist_ok=True)
    (served / LOCK_FILE).write_bytes(json.dumps(values).encode("utf-8", "surrogatepass"))


def test_planted_places(project: Project) -> None:
    """Paths that climb out, sources and files of others in a claim are named, and nothing is deleted."""
    office, served = office_of(project)
    office.publish()
    victims = [project.root / "victim", served / "others" / "page.html"]
    victims[1].parent.mkdir()
    for victim in victims:
        victim.write_bytes(b"theirs")
    source = project.content / "notices" / "first.yaml"
    planted(office, served, list(HOSTILE))
    with pytest.raises(OutputError) as caught:
        office.publish()
    assert caught.value.code == "publish.claim_refused"
    assert "../../victim" in caught.value.params["places"]
    office.change(61)
    before = source.read_bytes()
    for _ in range(3):  # a publication fails midway, twice; then it goes through
        try:
            office.publish(UNLOCK, cut_after(3))
        except OutputError:
            continue
    office.publish(UNLOCK)
    assert [victim.read_bytes() for victim in victims] == [b"theirs", b"theirs"]
    assert source.read_bytes() == before
    assert same_site(project.output, Reader(served))
    assert not (served / LOCK_FILE).exists()


def test_foreign_file_in_our_folders(project: Project) -> None:
    """A claim that names another's file within our folders gets it neither deleted nor replaced."""
    office, served = office_of(project)
    office.publish()
    theirs = served / "notices" / "theirs" / "index.html"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    planted(office, served, ["notices/theirs/index.html", "archive/x.html"])
    office.change(62)
    with pytest.raises(OutputError):
        office.publish(opening=cut_after(4))
    office.publish()
    assert theirs.read_bytes() == b"theirs"
    assert same_site(project.output, Reader(served))


def test_generated_claims(tmp_path: Path) -> None:
    """Of a thousand generated claims no place is believed that leaves the site's own folders."""
    drawn = random.Random(12)
    parts = ["..", ".", "", "notices", "archive", "assets", "a", "\\", "C:", "\x00", "\ud800", "…"]
    parts += ["content", ".git", "x" * 300, "index.html", "\u202e", "~", "%2e%2e", "con "]
    site = tmp_path / "site"
    believed = 0
    for _ in range(1000):
        joined = ["/".join(drawn.choices(parts, k=drawn.randint(1, 5))) for _ in range(5)]
        odd = drawn.choice([5, None, {}, [], "x", *joined])
        data = json.dumps({"machine": "m", "places": [*joined, odd]}).encode()
        told = read_lock(data)
        for place in told.places:
            believed += 1
            inside = Path(os.path.normpath(site / place))
            assert inside.is_relative_to(site)
            assert can_be_ours(place)
            assert inside.relative_to(site).as_posix() == place
        assert all(each.isprintable() for each in told.refused)
        assert len(told.places) + len(told.refused) >= len(set(joined))
    assert believed > 50


GARBAGE = (
    b"",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"5",
    b'"x"',
    b"{",
    b"[" * 100_000,
    b'{"places": ' + b"[" * 100_000,
    b"{}",
    b'{"machine": 5, "places": 5}',
    b'{"machine": "0", "token": []}',
    b"\x00" * 64,
    b"{" + b" " * 100_000,
)


@pytest.mark.parametrize("name", [LOCK_FILE, OLD_LOCK_FILE])
@pytest.mark.parametrize("number", range(len(GARBAGE)))
def test_garbage(project: Project, number: int, name: str) -> None:
    """What is no claim is told, and cleared by --unlock."""
    target = FolderTarget(project.root / "web")
    target.write(name, GARBAGE[number])
    records = Records(project.settings)
    with (
        pytest.raises(OutputError) as caught,
        locked(target, "web", project.settings, records, unlock=False),
    ):
        pass
    assert (caught.value.code, caught.value.params["place"]) == ("publish.claim_garbled", name)
    with locked(target, "web", project.settings, records, unlock=True):
        assert target.read(OLD_LOCK_FILE) is None
    assert target.read(LOCK_FILE) is None


@pytest.mark.parametrize("places", [5, None, "x", {"a": 1}, ["\ud800"], ["\x00"], [None], [[]]])
def test_odd_places(project: Project, places: object) -> None:
    """Places that are no list of places are named, and cleared by --unlock."""
    office, served = office_of(project)
    planted(office, served, places)
    target, records = FolderTarget(served), Records(project.settings)
    with (
        pytest.raises(OutputError, match=r"publish\.claim_refused"),
        locked(target, "web", project.settings, records, unlock=False),
    ):
        pass
    with locked(target, "web", project.settings, records, unlock=True) as claim:
        assert claim.unsure == frozenset()


def test_fifo(project: Project) -> None:
    """A FIFO in place of the claim does not hold the publication up; it is told, and cleared."""
    office, served = office_of(project)
    served.mkdir()
    os.mkfifo(served / LOCK_FILE)
    with pytest.raises(OutputError, match=r"publish\.claim_garbled"):
        office.publish()
    office.publish(UNLOCK)
    assert same_site(project.output, Reader(served))


def test_old_name(project: Project) -> None:
    """A claim under the name of earlier versions still holds; with --unlock it goes."""
    office, served = office_of(project)
    served.mkdir()
    told = LockNote("zhang", "0" * 12, "2022-02-23T09:00:00+08:00", "t")
    (served / OLD_LOCK_FILE).write_bytes(lock_bytes(told, ()))
    with pytest.raises(OutputError) as caught:
        office.publish()
    assert (caught.value.code, caught.value.params["by"]) == ("publish.claimed", "zhang")
    office.publish(UNLOCK)
    assert not (served / OLD_LOCK_FILE).exists()


class Careless(FolderTarget):
    """A folder on a server that lets everybody write a claim, whoever was first."""

    def write_new(self, place: str, data: bytes) -> bool:
        """Write it over what stands there."""
        if self.read(place) is not None:
            return False
        together.wait(10)
        self.write(place, data)
        return True


together = threading.Barrier(2)


@pytest.mark.parametrize("attempt", range(5))
def test_two_at_once(project: Project, attempt: int) -> None:
    """Where a server lets two have the claim, at most one of them goes on."""
    records = Records(project.settings)
    won: list[str] = []

    def compete(name: str) -> None:
        told = LockNote(name, name, "now", f"{name}{attempt}")
        claim = RemoteLock(Careless(project.root / "web"), name, records, told)
        try:
            claim.take(unlock=False)
        except OutputError:
            return
        won.append(name)

    rivals = [threading.Thread(target=compete, args=(name,)) for name in ("one", "two")]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    assert len(won) == 1


def test_taken_over_meanwhile(project: Project) -> None:
    """Who was unlocked by another stops before the first change, and leaves the other's claim."""
    target, records = FolderTarget(project.root / "web"), Records(project.settings)
    other = LockNote("li", "1" * 12, "now", "other")
    claim = RemoteLock(target, "web", records, LockNote("zhang", "0" * 12, "now", "ours"))
    claim.take(unlock=False)
    target.write(LOCK_FILE, lock_bytes(other, ()))
    with pytest.raises(OutputError, match=r"publish\.claimed"):
        claim.announce({"index.html": "0" * 64})
    claim.give_back()
    assert read_lock(target.read(LOCK_FILE) or b"").by == "li"


def test_full_disk(project: Project, tmp_path: Path) -> None:
    """A claim that did not fit leaves nothing that would lock the target."""
    from disclosure.publish.target import TargetError

    class Full(FolderTarget):
        def _write_aside(self, path: Path, data: bytes) -> Path:
            super()._write_aside(path, data[:1]).unlink()
            raise OSError(28, "No space left on device")

    with pytest.raises(TargetError) as caught:
        Full(tmp_path / "web").write_new(LOCK_FILE, b"{}")
    assert caught.value.code == "target.full"
    assert list((tmp_path / "web").iterdir()) == []
