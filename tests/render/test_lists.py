"""The lists of a site with many notices: reached, listed, fed, counted, and gone when empty."""

import csv
import gzip
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import pytest

from disclosure.pipeline.build import build_site
from disclosure.plain_paths import is_plain
from disclosure.render.catalogue import key_of
from tests.conftest import Project
from tests.county import GENRES, county_notice, write_county
from tests.pages import SPACE, by_class, elements, parse_page, visible_text

Tree = Callable[[Path], dict[str, bytes]]
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
BASE = "https://www.example.gov.cn/gk/"
COUNT, UNITS = 120, 7
FEW = 54  # but too many for one page


class Built(NamedTuple):
    """A county's project, built, and the files of its site."""

    project: Project
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a small county's site once; whoever changes it takes a copy."""
    return build_county(tmp_path_factory.mktemp("county"), COUNT, UNITS)


def build_county(root: Path, count: int, units: int) -> Built:
    """Build a county's site."""
    project = Project(root)
    write_county(project, count, units)
    assert build_site(project.settings).built
    return Built(project, files_of(project))


def files_of(project: Project) -> dict[str, bytes]:
    """Return the files of a site."""
    output = project.output
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file()
    }


def place_of(address: str) -> str:
    """Return the file that a server gives for an address below the site's root."""
    place = unquote(address)
    return f"{place}index.html" if place.endswith("/") or not place else place


def links_of(project: Project, place: str) -> dict[str, str]:
    """Return the places in the site that a page leads to, with the words of the links."""
    found = {}
    for link in elements(parse_page(project.output / place), "a"):
        address = urljoin(f"{BASE}{place}", link.get("href", "")).partition("#")[0]
        if address.startswith(BASE):
            found[place_of(address.removeprefix(BASE))] = visible_text(link)
    return found


def list_pages(files: dict[str, bytes]) -> list[str]:
    """Return the pages of lists."""
    return [name for name in files if name.startswith("list/") and name.endswith(".html")]


def test_every_notice_is_reached_without_script(county: Built) -> None:
    """From the front, links lead to every list and notice, and none leads nowhere."""
    waiting, seen = ["index.html"], {"index.html"}
    while waiting:
        for target in links_of(county.project, waiting.pop()):
            assert target in county.files, target
            if target not in seen:
                seen.add(target)
                if target.startswith("list/") and target.endswith(".html"):
                    waiting.append(target)
    pages = {name for name in county.files if re.fullmatch("notices/[^/]+/index.html", name)}
    assert len(pages) == COUNT
    assert pages <= seen
    assert set(list_pages(county.files)) <= seen


def test_the_front_shows_the_newest_fifty(county: Built) -> None:
    """Fifty notices in order, and for what is older the years that it was published in."""
    root = parse_page(county.project.output / "index.html")
    days = [time.get("datetime") for time in elements(root, "time")]
    every = sorted(published(county).values(), reverse=True)
    assert days == every[:50]
    earlier = by_class(root, "dn-pages")[0]
    told = [visible_text(link) for link in elements(earlier, "a")]
    assert told == sorted({f"{day[:4]}年" for day in every[50:]}, reverse=True)


def units_of(said: dict[str, Any]) -> list[str]:
    """Return the units in a notice's data; a single one is no list there."""
    units = said["unit"]
    return [units] if isinstance(units, str) else units


def published(county: Built) -> dict[str, str]:
    """Return the day of each notice from its data."""
    return {
        name.split("/")[1]: json.loads(data)["published"]
        for name, data in county.files.items()
        if name.endswith("/notice.json")
    }


def test_sitemap_has_every_page(county: Built) -> None:
    """Index, lists with all their pages, and notices: each once, each a file."""
    root = ElementTree.fromstring(county.files["sitemap.xml"])  # noqa: S314 - our own file
    named = [each.text or "" for each in root.iterfind("s:url/s:loc", SITEMAP)]
    places = [place_of(each.removeprefix(BASE)) for each in named]
    notices = [f"notices/{slug}/index.html" for slug in published(county)]
    assert sorted(places) == sorted(["index.html", *list_pages(county.files), *notices])


