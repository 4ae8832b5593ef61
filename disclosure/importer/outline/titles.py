"""Titles: how much of a line behind its mark is the heading, and what is text that runs on."""

import re
from dataclasses import dataclass
from typing import Final

from disclosure.importer.reading import Look, Paragraph

# A sentence that is longer than this is hardly a heading.
LONG: Final = 50
# Guess: the title is a long sentence.
LONG_TITLE: Final = "import.guess.title_long"
# Guess: a colon ends the title.
BY_COLON: Final = "import.guess.title_by_colon"
_OPENING: Final = "（(《“‘「『【〈﹝〔"
_CLOSING: Final = "）)》”’」』】〉﹞〕"
_ENDS: Final = "。！？"
_COLON: Final = "：:"
_NO_TITLE: Final = re.compile("[，,；;。：:！？]")
# Behind a blank a text begins that has a sentence; a name or a date behind one has none.
_GAP: Final = re.compile(r"[ \u3000\xa0]{2,}|[ \u3000\xa0]")
_LABEL_LENGTH: Final = 30
# 8:30 and 1：3 are no labels.
_COLON_SIGN: Final = re.compile("(?<![0-9])[：:]|[：:](?![0-9])")
# What is answered, and then the answer in the same sentence: 针对“……”问题，一是…….
_SUBJECT: Final = re.compile(
    r"(?:针对|关于|对于|就)(?:“[^”]{2,80}”|[^，。；：“”]){2,80}?(?:问题|方面|情况)[，,]"
)
# Before a colon these say what follows, and are no heading themselves.
_SAYS_WHAT: Final = re.compile(
    r"(?:巡察|巡视|审计|督察)?(?:反馈|存在|具体|主要|发现)?的?(?:问题|意见|事项|表现|情形)(?:描述|表述|内容|名称|清单)?"
    r"(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?"
)


@dataclass(frozen=True, slots=True)
class Split:
    """Where a title ends, and why it was taken to end there.

    Attributes:
        end: one behind the title, its full stop included.
        guess: code of the reason if it was guessed.

    """

    end: int
    guess: str = ""


# A number by which a case goes is a part of its title: 受理编号：X3AH2024001.
_CODE: Final = re.compile(
    r"[ \u3000]{0,4}[（(]?[A-Za-z0-9０-９][A-Za-z0-9０-９/.—-]{3,30}[）)]?\s{0,4}"
)
_REACHED: Final = re.compile("电话|手机|传真|热线|邮|网|信箱|日期|时间|时限|截止|截至")


def split_title(paragraph: Paragraph, start: int) -> Split:
    """Return where the title that begins at ``start`` ends: by look, by blank, by sentence."""
    text = paragraph.text.text
    by_look = _look_ends(paragraph, start)
    if by_look:
        return Split(by_look, "")
    sentence = _sentence_end(text, start)
    gap = _gap(text, start, sentence)
    if gap:
        return Split(gap, "import.guess.title_by_blank")
    colon = _colon(text, start, sentence)
    if colon:
        return Split(colon, BY_COLON)
    comma = _SUBJECT.match(text, start, sentence)
    if comma and sentence - start > LONG:
        return Split(comma.end(), "import.guess.title_by_comma")
    if sentence - start > LONG:
        return Split(sentence, LONG_TITLE)
    return Split(sentence)


def _sentence_end(text: str, start: int) -> int:
    """Return one behind the first full stop that stands in no quotes and no brackets."""
    depth = 0
    first = 0
    for at in range(start, len(text)):
        sign = text[at]
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif sign in _ENDS:
            first = first or at + 1
            if not depth:
                return _past_quotes(text, at + 1)
    # Brackets that are never closed hide no full stop.
    return first if depth and first else len(text)


def _past_quotes(text: str, at: int) -> int:
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    return at


def _look_ends(paragraph: Paragraph, start: int) -> int:
    """Return where the look of the title ends for good within the line, 0 if it does not."""
    text = paragraph.text.text
    changes = _looks(paragraph, start)
    other = [at for at, look in changes if not _alike(look, changes[0][1])]
    # A word that is set off within a sentence is no title: its look does not last.
    if not other or any(at > other[0] and _alike(look, changes[0][1]) for at, look in changes):
        return 0
    end = other[0]
    while end < len(text) and text[end] in _ENDS + _COLON + _CLOSING:
        end += 1
    title = text[start:end].strip()
    if _is_within(title, text[end:]):
        return 0
    return end if 2 <= len(title) <= 2 * LONG and text[end:].strip() else 0


def _is_within(title: str, behind: str) -> bool:
    """Say whether a look ends within words: Word and editors cut a line into spans anywhere."""
    if sum(map(title.count, _OPENING)) > sum(map(title.count, _CLOSING)):
        return True
    parted = title[-1:] in _ENDS + _COLON + _CLOSING or behind[:1].isspace()
    return not parted and not _NO_TITLE.search(behind)


def _looks(paragraph: Paragraph, start: int) -> list[tuple[int, Look]]:
    """Return the looks from ``start`` on, each with where it begins."""
    found: list[tuple[int, Look]] = []
    at = start
    for span in sorted(paragraph.spans, key=lambda span: span.start):
        if span.end <= at:
            continue
        if span.start > at:
            found.append((at, paragraph.look))
        found.append((max(at, span.start), span.look))
        at = span.end
    if at < len(paragraph.text) or not found:
        found.append((at, paragraph.look))
    return found


def _alike(one: Look, other: Look) -> bool:
    return (one.font, one.bold) == (other.font, other.bold)


def _gap(text: str, start: int, sentence: int) -> int:
    """Return where a blank parts a short title from its text, as in 一、基本情况　根据统一部署."""
    for gap in _GAP.finditer(text, start, sentence):
        title, behind = text[start : gap.start()], text[gap.end() : sentence]
        if len(title) < 2 or len(title) > LONG or _NO_TITLE.search(title):
            return 0
        if len(behind) > LONG // 2 and _NO_TITLE.search(behind):
            return gap.start()
    return 0


def _colon(text: str, start: int, sentence: int) -> int:
    """Return where a short title ends with a colon, as in 提高认识：局党组先后."""
    found = _COLON_SIGN.search(text, start, sentence)
    if not found or found.start() - start > _LABEL_LENGTH:
        return 0
    title = text[start : found.start()]
    inside = sum(sign in _OPENING for sign in title) > sum(sign in _CLOSING for sign in title)
    if (
        inside
        or _SAYS_WHAT.fullmatch(title)
        or len(title) < 2
        or _NO_TITLE.search(title)
        or found.end() >= len(text.rstrip())
        or (_CODE.fullmatch(text, found.end(), sentence) and not _REACHED.search(title))
    ):
        return 0
    return found.end()
