"""Names that look like one person's are one; names of different people are not."""

import itertools
import unicodedata

import pytest

from disclosure.zh.same_name import same_name

ALIKE = [
    "張三", "张三\u0301", "张\u0304三", "张 三", "张\u3000三", "张\u00a0三", "张\u200b三", "张·三", "张・三",
    "张三\ufe0f", "张三\U000e0100", "\u2060张三", "张三.", "（张三）",
]  # fmt: skip
PEOPLE = [
    "张三",
    "李四",
    "王五",
    "章三",
    "张珊",
    "张三丰",
    "李泗",
    "汪五",
    "Li Si",
    "Lisa",
    "吴越",
    "吴月",
]


@pytest.mark.parametrize("name", ALIKE)
def test_alike(name: str) -> None:
    """Marks, blanks, dots, invisible characters and traditional forms make no other person."""
    assert same_name(name) == same_name("张三")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ｌｉ", "li"), ("LI SI", "Li Si"), ("龍飛", "龙飞"), ("呂偉", "吕伟"), ("呉", "吴"), ("户", "戸"),
        ("⻢超", "马超"), ("馬超", "马超"), ("陳國強", "陈国强"), ("ﬁ", "fi"), ("José", "Jose\u0301"),
        ("買買提·艾力", "买买提艾力"), ("歐陽鋒", "欧阳锋"), ("葉劍英", "叶剑英"), ("\uf9e1四", "李四"),
    ],
)  # fmt: skip
def test_forms_of_one_name(one: str, other: str) -> None:
    """Traditional, full-width, compatibility and composed forms are the same name."""
    assert same_name(one) == same_name(other)


def test_different_people() -> None:
    """Names of different people stay different."""
    for one, other in itertools.combinations(PEOPLE, 2):
        assert same_name(one) != same_name(other)


def test_every_mark() -> None:
    """No combining mark, format character or blank of Unicode makes another person."""
    marks = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) in _UNSEEN]
    assert len(marks) > 1_000
    assert [f"{ord(mark):04X}" for mark in marks if same_name(f"张三{mark}") != "张三"] == []


_UNSEEN = {"Mn", "Mc", "Me", "Cf", "Zs", "Zl", "Zp", "Cc"}
