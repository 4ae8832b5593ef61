"""Notices that tests edit: all that the suite keeps, and one that writes every form."""

from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres
from tests.changed_lines import changed_lines
from tests.conftest import ROOT

FORMS = """\
# 说明
title: '某县某局党组关于巡察整改情况的通报'  # 标题
issuer: "某县\\
  某局"
unit: [某县某局党组, '某局所属单位']
published: 2022-02-23
keywords: [甲, 乙,
  丙]  # 三个
lead: |
  现将情况公布如下。

  # 这一行是文字。

  第三段。
closing:
  - 以上情况，欢迎监督。

  # 豁免 typography.quotes：照登
  - >
    折叠的一段，
    还没有完。

    又一段。
  - |-
    两行的
    一项
sections:
  - title: 一章   # 注
    # 下面是正文
    body: 正文一，
      接着写。

      第二段。

  # 豁免 typography.quotes：照登原文
  - {title: "二章", body: '引号里的''字''，', id: two}

  - title: >-
      三章
      的题目
    sections:
      - title: 问题一
        kind: 问题
        status: 已完成
        deadline: 2023-10-31
        leader: 王某某
        outcomes: "开了会。\\n写了信。"
      - title: 问题二
        kind: 问题
        outcomes:
        - 不缩进的一条。
        # 这一条核对过
        - text: 有下级的一条：
          items:
            - 甲事；
            - 乙事。
        - 末一条。
contact:
  name: 某县某局
  phone: 0563-2263070  # 值班
  address: 某路1号
signature: {name: 某县某局, date: 2022-02-20}
"""


@cache
def materials() -> tuple[tuple[str, str], ...]:
    """Return the names and texts of the notices that load by themselves."""
    folders = ("content/notices", "tests/cases/genres", "tests/cases/word-for-word")
    folders += ("tests/golden/every-part/content/notices",)
    paths = [path for each in folders for path in sorted((ROOT / each).glob("*.yaml"))]
    texts = [(f"{path.parent.name}/{path.stem}", path.read_text("utf-8")) for path in paths]
    return (("forms", FORMS), *((name, text) for name, text in texts if loaded(text)))


@lru_cache(maxsize=8)
def loaded(text: str) -> LoadedNotice | None:
    """Return a notice's text read; None where it does not load.

    What one edit leaves is what the next one begins with: it is read once.
    """
    return load_notice(text.encode(), PurePosixPath("x.yaml"), shipped_genres)[0]


def changed_rows(before: str, after: str) -> int:
    """Return how many lines of ``before`` are not in ``after``, between what both have alike."""
    return len(changed_lines(before, after)[0])


def read(path: Path) -> str:
    """Return a notice's file as a text of Unix lines."""
    return path.read_text("utf-8-sig")
