"""Whatever a tree of sections is numbered with, Word prints what the notice prints."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.model.mark_style import MarkStyle
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from tests.conftest import ROOT
from tests.render.deliveries.parcels import plain, site, squeezed
from tests.render.deliveries.word.word_files import lines_of
from tests.render.test_particulars import composed, loaded

STYLES = st.sampled_from([style.value for style in MarkStyle])
TYPED = st.sampled_from(["无", "（二）", "三、", "5.", "附：", "⑦", "第九部分", "十是"])
WORDS = st.text("改进学习制度落实台账", min_size=2, max_size=6).map("甲".__add__)
ITEMS = st.lists(
    st.one_of(WORDS, st.fixed_dictionaries({"text": WORDS, "mark": TYPED})), min_size=1, max_size=4
)


def sections(depth: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return lists of sections with as many levels below them."""
    optional: dict[str, st.SearchStrategy[Any]] = {
        "mark": TYPED,
        "body": WORDS,
        "measures": ITEMS,
        "numbering": STYLES,
        "run_in": st.just("true"),
    }
    if depth:
        optional["sections"] = sections(depth - 1)
    section = st.fixed_dictionaries({"title": WORDS}, optional=optional)
    return st.lists(section, min_size=1, max_size=4)


NOTICES = st.fixed_dictionaries(
    {"sections": sections(3), "enumeration": STYLES},
    optional={
        "numbering": st.fixed_dictionaries(
            {"styles": st.lists(STYLES, min_size=1, max_size=4)},
            optional={"run_on": st.lists(STYLES, max_size=2, unique=True)},
        )
    },
)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def compare(data: dict[str, Any], renderer: Renderer) -> None:
    """Compare the text of the Word file with the plain text."""
    made = composed(loaded(data), renderer)
    said = squeezed("".join(lines_of(render_docx(made))))
    assert said == plain({"notice.txt": plain_text(made)})


@settings(max_examples=25, deadline=None)
@given(data=NOTICES)
def test_some_trees(data: dict[str, Any], renderer: Renderer) -> None:
    """A few trees, as often as tests are run."""
    compare(data, renderer)


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(data=NOTICES)
def test_many_trees(data: dict[str, Any], renderer: Renderer) -> None:
    """Five hundred trees."""
    compare(data, renderer)
