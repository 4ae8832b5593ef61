"""The schemas accept what the program accepts."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT

NOTICES = [
    *sorted((ROOT / "content/notices").glob("*.yaml")),
    *sorted((ROOT / "tests/cases/notices").glob("*.yaml")),
    *sorted((ROOT / "tests/cases/genres").glob("*.yaml")),
]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do (1.2): dates are strings."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "int"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", __import__("re").compile(r"[-+]?(0|[1-9]\d*)$"), list("-+0123456789")
)


def check(schema: str, path: Path) -> list[str]:
    """Return what an editor would underline."""
    rules = json.loads((ROOT / "content/schema" / schema).read_text(encoding="utf-8"))
    data = yaml.load(path.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506 - a SafeLoader
    found = jsonschema.Draft202012Validator(rules).iter_errors(data)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_sound_notices_are_not_underlined(path: Path) -> None:
    """An editor finds no fault with a notice that builds."""
    assert check("notice.schema.json", path) == []


def test_sound_site_is_not_underlined() -> None:
    """An editor finds no fault with the site file."""
    assert check("site.schema.json", ROOT / "content" / "site.yaml") == []


@pytest.mark.parametrize("path", sorted((ROOT / "disclosure/genres").glob("*.yaml")), ids=str)
def test_shipped_genres_are_not_underlined(path: Path) -> None:
    """An editor finds no fault with a genre file that ships."""
    assert check("genre.schema.json", path) == []


def test_genre_is_completed() -> None:
    """An editor offers the genres that ship, and takes one that the unit has added."""
    rules = json.loads((ROOT / "content/schema/notice.schema.json").read_text(encoding="utf-8"))
    offered, *others = rules["properties"]["genre"]["anyOf"]
    assert {"信访件办理", "其他"} <= set(offered["enum"])
    assert {"type": "string", "minLength": 1} in others


def test_misspelt_key_is_underlined(tmp_path: Path) -> None:
    """A misspelt key is underlined while it is typed."""
    path = tmp_path / "a.yaml"
    path.write_text(
        "title: t\nissuer: i\npublished: 2022-02-23\nsections: [{titel: x}]\n", encoding="utf-8"
    )
    assert any("titel" in line for line in check("notice.schema.json", path))


def test_every_key_has_help() -> None:
    """Each key of each schema has a description in Chinese."""
    for path in (ROOT / "content/schema").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        for model in (schema, *schema.get("$defs", {}).values()):
            for name, field in model.get("properties", {}).items():
                assert field.get("description"), (path.name, model.get("title"), name)
