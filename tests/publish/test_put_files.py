"""Files that a target writes and reads many at once: their order, and what such a target leaves."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pytest

from disclosure.model.publishing import PublishTarget
from disclosure.project.settings import Settings
from disclosure.publish.target import AT_ONCE, Bunching, TargetError
from disclosure.publish.targets.folder import FolderTarget
from disclosure.render.site_order import in_order
from tests.conftest import NOTICE, Project
from tests.publish.crawler import broken_links
from tests.publish.scenario import Office, furnish, same_site
from tests.publish.test_publication import Reader, office_of


class Backwards(FolderTarget):
    """A folder that writes a bunch from its end, and is cut off after so many files."""

    def __init__(self, folder: Path, left: int) -> None:
        super().__init__(folder)
        self.left = left
        self.bunches: list[list[str]] = []

    def write_many(self, files: Mapping[str, bytes]) -> Collection[str]:
        """Write files, the last first."""
        self.bunches.append(list(files))
        for place in reversed(list(files)):
            if self.left == 0:
                raise TargetError("target.unreachable", target="x", reason="cut")
            self.left -= 1
            self.write(place, files[place])
        return files

    def read_many(self, places: Sequence[str]) -> Mapping[str, bytes]:
        """Read files."""
        return {place: data for place in places if (data := self.read(place)) is not None}


class Careless(Backwards):
    """A folder that tears tables, leaves pages out, and reads no pictures."""

    def write_many(self, files: Mapping[str, bytes]) -> Collection[str]:
        """Write some of the files, some of them wrongly."""
        some = {place: files[place] for place in files if not place.endswith(".html")}
        torn = {place: data[:5] for place, data in some.items() if place.endswith(".csv")}
        return super().write_many({**some, **torn})

    def read_many(self, places: Sequence[str]) -> Mapping[str, bytes]:
        """Read some of the files."""
        return super().read_many([place for place in places if not place.endswith(".svg")])


def publish_to(office: Office, target: Backwards) -> None:
    """Publish to this target."""
    assert isinstance(target, Bunching)

    def opening(told: PublishTarget, settings: Settings) -> FolderTarget:
        assert told.scheme
        return target

    office.publish(opening=opening)


def test_any_order_within_a_bunch(project: Project) -> None:
    """A bunch that is written from its end and cut off anywhere breaks no link."""
    furnish(project)
    office, served = office_of(project)
    read = Reader(served)
    publish_to(office, Backwards(served, -1))
    cut = 0
    for turn in range(0, 40, 3):
        office.change(100 + turn)
        (project.content / "notices" / f"other-{turn % 2}.yaml").unlink(missing_ok=True)
        project.write(f"other-{(turn + 1) % 2}", NOTICE.replace("value: 75", f"value: {turn}"))
        try:
            publish_to(office, Backwards(served, turn))
        except TargetError:
            cut += 1
        assert broken_links(read) == [], turn
    assert cut > 5
    office.publish()
    assert same_site(project.output, read)


def test_bunches(project: Project) -> None:
    """What leads to others is in no bunch with them; bunches are as large as they may be."""
    furnish(project)
    for number in range(AT_ONCE // 2 + 3):
        project.write(f"n{number}", NOTICE)
    office, served = office_of(project)
    target = Backwards(served, -1)
    publish_to(office, target)
    bunches = target.bunches
    together = next(bunch for bunch in bunches if "notices/first/index.html" in bunch)
    assert all(place.count("/") == 2 and place.endswith("/index.html") for place in together)
    assert len(together) > AT_ONCE // 2
    assert max(map(len, bunches)) == AT_ONCE
    assert ["index.html"] in bunches
    assert bunches[-1] == ["sha256sum.txt"]
    written = [place for bunch in bunches for place in bunch]
    assert tuple(written) == in_order(written)
    assert same_site(project.output, Reader(served))


def test_left_out_or_torn(project: Project) -> None:
    """What a bunch leaves out, tears or does not read back is written one by one."""
    furnish(project)
    office, served = office_of(project)
    publish_to(office, Careless(served, -1))
    assert same_site(project.output, Reader(served))


def test_torn_for_good(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is torn one by one, too, is told, and the listing does not come."""
    furnish(project)
    office, served = office_of(project)
    usual = FolderTarget.write

    def torn(self: FolderTarget, place: str, data: bytes) -> None:
        usual(self, place, data[:5] if place.endswith(".csv") else data)

    monkeypatch.setattr(FolderTarget, "write", torn)
    with pytest.raises(TargetError) as caught:
        publish_to(office, Careless(served, -1))
    assert caught.value.code == "target.differs"
    assert not (served / "sha256sum.txt").exists()
