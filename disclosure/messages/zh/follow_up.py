"""Chinese: follow-ups, notices that go on with earlier ones."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field.slug": "“{value}”不是通报的文件名；请写要接着的那一篇的文件名，不带 .yaml，如 2022-02-23",
        "follow.alone": "{key} 只用于续报，这一篇没有写 continues；请在开头写 continues: 上一篇的文件名，或者删去 {key}",
        "follow.twice": "上一篇的问题“{id}”在同一处写了两次，或者既接着写又写在 dropped 里；请只留一处",
        "follow.no_problem": "这一部分不算问题，不能接着上一篇的问题“{id}”；请把 continues 写到问题下面，或给这一部分写 kind: 问题",
        "follow.form": "请把 continues 单独写成一行，顶格：continues: {slug}",
        "follow.unknown": "找不到通报“{slug}”；请把 continues 改成 content/notices 里上一篇的文件名，不带 .yaml",
        "follow.circle": "接着“{slug}”会绕回这一篇自己（{way}）；请核对 continues，第一篇不写",
        "follow.two": "“{slug}”已经由“{other}”接着；一篇后面只能接一篇，请把其中一篇的 continues 改成更后面的一篇",
        "follow.unread": "上一篇“{slug}”有错误，读不出来；请先改好它",
        "follow.before": "这一篇的日期 {day} 早于它接着的“{slug}”（{earlier}）；请核对日期和 continues",
        "follow.unknown_problem": "上一篇没有“{id}”这个问题（或者更早已经接到别处）；请核对，问题的 id 或位置见上一篇页面上“问题几的链接”#后面的部分",
        "follow.still_there": "“{id}”写在 dropped 里，正文却还有这个问题；请从 dropped 里删去它，或者给正文的问题另写 id",
        "structure.dropped": "上一篇的问题{number}“{title}”这一篇没有；改了标题或拆分、合并的，在接着它的问题里写 continues: {id}；不再报告的，在 dropped 里写 id: {id} 和 reason",
        "rule.structure.dropped": "上一篇的每个问题，续报都要有交代",
        "structure.weakened": "上一篇是“{before}”，这一篇是“{now}”；请核对，确实退步的在这个问题里写 reopened: 原因",
        "rule.structure.weakened": "整改状态比上一篇退步的，要说明原因",
        "structure.state_missing": "上一篇写的是“{before}”，这一篇没有写整改状态；请填写 status",
        "rule.structure.state_missing": "上一篇有整改状态的问题，续报也要有",
        "follow_up.written": "已写好 {path}，接着 {last}，共 {problems} 个问题；请填写标题、各问题的 status 和〔请填写〕的地方，再运行 python3 build.py check {slug}",
        "follow_up.usage": "follow 后面写要接着的那一篇通报的文件名，如：python3 build.py follow 2022-02-23 --to 2022-08-23",
        "follow_up.continued": "“{slug}”已经由“{other}”接着；请从最后一篇接着写：python3 build.py follow {other}",
        "follow_up.unread": "“{slug}”有错误，读不出来；请先运行 python3 build.py check {slug} 并改好",
        "follow_up.no_problems": "“{slug}”里没有问题，不能写续报",
        "cli.follow": "写续报的草稿：问题照上一篇列出，整改状态空着；文件名写 --to，不写就接着编号",
    }
)
