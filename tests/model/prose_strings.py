"""Texts that are hard to read: generated ones, and those that make a careless parser slow."""

import random
from collections.abc import Iterator

_WORDS = [*"甲a1 *_[]()\\&<>\"'!{}.#:/`~", "**", "***", "](", "![", "\\[", "\\]", "\\\\", "{built}"]
_WORDS += [
    "{built.yoy}",
    "{ built . value }",
    "{nobody}",
    "//evil.example/x",
    "javascript:alert(1)",
]
_WORDS += ["https://a.cn", "[甲](https://a.cn)", "[x\\](//e.cn)", "(https://a.cn/{built})", "#s-1"]
_WORDS += [
    "[乙](https://a.cn 'x')",
    "[丙](<https://a.cn>)",
    "\u00a0",
    "&amp;",
    "&#40;",
    "2021年5月",
]

REPEATED = (
    "[", "](", "![", "[]", "[[", "]]", "](a", "[a](", "[a](b", "(", ")", "((", "[x](https://a.cn)",
    "*", "**", "***", "* ", " *", "*a", "**a", "*a ", "*a**", "**a*", "a*b**c***", "_", "__", "_a",
    "`", "``", "<", "<a", "<!--", "<img ", "&", "&amp", "&#", "{", "{{", "{a", "{a.", "{ ", "{a. ",
    "}", "\\", "\\\\", "\\[", "\\](", "\\*", "\\{", '"', "'", '"\'', "[a](<", "[a]('", '[a](b "',
    "｛", "｛a", "!", "[*", "*[", "[*](", "*](", "{a}", "[{a}](", "[**a](b)**", "“", "（", "1", "1.", "1年",
    "〔2019〕", "〔1", "*[a](b)*", "[a\\", "(\\", "{\u3000", "a*", "a**b", "1—",
)  # fmt: skip
OPENED = ("{a.", "{", "[", "[a](", "[a](<", "*", "**", "｛", "\\")
FILLED = (" ", "\u3000", "a", "1", "*", "**a ", "[", "(", "a*b**", "\\")


def generated(count: int, seed: int = 12) -> Iterator[str]:
    """Yield ``count`` texts of marks, words and addresses in any order."""
    choose = random.Random(seed)
    for _ in range(count):
        text = "".join(choose.choices(_WORDS, k=choose.randint(1, 16))).strip()
        if text:
            yield text


def pathological(size: int) -> Iterator[str]:
    """Yield texts of about ``size`` characters that repeat what a parser must look ahead for."""
    for unit in REPEATED:
        yield (unit * (size // len(unit) + 1))[:size]
    for opened in OPENED:
        for unit in FILLED:
            yield opened + unit * (size // len(unit))
    half = size // 2
    yield "[" * half + "](b)" * (half // 4)
    yield "*a " * (half // 3) + " a*" * (half // 3)
    yield "*a" * (half // 2) + "**b" * (half // 3)
    yield "[a](" * (half // 4) + ")" * (half // 4)
