"""The words of a site's furniture are known, and no words of a notice with them."""

import pytest

from disclosure.importer.readers.html.words import (
    is_action,
    is_neighbour,
    is_of_foot,
    is_path,
    is_staff,
    is_title_like,
)


@pytest.mark.parametrize(
    "text",
    [
        "【字体：",
        "字号：默认 超大 | 打印 |",
        "[打印此页] [关闭窗口]",
        "分享到： 微信 微博",
        "上一页 1 2 下一页",
        "扫一扫在手机打开当前页",
        "语音播报 00:00 / 05:12 倍速 1.0x",
        "点击蓝字关注我们",
        "阅读原文",
        "赞 分享 在看 写留言",
        "预览时标签不可点",
        "END",
        "您对本页面的内容是否满意？满意基本满意不满意提交",
        "智能问答 小云为您服务",
    ],
)
def test_buttons(text: str) -> None:
    """A line of nothing but buttons is furniture."""
    assert is_action(text)


@pytest.mark.parametrize(
    "text",
    [
        "责任编辑：某某",
        "【责任编辑：某某】",
        "（编辑：某某）",
        "【我要纠错】 责任编辑：某某",
        "初审：某某　复审：某某",
    ],
)
def test_staff(text: str) -> None:
    """Who worked on the page is no line of the notice."""
    assert is_staff(text)


@pytest.mark.parametrize(
    "text", ["上一篇：某某", "下一条", "相关链接：", "一周热门", "热点新闻", "您可能感兴趣的"]
)
def test_neighbours(text: str) -> None:
    """What leads to other articles is told by how it begins."""
    assert is_neighbour(text)


@pytest.mark.parametrize(
    "text",
    [
        "三是继续推进整改。",
        "审核：2023年共审核项目12个，整改3个",
        "相关链接单位已完成整改",
        "上一轮巡察反馈问题",
        "打印设备采购问题",
        "隐私保护不到位",
        "关于首页更新不及时的问题",
        "下一步打算",
        "赞助费收支问题",
        "群众对本次整改是否满意",
        "智能问答系统建设滞后",
        "识别风险点12个",
        "责任单位：县林业局",
    ],
)
def test_lines_of_notices(text: str) -> None:
    """What a notice says is none of these."""
    found = (is_action, is_neighbour, is_of_foot, is_path, is_staff)
    assert [each.__name__ for each in found if each(text)] == []


def test_titles() -> None:
    """A title ends in what kind of notice it is, with brackets behind or without."""
    assert is_title_like("关于巡察整改进展情况的通报（第二批）")
    assert not is_title_like("清溪县林业局网站")
