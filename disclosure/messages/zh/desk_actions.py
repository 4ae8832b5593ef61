"""Chinese: what the buttons of the desk will do, and have done."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "act.will_sign": "以“{role}”的名义同意这一稿；签过以后，文字或附件改动任何一处，都要重新审签",
        "act.will_return": "退回这一稿；改好以后，从“{role}”起全部重新审签",
        "act.signed": "{name} 已以“{role}”签署同意；下一步请“{next}”审签",
        "act.signed_all": "{name} 已以“{role}”签署同意；审签已经完成，可以定版",
        "act.returned": "{name} 已以“{role}”退回这一稿；改好以后，请重新审签：{again}",
        "act.will_seal": "把现在的文字定为第 {number} 版；定了就不再改动，以后要改，另出一版",
        "act.sealed": "已定为第 {number} 版（{reason}），可以发布",
        "act.compared": "与第 {number} 版相比，有下面这些改动（文字 {count} 段）",
        "act.compared_same": "与第 {number} 版相比，没有改动",
        "act.will_deliver": "把网页、文字、Word 等打成一个压缩包下载，交给管网站的单位粘贴发布；不改动通报",
        "act.delivered": "已打包 {count} 个文件：{name}；解开以后从 README.txt 看起",
        "act.will_publish": "检查全部通报，生成整个网站，把有变化的文件传到 {name}（{where}），再逐个读回核对",
        "act.will_publish_chosen": "检查全部通报，生成整个网站，把有变化的文件传到所选的地方，再逐个读回核对",
        "act.will_go_back": "把 {name} 上的网站换回上一次发布的样子；这里的通报不变",
        "act.plan": "到 {name}：要传 {written} 个文件，删 {deleted} 个，{unchanged} 个不变",
        "act.published": "已发布到 {name}：传了 {written} 个文件，删了 {deleted} 个，{unchanged} 个不变",
        "act.refused": "还不能发布，有 {count} 处没有办完",
        "act.errors": "{path} 还有错误没有改正，或者审签记录有问题；请先到“检查”里改正，或写明豁免理由",
        "act.no_key": "这里登记了各人的密钥，没有密钥的签署不算数；请选本人的密钥",
        "act.already": "“{role}”已经签过这一稿",
        "act.character": "姓名或说明里有看不见的字符 {point}，没有记录；请删去它再签",
        "act.note": "请写一句话，说明这一版改了什么，不超过 {limit} 字",
        "act.unsigned": "{path} 还没有审签完成，或者审签以后又改动过；请先审签",
        "act.attributes": "注意：content/.gitattributes 没有让 git 保持换行符；不用 git 的不必理会，用 git 的请告诉管理员",
        "act.no_version": "{slug} 还没有定过版，没有可以比较的",
        "act.unsigned_now": "还没有审签完成，或者审签以后又改动过；请先审签",
        "act.unsealed": "现在的文字还没有定版；请先定版",
        "act.moved": "检查以后又有改动，没有发布：{places}；请审签、定版以后再发布",
        "act.no_target": "网站信息里还没有写发布到哪里；请先填好发布目标",
        "act.with_errors": "注意：{path} 有 {count} 处错误没有改正或豁免；公开以前请先改正",
        "act.without_date": "注意：{path} 还没有发布日期，是草稿；公开以前请补上日期，再审签",
        "act.without_signs": "注意：{path} 还没有审签完成，或者审签以后又改动过；公开以前请先审签",
        "act.not_sealed": "注意：{path} 的文字与第 {number} 版不同；公开以前请先定版",
        "act.bad_choice": "没有“{what}”这一项；可以是 {known}",
        "act.date_none": "还没有发布日期，不能审签、定版或发布；日期也是审签的内容，请先填上",
        "act.date_far": "发布日期 {published} 比今天 {today} 晚两个月以上，不能审签或定版；请核对",
        "act.date_future": "发布日期 {published} 还没有到（今天是 {today}）；请核对，或到那一天再发布",
        "act.date_before": "发布日期 {published} 早于通报自己写的日期 {day}；请核对这两个日期",
        "act.date_early": "发布日期 {published} 比文中最早的日期（{year} 年）还早两年以上；请核对",
        "act.no_name": "请写上审签人的姓名",
        "act.will_unlock": "把“{name}”上留下的占用标记解开，由这台电脑接着办；如果另一台电脑其实正在发布，两边会互相打乱",
        "act.claimed": "{by} 从 {since} 起正在别的电脑上向这里发布，没有发布；请等它结束再试。问过那边，确实是中断了的，可以解开",
        "act.claim_garbled": "要发布的地方留着一个看不懂的占用标记 {place}，可能是上一次发布时磁盘满了或中断了；没有发布。确认没有人正在发布以后，可以解开",
        "act.claim_refused": "要发布的地方留着的占用标记 {place} 写了不属于网站的文件，没有相信它，也没有动它们：{places}；没有发布。确认没有人正在发布以后，可以解开",
    }
)
