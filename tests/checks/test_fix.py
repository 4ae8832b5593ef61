"""``check --fix``: certain repairs, in the file, and nothing else."""

from collections.abc import Iterator

import pytest

from disclosure.checks.context import NoticeContext
from disclosure.checks.fix import find_repairs, mended_text
from disclosure.checks.rule import Edit
from disclosure.checks.rules import RULES
from disclosure.source.load import load_notice
from disclosure.zh.dates import is_workday
from tests.checks.desk import SHOWN, SITE_MODEL, SOUND, TERMS, to_yaml
from tests.conftest import ROOT

BASE = to_yaml({key: value for key, value in SOUND.items() if key != "sections"})


def mended(text: str) -> str:
    """Return the file with its certain repairs made."""
    loaded, found = load_notice(text.encode(), SHOWN)
    assert loaded is not None, found
    assert SITE_MODEL is not None
    context = NoticeContext(
        loaded.notice, loaded.figures, loaded.outline, SITE_MODEL, TERMS, is_workday, {}
    )
    return mended_text(loaded.places.lines, find_repairs(context, loaded.places, RULES))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("会议3次,学习2次。", "会议3次，学习2次。"),
        ('关停"僵尸"公众号。', "关停“僵尸”公众号。"),
        ("泾招组办[2021]8号文件。", "泾招组办〔2021〕8号文件。"),
        ("团结一批评一团结。", "团结——批评——团结。"),
        ("学习、研讨...等。", "学习、研讨……等。"),
        ("2021年10月-11月期间。", "2021年10月—11月期间。"),
        ("第一、加强学习。", "第一，加强学习。"),
        ("召开 党组会议1 920次。", "召开党组会议1920次。"),
        ("⼀是加强学习３次。", "一是加强学习3次。"),
        ("招商\u200b合作。", "招商合作。"),
        ("开展学习，，健全制度。", "开展学习，健全制度。"),
        ("见 https://a.example.gov.cn/x?y=1,2 的说明。", None),
        ("有力的提升知名度。", None),
        ("开展学习，。健全制度。", None),
        ("会议3次\ufffd,学习,讨论。", "会议3次\ufffd,学习，讨论。"),
        ("会议3次,锟斤拷,学习。", None),
        ("由王〓 国负责,李???负责。", "由王〓 国负责，李???负责。"),
        ("由王?国负责。", None),
        ("\ue5e5 由王国负责。", None),
        ("6月~8月为征求意见阶段，支持1~3项。", "6月～8月为征求意见阶段，支持1～3项。"),
        ("打造1-3个、2-4个人、15-10个。", "打造1—3个、2-4个人、15-10个。"),
        ("每平方米４．８元。", "每平方米4.8元。"),
        ("关键环节--入口关。", "关键环节——入口关。"),
        ("学习、、研讨。", "学习、研讨。"),
        ("见附件2:", "见附件2："),
        ("共10 人次、0.39 万元。", "共10人次、0.39万元。"),
        ("在《 人民日报 》刊登。", "在《人民日报》刊登。"),
    ],
)
def test_repair(before: str, after: str | None) -> None:
    """What is certain is mended, what is not is left."""
    # The last body in the file, between a comment, odd spacing and a waiver.
    text = (
        BASE
        + f"sections:\n  - title:   整改  # 说明,不动\n    # 说明,不动\n    body:   '{before}'\n"
    )
    assert mended(text) == text.replace(before, after or before)


@pytest.mark.parametrize(
    "text",
    [
        "第二、三批整改任务已完成。",
        "第一、二项政策由县住建局解释。",
        "第二十一条 本办法由县财政局负责解释，自公布之日起施行。",
        "会上，王 伟 李小明等作了发言。",
        "王 伟",
        "第一章 总 则",
        "大会以“凝聚合力 共创未来”为主题。",
        "一九七一年到一九七八年，国家投入大量资金。",
        "要做到2.0.10 人均公园绿地面积达标，表1 个人所得。",
        "表 1 个人所得情况。",
        "1 项目概况",
        "1 名词解释如下。",
        "才房票”对应政府补贴的购房款，包含“人才",
        "土地使用证号为某国用（2012）第275号。",
        "9月22日～23日召开。",
        "第 3 批、共 3 个部门。",
        # Names of one thing are no ranges, and neither is a telephone number.
        "见表2-1项目汇总，住3栋2-301户。",
        "编号20185-2021年。",
        # Nobody knows which is meant.
        "ｌ、内网建设。",
        "?ツ闶小豆赜诒Ａ羰",
        "张某、、、李某等到场。",
        "每平方米?；；年。",
        '“关停"僵尸"号”已完成。',
        # Places to fill in.
        "经办人   ，联系电话。",
        "于（  年）前完成。",
        "北京--上海段通车。",
        "abcd39f1fb7f426d9dfb6bd0fa1f2146:",
    ],
)
def test_left(text: str) -> None:
    """What is right, or what nobody can be certain about, is left."""
    whole = BASE + f"sections:\n  - title: 整改\n    body: '{text}'\n"
    assert mended(whole) == whole


def test_mending_twice_changes_nothing() -> None:
    """After mending, nothing certain is left to mend."""
    text = (ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml").read_text("utf-8")
    once = mended(text)
    assert once != text
    assert mended(once) == once
    changed = [(a, b) for a, b in zip(text.split("\n"), once.split("\n"), strict=True) if a != b]
    assert len(changed) == 3


def test_figures_are_left() -> None:
    """What a figure prints is not mended in the sentence that prints it."""
    text = (
        BASE
        + "metrics: [{id: a, name: 会议, value: 3, unit: '次,'}]\nsections: [{title: 整改, body: '召开{a}研究。'}]\n"
    )
    assert mended(text) == text


def test_escapes_are_left() -> None:
    """Where the file holds other characters than the text, nobody's guess is made."""
    text = BASE + 'sections: [{title: 整改, body: "会议3次\\u002c学习2次。"}]\n'
    assert mended(text) == text


def test_waived_is_left() -> None:
    """What an editor answers for is not mended."""
    text = (
        BASE
        + "sections:\n  - title: 整改\n    body: 会议3次,学习。  # 豁免 typography.half_width：照原文\n"
    )
    assert mended(text) == text


def test_a_rule_that_fails_repairs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others still repair."""
    import tests.checks.test_fix as own

    def fix(text: str) -> Iterator[Edit]:
        raise ValueError(text)

    broken = next(rule for rule in RULES if rule.fix)._replace(fix=fix)
    monkeypatch.setattr(own, "RULES", (broken, *RULES))
    text = BASE + "sections: [{title: 整改, body: '会议3次,学习。'}]\n"
    assert mended(text) == text.replace("次,学", "次，学")


def test_every_fixing_rule_is_silent_after() -> None:
    """The repair of a rule's bad example is what the rule wants."""
    from disclosure.checks.manual import examples_of
    from tests.checks.desk import codes_in

    for rule in RULES:
        for example in examples_of(rule):
            if rule.fix and not example.passes:
                text = example.text
                for edit in sorted(rule.fix(text), reverse=True):
                    text = text[: edit.start] + edit.new + text[edit.end :]
                assert text != example.text, rule.id
                assert rule.id not in codes_in(text), rule.id
