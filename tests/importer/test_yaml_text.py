"""A draft reads back as it was written, and looks as if written by hand."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.characters import REFUSED
from disclosure.importer.draft import Entry, Fields, Guess, Items, Scalar, Value
from disclosure.importer.tracked import Tracked
from disclosure.importer.yaml_text import write
from disclosure.source.reader import parse
from disclosure.source.text import decode

_SIGNS = " -:#[]{}&*!|>'\"%@`=~,?\\\n\t0178.e+_：，。“”一（）—党组abtruenlphone"
_TEXTS = st.one_of(
    st.text(st.sampled_from(_SIGNS), max_size=14),
    st.text(max_size=8).filter(
        lambda text: not re.search(f"[{REFUSED}]", text) and "\r" not in text
    ),
    st.sampled_from(["null", "~", "true", "no", "0777", "1e3", "8:30", "---", "...", "<<", "1_0"]),
)
_KEYS = ("title", "body", "items", "outcomes", "content", "lead", "text", "lines")
_VALUES = st.recursive(
    st.builds(
        Scalar,
        _TEXTS,
        guess=st.sampled_from([None, Guess("import.confirm", (("reason", "是否"),))]),
        plain=st.booleans(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda values: Items(tuple(values))),
        st.lists(
            st.tuples(st.sampled_from(_KEYS), inner),
            min_size=1,
            max_size=4,
            unique_by=lambda pair: pair[0],
        ).map(lambda pairs: Fields(tuple(Entry(*pair) for pair in pairs))),
    ),
    max_leaves=12,
)


def _plain(value: Value) -> object:
    match value:
        case Scalar():
            return str(value.text)
        case Items():
            return [_plain(each) for each in value.values]
        case Fields():
            return {entry.key: _plain(entry.value) for entry in value.entries}


def _reads_back(value: Value) -> None:
    text = write(Fields((Entry("title", Scalar("题")), Entry("lead", value))))
    decoded, faults = decode(text.encode())
    assert not faults
    document = parse(decoded)
    assert not document.faults, text
    assert document.data == {"title": "题", "lead": _plain(value)}, text


@given(_VALUES)
@settings(max_examples=150, deadline=None)
def test_every_value_reads_back(value: Value) -> None:
    """Whatever the texts, lists and mappings, the loader gives them back equal."""
    _reads_back(value)


@pytest.mark.slow
@given(_VALUES)
@settings(max_examples=2000, deadline=None)
def test_every_value_reads_back_many_times(value: Value) -> None:
    """The same, often."""
    _reads_back(value)


def test_it_looks_as_written_by_hand() -> None:
    """Plain where it can be, chapters apart, a guess above its value."""
    sections = Items(
        tuple(
            Fields(
                (
                    Entry("title", Scalar(Tracked.read(title, 0))),
                    Entry("run_in", Scalar("true", plain=True)),
                    Entry("body", Scalar("一是：8:30开会，“好”。")),
                    Entry("outcomes", Items((Scalar("甲。"), Scalar("乙。")))),
                )
            )
            for title in ("党建", "党风")
        )
    )
    guess = Guess("import.confirm", (("reason", "取自文首"),))
    text = write(
        Fields(
            (
                Entry("title", Scalar("关于整改的通报")),
                Entry("published", Scalar("2022-02-23", guess=guess, plain=True)),
                Entry("summary", Scalar("true")),
                Entry("sections", sections),
                Entry("rows", Items((Items((Scalar("序号"), Scalar("1,234"))),))),
            )
        )
    )
    assert text == (
        "title: 关于整改的通报\n"
        "# 请核对：请核对：取自文首\n"
        "published: 2022-02-23\n"
        'summary: "true"\n'
        "\n"
        "sections:\n"
        "  - title: 党建\n"
        "    run_in: true\n"
        "    body: 一是：8:30开会，“好”。\n"
        "    outcomes:\n"
        "      - 甲。\n"
        "      - 乙。\n"
        "\n"
        "  - title: 党风\n"
        "    run_in: true\n"
        "    body: 一是：8:30开会，“好”。\n"
        "    outcomes:\n"
        "      - 甲。\n"
        "      - 乙。\n"
        "\n"
        "rows:\n"
        '  - [序号, "1,234"]\n'
    )
