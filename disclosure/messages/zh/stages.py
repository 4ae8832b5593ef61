"""Chinese: where a notice stands, and what comes next."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.next": "下一步：每份通报走到哪一步、接着做什么、用哪条命令；可写通报名",
        "cli.verbose": "另外显示内容摘要、末行摘要等，供核对用",
        "stage.faulty": "草稿，有 {count} 处错误，读不出来",
        "stage.draft": "草稿",
        "stage.held": "检查",
        "stage.errors": "检查（{count} 处错误）",
        "stage.returned": "已退回",
        "stage.to_sign": "待{role}",
        "stage.to_sign_by": "待{role}审签",
        "stage.to_seal": "待定版",
        "stage.to_publish": "可发布（第 {number} 版）",
        "stage.published": "已发布第 {number} 版",
        "stage.withdrawn": "已撤回（第 {number} 版）",
        "stage.changed": "发布第 {number} 版以后又改过",
        "next.faulty": "有 {count} 处错误，通报读不出来；请先改正",
        "next.errors": "检查出 {count} 处错误；请逐处改正，确实不用改的写明豁免理由",
        "next.site": "网站信息 content/site.yaml 有错误；请先改正，改正以前不能审签、定版和发布",
        "next.review": "审签记录读不出来，不能接着审签；请从备份恢复 content/reviews 里这份通报的记录",
        "next.draft": "还没有写发布日期；请写好全文，填上发布日期，然后审签",
        "next.sign": "请“{role}”看过全文后审签",
        "next.sign_again": "审签以后文字改过，或者被退回；请从“{role}”起重新审签",
        "next.sign_forged": "“{role}”的签名与登记的密钥不符，不算数；请本人重新审签",
        "next.sign_unsigned": "“{role}”没有用密钥签名，不算数；请本人用密钥重新审签",
        "next.few": "审签的只有 {people} 个不同的人，人数不够；请“{role}”退回，再由不同的人从头审签",
        "next.returned": "“{by}”{name} 退回了这一稿；请修改，再从“{role}”起重新审签",
        "next.returned_why": "“{by}”{name} 退回了这一稿，意见是：{opinion}；请修改，再从“{role}”起重新审签",
        "next.changed": "第 {number} 版发布以后又改过；改好以后，请从“{role}”起重新审签",
        "next.seal_first": "审签已经完成；请定为第 1 版",
        "next.seal": "审签已经完成；请定为第 {number} 版，写明改了什么",
        "next.publish": "第 {number} 版可以发布",
        "next.publish_held": "第 {number} 版可以发布，但整个网站一起发布，还有 {count} 份没有办完：{slugs}；请先办完它们，暂时不公布的在文件名前加下划线 _",
        "next.published": "第 {number} 版已经发布，没有要做的",
        "next.withdrawn": "第 {number} 版撤回了这份通报，网站上已是撤回说明，没有要做的",
        "next.publish_withdrawal": "第 {number} 版撤回了这份通报，网站上还没有换成撤回说明；请发布",
        "next.name": "（“{word}”请换成审签人的姓名）",
        "next.key": "（“{word}”请换成本人的密钥文件）",
        "next.note": "（“{word}”请换成一句话，写明改了什么）",
        "next.all_done": "另有 {count} 份已经发布，没有要做的",
        "due.deadline": "{day}  整改时限：{what}（{slug}）",
        "due.posting": "{day}  公示期结束：{what}（{slug}）",
    }
)
