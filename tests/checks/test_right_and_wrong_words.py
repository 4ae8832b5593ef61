"""Words, phrases and names in sentences of this kind of text: right ones and slips."""

import pytest

from tests.checks.desk import codes_in

RIGHT = (
    "举办干部暑期培训班2期。",
    "公布署名文章3篇，恢复盖章手续。",
    "全部暑期值班人员到岗，各部暑假安排已公示。",
    "多做为民服务的实事，做为官一任的表率。",
    "自己动手，已经完成，严于律己。",
    "乙巳年春节前夕，丁巳年的账册已归档。",
    "既要解决眼前问题，又要建立长效机制。",
    "既便民又利企，既使群众满意又使企业受益。",
    "期末余额12万元，年末召开会议。",
    "深入民主管理一线，走进入民宅的每条线路。",
    "护士地位明显提高，烈士陵园修缮一新。",
    "购买帐篷12顶、蚊帐30床，开展营帐训练。",
    "报名截止日期为12月31日。",
    "报名时间截止12月31日。",
    "化学反应问题由实验室解释。",
    "台风登陆后，县政府网站发布预警。",
    "保障妇女合法权利，规范权力运行。",
    "组织森林防火巡查组12个，河道巡查员30名。",
    "局督查组对各科室开展督查。",
    "主题教育与主体责任一并落实。",
    "取得进步，提高了认识。",
    "加强党员学习教育管理，党纪学习教育深入开展。",
    "压实全面从严治党的主体责任和监督责任。",
    "各级领导部门要带头，领导干部要示范。",
    "中国共产党在农村的基层组织发挥作用。",
    "坚持党管干部原则，坚持依宪治国。",
    "增强“四个意识”，坚定“四个自信”，做到“两个维护”。",
    "坚持以人才为中心的引智工程。",
    "办理提案立案12件，刑事立案数下降11.2%。",
    "严守商业秘密、技术秘密，采用无记名秘密投票。",
    "执行《企业会计准则》和《小企业会计准则》。",
    "修订《处级领导干部管理办法》《科级领导干部管理办法》。",
    "印发《关于开展“三重一大”事项自查的通知》。",
    "局长张建主持会议。局长张建强调三点意见。",
    "副局长李明主持会议，副局长李强参加。",
)
WRONG = (
    ("names.wrong_words", "任务己全部完成，资金已退还。"),
    ("names.wrong_words", "把自已摆进去。"),
    ("names.wrong_words", "巳制定整改方案。"),
    ("names.wrong_words", "要把整改做为首要任务。"),
    ("names.wrong_words", "发挥党员先锋模范做用。"),
    ("names.wrong_words", "干部做风持续好转。"),
    ("names.wrong_words", "既将开展检查。"),
    ("names.wrong_words", "坚持既知既改。"),
    ("names.wrong_words", "立既组织整改。"),
    ("names.wrong_words", "项目末按规定招标。"),
    ("names.wrong_words", "尚末整改到位。"),
    ("names.wrong_words", "加强曰常监管。"),
    ("names.wrong_words", "2021年12月31曰前完成。"),
    ("names.wrong_words", "盘活存量士地120亩。"),
    ("names.wrong_words", "提拨任用干部3名。"),
    ("names.wrong_words", "选拨年轻干部。"),
    ("names.wrong_words", "信访反应问题已办结。"),
    ("names.wrong_words", "加强权利运行监督。"),
    ("names.wrong_words", "县委第二巡查组进驻。"),
    ("names.wrong_words", "落实省生态环境保护督查反馈意见。"),
    ("names.wrong_words", "压实主题责任和监督责任。"),
    ("names.wrong_words", "疑聚干事合力。"),
    ("names.wrong_words", "要进步加强管理。"),
    ("names.wrong_words", "签订廉正责任书，开展廉正教育。"),
    ("names.word_choice", "截止12月底，共完成18个。"),
    ("names.word_choice", "撤消科室2个。"),
    ("names.word_choice", "登陆政务平台办理。"),
    ("names.word_choice", "建立固定资产台帐。"),
    ("names.word_choice", "其它事项正在推进。"),
    ("names.word_choice", "即要立足当前，又要着眼长远。"),
    ("names.wrong_words", "认真履形职责。"),
    ("names.misspelled", "按照有关规犯执行。"),
    ("names.misspelled", "进一步完扇内控体系。"),
    ("names.fixed_phrases", "贯彻落实中央八项规精神。"),
    ("names.fixed_phrases", "推动高质发展取得成效。"),
    ("names.fixed_phrases", "学习党的二十大大精神。"),
    ("names.fixed_phrases", "坚定“四个自心”。"),
    ("names.fixed_phrases", "做到“两个维互”。"),
    ("names.fixed_phrases", "落实全面从严党主体责任。"),
    ("names.fixed_phrases", "完善长效制机。"),
    ("names.fixed_phrases", "坚持以人名为中心。"),
    ("names.fixed_phrases", "对工作员进行培训。"),
    ("names.persons", "局长王志明主持会议。局长王志明总结。局长王志鸣强调纪律。"),
    ("names.quoted_titles", "印发《内部控制管理办法》。对照“内部控制管理办法”自查。"),
    ("names.short_forms", "县委宣传部发文。县宣传部组织培训。"),
    ("names.document", "执行《政府采购管理办法》。修订《政府采购管里办法》。"),
    ("names.title_marks", "出台＜差旅费管理办法＞。"),
    ("names.pairs", "印发《关于加强管理的通知。"),
    ("names.sensitive", "该线索已由县监委立案审查。"),
)


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    """What is right is left alone by every rule about names and words."""
    assert not {code for code in codes_in(text) if code.startswith("names.")}


@pytest.mark.parametrize(("rule", "text"), WRONG, ids=[text for _, text in WRONG])
def test_wrong(rule: str, text: str) -> None:
    """A slip is told by the rule that it belongs to."""
    assert rule in codes_in(text)
