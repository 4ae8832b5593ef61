"""Rules stand any text: random notices, random characters, and much of it."""

import functools
import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Rule
from disclosure.checks.rules import RULES
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role, Value
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.zh.dates import is_workday
from tests.checks.desk import SHOWN, SITE_MODEL, SOUND, TERMS, to_yaml, verdict_of

_WORDS = [
    "党组",
    "整改",
    "问题",
    "已完成",
    "正在整改",
    "反馈",
    "开工率",
    "为",
    "由",
    "提高到",
    "剩余",
    "另有",
    "其中",
    "共",
    "等",
    "巡察组",
    "公示期",
    "为",
    "2022年",
    "2月",
    "30日",
    "至",
    "—",
    "-",
    "、",
    "，",
    "。",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "〔",
    "〕",
    "(",
    ")",
    "[",
    "]",
    "一是",
    "二是",
    "第一、",
    "13812345678",
    "11010519491231002X",
    "63.46%",
    "208个",
    "76个",
    "12",
    "亿元",
    "万元",
    "3大类",
    "10个方面",
    "19个",
    "张建国",
    "低保户",
    "给予",
    "处分",
    "\u200b",
    "\u3000",
    "⼀",
    "N个",
    "http://a.cn",
    "[链](#x)",
    "{a}",
    "\\{",
    "**",
    "#",
    ":",
    "'",
    '"',
    "豁免",
    "typography.dash",
    "：",
]
prose = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40).map("".join),
    # All but halves of surrogates, as st.text() has it; that would first try every character's UTF-8.
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200),
)


@functools.cache
def _sound() -> LoadedNotice:
    loaded, _ = load_notice(to_yaml(SOUND).encode(), SHOWN)
    assert loaded is not None
    return loaded


def subject_with(text: str) -> NoticeContext:
    """Return a sound notice to which one text of any size was added after loading."""
    loaded = _sound()
    assert SITE_MODEL is not None
    context = NoticeContext(
        loaded.notice, loaded.figures, loaded.outline, SITE_MODEL, TERMS, is_workday, {}
    )
    piece = PrintedText(Value(("sections", 0, "body", 0), Role.PROSE, text), text)
    # The property is computed once; a file of this size the loader would refuse.
    context.__dict__["pieces"] = (*context.pieces, piece)
    return context


# In CI all of them; a second's worth in between.
EXAMPLES = 10_000 if os.environ.get("CI") else 300


@pytest.mark.slow
@settings(max_examples=EXAMPLES)
@given(st.lists(prose, min_size=1, max_size=4), st.sampled_from(["已完成", "正在整改", None]))
def test_random_notices(texts: list[str], status: str | None) -> None:
    """Ten thousand random notices: every one is checked or refused, none makes a rule fail."""
    section = {"title": texts[0], "outcomes": texts[1:] or ["已改。"]}
    data = SOUND | {
        "lead": texts,
        "declared": {"problems": "1"},
        "metrics": [{"id": "a", "name": "新建项目", "value": "38", "unit": "个", "yoy": "18.7%"}],
        "sections": [section | ({"status": status} if status else {})],
    }
    text = to_yaml(data)
    loaded, found = load_notice(text.encode("utf-8", "surrogatepass"), SHOWN)
    if loaded is None:
        assert found
        return
    lines = text.split("\n")
    for each in verdict_of(text).diagnostics:
        assert 0 <= each.line <= len(lines)
        assert each.column <= len(each.excerpt) + 1
        assert each.code != "rule.failed", each.params


def _any_unicode(size: int) -> str:
    chance = random.Random(size)
    ranges = ((0x20, 0x7E), (0x4E00, 0x9FFF), (0x3000, 0x303F), (0xFF00, 0xFF60), (0x80, 0x10FFFF))
    characters = []
    while len(characters) < size:
        low, high = chance.choice(ranges)
        point = chance.randint(low, high)
        if not 0xD800 <= point <= 0xDFFF:
            characters.append(chr(point))
    return "".join(characters)


@pytest.mark.slow
def test_ten_megabytes() -> None:
    """Ten megabytes of random Unicode: no rule fails, and none takes forever."""
    sample = _any_unicode(100_000)
    text = sample * (10_000_000 // len(sample.encode()) + 1)
    assert len(text.encode()) >= 10_000_000
    context = subject_with(text)
    for rule in RULES:
        for number, finding in enumerate(rule.check(context)):
            assert finding.piece is None or finding.end <= len(finding.piece.text)
            if number >= 200:
                break


# What makes patterns try again and again: openings without ends, long runs of one kind.
_HARD = (
    "一", "、甲乙", "（", "“", "《", "1", "1 ", " ", "一是", "由1%", "剩余1个", "共1个，", "甲" , "12月",
    "2022年", "3个方面", "反馈3个问题", "、", "…", "-", "公示", "张建国", "建设路1号", "A", "1,234", "，",
    "[", "[a](", "\\", "**", "《甲乙丙丁》", "成立领导小组", "〔2021〕", "E1", "皖A", "a@b.", "团结一",
)  # fmt: skip


@functools.cache
def hard(part: str) -> tuple[str, NoticeContext]:
    """Return a long run of ``part``, and the notice with it, whose words all rules ask for."""
    text = part * (20_000 // len(part))
    return text, subject_with(text)


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_hard_texts(rule: Rule) -> None:
    """Long runs of what patterns stumble over are looked through; bench/checks.py has the times."""
    for part in _HARD:
        text, context = hard(part)
        for number, finding in enumerate(rule.check(context)):
            assert finding.piece is None or 0 <= finding.start <= finding.end <= len(text)
            if number >= 200:
                break
