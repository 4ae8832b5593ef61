"""The words with which sites and offices label what is said of a notice beside its text."""

from typing import Final


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, which blanks part."""
    return tuple(text.split())


SOURCE: Final = (
    "信息来源",
    "稿件来源",
    "文章来源",
    "新闻来源",
    "内容来源",
    "来源",
    "稿源",
    "文章出处",
    "出处",
)
PUBLISHED: Final = words(
    "发布时间 发布日期 发文时间 发文日期 发表时间 发稿时间 公开时间 公开日期 公布时间"
    " 公布日期 上网时间 上网日期 时间 日期"
)
# Days that are of publication only where no other is.
WEAK_DAYS: Final = frozenset({"发文时间", "发文日期", "时间", "日期"})
COUNTERS: Final = words(
    "点击量 点击数 点击次数 点击率 点击 浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量"
    " 阅读数 阅读 访问量 访问次数 访问数 字体大小 字体 字号 分享到 分享 打印"
    " 视力保护色 背景色 收藏"
)
# What registers a notice: of it, not of the site.
REGISTERED: Final = words(
    "索引号 信息索引号 发文字号 文号 文件编号 文件字号 发布机构 发布单位 发布部门"
    " 发布机关 发文机关 发文机构 发文单位 制发机关 公开主体 公开责任部门 文章作者 作者 成文日期"
    " 成文时间 生成日期 生成时间 印发日期 更新时间 有效性 有效期 效力状况 时效性"
    " 生效日期 实施日期 废止日期 失效日期 数据截至"
)
# How a site files it.
FILING: Final = words(
    "信息分类 主题分类 体裁分类 组配分类 公开方式 公开形式 公开期限 公开范围 公开类别"
    " 公开属性 关键词 关键字 主题词 信息名称 名称 标题 服务对象"
)
STAFF: Final = words("撰稿 供稿 编辑 责任编辑 责编 审核 审稿 校对 摄影")
