"""Marks, digits, characters and repetitions: slips are told, right texts are left alone."""

from typing import Any

import pytest

from disclosure.checks.typography import RULES
from disclosure.diagnostics import Level
from tests.checks.desk import SOUND, to_yaml, verdict_of

RIGHT = """
用实实在在的整改成效取信于民。
理所当然是发展的受益者，做了了解，作了了断。
不以营利为目的的活动不收费，这是合同目的的应有之义。
高度重视巡视巡察整改工作，推进小微企业创业创新，监测预测预警体系初步建成。
组织大学大学生志愿者参与与残疾人有关的活动。
利用职务行为为他人谋取利益，发生在在职期间。
一件一件抓落实，一步一步往前走，一个一个见面谈。
免费救治白内障患者2000例，开行班列2000列，改建2000张床位。
落实“健康中国2030”规划纲要，2025亚洲通用航空展开幕。
截至2021年底完成，比2020年底增加3个。
贯彻落实《中共中央 国务院关于实施乡村振兴战略的意见》。
打响“好品青山 商行天下”品牌。
服务中国—东盟博览会，打通创新链—产业链—资金链，西宁—海东都市圈加快建设。
采取“五个专题、两个专项、N个课题”的组织方式，完善一个主题、N个行动的工作模式。
开展宣讲320余场次，近10余年来持续投入，发放补贴超3万元。
建立有效的推进机制，形成更好的服务体系，取得扎实的推进成果。
对落实不够到位的问题逐一整改，群众反映的不实信息已澄清。
各地工作有序推进，属地责任进一步压实，当地情况已摸清。
我镇下一步将完善农村建房审批，对下一步将开展的工作提出要求。
转变作风，强化服务，优化环境等做法得到肯定。
根据《甲条例》，《乙办法》第三条同时适用。
迪亚斯-卡内尔会见客人，出版《让-雅克·卢梭文集》。
第二、三批干部已经下派，第四、五项任务正在推进。
一九七一年到一九七八年累计拨款3次。
土地证号为青国用（2012）第275号，中国人民银行公告〔2020〕第19号已经废止。
噪声应当小于60dB(A)的要求。
评为A级旅游景区，建成5G基站20个，检测CO2排放12次。
由李昇、王喆负责，聘请陈堃担任顾问。
购置19"显示器2台、24"显示器3台。
""".strip().splitlines()
WRONG = {
    "支出20..5万元。": "repeated_marks",
    "进一步提高提高招商服务水平。": "repeated_words",
    "维护人民的的利益。": "repeated_words",
    "他们理所当然是是责任的分担者。": "repeated_words",
    "持续加强加强监督检查。": "repeated_words",
    "总结2021意识形态工作开展情况。": "bare_year",
    "2022上半年完成整改。": "bare_year",
    "开展宣讲超320余场次。": "approximation",
    "培训干部近200余人次。": "approximation",
    "投入约50万元左右。": "approximation",
    "超过2400多个海外仓投入使用。": "approximation",
    "更好的服务企业发展。": "particle",
    "主动自觉的接受监督。": "particle",
    "扎实的推进各项整改工作。": "particle",
    "落实的不够到位的问题已解决。": "particle",
    "有的部署抓的不紧，落实的较差。": "particle",
    "取的了明显成效。": "particle",
    "解决群众反映地问题。": "particle",
    "整改任务全面完成下一步将巩固成果。": "lost_stop",
    "一是学文件二是查问题三是抓整改。": "lost_stop",
    "对采购，验收，入库，领用等环节逐一排查。": "series_comma",
    "学习《党章》，《条例》等。": "series_comma",
    "推进青山-绿水高速公路建设。": "han_hyphen",
    "召开專题会议研究整改。": "traditional",
    "对相关責任人进行批评教育。": "traditional",
    "制定整改措施l2条。": "letter_digits",
    "追缴资金1O万元。": "letter_digits",
    "2O22年完成整改。": "letter_digits",
    "支出决算数比上年减少0.15万元，下降（增长）27.78%。": "placeholder",
    "召开党组会（或局长办公会）X次。": "placeholder",
    "占2.65%（可用饼图显示本年支出结构图）。": "placeholder",
    "本办法自2022年 月 日起施行。": "placeholder",
    "一是压实责任，主要负责人带头领题整改。二是压实责任，主要负责人带头领题整改。": "repeated_sentences",
    "落实完善风险评估机制.深入推进整改。": "half_width",
    "2021 年12月10日召开会议，收缴党费1 920元。": "spaces",
    "由王\ufffd国负责。": "damaged",
    "由锟斤拷锟斤拷负责。": "damaged",
    "由李〓负责。": "damaged",
    "由李\ue5e5负责。": "damaged",
    "制定方案，健全???，完成整改。": "damaged",
}


def told(text: str) -> set[str]:
    """Return the rules of the family that say something about one paragraph."""
    data = SOUND | {"sections": [{"title": "下一步工作", "body": text}]}
    return {each.code for each in verdict_of(to_yaml(data), rules=RULES).diagnostics}


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    """A right sentence is left alone by the whole family."""
    assert not told(text)


@pytest.mark.parametrize(("text", "rule"), WRONG.items())
def test_wrong(text: str, rule: str) -> None:
    """A slip is told by its rule."""
    assert f"typography.{rule}" in told(text)


@pytest.mark.parametrize("text", RIGHT)
def test_right_is_not_mended(text: str) -> None:
    """No repair of the family changes a right sentence."""
    assert not [edit for rule in RULES if rule.fix for edit in rule.fix(text)]


@pytest.mark.parametrize("lost", ["\ufffd", "锟斤拷", "〓", "???", "\ue5e5"])
@pytest.mark.parametrize(
    "place",
    [
        {"contact": {"phone": "0563-2263070", "address": "青山县{}路1号"}},
        {"issuer": "青山县{}局"},
        {
            "sections": [
                {
                    "title": "表",
                    "content": [{"table": {"columns": ["甲", "乙"], "rows": [["一", "二{}三"]]}}],
                }
            ]
        },
    ],
    ids=["contact", "issuer", "table"],
)
def test_lost_anywhere(lost: str, place: dict[str, Any]) -> None:
    """A character that was lost is an error wherever it stands, and no repair touches it."""
    text = to_yaml(SOUND | filled(place, lost))
    found = [
        each for each in verdict_of(text, rules=RULES).diagnostics if each.level is Level.ERROR
    ]
    assert "typography.damaged" in {each.code for each in found}
    assert not [edit for rule in RULES if rule.fix for edit in rule.fix(f"青山{lost}县")]


def filled(value: Any, lost: str) -> Any:
    """Return a value with ``lost`` in the place of {}."""
    if isinstance(value, dict):
        return {key: filled(each, lost) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, lost) for each in value]
    return str(value).replace("{}", lost)


def test_a_text_in_traditional_is_told_once() -> None:
    """A notice that is Traditional as a whole has one finding, not one for each character."""
    text = "對相關責任人進行批評教育，專題會議研究整改，嚴肅問責，紀律嚴明。" * 20
    data = SOUND | {"sections": [{"title": "下一步工作", "body": text}]}
    found = [
        d for d in verdict_of(to_yaml(data), rules=RULES).diagnostics if "traditional" in d.code
    ]
    assert [each.code for each in found] == ["typography.traditional"]
