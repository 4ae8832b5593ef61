"""Chinese: head and foot of a notice, and its dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "notice.draft": "没有发布日期 published，按草稿处理：可以检查、移交，预览时打开 notices/文件名/ 这一页；不进目录，也不能审签、定版、发布；日期定了请补上，如 2022-02-23",
        "notice.time_alone": "只有发布时刻，没有发布日期；请写上 published，如 2022-02-23",
        "field.coarse_day": "日期“{value}”看不懂；请写成 2022-02-23、只到月的 2022-02、只到旬的 2022年2月上旬，或汉字的 二〇二二年二月二十三日",
        "inspection.half": "巡察的开始和结束日期只写了一个；请两个都写，或都不写",
        "posting.half": "公示期的开始和结束日期只写了一个；请两个都写，或只写 text",
        "posting.empty": "公示期里没有日期，也没有话；请写 start 和 end，或照原文写 text",
        "signature.empty": "落款里没有内容；请写 name 或 date",
        "notice.no_text": "没有正文；有小标题的，把各章写在 sections 里；没有小标题的，写在 content 里",
        "notice.two_texts": "正文只写一处：有小标题的写 sections，没有小标题的写 content；请删去一个",
        "notice.headed": "这里的 content 里没有小标题；有小标题的通报请改写 sections，开头的话写在 lead 里",
        "closing.one": "closing 里的每一块只写一项（part 或 table）；文字直接写",
        "closing.twice": "closing 里 {part} 写了两次；每一项只印一处，请删去一个",
        "closing.nothing": "closing 里要在这里印 {part}，通报里却没有写它的内容；请补上，或删去这一行",
        "inspection.order": "巡察日期的先后不对；应当是 开始 ≤ 结束 ≤ 反馈，请核对",
        "posting.order": "公示期的结束早于开始；请核对两个日期",
        "notice.before_feedback": "发布日期早于巡察反馈日期；请核对 published 和 inspection.feedback",
        "notice.before_signature": "发布日期早于落款的成文日期；请核对 published 和 signature.date",
        "notice.no_time": "没有填写发布时刻 published_time，网页标签暂按 00:00 输出；请填写，如 09:30",
        "notice.no_source": "没有填写来源 source，暂以发布单位为来源；请填写",
        "notice.no_contact": "没有联系方式；请写 contact，或在 site.yaml 里写统一的联系方式",
    }
)
