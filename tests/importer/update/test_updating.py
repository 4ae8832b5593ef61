"""A corrected file changes the words of a notice where they stand, and nothing else of it."""

from pathlib import PurePosixPath

from disclosure.importer.importing import ImportOptions, import_file
from disclosure.importer.update.still_apart import StillApart
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


def test_figures_and_paragraphs() -> None:
    """A figure changes in its metric; a paragraph stands where the file has it."""
    text = _TEXT.replace("3次", "14次").replace("修订制度", "修订了制度")
    found = _update(text.replace("二、抓好", "还做了一件事。\n二、抓好"))
    wanted = _NOTICE.replace("value: 3,", "value: 14,").replace("修订制度", "修订了制度")
    old = '    body: "召开“{meetings}”会议，2021年10月-11月开展学习，制定制度2项。"\n'
    new = f"    body:\n      - {old.strip().removeprefix('body: ')}\n      - 还做了一件事。\n"
    assert (found.text, found.left) == (wanted.replace(old, new), ())


def test_a_figure_that_is_quoted_twice_is_told() -> None:
    """Where the file changes one of its places only; changed in all, its metric is."""
    notice = _NOTICE.replace("- 印发方案。", "- 会议{meetings}，印发方案。")
    text = _TEXT.replace("印发方案", "会议3次，印发方案")
    found = _update(text.replace("召开“3次”", "召开“4次”"), notice)
    assert (found.text, [each.code for each in found.left]) == (notice, ["import.update.figure"])
    assert (found.left[0].figure, found.left[0].line) == ("meetings", 13)
    found = _update(text.replace("3次", "4次"), notice)
    assert (found.text, found.left) == (notice.replace("value: 3,", "value: 4,"), ())


def test_signs_of_yaml_are_written_so_that_they_stay_text() -> None:
    """Behind a blank, # would begin a comment."""
    found = _update(_TEXT.replace("修订制度。", "修订制度 #3 项。"))
    assert found.text == _NOTICE.replace("修订制度。", "'修订制度 #3 项。'")
    assert not found.left


def test_facts_of_the_head_are_taken_over() -> None:
    """Where the file says another day, or what the notice does not say at all."""
    head = "某局党组关于整改的通报\n来源：某网站  发布时间：2024-06-16\n"
    found = _update(_TEXT.replace("某局党组关于整改的通报\n", head))
    wanted = _NOTICE.replace("published: 2024-06-15", "source: 某网站\npublished: 2024-06-16")
    assert (found.text, found.changes, found.left) == (wanted, 2, ())


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


def test_a_waiver_goes_with_its_line_and_is_told() -> None:
    """What somebody wrote above an item that is gone."""
    notice = _NOTICE.replace(
        "          - 印发方案。\n", "          # 豁免 x.y：照登\n          - 印发方案。\n"
    )
    found = _update(_TEXT.replace("二是印发方案。", "").replace("一是修订", "修订"), notice)
    assert "印发方案" not in found.text
    line = notice[: notice.index("# 豁免 x.y")].count("\n") + 1
    assert [(each.line, each.text) for each in found.taken] == [(line, "# 豁免 x.y：照登")]


def test_sections_are_put_in_taken_out_renamed_and_moved() -> None:
    """Each with its data, waivers and comments; not a line of the others is touched."""
    third = "三、加强监督\n监督有力。\n"
    found = _update(_TEXT.replace("提高站位", "强化责任") + third)
    wanted = _NOTICE.replace("提高站位", "强化责任") + "  - title: 加强监督\n    body: 监督有力。\n"
    assert (found.text, found.left) == (wanted, ())
    assert _update(_TEXT, _NOTICE + wanted[wanted.index("  - title: 加强") :]).text == _NOTICE
    first = _TEXT[_TEXT.index("一、") : _TEXT.index("二、")]
    moved = _TEXT.replace(first, "").replace("二、", "一、") + first.replace("一、", "二、")
    found = _update(moved)
    begin, end = _NOTICE.index("  - title: 提高"), _NOTICE.index("  - title: 抓好")
    assert found.text == _NOTICE[:begin] + _NOTICE[end:] + _NOTICE[begin:end]
    assert (found.changes, found.left, found.taken) == (1, (), ())


def test_data_that_the_text_now_says_otherwise() -> None:
    """A label line of the file changes in the text; the data beside it stays, and that is told."""
    notice = _NOTICE.replace(
        "        outcomes:\n", "        body: 责任领导：党组书记\n        outcomes:\n"
    )
    text = _TEXT.replace("整改成效", "责任领导：党组书记\n整改成效")
    assert _update(text, notice).apart == ()
    found = _update(text.replace("党组书记", "党组副书记"), notice)
    assert "body: 责任领导：党组副书记\n" in found.text
    assert found.left == ()
    at = found.text.split("\n").index("        body: 责任领导：党组副书记") + 1
    assert found.apart == (StillApart(at, "责任领导", "党组副书记", "leader", "党组书记"),)
