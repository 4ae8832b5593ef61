"""A corrected file changes the words of a notice where they stand, and nothing else of it."""

from pathlib import PurePosixPath

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.update.updating import Updated, update_of
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres

_SHOWN = PurePosixPath("x.yaml")
_NOTICE = """# 手工整理
title: 某局党组关于整改的通报
issuer: 某局党组
published: 2024-06-15
keywords: [整改]
metrics:
  - {id: meetings, name: 会议, value: 3, unit: 次}
lead: 现将整改情况公布如下。
sections:
  - title: 提高站位
    id: station
    # 豁免 typography.ranges：照登
    body: "召开“{meetings}”会议，2021年10月-11月开展学习，制定制度2项。"
  - title: 抓好落实
    sections:
      - title: 制度不健全。
        status: 已完成
        leader: 党组书记
        unprinted: [status, leader]
        outcomes:
          - 修订制度。
          - 印发方案。
"""
_TEXT = """某局党组关于整改的通报
现将整改情况公布如下。
一、提高站位
召开“3次”会议，2021年10月-11月开展学习，制定制度2项。
二、抓好落实
（一）制度不健全。
整改成效：一是修订制度。二是印发方案。
"""


def _update(text: str, notice: str = _NOTICE) -> Updated:
    loaded, found = load_notice(notice.encode(), _SHOWN, shipped_genres)
    assert loaded, found
    imported = import_file("x.txt", text.encode(), ImportOptions(), shipped_genres)
    return update_of(loaded, imported, _SHOWN, shipped_genres())


def test_the_same_text_changes_nothing() -> None:
    """Not a character of the file."""
    found = _update(_TEXT)
    assert (found.text, found.changes, found.left) == (_NOTICE, 0, ())


def test_words_change_where_they_stand() -> None:
    """References, waivers, ids, data and comments stay; each changed line is shown."""
    text = _TEXT.replace("10月-11月", "10月至11月").replace("印发方案", "印发工作方案")
    found = _update(text.replace("制度不健全", "制度不够健全").replace("提高站位", "提高政治站位"))
    wanted = _NOTICE.replace("10月-11月", "10月至11月").replace("印发方案", "印发工作方案")
    wanted = wanted.replace("制度不健全", "制度不够健全").replace("提高站位", "提高政治站位")
    assert found.text == wanted
    assert (found.changes, found.left) == (4, ())
    assert "-  - title: 提高站位" in found.difference
    assert "+  - title: 提高政治站位" in found.difference


def test_figures_structure_and_signs_are_left_to_a_person() -> None:
    """Each with its line and its reason; what is certain beside them is made."""
    text = _TEXT.replace("3次", "4次").replace("修订制度", "修订了制度")
    found = _update(text.replace("二、抓好", "还做了一件事。\n二、抓好"))
    assert found.changes == 1
    assert "修订了制度" in found.text
    figure, structure = found.left
    assert (figure.code, figure.figure, figure.line) == ("import.update.figure", "meetings", 13)
    assert (structure.code, structure.new) == ("import.update.structure", "还做了一件事。")


def test_a_change_that_would_break_the_file_is_not_made() -> None:
    """Behind a blank, # begins a comment."""
    found = _update(_TEXT.replace("修订制度。", "修订制度 #3 项。"))
    assert found.text == _NOTICE
    assert [each.code for each in found.left] == ["import.update.other"]


def test_facts_of_the_head_are_told() -> None:
    """Where the file says another day, or what the notice does not say at all."""
    head = "某局党组关于整改的通报\n来源：某网站  发布时间：2024-06-16\n"
    found = _update(_TEXT.replace("某局党组关于整改的通报\n", head))
    assert found.text == _NOTICE
    told = [(each.code, each.line, each.before, each.old, each.new) for each in found.left]
    assert told == [
        ("import.update.data", 0, "来源", "", "某网站"),
        ("import.update.data", 4, "发布日期", "2024-06-15", "2024-06-16"),
    ]


def test_items_are_put_in_and_taken_out() -> None:
    """In their list, wherever they stand; the words before them follow."""
    more = _TEXT.replace("二是印发方案。", "二是召开会议：部署工作。三是印发方案。四是开展培训。")
    found = _update(more)
    wanted = _NOTICE.replace(
        "          - 印发方案。\n",
        "          - 召开会议：部署工作。\n          - 印发方案。\n          - 开展培训。\n",
    )
    assert (found.text, found.changes, found.left) == (wanted, 2, ())
    less = _update(_TEXT, wanted)
    assert (less.text, less.changes, less.left) == (_NOTICE, 2, ())


def test_an_item_with_a_waiver_is_for_a_person() -> None:
    """It is not taken out with what somebody wrote above it."""
    notice = _NOTICE.replace(
        "          - 印发方案。\n", "          # 豁免 x：照登\n          - 印发方案。\n"
    )
    found = _update(_TEXT.replace("二是印发方案。", "").replace("一是修订", "修订"), notice)
    assert found.text == notice
    assert found.left
