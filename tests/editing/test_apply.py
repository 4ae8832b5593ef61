"""Each kind of edit in each form of writing: which lines go, and which come."""

import difflib

import pytest

from disclosure.editing.apply import applied
from disclosure.editing.edit import Add, Delete, Edit, Move, SetValue, Split
from disclosure.editing.opened import ConflictError, NothingToSplitError
from disclosure.source.reader import parse
from disclosure.source.written import UnsettableError

_TEXT = """\
# 说明
title: 通报  # 标题
lead: |
  第一段。

  第二段。
empty:
keywords: [甲, 乙, 丙]
contact: {name: 办, phone: 0563-1}
closing:
  - 一项
  # 注
  - 二项
  - 三项
body: 正文一，
  接着写。
sections:
  - title: 问题一   # 注
    kind: 问题
    # 下面是正文
    body: 正文一，
      接着写。

  # 豁免
  - {title: "问题二", kind: 问题}

  - title: 问题三
    body: >
      折叠
      文字

      又一段
tail: 完了
"""
_ONE = {"title": "问题一", "kind": "问题", "body": "正文一，接着写。"}
_TWO = {"title": "问题二", "kind": "问题"}


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (SetValue(("lead", 1), "改了。", "第二段。"), ["  第二段。"], ["  改了。"]),
        (SetValue(("lead", 1), "一\n二", "第二段。"), ["  第二段。"], ["  一", "", "  二"]),
        (
            SetValue(("title",), "新 # 题", "通报"),
            ["title: 通报  # 标题"],
            ["title: '新 # 题'  # 标题"],
        ),
        (
            SetValue(("body",), "正文一，接着#写。", "正文一，接着写。"),
            ["  接着写。"],
            ["  接着#写。"],
        ),
        (
            SetValue(("sections", 2, "body", 0), "折叠: 文，字", "折叠文字"),
            ["      文字"],
            ["      : 文，字"],
        ),
        (SetValue(("empty",), "有了", None), ["empty:"], ["empty: 有了"]),
        (SetValue(("empty",), ["甲"], None), [], ["  - 甲"]),
        (SetValue(("tail",), "", "完了"), ["tail: 完了"], []),
        (
            SetValue(("contact", 0, "name"), "新", "办"),
            ["contact: {name: 办, phone: 0563-1}"],
            ["contact: {name: 新, phone: 0563-1}"],
        ),
        (
            SetValue(("contact", "fax"), "1", None),
            ["contact: {name: 办, phone: 0563-1}"],
            ["contact: {name: 办, phone: 0563-1, fax: 1}"],
        ),
        (
            SetValue(("signature", "date"), "2022-01-02", None),
            [],
            ["", "signature:", "  date: 2022-01-02"],
        ),
        (
            SetValue(("head", 0, "label"), "公开方式", None),
            [],
            ["", "head:", "  - label: 公开方式"],
        ),
        (Delete(("lead", 0), "第一段。"), ["  第一段。", ""], []),
        (Delete(("closing", 1), "二项"), ["  # 注", "  - 二项"], []),
        (
            Delete(("sections", 1), _TWO),
            ["  # 豁免", '  - {title: "问题二", kind: 问题}', ""],
            [],
        ),
        (
            Delete(("sections", 0, "title"), "问题一"),
            ["  - title: 问题一   # 注", "    kind: 问题"],
            ["  - kind: 问题"],
        ),
        (Delete(("keywords", 1), "乙"), ["keywords: [甲, 乙, 丙]"], ["keywords: [甲, 丙]"]),
        (
            Delete(("contact", "name"), "办"),
            ["contact: {name: 办, phone: 0563-1}"],
            ["contact: {phone: 0563-1}"],
        ),
        (Add(("lead",), 1, "间", 2), [], ["", "  间"]),
        (Add(("closing",), 1, "间: 的", 3), [], ["  - '间: 的'"]),
        (
            Add(("keywords",), 0, "a, b", 3),
            ["keywords: [甲, 乙, 丙]"],
            ["keywords: ['a, b', 甲, 乙, 丙]"],
        ),
        (Add(("tail",), 1, "又", 1), ["tail: 完了"], ["tail:", "  - 完了", "  - 又"]),
        (
            Add(("sections",), 1, {"title": "新", "body": "文\n字"}, 3),
            [],
            ["  - title: 新", "    body: |-", "      文", "      字", ""],
        ),
        (
            Add(("notes",), 0, {"mark": "①", "text": "x"}, 0),
            [],
            ["", "notes:", "  - mark: ①", "    text: x"],
        ),
        (Move(("closing", 1), 0, "二项"), ["  - 一项"], ["  - 一项"]),
        (
            Move(("keywords", 0), 2, "甲"),
            ["keywords: [甲, 乙, 丙]"],
            ["keywords: [乙, 丙, 甲]"],
        ),
        (
            Move(("sections", 1), 0, _TWO),
            ["", "  # 豁免", '  - {title: "问题二", kind: 问题}'],
            ["  # 豁免", '  - {title: "问题二", kind: 问题}', ""],
        ),
        (Split(("closing", 1), 1, "二项"), ["  - 二项"], ["  - 二", "  - 项"]),
        (Split(("tail",), 1, "完了"), ["tail: 完了"], ["tail:", "  - 完", "  - 了"]),
        (Split(("lead", 0), 2, "第一段。"), ["  第一段。"], ["  第一", "", "  段。"]),
    ],
)
def test_lines(edit: Edit, gone: list[str], come: list[str]) -> None:
    """Just these lines go and come; all others stay, in their order."""
    after = applied(_TEXT, [edit])
    assert not parse(after).faults
    rows = list(difflib.ndiff(_TEXT.split("\n"), after.split("\n")))
    assert [row[2:] for row in rows if row[0] == "-"] == gone
    assert [row[2:] for row in rows if row[0] == "+"] == come


