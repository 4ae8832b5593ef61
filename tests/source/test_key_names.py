"""Chinese names typed for keys: each leads to the key that is meant."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.model.terms import Terms
from disclosure.source.key_names import Place, find_key, keys_named

FILES: tuple[type[Model], ...] = (Notice, Site, Terms)


def places(model: type[Model]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Yield the path of every mapping that a file may hold, with the schema of its keys."""
    whole = model.model_json_schema()
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), whole)]
    seen = set()
    while pending:
        path, schema = pending.pop(0)
        for form in (schema, *schema.get("anyOf", ())):
            if "items" in form:
                pending.append(((*path, 0), form["items"]))
                break
            here = whole["$defs"][form["$ref"].rpartition("/")[2]] if "$ref" in form else form
            if "properties" in here and here["title"] not in seen:
                seen.add(here["title"])
                yield path, here["properties"]
                pending += [((*path, key), inner) for key, inner in here["properties"].items()]


FIELDS = [
    (model, path, key, field["description"])
    for model in FILES
    for path, fields in places(model)
    for key, field in fields.items()
]


@pytest.mark.parametrize(
    ("model", "path", "key", "description"),
    FIELDS,
    ids=[f"{model.__name__}-{'.'.join(map(str, path))}-{key}" for model, path, key, _ in FIELDS],
)
def test_every_description_leads_to_its_key(
    model: type[Model], path: tuple[str | int, ...], key: str, description: str
) -> None:
    """The first Chinese word of a field's description, typed as a key, leads to that key."""
    word = re.search("[A-Z]*[\u4e00-\u9fff]+", description)
    assert word
    assert find_key(word[0], model, path) == Place(key, (), outer=False)


def test_every_kind_of_mapping_is_tried() -> None:
    """The walk of this test reaches the parts of a notice, a site and a list of words."""
    reached = {(model.__name__, key) for model, _, key, _ in FIELDS}
    assert {("Notice", "postcode"), ("Notice", "columns"), ("Notice", "run_in")} < reached
    assert {("Site", "host_key"), ("Site", "certificate"), ("Terms", "post")} < reached


@pytest.mark.parametrize(
    ("name", "path", "key", "way", "outer"),
    [
        ("导语", (), "lead", (), False),
        ("正文", (), "sections", (), False),
        ("正文", ("sections", 0), "body", (), False),
        ("联系电话", (), "phone", ("contact",), False),
        ("联系电话", ("contact",), "phone", (), False),
        ("联系电话", ("sections", 0, "sections", 0), "phone", ("contact",), True),
        ("整改成效", (), "outcomes", ("sections",), False),
        ("落款", ("sections", 0), "signature", (), True),
        ("team", (), "team", ("inspection",), False),
    ],
)
def test_where_a_name_leads(
    name: str, path: tuple[str | int, ...], key: str, way: tuple[str, ...], outer: bool
) -> None:
    """A name of another place leads there, the nearest place first."""
    assert find_key(name, Notice, path) == Place(key, way, outer)


def test_what_is_no_name_leads_nowhere() -> None:
    """A word that names nothing is not made to mean something."""
    assert find_key("点击量", Notice, ()) is None
    assert keys_named("点击量", outermost=True) == ()


def test_the_place_of_a_line_tells_its_key() -> None:
    """At the outermost level 正文 is the chapters, further in the text of a section."""
    assert keys_named("正文", outermost=True) == ("sections",)
    assert keys_named("正文", outermost=False) == ("body",)
