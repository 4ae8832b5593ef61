"""Slips in marks, digits and encodings."""

import random
import re

from .slips import Kind, Planted, anywhere, put


def _without_end(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    text = stretch[at]
    if len(text) < 30 or not text.endswith("。"):
        return None
    return put(stretch, at, len(text) - 1, len(text), "")


def _zero(match: re.Match[str], _: random.Random) -> str:
    return match[0][:-1] + "O" if match[0].endswith("0") else match[0].replace("0", "O", 1)


MARKS: tuple[Kind, ...] = (
    Kind("O for 0", ("typography.",), anywhere(r"\d+0\d*(?=[个名次条项人万亿元%年])", _zero)),
    Kind(
        "l for 1",
        ("typography.",),
        anywhere(
            r"(?<!\d)\d*1\d*(?=[个名次条项人万亿元年月日])",
            lambda match, _: match[0].replace("1", "l", 1),
        ),
    ),
    Kind("lost closing quote", ("names.pairs", "names."), anywhere(r"(?<=[一-鿿])”", "")),
    Kind("lost half of 《》", ("names.",), anywhere(r"《(?=[^《》]{4,30}》)", "")),
    Kind("bracket of another shape", ("names.", "typography."), anywhere(r"）", "】")),
    Kind("opening quote twice", ("names.", "typography."), anywhere(r"(?<=[一-鿿])”", "“")),
    Kind("full stop as a point", ("typography.",), anywhere(r"(?<=[一-鿿])。(?=[一-鿿])", ".")),
    Kind("half-width colon", ("typography.",), anywhere(r"(?<=[一-鿿])：(?=[一-鿿])", ":")),
    Kind("comma before 、", ("typography.",), anywhere(r"(?<=[一-鿿])、(?=[一-鿿])", "，、")),
    Kind("lost full stop at the end", ("typography.",), _without_end),
    Kind("blank inside a number", ("typography.",), anywhere(r"(?<=\d)(?=\d{2}[个名次条项人万元])", " ")),
    Kind("blank before a mark", ("typography.",), anywhere(r"(?<=[一-鿿])(?=[。；])", " ")),
    Kind("replacement character", ("typography.",), anywhere(r"(?<=[一-鿿])[一-鿿](?=[一-鿿])", "\ufffd")),
    Kind("wrong encoding", ("typography.",), anywhere(r"(?<=[一-鿿])[一-鿿]{2}(?=[一-鿿])", "锟斤拷")),
    Kind("runs of ?", ("typography.",), anywhere(r"(?<=[一-鿿])[一-鿿]{3}(?=[一-鿿])", "???")),
    Kind("private-use character", ("typography.",), anywhere(r"(?<=[一-鿿])[一-鿿](?=[一-鿿])", "\ue5e5")),
    Kind("〓 for a character", ("typography.",), anywhere(r"(?<=[一-鿿])[一-鿿](?=[一-鿿])", "〓")),
    Kind("control character", ("typography.",), anywhere(r"(?<=[一-鿿])(?=[一-鿿])", "\u200e")),
    Kind("lost 年", ("typography.", "timeline."), anywhere(r"(?<=20[12]\d)年(?=\d{1,2}月|以来|度)", "")),
    Kind("point twice in a number", ("typography.", "figures."), anywhere(r"(?<=\d)\.(?=\d)", "..")),
    Kind("range with one %", ("typography.", "figures."), anywhere(r"(?<=\d)%(?=[—-～~至]\d+%)", "")),
)  # fmt: skip
