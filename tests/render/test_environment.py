"""What templates print is escaped, whatever it is, and comes out as Jinja itself has it."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from disclosure.errors import TemplateError
from disclosure.page_texts import page_texts
from disclosure.render.environment import open_templates
from disclosure.render.template_runtime import escape_where_needed

_MIXED = st.text(alphabet="整改&<>'\"a ", max_size=60)


@given(st.one_of(_MIXED, _MIXED.map(Markup), st.integers(), st.none(), st.booleans()))
def test_the_same_as_markupsafe(value: object) -> None:
    """Short and long texts, markup and other values come out as ``markupsafe`` has them."""
    assert escape_where_needed(value) == escape(value)


def test_every_template_uses_it(tmp_path: Path) -> None:
    """Values, values in a macro, in an included and in an imported template are escaped once."""
    written = {
        "page.html": '{% import "of.html" as of %}{{ x }}{{ of.put(x) }}{% include "in.html" %}',
        "of.html": "{% macro put(y) %}({{ y }}){% endmacro %}",
        "in.html": "{% set z %}{{ x }}{% endset %}[{{ z }}]",
    }
    for name, source in written.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    templates = open_templates(tmp_path)
    assert templates.render("page.html", x="整<改") == "整&lt;改(整&lt;改)[整&lt;改]"
    used = templates.environment.get_template("of.html").root_render_func.__globals__["escape"]
    assert used is escape_where_needed


_MACROS = {
    "of.html": "{% macro put(y, z='<') %}({{ y }}{{ z }}){% endmacro %}"
    "{% macro tree(x) %}{{ x.name }}{% for y in x.below %}[{{ tree(y) }}]{% endfor %}{% endmacro %}"
    "{% macro around() %}<{{ caller() }}>{% endmacro %}"
    "{% macro all() %}{{ varargs|join('&') }}{{ kwargs }}{% endmacro %}",
    "page.html": "{% from 'of.html' import put, tree, around, all %}{{ put(x) }}{{ put(x, 1) }}"
    "{{ put(z=x, y=2) }}{{ put(*[x]) }}{{ put(put(x)) }}{{ tree(t) }}{{ put(x)|upper }}"
    "{{ put(x) if x else '' }}{% call around() %}{{ put(x) }}{% endcall %}{{ all(x, 3, k=x) }}"
    "{% set kept %}{{ put(x) }}{% endset %}{{ kept }}{{ x.replace('<', '>') }}"
    "{% for n in (1, 2) %}{{ loop.index0 }}{{ put(n) }}{% endfor %}{{ {'class': x}['class'] }}"
    "{% block b %}{{ put(t.name) }}{% endblock %}{{ self.b() }}{% macro own(a) %}{{ a }}{% endmacro %}{{ own(x) }}",
}


def test_dictionaries_are_looked_into_where_asked(tmp_path: Path) -> None:
    """What a dictionary holds is an attribute where templates are opened so, and nowhere else."""
    (tmp_path / "a.html").write_text("{{ row.title }}", "utf-8")
    row = {"title": "<"}
    assert open_templates(tmp_path, dicts=True).render("a.html", row=row) == "&lt;"
    with pytest.raises(TemplateError):
        open_templates(tmp_path).render("a.html", row=row)


@given(_MIXED)
def test_the_same_as_jinja(value: str) -> None:
    """Macros of every form, called in every way, print what Jinja's own code prints."""
    plain = Environment(loader=DictLoader(_MACROS), autoescape=True, undefined=StrictUndefined)
    ours = open_templates(Path()).environment.overlay(loader=DictLoader(_MACROS))
    below = [SimpleNamespace(name="<b>", below=[]), SimpleNamespace(name=Markup("<i>"), below=[])]
    values = {"x": value, "t": SimpleNamespace(name=value, below=below)}
    expected = plain.get_template("page.html").render(values)
    assert ours.get_template("page.html").render(values) == expected


@pytest.mark.parametrize(
    "broken",
    [
        "{{ view.nope }}",
        "{{ nope }}",
        "{{ nope.more }}",
        "{{ nope(1) }}",
        "{{ view.nope() }}",
        "{% if view.nope %}{% endif %}",
        "{% macro put(x) %}{{ x }}{% endmacro %}{{ put() }}",
        "{% macro put(x) %}{{ x.nope }}{% endmacro %}{{ put(view) }}",
    ],
)
def test_undefined_is_refused(tmp_path: Path, broken: str) -> None:
    """A name, an attribute or an argument that is not there is told with its template and line."""
    (tmp_path / "a.html").write_text(f"<p>\n{broken}", "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_templates(tmp_path).render("a.html", view=SimpleNamespace())
    assert caught.value.code == "template.undefined"
    assert {"name": "a.html", "line": "2"}.items() <= dict(caught.value.params).items()


@given(_MIXED, _MIXED, _MIXED.map(Markup))
def test_a_text_with_values_is_escaped_as_one(said: str, value: str, markup: Markup) -> None:
    """The words around a value and the value are escaped, whatever either holds."""
    texts = page_texts()._replace(texts={"a.b": f"{said}{{v}}{{v}}{said}"})
    environment = open_templates(Path(), texts=texts).environment
    template = environment.from_string('{{ "a.b"|text(v=value) }}')
    words = escape(said)
    assert template.render(value=value) == words + escape(value) * 2 + words
    assert template.render(value=markup) == words + markup * 2 + words


def test_shared_parts_are_the_same_encoded(tmp_path: Path) -> None:
    """A page whose parts are encoded already has the bytes of the page that is encoded whole."""
    (tmp_path / "part.html").write_text(
        "{% macro part(x) %}<b>整{{ x }}</b>{% endmacro %}", "utf-8"
    )
    (tmp_path / "page.html").write_text("<p>{{ part }}改{{ part }}", "utf-8")
    templates = open_templates(tmp_path)
    part = templates.render_part("part.html", "<")
    assert part.encoded == "<b>整&lt;</b>".encode()
    page = templates.render_encoded("page.html", part=part)
    assert page == templates.render("page.html", part=part).encode()
    assert page == "<p><b>整&lt;</b>改<b>整&lt;</b>".encode()