def test_every_page_names_its_own_address(county: Built) -> None:
    """The canonical address of a list is that in the sitemap, and its heading names it."""
    for place in list_pages(county.files):
        root = parse_page(county.project.output / place)
        (canonical,) = [
            link.get("href", "")
            for link in root.iter(SPACE + "link")
            if link.get("rel") == "canonical"
        ]
        assert place_of(canonical.removeprefix(BASE)) == place
        assert visible_text(elements(root, "h1")[0]).strip()


@pytest.mark.parametrize("genre", GENRES)
def test_each_genre_has_a_feed(county: Built, genre: str) -> None:
    """Its newest fifty notices and no other, linked from its page."""
    folder = f"list/genre/{key_of(genre)}/"
    feed = ElementTree.fromstring(county.files[f"{folder}feed.xml"])  # noqa: S314 - our own file
    wanted = [
        f"{BASE}notices/{slug}/"
        for slug in published(county)
        if json.loads(county.files[f"notices/{slug}/notice.json"]).get("genre", "") == genre
    ]
    ids = [each.text for each in feed.iterfind("a:entry/a:id", ATOM)]
    assert sorted(ids, key=str) == sorted(wanted)
    assert feed.findtext("a:id", namespaces=ATOM) == BASE + folder
    assert f"{folder}feed.xml" in links_of(county.project, f"{folder}index.html")


def test_search_knows_every_problem(county: Built) -> None:
    """Each notice stands in the index once, with its units, and its problems as in the ledger."""
    rows = [
        row
        for name, data in county.files.items()
        if re.fullmatch(r"list/search/\d+-\d+\.json", name)
        for row in json.loads(data)
    ]
    assert sorted(row[0] for row in rows) == sorted(published(county))
    for slug, day, _, units, problems in rows:
        said = json.loads(county.files[f"notices/{slug}/notice.json"])
        assert day == said["published"]
        assert units.split("\n") == units_of(said)
        ledger = ledger_of(county, slug)
        found = [line.split(" ", 1) for line in problems.split("\n")]
        assert [title for _, title in found] == [row["问题"] for row in ledger]
        assert [place for place, _ in found] == [row["网址"].split("#")[1] for row in ledger]


