"""What a line beside an article says is cut into labels and values, whole when put together."""

import pytest

from disclosure.importer.readers.html.particulars import (
    is_label,
    is_particulars,
    particulars_of,
)


@pytest.mark.parametrize(
    ("segments", "kept"),
    [
        (
            ["来源：县纪委", "发布时间：2024-03-18", "浏览次数：12"],
            ["来源：县纪委", "发布时间：2024-03-18"],
        ),
        (
            ["来源：县纪委办公室发布时间：2024-03-18字体：大中小"],
            ["来源：县纪委办公室", "发布时间：2024-03-18"],
        ),
        (["文章来源：县纪委 文章作者：佚名"], ["文章来源：县纪委", "文章作者：佚名"]),
        (["来源：县纪委　2024-03-18"], ["来源：县纪委", "2024-03-18"]),
        (["发布日期：2024年3月18日　点击：5次"], ["发布日期：2024年3月18日"]),
        (["索 引 号：", "003/1"], ["索 引 号：003/1"]),
        (["索引号", "003/1", "主题分类", "林业"], ["索引号003/1"]),
        (["清溪发布", " 2024-03-18 09:00"], ["清溪发布", "2024-03-18 09:00"]),
        (["原创", "2024-03-18"], ["2024-03-18"]),
        (["文号：", "　"], []),
        (["来源：县委巡察组来信 打印 关闭"], ["来源：县委巡察组来信"]),
        (["县纪委发布时间：2024-03-18"], ["发布时间：2024-03-18"]),
    ],
)
def test_pieces(segments: list[str], kept: list[str]) -> None:
    """What is of the article is kept, and no character is lost between the pieces."""
    said = particulars_of(segments)
    assert [each.label + each.value for each in said if each.kept] == kept
    assert "".join(each.label + each.value for each in said) == "".join(segments)


def test_a_label_without_a_colon_gets_one() -> None:
    """So that the label can be told from its value in the line of the draft."""
    assert [each.colon for each in particulars_of(["索引号", "003/1"])] == ["："]
    assert [each.colon for each in particulars_of(["索引号：", "003/1"])] == [""]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("来源：县纪委", True),
        ("2024-03-18", True),
        ("2024-03-18　县林业局", True),
        ("今天是2024年3月18日 星期一", False),
        ("根据安排，2024年3月18日起开展巡察", False),
        ("一、总体情况", False),
        ("项目名称：某某工程", False),
        ("来源：县纪委。", False),
    ],
)
def test_lines_of_particulars(text: str, is_one: bool) -> None:
    """A line of the text is none, and neither is the clock of a site."""
    assert is_particulars([text]) is is_one


def test_labels() -> None:
    """Blanks, colons and brackets make no other label; a value with it is none."""
    assert all(map(is_label, ("索引号", "索 引 号：", "【发布日期】", "文　　号 :")))
    assert not any(map(is_label, ("索引号：1", "目录", "")))
