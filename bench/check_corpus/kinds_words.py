"""Slips in words: homophones, shapes, doubled and lost characters, 的地得."""

import random
import re

from .slips import Kind, anywhere, swapped

_KNOWN = {
    "已经": "己经", "自己": "自已", "即将": "既将", "作为": "做为", "反映问题": "反应问题",
    "撤销": "撤消", "截至": "截止", "账户": "帐户", "账目": "帐目", "登录": "登陆", "部署": "布署",
    "以至": "以致", "必须": "必需", "报销": "报消", "坐落": "座落", "按照": "按着",
}  # fmt: skip
_HOMOPHONES = {
    "落实": "落时", "举措": "举错", "防范": "防犯", "履行": "履形", "贯彻": "贯砌", "监督": "监都",
    "制度": "制渡", "整改": "正改", "提升": "提生", "严格": "严恪", "完善": "完扇", "加强": "加墙",
    "措施": "错施", "责任": "则任", "干部": "杆部", "机制": "几制", "问题": "问提", "群众": "群重",
    "检查": "捡查", "规范": "规犯", "项目": "向目", "建立": "建力", "安全": "按全", "保障": "保章",
}  # fmt: skip
_SHAPES = {
    "未能": "末能", "期末": "期未", "土地": "士地", "党委": "觉委", "人员": "入员", "干部": "千部",
    "治理": "冶理", "日常": "曰常", "大会": "太会", "会议": "会仪", "准备": "淮备", "任务": "仟务",
    "未来": "末来", "领导": "领寻", "县委": "具委", "申请": "甲请", "负责": "贪责", "天然": "夭然",
}  # fmt: skip
_GENRE = {
    "主体责任": "主题责任", "巡察组": "巡查组", "意识形态": "意思形态", "权力运行": "权利运行",
    "廉洁自律": "廉洁自率", "反馈意见": "反溃意见", "廉政": "廉正", "民主生活会": "民生生活会",
    "营商环境": "营商环镜", "专项整治": "专项整制", "问责": "问则", "立行立改": "立行力改",
    "政治站位": "政治占位", "以案促改": "以案触改", "建章立制": "建章立治", "巡视巡察": "巡视巡查",
}  # fmt: skip
_PHRASES = (
    "中央八项规定精神", "全面从严治党", "人民对美好生活的向往", "党组理论学习中心组", "民主集中制",
    "不忘初心、牢记使命", "中华民族伟大复兴", "以人民为中心", "绿水青山就是金山银山", "依法治国",
    "社会主义核心价值观", "一岗双责", "三会一课", "乡村振兴战略", "中国特色社会主义", "高质量发展",
    "供给侧结构性改革", "人类命运共同体", "形式主义", "官僚主义", "两个一百年", "改革开放",
)  # fmt: skip
_TRADITIONAL = {
    "国": "國", "发": "發", "党": "黨", "务": "務", "员": "員", "时": "時", "实": "實", "对": "對",
    "办": "辦", "会": "會", "学": "學", "责": "責", "东": "東", "县": "縣", "业": "業", "组": "組",
    "产": "產", "关": "關", "经": "經", "农": "農", "资": "資", "领": "領", "导": "導", "进": "進",
}  # fmt: skip
_ALIKE = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"
_ANY_PHRASE = "|".join(map(re.escape, _PHRASES))


def _lost(match: re.Match[str], chance: random.Random) -> str:
    at = chance.randrange(1, len(match[0]))
    return match[0][:at] + match[0][at + 1 :]


def _doubled(match: re.Match[str], chance: random.Random) -> str:
    at = chance.randrange(1, len(match[0]))
    return match[0][:at] + match[0][at - 1] + match[0][at:]


def _other(match: re.Match[str], chance: random.Random) -> str:
    at = chance.randrange(1, len(match[0]))
    return match[0][:at] + chance.choice(_ALIKE) + match[0][at + 1 :]


WORDS: tuple[Kind, ...] = (
    Kind("known wrong word", ("names.",), swapped(_KNOWN)),
    Kind("homophone, no word", ("names.",), swapped(_HOMOPHONES)),
    Kind("like shape", ("names.",), swapped(_SHAPES)),
    Kind("homophone of the genre", ("names.",), swapped(_GENRE)),
    Kind("phrase, lost character", ("names.",), anywhere(_ANY_PHRASE, _lost)),
    Kind("phrase, doubled character", ("names.", "typography."), anywhere(_ANY_PHRASE, _doubled)),
    Kind("phrase, other character", ("names.",), anywhere(_ANY_PHRASE, _other)),
    Kind(
        "traditional character",
        ("names.", "typography."),
        anywhere(f"[{''.join(_TRADITIONAL)}]", lambda match, _: _TRADITIONAL[match[0]]),
    ),
    Kind(
        "地 before a noun",
        ("typography.", "names."),
        anywhere(r"的(?=(?:问题|工作|情况|精神|意见|要求|措施|制度|能力|责任)[，。、；])", "地"),
    ),
    Kind(
        "的 before a verb",
        ("typography.", "names."),
        anywhere(
            r"(?<=[不扎逐切有][断实步实效])地(?=推进|提升|加强|开展|落实|提高|完善|改进)|地(?=推进|开展|完成)",
            "的",
        ),
    ),
    Kind(
        "的 for 得",
        ("typography.", "names."),
        anywhere(r"(?<=[取获])得(?=了)|(?<=[一-鿿])得(?=到[了进有])", "的"),
    ),
    Kind(
        "doubled word",
        ("typography.",),
        anywhere(r"(?:加强|推进|落实|完善|提升|开展|建立|严格)(?=[一-鿿])", lambda m, _: m[0] * 2),
    ),
    Kind(
        "doubled small word",
        ("typography.",),
        anywhere(r"(?<=[一-鿿])[的在和对了与](?=[一-鿿])", lambda match, _: match[0] * 2),
    ),
    Kind(
        "lost character of a word",
        ("names.", "typography."),
        anywhere(r"(?:领导干部|工作人员|规章制度|贯彻落实|党员干部|人民群众|监督检查)", _lost),
    ),
    Kind(
        "order of a word",
        ("names.", "typography."),
        anywhere(
            r"(?<=[，。、])(?:加强|推进|落实|完善|认真|严格|组织|进一步)(?=[一-鿿])",
            lambda match, _: match[0][::-1],
        ),
    ),
)
