"""One value set in a YAML file: it reads back, and every other line is as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source.document import Document
from disclosure.source.reader import parse
from disclosure.source.set_value import Change, set_value, set_values
from disclosure.source.written import UnsettableError
from tests.changed_lines import changed_lines
from tests.conftest import ROOT

_TEXT = """\
# 说明
title: 通报  # 标题
lead: |
  第一段。

  第二段。
empty:
unprinted:
  - status
sections:
  - title: 问题一   # 注
    kind: 问题
    # 下面是正文
    body: 正文一，
      接着写。

  - {title: "问题二", kind: 问题}
  - title: 问题三
    body: >
      折叠
      文字
tail: 完
"""


def _files() -> list[Path]:
    names = ("cases/genres", "cases/word-for-word")
    return sorted(path for name in names for path in (ROOT / "tests" / name).glob("*.yaml"))


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("title",), "新", ["title: 通报  # 标题"], ["title: 新  # 标题"]),
        (("title",), "新 # 题", ["title: 通报  # 标题"], ["title: '新 # 题'  # 标题"]),
        (("lead",), "一段。", ["lead: |", "  第一段。", "", "  第二段。"], ["lead: 一段。"]),
        (("empty",), "有了", ["empty:"], ["empty: 有了"]),
        (
            ("unprinted",),
            ["status", "leader"],
            ["unprinted:", "  - status"],
            ["unprinted: [status, leader]"],
        ),
        (("sections", 0, "status"), "已完成", [], ["    status: 已完成"]),
        (
            ("sections", 0, "body"),
            "短。",
            ["    body: 正文一，", "      接着写。"],
            ["    body: 短。"],
        ),
        (
            ("sections", 1, "leader"),
            "张三, 李四",
            ['  - {title: "问题二", kind: 问题}'],
            ["  - {title: \"问题二\", kind: 问题, leader: '张三, 李四'}"],
        ),
        (
            ("sections", 2, "body"),
            "一\n二",
            ["    body: >", "      折叠", "      文字"],
            ["    body: |-", "      一", "      二"],
        ),
        (("tail",), "- 甲", ["tail: 完"], ["tail: '- 甲'"]),
    ],
)
def test_changes_only_its_lines(
    path: tuple[str | int, ...], value: str | list[str], old: list[str], new: list[str]
) -> None:
    """What stands on other lines, comments and blank lines among it, is not touched."""
    after = set_value(_TEXT, path, value, ("title", "kind"))
    assert changed_lines(_TEXT, after) == (old, new)
    assert parse(after).value_at(path) == value


def test_new_keys_stand_in_the_order_given() -> None:
    """Several at once, behind the last of the keys that there is."""
    after = set_values(
        _TEXT,
        [
            Change(("sections", 0, "status"), "已完成", ("title", "kind", "body")),
            Change(("sections", 0, "leader"), "张三", ("title", "kind", "body")),
        ],
    )
    assert "      接着写。\n    status: 已完成\n    leader: 张三\n\n  - {" in after


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (_TEXT, ("nowhere", "status")),
        (_TEXT, ("sections",)),
        (_TEXT, ("sections", 9, "status")),
        (_TEXT, ()),
        (_TEXT, ("sections", 0, "not a key")),
        ("a: &x 1\nb: *x\n", ("a",)),
    ],
)
def test_what_cannot_be_set_is_refused(text: str, path: tuple[str | int, ...]) -> None:
    """A parent that is none, a value with values inside, a file with faults."""
    with pytest.raises(UnsettableError):
        set_value(text, path, "x")


_VALUES = st.text(st.sampled_from("甲乙丙 #:,，。-[]{}'\"\\|>&*!%@`?~=+0123.tn\t\n"), max_size=12)


def _check(data: st.DataObject, text: str) -> None:
    document = parse(text)
    assert not document.faults
    path = data.draw(st.sampled_from(_paths(document)), label="path")
    value = data.draw(_VALUES, label="value")
    after = set_value(text, path, value)
    again = parse(after)
    assert not again.faults
    assert again.value_at(path) == value
    wanted = document.value_at(path)
    before, _ = changed_lines(text, after)
    # No more lines than those of the value itself.
    if wanted is not None:
        start, end = document.values[path]
        assert len(before) <= end.line - start.line + 1
    else:
        assert len(before) <= 1


def _paths(document: Document) -> list[tuple[str | int, ...]]:
    texts = [path for path in document.values if isinstance(document.value_at(path), str) and path]
    new = [
        (*path, "new_key")
        for path in document.values
        if isinstance(document.value_at(path), dict) and document.value_at(path)
    ]
    return texts + new


@settings(max_examples=60)
@given(st.data())
def test_reads_back(data: st.DataObject) -> None:
    """Any text, in place of any text or under a new key, in made-up notices."""
    _check(data, _TEXT)


@pytest.mark.slow
@settings(max_examples=1500)
@given(st.data())
def test_reads_back_in_whole_notices(data: st.DataObject) -> None:
    """The same in the notices that tests keep."""
    path = data.draw(st.sampled_from(_files()), label="file")
    _check(data, path.read_text(encoding="utf-8"))
