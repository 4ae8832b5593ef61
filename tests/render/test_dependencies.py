"""Which templates a page is made with."""

from pathlib import Path

import pytest
from jinja2 import Environment, meta

from disclosure.render.dependencies import template_uses
from disclosure.render.environment import open_templates
from tests.conftest import ROOT

SHIPPED = open_templates(ROOT / "templates")


@pytest.mark.parametrize("name", SHIPPED.names())
def test_shipped_templates_name_what_the_engine_finds(name: str) -> None:
    """What a shipped template uses is what Jinja itself finds in it."""
    source = (ROOT / "templates" / name).read_text(encoding="utf-8")
    found = set(meta.find_referenced_templates(Environment(autoescape=True).parse(source)))
    assert SHIPPED.references(name) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{%- extends 'a.html' -%}", {"a.html"}),
        ('{%\n  include "a.html"\n  ignore missing with context %}', {"a.html"}),
        (
            '{% from "a.html" import one, two with context %}{% import "b.html" as b %}',
            {"a.html", "b.html"},
        ),
        ('{% include "a.html" if plain else "b.html" %}', {None}),
        ('{% include ["a.html", "b.html"] %}', {None}),
        ('{% include "a" ~ ".html" %}', {None}),
        ("{% extends layout %}", {None}),
        ('{# {% include "a.html" %} #}{{ fromage }}', set()),
    ],
)
def test_references_of_every_form(tmp_path: Path, source: str, found: set[str | None]) -> None:
    """A name is taken as it stands; what is worked out could be any template."""
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    assert open_templates(tmp_path).references("page.html") == found


def test_missing_template_says_nothing() -> None:
    """Where a template is missing, nothing can be said of what pages are made with."""
    assert template_uses(ROOT / "templates" / "styles") == {"notice": [], "lists": []}
