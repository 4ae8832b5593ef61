"""Chinese: words for what became of a notice: withdrawn, moved, followed by others; by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

AFTERWARDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "withdrawn.title": "已撤回",
        "withdrawn.said": "本通报已撤回",
        "withdrawn.why": "原因：{note}",
        "withdrawn.line": "{title}。{said}",
        "withdrawn.issuer": "发布单位",
        "withdrawn.published": "发布时间",
        "withdrawn.until": "撤回时间",
        "withdrawn.versions": "撤回以前和撤回时的各版",
        "withheld.title": "内容不公开",
        "withheld.said": "本通报已撤回，各版的内容不再公开。",
        "withheld.notice": "看撤回说明",
        "moved.title": "网址已改",
        "moved.about": "这份通报换了网址，请看：",
        "moved.said": "网址已改。{title}：{address}",
        "moved.history": "用原网址时的全部版本",
        "former.window": "{current}：{title}",
        "course.heading": "此前的情况",
        "course.about": "以下按各问题摘自此前公布的内容，不是正文。",
        "course.many": "此前{count}次的情况",
        "course.title": "当时写作：{title}",
        "matter.place": "第{number}次，共{total}次",
        "matter.first": "首次",
        "matter.previous": "上一次",
        "matter.next": "下一次",
        "matter.withdrawn": "{what}（已撤回）",
        "matter.latest": "最新一次",
        "matter.csv": "下载表格 matter.csv",
        "matter.address": "{day} 网址",
        "course.appendix": "附：此前的情况",
        "follow_up.head": "# yaml-language-server: $schema=../schema/notice.schema.json\n# 续报：接着 {last}（{day}）。问题照上一篇列出，id 不要改；整改状态都空着，请逐个填写。\n# 井号后面的是说明，不会印出来。带〔请填写〕的地方都要填好。",
        "follow_up.title": "题目照上一篇，请改成这一次的",
        "follow_up.dates": "日期定了再写，去掉行首的“# ”；没有发布日期的是草稿",
        "follow_up.before": "上一篇：{state}；退步的在下面加一行 reopened: 原因",
        "follow_up.dropped": "# 不再报告的问题，从上面删去，在这里说明（印在正文各章之后）：\n# dropped:\n#   - id: 问题的 id\n#     reason: 为什么不再报告",
    }
)
