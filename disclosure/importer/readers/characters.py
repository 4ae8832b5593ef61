"""Characters that are not what they seem: radicals for characters, and what nobody sees.

PDFs whose fonts were cut wrongly say ``⼀`` for 一, input methods offer ``⻓`` for 长, word
processors leave zero-width characters behind. The source of a notice may hold none of them.
"""

import re
import unicodedata
from typing import Final

from disclosure.characters import PRIVATE, UNSEEN, is_selector
from disclosure.importer.readers.collector import Collector
from disclosure.importer.tracked import Tracked, joined

# Of the CJK radicals supplement, which has no normal form in Unicode, those that look like a
# whole character (EquivalentUnifiedIdeograph.txt). Others are told and stay.
_LOOKS: Final = dict(
    zip(
        "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺛⺜⺝⺟⺠⺧⺩⺫⺬⺶⺻⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻱⻲⻳",
        "厂乙刀卜小小兀巳幺旡日月母民牛王目示羊聿肉臼虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿竜龙龜亀龟",
        strict=True,
    )
)
_ODD: Final = "\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f\u2011"
_SPECIAL: Final = re.compile(f"[{_ODD}\ufffd{PRIVATE}{UNSEEN}]")
# Blanks of other widths; nobody typed them for their width. The ideographic one is an indent.
_BLANKS: Final = str.maketrans(
    dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F], " ")
)


def fold(text: str, collector: Collector, place: str) -> Tracked:
    """Take a text into ``collector`` and return what goes on of it.

    Radicals and compatibility characters become the ordinary ones, what nobody sees (zero
    width, soft hyphens, control characters, changes of direction) is dropped; each is said.
    Private-use and replacement characters stay and are said, for they show elsewhere as
    something else or nothing. Tab and line feed stay; blanks of all widths but U+3000 become
    ordinary ones without a word.
    """
    text = text.translate(_BLANKS)
    if text.isascii() and text.isprintable():
        return collector.keep(text)
    parts, done = [], 0
    for match in _SPECIAL.finditer(text):
        at = match.start()
        if at > done:
            parts.append(collector.keep(text[done:at]))
        parts.append(_special(match[0], collector, place))
        done = at + 1
    if done < len(text) or not parts:
        parts.append(collector.keep(text[done:]))
    return parts[0] if len(parts) == 1 else joined(parts)


def _special(char: str, collector: Collector, place: str) -> Tracked:
    said = {"char": char, "point": f"U+{ord(char):04X}"}
    if is_selector(char):
        return collector.keep(char)  # chooses the form of the character before it
    if re.match(f"[{UNSEEN}]", char):
        collector.drop(char, "import.file.unseen", said, place)
        return Tracked()
    plain = "-" if char == "\u2011" else _LOOKS.get(char, unicodedata.normalize("NFKC", char))
    if plain != char:
        said["plain"] = plain
        return collector.normalise(char, plain, "import.file.folded", said, place)
    kept = collector.keep(char)
    if char == "\ufffd":
        collector.remark("import.file.lost", said, place, kept)
    elif unicodedata.category(char) == "Co":
        collector.remark("import.file.private", said, place, kept)
    elif "\u2e80" <= char <= "\u2fdf":
        collector.remark("import.file.radical", said, place, kept)
    return kept
