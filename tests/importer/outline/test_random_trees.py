"""Random trees, printed in each of eight ladders of marks, come back as they were."""

import random
from collections.abc import Callable

import pytest

from disclosure.zh.numerals import chinese_numeral
from tests.importer.outline.trees import Tree, outlined, tree_of

Form = Callable[[int], str]


def _han(before: str, behind: str) -> Form:
    return lambda number: f"{before}{chinese_numeral(number)}{behind}"


def _arabic(before: str, behind: str) -> Form:
    return lambda number: f"{before}{number}{behind}"


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1)


def _wide(number: int) -> str:
    return f"（{number}）".translate({ord("0") + n: ord("０") + n for n in range(10)})


CHAPTER, BRACKETED_HAN = _han("", "、"), _han("（", "）")
POINT, COMMA, BRACKETED = _arabic("", "."), _arabic("", "、"), _arabic("（", "）")
LADDERS: dict[str, tuple[Form, ...]] = {
    "GB/T 9704": (CHAPTER, BRACKETED_HAN, POINT, BRACKETED, _circled),
    "with commas": (CHAPTER, BRACKETED_HAN, COMMA, _arabic("(", ")")),
    "two levels": (CHAPTER, COMMA),
    "parts": (_han("第", "部分　"), CHAPTER, BRACKETED_HAN, POINT, BRACKETED, _circled),
    "no chapters": (BRACKETED_HAN, _arabic("", "．"), BRACKETED),
    "arabic first": (COMMA, BRACKETED, _circled),
    "spaced and wide": (_han("", " 、"), _han("(", "）"), _arabic("", "．"), _wide),
    "problems": (CHAPTER, _arabic("问题", "："), BRACKETED),
}
WORDS = "整改落实监督责任制度学习建设干部群众资金项目管理工作作风纪律"


def _title(rng: random.Random) -> str:
    return "".join(rng.choice(WORDS) for _ in range(rng.randint(4, 16))) + rng.choice(["", "。"])


def _text(rng: random.Random) -> str:
    sentences = [
        "截至2023年11月30日，完成投资1.15亿元。",
        "一是召开会议3次；二是修订制度12项。",
        "其中，（1）甲乡已完成；（2）乙乡正在推进。",
        "满意率由86.5%提高到97.2%，一、二季度均完成任务。",
        "落实《条例》第三条第（一）项要求，建立台账。",
        "整改情况：①清退资金；②完善制度。",
    ]
    return "".join(rng.choice(sentences) for _ in range(rng.randint(1, 3)))


def _tree(rng: random.Random, depth: int, budget: list[int]) -> Tree:
    """Return up to eight headings, each with text, headings, or both under it."""
    tree: Tree = []
    for _ in range(rng.randint(1, 8 if depth < 2 else 4)):
        budget[0] -= 1
        under: Tree = []
        if rng.random() < 0.6:
            under = [_text(rng) for _ in range(rng.randint(1, 2))]
        if depth > 1 and budget[0] > 0 and rng.random() < 0.7:
            under += _tree(rng, depth - 1, budget)
        tree.append((_title(rng), under))
    return tree


def _printed(tree: Tree, ladder: tuple[Form, ...], lines: list[str], rng: random.Random) -> Tree:
    """Add the lines of a tree, and return it with its marks."""
    marked: Tree = []
    number = 0
    for node in tree:
        if isinstance(node, str):
            lines.append(node)
            marked.append(node)
            continue
        number += 1
        title, under = node
        mark = ladder[0](number)
        # A title that is a sentence may have its text run in on the same line.
        run_in = title.endswith("。") and bool(under) and isinstance(under[0], str)
        run_in = run_in and rng.random() < 0.3
        lines.append(mark + title)
        rest: Tree = under
        first: Tree = []
        if run_in and isinstance(under[0], str):
            lines[-1] += under[0]
            first, rest = [under[0]], under[1:]
        marked.append((mark.strip() + title, first + _printed(rest, ladder[1:], lines, rng)))
    return marked


def _check(seed: int, size: int = 60) -> None:
    rng = random.Random(seed)
    name = sorted(LADDERS)[seed % len(LADDERS)]
    ladder = LADDERS[name]
    lines = ["某某局关于整改情况的通报", "现将有关情况通报如下："]
    marked = _printed(_tree(rng, len(ladder), [size]), ladder, lines, rng)
    lines += ["欢迎广大干部群众监督。", "联系电话：0555-2234567", "某某局", "2023年4月1日"]
    found = outlined("\n".join(("　　" if seed % 3 else "") + line for line in lines))
    assert tree_of(found.headings) == marked, (name, seed, lines)
    assert found.remarks == (), (name, seed)
    assert (len(found.before), len(found.after)) == (2, 4), (name, seed)


def test_random_trees() -> None:
    """A hundred trees, in eight ladders of marks, with text run in and without."""
    for seed in range(100):
        _check(seed, 20)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(20))
def test_two_thousand_trees(block: int) -> None:
    """Two thousand trees."""
    for seed in range(100 + 100 * block, 200 + 100 * block):
        _check(seed)
