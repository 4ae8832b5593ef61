"""What a sentence says of its problem: 该问题已完成整改。, or 已完成。 as its last words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.model.status import GOES_ON, KEPT, Status

_SENTENCE = re.compile(r"[^。；！？]+")
_WHEN = r"(?:(?:截至|到|目前|现已?|经过)[^，。]{0,16}，)?(?:目前)?"
_SUBJECT = re.compile(
    rf"\s*{_WHEN}(?P<subject>(?:该|此|本)(?:项)?(?:问题|事项|信访件|任务)(?:整改)?(?:目前)?)?"
)
_STATES = (
    (
        r"(?:尚|还|仍)?未(?:全部)?(?:完成)?整改(?:到位|完成|完毕)?|(?:尚|还|仍)?未完成",
        Status.UNFINISHED,
    ),
    (r"(?:尚|还|仍)?未启动(?:整改)?", Status.NOT_STARTED),
    (r"(?:已)?基本(?:完成(?:整改)?|整改(?:到位|完成))", Status.MOSTLY_DONE),
    (r"(?:已)?部分(?:完成(?:整改)?|整改(?:到位|完成))", Status.PARTLY_DONE),
    (r"(?:已)?阶段性完成(?:整改)?", Status.STAGE_DONE),
    (r"(?:已)?阶段性办结", Status.STAGE_CLOSED),
    (r"正在(?:推进)?整改(?:中)?|整改中", Status.IN_PROGRESS),
    (r"正在办理(?:中)?", Status.IN_HAND),
    (
        r"已(?:经)?(?:于[^，。；]{2,14})?(?:全部|全面)?(?:完成(?:整改)?|整改(?:完成|完毕|到位))",
        Status.DONE,
    ),
    (r"(?:整改)?已(?:全部)?(?:完成|到位)|整改(?:完成|到位|完毕)", Status.DONE),
    (r"已(?:经)?办结", Status.CLOSED),
    (r"已取消", Status.CANCELLED),
    (r"(?:需要?)?持续整改", Status.ONGOING),
    (r"(?:需要?)?长期坚持", Status.LONG_TERM),
)
# A quotation is opened no farther back; a text may have thousands of sentences.
_FARTHEST = 300
_ENDING = re.compile(rf"，?(?P<ending>{KEPT}|{GOES_ON})")
_CLAIMS = tuple((re.compile(form), state) for form, state in _STATES)
# What is said of a problem that is not done is true of these, too.
_OPEN = frozenset(
    {
        Status.UNFINISHED, Status.IN_PROGRESS, Status.ONGOING, Status.LONG_TERM, Status.IN_HAND,
        Status.MOSTLY_DONE, Status.PARTLY_DONE, Status.STAGE_DONE, Status.STAGE_CLOSED,
    }
)  # fmt: skip


class SaidStatus(NamedTuple):
    """A state that a text states of the problem it stands under.

    Attributes:
        start: first character in the text.
        end: behind the last one.
        status: as the data would name it.

    """

    start: int
    end: int
    status: Status

    def agrees(self, status: Status) -> bool:
        """Say whether both can be true of one problem."""
        said, given = self.status.state, status.state
        if self.status.ending and said is given and self.status.ending != status.ending:
            return False
        if said is given or {said, given} == {Status.DONE, Status.CLOSED}:
            return True
        if status.ending == GOES_ON and said in _OPEN:
            return True
        if said is Status.UNFINISHED:
            return given in _OPEN or given is Status.NOT_STARTED
        return said in {Status.IN_PROGRESS, Status.IN_HAND, Status.ONGOING} and given in _OPEN


def said_statuses(text: str, *, last: bool) -> Iterator[SaidStatus]:
    """Yield the states that a text states.

    Args:
        text: as printed.
        last: whether nothing of the problem's text follows: then its last words may state one
            without naming the problem.

    """
    sentences = list(_SENTENCE.finditer(text))
    for sentence in sentences:
        subject = _SUBJECT.match(sentence[0])
        bare = last and sentence is sentences[-1]
        if subject is None or not (subject["subject"] or bare) or is_quoted(text, sentence.start()):
            continue
        if said := _claim(sentence[0], subject.end(), whole=not subject["subject"]):
            start = sentence.start() + subject.end()
            yield SaidStatus(start, sentence.start() + said.end, said.status)


def names_no_part(words: str) -> bool:
    """Say whether what follows is said of the problem: 3个村 before it would name a part.

    Args:
        words: of the sentence, before what is said.

    """
    clause = words.rpartition("，")[2]
    subject = _SUBJECT.match(clause)
    return subject is not None and subject.end() == len(clause)


def is_quoted(text: str, place: int) -> bool:
    """Say whether a character stands in quotation marks."""
    before = text[max(0, place - _FARTHEST) : place]
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _claim(sentence: str, start: int, *, whole: bool) -> SaidStatus | None:
    for pattern, state in _CLAIMS:
        if (match := pattern.match(sentence, start)) is None:
            continue
        end, status = match.end(), state
        if ending := _ENDING.match(sentence, end):
            end, status = ending.end(), Status(f"{state.value}{ending['ending']}")
        rest = sentence[end:].strip()
        if not rest or (not whole and rest.startswith("，")):
            return SaidStatus(start, end, status)
    return None
