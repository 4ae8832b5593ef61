"""What templates print is escaped, whatever it is."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from disclosure.render.environment import escape_where_needed, open_templates

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