def ledger_of(county: Built, slug: str) -> list[dict[str, str]]:
    """Return the rows of a notice's CSV."""
    text = county.files[f"notices/{slug}/ledger.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def state_in(row: dict[str, str]) -> str:
    """Return a problem's state; genres call the column otherwise."""
    return next((value for name, value in row.items() if name.endswith("状态")), "")


def counted(county: Built) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return by SQLite, from the CSV and JSON files of the site, what pages should count."""
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE TABLE notice (slug, year, genre)")
        base.execute("CREATE TABLE unit (slug, name)")
        base.execute("CREATE TABLE problem (slug, state)")
        for slug, day in published(county).items():
            said = json.loads(county.files[f"notices/{slug}/notice.json"])
            genre = said.get("genre", "巡察整改通报")
            base.execute("INSERT INTO notice VALUES (?, ?, ?)", (slug, f"{day[:4]}年", genre))
            names = [(slug, name) for name in dict.fromkeys(units_of(said))]
            base.executemany("INSERT INTO unit VALUES (?, ?)", names)
            states = [(slug, state_in(row)) for row in ledger_of(county, slug)]
            base.executemany("INSERT INTO problem VALUES (?, ?)", states)
        asked = {
            "year": "SELECT year, count(*) FROM notice GROUP BY year",
            "genre": "SELECT genre, count(*) FROM notice GROUP BY genre",
            "unit": "SELECT name, count(DISTINCT slug) FROM unit GROUP BY name",
            "state": (
                "SELECT replace(replace(state, '并长期坚持', ''), '并持续整改', '') AS word, "
                "count(DISTINCT slug), count(*) FROM problem WHERE state <> '' GROUP BY word"
            ),
        }
        return {
            kind: {name: tuple(counts) for name, *counts in base.execute(query)}
            for kind, query in asked.items()
        }


def check_counts(county: Built) -> None:
    """Compare what pages say with what SQLite counts, and with what stands in the lists."""
    for kind, wanted in counted(county).items():
        root = parse_page(county.project.output / f"list/{kind}/index.html")
        shown, folders = {}, {}
        for item in elements(by_class(root, "dn-links")[0], "li"):
            (link,), (count,) = elements(item, "a"), elements(item, "span")
            shown[visible_text(link)] = tuple(map(int, re.findall(r"\d+", visible_text(count))))
            folders[visible_text(link)] = f"list/{kind}/{link.get('href')}"
        assert shown == wanted
        for name, folder in folders.items():
            pages = [each for each in list_pages(county.files) if each.startswith(folder)]
            entries = [
                entry
                for page in pages
                for entry in by_class(parse_page(county.project.output / page), "dn-entry")
            ]
            assert len(entries) == wanted[name][0]


def test_counts_are_those_of_the_tables(county: Built) -> None:
    """Years, units, genres and states count what a recomputation from the tables counts."""
    check_counts(county)


@pytest.mark.slow
def test_a_whole_county(tmp_path: Path) -> None:
    """400 notices of 40 units in 4 genres: counts are right, and no page is over 60 KB gzipped."""
    county = build_county(tmp_path, 400, 40)
    check_counts(county)
    for place in ("index.html", *list_pages(county.files)):
        assert len(gzip.compress(county.files[place])) <= 60 * 1024, place


def test_one_change_remakes_its_own_lists_alone(tmp_path: Path, tree: Tree) -> None:
    """A new title changes the pages that show it, and is all that is written."""
    county = build_county(tmp_path, FEW, UNITS)
    project = county.project
    text = county_notice(3, UNITS)
    assert build_site(project.settings).written == 0
    project.write("n-003", text.replace("进展情况的通报", "结果的通报"))
    outcome = build_site(project.settings)
    after = files_of(project)
    changed = {name for name, data in after.items() if county.files.get(name) != data}
    assert outcome.written == len(changed)
    unit = f"list/unit/{key_of('某镇3号党委')}/index.html"
    assert unit in changed
    others = [name for name in changed if name.startswith("list/unit/")]
    assert others == [unit]
    assert after == clean(project, tree)


def test_a_unit_that_is_gone_takes_its_list_along(tmp_path: Path, tree: Tree) -> None:
    """With its last notice a unit's list goes from index, sitemap and search; the rest stays."""
    county = build_county(tmp_path, FEW, UNITS)
    project = county.project
    place = f"list/unit/{key_of('某镇6号党委')}/index.html"
    assert place in county.files
    for number in range(FEW):
        text = county_notice(number, UNITS)
        if "某镇6号党委" in text:
            project.write(f"n-{number:03}", text.replace("某镇6号党委", "某镇5号党委"))
    assert build_site(project.settings).built
    after = files_of(project)
    assert place not in after
    assert not any(key_of("某镇6号党委").encode() in data for data in after.values())
    assert after == clean(project, tree)


def clean(project: Project, tree: Tree) -> dict[str, bytes]:
    """Build from nothing, elsewhere."""
    elsewhere = project.settings._replace(
        output=project.root / "clean", cache=project.root / "clean-cache"
    )
    assert build_site(elsewhere).built
    return tree(elsewhere.output)


def test_hostile_names_of_units(tmp_path: Path) -> None:
    """Names that are no names for files, or are markup, make plain places and plain text."""
    names = ["../x", "CON", "某" * 300, "a/../../b", "<script>alert(1)</script>", "&amp;", "nul."]
    project = Project(tmp_path)
    write_county(project, FEW, 3)
    for number, name in enumerate(names):
        text = re.sub(
            r"unit: \[.*",
            lambda _, name=name: f"unit: [{json.dumps(name)}]",
            county_notice(number, 3),
        )
        project.write(f"n-{number:03}", text)
    outcome = build_site(project.settings)
    assert outcome.built, outcome.diagnostics
    files = files_of(project)
    assert all(is_plain(name) for name in files)
    for name in names:
        root = parse_page(project.output / f"list/unit/{key_of(name)}/index.html")
        assert visible_text(elements(root, "h1")[0]) == name
        assert len(elements(root, "script")) == 1


def test_few_notices_keep_one_index(tmp_path: Path) -> None:
    """They make one page without lists; genres alone are told apart, for their feeds."""
    county = build_county(tmp_path, 8, 3)
    folders = {name.split("/")[1] for name in county.files if name.startswith("list/")}
    assert folders == {"genre"}
    root = parse_page(county.project.output / "index.html")
    assert len(by_class(root, "dn-entry")) == 8
    assert not by_class(root, "dn-search")
    for genre in GENRES:
        place = f"list/genre/{key_of(genre)}/index.html"
        assert place in links_of(county.project, "index.html")
