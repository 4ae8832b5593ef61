"""A notice's life, played through: every address ever built answers, each change is told once."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.verify import verify
from disclosure.editorial.check import check_project
from disclosure.files import sha256_hex
from disclosure.pipeline.build import build_site
from disclosure.project.sealed_archive import store_of
from disclosure.versioning.rebuild import rebuild
from tests.conftest import ROOT, Project
from tests.pages import parse_page, visible_text
from tests.render.test_feeds import parse
from tests.required import peer
from tests.versioning.sealer import sign_and_seal

pytestmark = pytest.mark.slow

Tree = Callable[[Path], dict[str, bytes]]
CASES = ROOT / "tests" / "cases" / "matter"
ATOM = "{http://www.w3.org/2005/Atom}"
STARTS = ("notices/", "archive/")
DAY = 86_400
# What feedparser says of feeds: whether one is not well formed, and its entries by their ids.
READER = """
import sys, json, feedparser
feeds = map(feedparser.parse, sys.argv[1:])
print(json.dumps([
    [int(feed.bozo), {entry.id: [entry.updated, entry.title] for entry in feed.entries}]
    for feed in feeds
]))
"""


class Entry(NamedTuple):
    """What a feed reader keeps of an entry: it shows one again when ``updated`` is another."""

    updated: str
    title: str


class Life:
    """One project over the years, looked at after each step."""

    def __init__(self, project: Project, tree: Tree, patch: pytest.MonkeyPatch) -> None:
        self.project = project
        self.tree = tree
        self.patch = patch
        self.at = 1_710_000_000
        self.places: set[str] = set()
        self.feed: dict[str, Entry] = {}
        self.feeds: list[tuple[bytes, dict[str, Entry]]] = []
        self.steps = 0

    def text(self, slug: str, *changes: tuple[str, str]) -> str:
        """Return a notice of the cases, changed."""
        text = (CASES / f"{slug}.yaml").read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        return text

    def seal(self, slug: str, note: str, reason: str = "") -> None:
        """Sign a notice and seal it, a day later."""
        self.at += DAY
        self.patch.setenv("SOURCE_DATE_EPOCH", str(self.at))
        sign_and_seal(self.project.settings, slug, note, reason)

    def withhold(self, slug: str, *numbers: int) -> None:
        """Expect the data of these versions to go by intention; their pages stay."""
        folders = tuple(f"archive/{slug}/{number}/" for number in numbers)
        self.places = {
            place
            for place in self.places
            if not place.startswith(folders) or place.endswith("/index.html")
        }

    def seen(self, place: str) -> str:
        """Return what a reader sees of a page."""
        return visible_text(parse_page(self.project.output / place / "index.html"))

    def step(self, *told: str) -> None:
        """Build, and look at everything; ``told`` are the notices that the feed tells anew."""
        settings = self.project.settings
        result = build_site(settings)
        assert result.built, result.diagnostics
        assert not [each for each in check_project(settings).found if each.level == 3]
        site = self.tree(self.project.output)
        missing = sorted(self.places - site.keys())
        assert missing == []
        self.places |= {place for place in site if place.startswith(STARTS)}
        self._links()
        self._verified()
        self._read_feed(set(told))
        self.steps += 1
        clean = settings._replace(
            output=self.project.root / f"clean{self.steps}/site",
            cache=self.project.root / f"clean{self.steps}/.cache",
        )
        assert build_site(clean).built
        assert site == self.tree(clean.output)

    def _links(self) -> None:
        """See that every page's links within the site lead to a file."""
        for page in self.project.output.rglob("index.html"):
            for link in parse_page(page).iter("a"):
                href = link.get("href", "").partition("#")[0]
                if not href or ":" in href:
                    continue
                target = page.parent / href
                assert (target / "index.html").is_file() or target.is_file(), (page, href)

    def _verified(self) -> None:
        """Verify the archive and every version's listing."""
        lines, faults = verify(self.project.content / "archive")
        assert faults == ()
        store = store_of(self.project.settings)
        for line in lines:
            assert line.entry is not None
            listed = read_listing(store.read(line.entry, LISTING))
            assert listed
            for name, digest in listed.items():
                assert sha256_hex(store.read(line.entry, name)) == digest

    def _read_feed(self, told: set[str]) -> None:
        """Read the feed as a reader does: what is new, or has another ``updated``, is shown."""
        root = parse(self.project.output / "feed.xml")
        entries = [
            (
                entry.findtext(f"{ATOM}id", ""),
                Entry(entry.findtext(f"{ATOM}updated", ""), entry.findtext(f"{ATOM}title", "")),
            )
            for entry in root.findall(f"{ATOM}entry")
        ]
        now = dict(entries)
        assert len(now) == len(entries)
        shown = {
            name.rstrip("/").rpartition("/")[2]
            for name, entry in now.items()
            if name not in self.feed or self.feed[name].updated != entry.updated
        }
        assert shown == told
        assert all(
            entry.updated > self.feed[name].updated
            for name, entry in now.items()
            if name in self.feed and self.feed[name] != entry
        )
        self.feed |= now
        self.feeds.append(((self.project.output / "feed.xml").read_bytes(), now))

    def read_by_another(self) -> None:
        """See that feedparser reads from each feed what was read here."""
        for number, (data, _) in enumerate(self.feeds):
            (self.project.root / f"{number}.xml").write_bytes(data)
        places = [str(self.project.root / f"{number}.xml") for number in range(len(self.feeds))]
        done = subprocess.run(
            [peer("python"), "-c", READER, *places], check=True, capture_output=True
        )
        assert json.loads(done.stdout) == [
            [0, {name: list(entry) for name, entry in read.items()}] for _, read in self.feeds
        ]


