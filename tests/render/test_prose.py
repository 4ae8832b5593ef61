"""Prose as it is set: figures, marks, what stays together, and nothing lost."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.model.figures import work_out
from disclosure.model.marked import read_prose
from disclosure.model.metric import Metric
from disclosure.model.tokens import Kind
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.prose import ProseSetter

METRICS = (
    Metric.model_validate(
        {"id": "built", "name": "项目", "value": "38", "unit": "个", "yoy": "18.7%"}
    ),
)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]))
MARKED = st.text(st.sampled_from("甲乙，a1 *_[]()\\&<>\"'#`!~:/"), max_size=40)


@pytest.fixture(scope="module")
def prose() -> ProseSetter:
    """Give a setter with one figure."""
    return ProseSetter(work_out(METRICS)[0], {"built": "m-1"}, InlineMarkdown())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成{built}，增长{built.yoy}", "完成38个，增长18.7%"),
        ("完成**{built}**项目", "完成38个项目"),
        (r"写作\{built\}", "写作{built}"),
        ("制定**“三审制”**制度", "制定“三审制”制度"),
        ("<b>甲</b> & &nbsp;", "<b>甲</b> & &nbsp;"),
        ("# 1. 甲", "# 1. 甲"),
        (r"3\*4", "3*4"),
        ("见[网站](https://a.cn/?x=1&y=2)。", "见网站（https://a.cn/?x=1&y=2）。"),
    ],
)
def test_plain(prose: ProseSetter, text: str, expected: str) -> None:
    """Plain text has figures in place and no marks; what is not a mark stays."""
    assert prose.plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**甲**乙", "<strong>甲</strong>乙"),
        ("** 甲 ** 乙", "** 甲 ** 乙"),
        ("[甲](https://a.cn/?x=1&y=2)", 'href="https://a.cn/?x=1&amp;y=2"'),
        ("[甲](javascript:alert(1))", "甲</a>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**<img src=x onerror=alert(1)>**", "&lt;img src=x onerror=alert(1)&gt;"),
        ("{built}", '<a class="dn-ref" href="#m-1">38个</a>'),
        ("于2021年12月31日", '<span class="dn-nb">2021年12月31日</span>'),
        ("〔2019〕16号", '<span class="dn-nb">〔2019〕16号</span>'),
        ("增长63.46%", '<span class="dn-nb">63.46%</span>'),
        ("第3、4", "第3、4"),
        ("it's", "it&#39;s"),
    ],
)
def test_markup(prose: ProseSetter, text: str, expected: str) -> None:
    """Marks become markup, everything else is escaped, dates and numbers stay together."""
    assert expected in prose.markup(text)


def test_no_script_link(prose: ProseSetter) -> None:
    """A link of a forbidden kind keeps its words and loses its address."""
    assert "javascript" not in prose.markup("[甲](javascript:alert(1))")


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_text_without_marks_survives(text: str) -> None:
    """Any text without marks and references is shown exactly as it was typed."""
    setter = ProseSetter({}, {}, InlineMarkdown())
    if re.search(r"[*\[\\{]", text):
        return
    shown = html.unescape(re.sub(r"<[^>]*>", "", setter.markup(text)))
    assert shown == text


@given(MARKED)
@settings(max_examples=500, deadline=None)
def test_marked_text_is_always_clean(text: str) -> None:
    """Whatever stands in it, the markup holds only the tags and attributes that are allowed."""
    shown = ProseSetter({}, {}, InlineMarkdown()).markup(text)
    for tag in re.findall(r"<[^>]*>", shown):
        assert re.fullmatch(
            r"</?(?:strong|em|a|span|p)(?: (?:class|href|rel)=\"[^\"<>]*\")*>", tag
        ), tag


@given(st.text(st.sampled_from("甲乙，a1 *&<\"'。"), max_size=30))
@settings(max_examples=500, deadline=None)
def test_short_way_for_bold_agrees_with_the_parser(text: str) -> None:
    """Where only plain bold stands, the short way gives what Python-Markdown gives."""
    setter, markdown = ProseSetter({}, {}, InlineMarkdown()), InlineMarkdown()
    if any(token.kind is Kind.EM or "*" in token.value for token in read_prose(text)):
        return
    # The two escape quotation marks in text differently; browsers read both alike.
    fully = markdown.convert(text, setter._compose)
    assert html.unescape(setter.markup(text)).strip() == html.unescape(fully)
