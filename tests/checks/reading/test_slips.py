"""A slip in a name, and another name."""

import pytest

from disclosure.checks.reading.alike import alike
from disclosure.checks.reading.slips import Difference, difference, is_slip

OFFICE = "青山县财政局"


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        ("青山县财局", OFFICE),
        ("青山县政财局", OFFICE),
        ("青山县财政政局", OFFICE),
        ("青山县财正局", OFFICE),
        ("泾县招商合服务中心", "泾县招商合作服务中心"),
        ("泾县招商合做服务中心", "泾县招商合作服务中心"),
        ("绿水市住房公积管理中心", "绿水市住房公积金管理中心"),
    ],
)
def test_slip(shown: str, right: str) -> None:
    """A slip leaves characters that belong to no word."""
    assert is_slip(shown, right)


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        ("青山县民政局", OFFICE),
        ("青水县财政局", OFFICE),
        ("青山县财政分局", OFFICE),
        ("青山县水务局", "青山县税务局"),
        ("青山县组织部", "青山县委组织部"),
        ("县委第二巡察组", "县委第四巡察组"),
        ("企业会计准则", "小企业会计准则"),
        (OFFICE, OFFICE),
        ("绿水市医院", OFFICE),
    ],
)
def test_another_name(shown: str, right: str) -> None:
    """Another office, place, team or document is none."""
    assert not is_slip(shown, right)


@pytest.mark.parametrize(
    ("shown", "right", "slip"),
    [
        ("以人名为中心", "以人民为中心", True),
        ("以人才为中心", "以人民为中心", False),
        ("四个意思", "四个意识", True),
        ("四个认识", "四个意识", False),
        ("高质发展", "高质量发展", True),
        ("党员学习教育", "党史学习教育", False),
        ("全面从严治党的主体责任", "全面从严治党主体责任", False),
        ("中国共产党党组织", "中国共产党组织", False),
    ],
)
def test_fixed_phrase(shown: str, right: str, *, slip: bool) -> None:
    """In a fixed phrase a character that sounds alike is a slip even where it makes a word."""
    assert is_slip(shown, right, fixed=True) == slip


@pytest.mark.parametrize(
    ("shown", "slip"),
    [
        ("青山财政局", True),
        ("青山县县财政局", True),
        ("青山县财受局", True),
        ("青山县财税局", False),
        ("青山县农业局", False),
        ("青水县财政局", False),
    ],
)
def test_own_name(shown: str, *, slip: bool) -> None:
    """What lacks a character of the unit's own name is a slip; another office is none."""
    assert is_slip(shown, OFFICE, certain=True) == slip


def test_difference() -> None:
    """One edit is told by kind and place; two are none."""
    assert difference("甲丙", "甲乙丙") == Difference("lost", 1)
    assert difference("甲乙乙丙", "甲乙丙") == Difference("won", 2)
    assert difference("甲丁丙", "甲乙丙") == Difference("changed", 1)
    assert difference("甲丙乙", "甲乙丙") == Difference("swapped", 1)
    assert difference("丁戊丙", "甲乙丙") is None


def test_alike() -> None:
    """Sounds and shapes count, other characters do not; nothing is like itself."""
    assert alike("己", "已")
    assert alike("建", "健")
    assert not alike("财", "民")
    assert not alike("己", "己")