@pytest.fixture
def life(tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Life:
    """Give a project with one notice of no matter, and nothing sealed."""
    project = Project(tmp_path)
    notices = project.content / "notices"
    (notices / "first.yaml").rename(notices / "other.yaml")
    return Life(project, tree, monkeypatch)


def test_life(life: Life) -> None:
    """First notice, correction, follow-ups, a withdrawal, its end, and new names."""
    write, content = life.project.write, life.project.content
    write("first", life.text("first"))
    life.seal("first", "首次公布")
    life.step("first", "other")

    write("first", life.text("first", ("学习12次", "学习11次")))
    life.step()  # what was not sealed changes no date
    life.seal("first", "学习次数有误", "更正")
    life.step("first")
    assert "第2版，更正：学习次数有误" in life.seen("notices/first")

    write("second", life.text("second"))  # one problem is split, one reopened, one dropped
    life.seal("second", "首次公布")
    life.step("second")
    assert "回头看时发现两笔资金没有拨付" in life.seen("notices/second")
    write("third", life.text("third"))
    life.seal("third", "首次公布")
    life.step("third")
    ledger = life.seen("notices/first/matter")

    life.seal("second", "内容有误", "撤回")
    life.step("second")
    assert "本通报已撤回" in life.seen("notices/second")
    assert "上一次（已撤回）" in life.seen("notices/third")
    write("second", life.text("second", ("已补4次", "已补5次")))
    life.step()
    assert "已补5次" not in life.seen("notices/third")
    life.seal("second", "核对后重新公布", "更正")
    life.step("second")
    assert "已补5次" in life.seen("notices/third")
    assert life.seen("notices/first/matter") == ledger

    (content / "notices/first.yaml").rename(content / "notices/begun.yaml")
    (content / "addresses.yaml").write_text("moved_to: {first: begun}\n", "utf-8")
    life.step()  # a new address alone is no change of what it says
    life.seal("begun", "改了网址")
    life.step()
    assert life.seen("notices/begun/matter") == ledger

    life.seal("begun", "内容有误", "撤回")
    (content / "notices/begun.yaml").unlink()
    life.step("first")  # the id stays that of its first address
    assert "首次（已撤回）" in life.seen("notices/second")
    life.withhold("begun", 1, 2)
    (content / "addresses.yaml").write_text(
        "moved_to: {first: begun}\nwithheld: [begun]\n", "utf-8"
    )
    life.step()
    assert "不再公开" in life.seen("archive/begun/1")
    settings = life.project.settings
    store = store_of(settings)
    for slug in ("first", "second", "third", "begun"):
        for entry in store.versions(slug):
            assert rebuild(store, entry, settings).different == ()
    life.read_by_another()  # last: it may not be there
