"""Prose as it is set: figures, marks, what stays together, and nothing lost."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.document.printed import print_value
from disclosure.document.values import Role, Value
from disclosure.model.figures import work_out
from disclosure.model.links import is_prose_link
from disclosure.model.marked import read_prose
from disclosure.model.metric import Metric
from disclosure.model.tokens import Kind
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.prose import ProseSetter
from tests.model.prose_strings import generated, pathological

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


class Reader(HTMLParser):
    """Reads markup strictly: tags in pairs, links outside links, and what they lead to."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.links: list[str | None] = []
        self.words = ""
        self.feed(str(markup))
        self.close()
        assert not self.open, markup

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        assert tag in {"strong", "em", "span", "a"}
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)
        values = dict(attrs)
        if tag == "a" and values.get("class") != "dn-ref":
            self.links.append(values.get("href"))

    def handle_endtag(self, tag: str) -> None:
        """Take it off."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data


@pytest.mark.slow
def test_ten_thousand_texts(prose: ProseSetter) -> None:
    """Whatever stands in a text, page, plain text and rules agree on its words and links."""
    for text in generated(10_000):
        page = Reader(prose.markup(text))
        links = [token.value for token in read_prose(text) if token.kind is Kind.LINK]
        piece = print_value(Value(("lead", 0), Role.PROSE, text, True), prose.figures)
        assert list(piece.links) == links, text
        assert page.links == [link if is_prose_link(link) else None for link in links], text
        assert page.words == piece.text, text
        spelt = prose.plain(text)
        for link in filter(is_prose_link, links):
            spelt = spelt.replace(f"（{link}）", "", 1)
        assert spelt == piece.text, text
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", page.words), text


def test_hostile_texts_are_set(prose: ProseSetter) -> None:
    """What repeats a mark two thousand times is set like any other text."""
    for text in pathological(2_000):
        assert Reader(prose.markup(text.strip())).words == prose_words(prose, text.strip())


def prose_words(prose: ProseSetter, text: str) -> str:
    """Return what the rules take a text to print."""
    return print_value(Value(("lead", 0), Role.PROSE, text, True), prose.figures).text


def test_figures_in_a_link_are_no_links(prose: ProseSetter) -> None:
    """A link cannot hold another, so a figure in one is only kept together."""
    shown = prose.markup("[见{built}](https://a.cn)")
    assert shown == (
        '<a href="https://a.cn" rel="noopener noreferrer">见<span class="dn-nb">38个</span></a>'
    )
