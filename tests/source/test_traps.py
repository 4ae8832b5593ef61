"""What YAML takes without a word: each trap by an example that trips it and one that does not."""

import pytest

from disclosure.model.faults import MOST_FAULTS
from disclosure.source.reader import parse


def found(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of every fault."""
    return [(fault.code, fault.line, fault.column) for fault in parse(text).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 完成 #3号楼\n", [("yaml.comment", 1, 7)]),
        ("a: #3号楼\n", [("yaml.comment", 1, 4)]),
        ("a:\n  - #3号楼\n", [("yaml.comment", 2, 5)]),
        ("a: {b: 完成 #3\n }\n", [("yaml.comment", 1, 11)]),
        ("lead: 完成 # 3号楼\n", [("yaml.comment", 1, 10)]),
        ("outcomes:\n  - 完成 # 3号楼\n", [("yaml.comment", 2, 8)]),
        ("lead: 现将\n  公布 # 3号楼\n", [("yaml.comment", 2, 6)]),
        ("lead: 现将 # 3号楼\n  公布。\n", [("yaml.comment", 1, 10)]),
        ("lead: 现将\n  # 3号楼\n  公布。\n", [("yaml.comment", 2, 3)]),
        ("a:\n  - 甲\n   - 乙\n", [("yaml.lost_dash", 3, 4)]),
        ("a:\n  -甲\n", [("yaml.tight_dash", 2, 3)]),
        ("a: 甲\n  source：乙\n", [("yaml.wide_colon", 2, 9)]),
        ("a: 甲\n  source:乙\n", [("yaml.tight_colon", 2, 9)]),
        ("a：{b: c}\n", [("yaml.wide_colon", 1, 2)]),
        ("a: [投资1,234万元]\n", [("yaml.comma", 1, 8)]),
        ("a: {b: 1,234}\n", [("yaml.comma", 1, 9)]),
        ('a: "\\e[31m"\n', [("yaml.control", 1, 4)]),
        ('a: "\\u202e\\0"\nb: "\\r"\n', [("yaml.control", 1, 4), ("yaml.control", 2, 4)]),
    ],
)
def test_traps(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Text that would be lost or joined is a fault, placed at the sign that does it."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: '完成 #3号楼'\n",
        "a: 完成#3号楼\n",
        "a: 某县纪委 # 谁的网站\n",
        "lead: 予以公布。 # 照原文\n",
        "lead: 予以公布 # 豁免 text.end：原文如此\n",
        "lead: 予以公布 #豁免 text.end：原文如此\n",
        "lead: # 导语\n  予以公布。\n",
        "a: 甲 ## 乙\n",
        "# 3号楼\na: 甲\n",
        "a:\n  - 甲\n  # - 乙\n  - 丙\n",
        "a: -5%\n",
        "a: ——甲\n",
        "a: 甲\n  ——乙\n",
        "a: 甲\n  -5%\n",
        "a: 甲\n  https://a.cn\n",
        "a: [[1,234], [100,200]]\n",
        "a: [甲,乙]\n",
        "a: {b: 1, 234: c}\n",
        'a: "\\t\\u4e2d"\n',
        "a: |\n  - 甲\n   - 乙 #3\n",
    ],
)
def test_no_traps(text: str) -> None:
    """Quotes, comments on their own line, waivers, minus signs and blocks are no traps."""
    assert found(text) == []


def test_many_faults_end() -> None:
    """A file of nothing but faults is given up after a thousand."""
    assert len(found("a: 1\n" * 50_000)) == MOST_FAULTS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x: [" + "a," * 300_000 + "]", marks=pytest.mark.slow),
        "x: {" + ",".join(f"k{n}: #" for n in range(3)) + "b, " * 100_000 + "}",
        pytest.param("x: [" + "[1,234]," * 50_000 + "]", marks=pytest.mark.slow),
        "- " * 1_000_000,
        "? " * 1_000_000,
        ": " * 1_000_000,
        "&a " * 500_000,
        '"' * 1_000_000,
        "'" * 1_000_001,
        "[" * 1_000_000,
        "{" * 1_000_000,
        "a: b" + "\n" * 1_000_000 + "c",
        'a: "b' + "\n " * 500_000 + 'c"',
        "a: " + "#" * 1_000_000,
        "a: b" + " #" * 500_000,
        "a: b\n" + " - c\n" * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_files_are_read_once(text: str) -> None:
    """Files built to cost much end in values or a few faults."""
    document = parse(text)
    assert document.faults or document.data is not None