def test_new_keys_of_a_problem_stand_before_its_text() -> None:
    """In the order in which people write them, whatever the schema's order is."""
    edits = [SetValue(("sections", 0, key), "某", None) for key in ("leader", "status")]
    after = applied(_TEXT, edits)
    assert "    kind: 问题\n    status: 某\n    leader: 某\n    # 下面是正文\n" in after


def test_moved_with_its_comments() -> None:
    """A section that moves takes the comments above and inside it along."""
    after = applied(_TEXT, [Move(("sections", 0), 2, _ONE)])
    titles = [each["title"] for each in parse(after).value_at(("sections",))]
    assert titles == ["问题二", "问题三", "问题一"]
    assert "  - title: 问题一   # 注\n    kind: 问题\n    # 下面是正文\n" in after
    assert sorted(after.split()) == sorted(_TEXT.split())


def test_one_after_the_other() -> None:
    """Each edit speaks of the file as the one before left it; many values are set at once."""
    edits: list[Edit] = [SetValue(("sections", n, "leader"), "王某", None) for n in range(3)]
    edits += [Delete(("closing", 0), "一项"), SetValue(("closing", 0), "新", "二项")]
    document = parse(applied(_TEXT, edits))
    assert [each["leader"] for each in document.value_at(("sections",))] == ["王某"] * 3
    assert document.value_at(("closing",)) == ["新", "三项"]


@pytest.mark.parametrize(
    "edit",
    [
        SetValue(("title",), "新", "别的"),
        SetValue(("title",), "新", None),
        SetValue(("nowhere",), "新", "有过"),
        Delete(("closing", 9), "一项"),
        Delete(("closing", 0), "别的"),
        Add(("closing",), 0, "新", 2),
        Add(("nowhere",), 0, "新", 1),
        Move(("closing", 0), 3, "一项"),
        Move(("closing", 0), 1, "别的"),
        Split(("lead", 1), 1, "第一段。"),
    ],
)
def test_what_was_not_seen_is_a_conflict(edit: Edit) -> None:
    """Where the file holds something else, the edit is not made, and says what stands there."""
    with pytest.raises(ConflictError) as caught:
        applied(_TEXT, [edit])
    assert caught.value.edit == edit


@pytest.mark.parametrize(
    "edit",
    [
        SetValue(("title", "below"), "新", None),
        SetValue(("closing", 0), "\x00", "一项"),
        SetValue(("not a key",), "新", None),
        SetValue(("lead", 0), ["新"], "第一段。"),
    ],
)
def test_what_cannot_be_set_is_refused(edit: Edit) -> None:
    """Nothing is written in a place that is none, or that the file could not hold."""
    with pytest.raises((UnsettableError, ConflictError)):
        applied(_TEXT, [edit])


def test_a_text_is_not_split_at_its_end() -> None:
    """One of the two would be nothing."""
    with pytest.raises(NothingToSplitError):
        applied(_TEXT, [Split(("tail",), 2, "完了")])


def test_no_comment_is_lost_by_writing_anew() -> None:
    """A list in brackets with a comment inside is left to a person."""
    text = "title: x\nkeywords: [甲,  # 一\n  乙]\n"
    with pytest.raises(UnsettableError):
        applied(text, [Move(("keywords", 0), 1, "甲")])
    assert applied(text, [SetValue(("keywords", 1), "丙", "乙")]) == text.replace("乙", "丙")
