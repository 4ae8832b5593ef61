"""What Word is strict about: order of elements, names, relations, types of parts."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.render.deliveries.parcels import EVERY, SEED
from tests.render.deliveries.word.schema_order import MIXED, ORDER, REPEATED
from tests.render.deliveries.word.word_files import CASES, R, W, made, parts_of

BOOKMARK = re.compile(r"(?:p_|_v_)\w{1,37}", re.ASCII)


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def disorder(parent: Element) -> list[str]:
    """Return what stands in the wrong order, or twice, in an element."""
    name = local(parent)
    if name not in ORDER:
        return []
    order, found = ORDER[name].split(), [local(child) for child in parent]
    wrong = [f"{name}/{each}" for each in found if each not in order]
    places = [order.index(each) for each in found if each in order]
    if name in MIXED:
        places = [min(place, 1) for place in places] if name != "numbering" else places
    elif repeated := [each for each in set(found) - REPEATED if found.count(each) > 1]:
        wrong.append(f"{name} has several {repeated}")
    if places != sorted(places):
        wrong.append(f"{name}: {found}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_elements_stand_in_the_order_of_the_schema(case: Path) -> None:
    """No element stands before what the schema puts in front of it, in any part."""
    wrong = [
        f"{name}: {each}"
        for name, root in parts_of(made(case)).items()
        for element in root.iter()
        for each in disorder(element)
    ]
    assert not wrong


def test_disorder_is_found() -> None:
    """The test above sees an element out of its place, one unknown and one twice."""
    properties = Element("pPr")
    for name in ("jc", "pStyle", "jc", "height"):
        properties.append(Element(name))
    assert len(disorder(properties)) == 3


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_names_lead_to_something(case: Path) -> None:
    """Every style, list and relation that is named exists; a table is followed by a paragraph."""
    parts = parts_of(made(case))
    document = parts["word/document.xml"]
    styles = {each.get(W + "styleId") for each in parts["word/styles.xml"].iter(W + "style")}
    lists = {each.get(W + "numId") for each in parts["word/numbering.xml"].iter(W + "num")} | {"0"}
    relations = {each.get("Id") for each in parts["word/_rels/document.xml.rels"]}
    kinds = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for root in parts.values():
        for kind in kinds:
            assert {each.get(W + "val") for each in root.iter(W + kind)} <= styles
        assert {each.get(W + "val") for each in root.iter(W + "numId")} <= lists
    named = {
        value
        for each in document.iter()
        for key, value in each.attrib.items()
        if key in {R + "id", R + "embed"}
    }
    assert named <= relations
    body = document[0]
    for at, child in enumerate(body):
        assert child.tag != W + "tbl" or body[at + 1].tag == W + "p"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_bookmarks_are_named_once(case: Path) -> None:
    """Bookmarks have names that Word takes, no two the same, and each one ends."""
    document = parts_of(made(case))["word/document.xml"]
    begun = list(document.iter(W + "bookmarkStart"))
    names = [each.get(W + "name", "") for each in begun]
    assert all(BOOKMARK.fullmatch(name) for name in names)
    assert len({name.lower() for name in names}) == len(names)
    ended = [each.get(W + "id") for each in document.iter(W + "bookmarkEnd")]
    assert sorted(ended) == sorted(each.get(W + "id") for each in begun)


def test_package_tells_the_type_of_each_part() -> None:
    """Every part has a type, every relation leads to a part, and nothing is deflated or dated."""
    data = made(SEED)
    parts = parts_of(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
    names = [each.filename for each in members]
    assert names[0] == "[Content_Types].xml"
    assert {each.compress_type for each in members} == {zipfile.ZIP_STORED}
    assert {each.date_time for each in members} == {(1980, 1, 1, 0, 0, 0)}
    types = parts["[Content_Types].xml"]
    told = {each.get("PartName", each.get("Extension")) for each in types}
    assert {each for each in told if each and each.startswith("/")} < {f"/{name}" for name in names}
    for name in names[1:]:
        assert f"/{name}" in told or name.rpartition(".")[2] in told
    for each in parts["word/_rels/document.xml.rels"]:
        assert each.get("TargetMode") == "External" or f"word/{each.get('Target')}" in names


def test_nobody_is_named() -> None:
    """The properties of the file hold its title and language, no person, no time."""
    core = parts_of(made(EVERY))["docProps/core.xml"]
    assert [local(each) for each in core] == ["title", "language"]
