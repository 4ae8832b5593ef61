"""A paragraph behind an answer comes into a section that was written in its short form."""

from pathlib import PurePosixPath

import pytest

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.proof import printed_row
from disclosure.importer.update.updating import Updated, update_of
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres

_SHOWN = PurePosixPath("x.yaml")
_GENRES = shipped_genres()
_ABOVE = """\
# 手工整理
title: 某局党组关于整改的通报
issuer: 某局党组

sections:
  - title: 第一方面
    sections:
      # 豁免 typography.quotes：照登
      - title: 第一个问题
        id: x-1
"""
_BELOW = """\
        status: 已完成  # 以台账为准
        unprinted: [status]
        # 核对过
        measures:
          - 建立制度三项；
          # 数字待核
          - 开展学习两次。
        outcomes:
          - 出台办法一项；
          - 完成清理。

      - title: 第二个问题
        id: x-2
        body: 第二个问题的情况说明。
"""
_BODIES = {
    "body: 学习不够深入的情况说明。": ["- 学习不够深入的情况说明。"],
    "body:\n          # 原文如此\n          - 学习不够深入的情况说明。": [
        "# 原文如此",
        "- 学习不够深入的情况说明。",
    ],
    "body: |\n          学习不够深入的情况说明。": ["- |", "  学习不够深入的情况说明。"],
}
_FILE = """\
某局党组关于整改的通报
一、第一方面
（一）第一个问题
学习不够深入的情况说明。
整改措施：一是建立制度三项；二是开展学习两次。
整改成效：一是出台办法一项；二是完成清理。
（二）第二个问题
第二个问题的情况说明。
"""
_NEW = "下一步继续抓好各项工作落实。"


def _loaded(text: str) -> LoadedNotice:
    loaded, found = load_notice(text.encode(), _SHOWN, lambda: _GENRES)
    assert loaded, (found, text)
    return loaded


def _updated(notice: str, corrected: str) -> Updated:
    imported = import_file("x.txt", corrected.encode(), ImportOptions(), lambda: _GENRES)
    return update_of(_loaded(notice), imported, _SHOWN, _GENRES)


@pytest.mark.parametrize("body", _BODIES)
@pytest.mark.parametrize("behind", ["开展学习两次。", "完成清理。"])
def test_behind_an_answer(behind: str, body: str) -> None:
    """The section is written as content: its words, comments and data stay, the others' lines."""
    notice = f"{_ABOVE}        {body}\n{_BELOW}"
    corrected = _FILE.replace(behind, f"{behind}\n{_NEW}")
    found = _updated(notice, corrected)
    assert found.left == ()
    assert printed_row(_loaded(found.text)) == "".join(corrected.split())
    first = [*_BODIES[body], "# 核对过", "- measures:", "    - 建立制度三项；"]
    first += ["    # 数字待核", "    - 开展学习两次。"]
    second = ["- outcomes:", "    - 出台办法一项；", "    - 完成清理。"]
    new = [f"- {_NEW}"]
    rows = [*first, *new, *second] if behind in first[-1] else [*first, *second, *new]
    content = "".join(f"          {row}\n" for row in rows)
    data = "        status: 已完成  # 以台账为准\n        unprinted: [status]\n"
    other = _BELOW[_BELOW.index("\n      - title") :]
    assert found.text == f"{_ABOVE}        content:\n{content}{data}{other}"


def test_in_brackets() -> None:
    """What is written otherwise than line by line is left, and told."""
    answers = "        measures: [建立制度三项；, 开展学习两次。]\n"
    start, end = _BELOW.index("        # 核对过"), _BELOW.index("        outcomes")
    notice = (
        f"{_ABOVE}        body: [学习不够深入的情况说明。]\n{_BELOW[:start]}{answers}{_BELOW[end:]}"
    )
    found = _updated(notice, _FILE.replace("完成清理。", f"完成清理。\n{_NEW}"))
    assert found.text == notice
    assert [each.new for each in found.left] == [_NEW]
