"""What a sentence says of its problem: 该问题已完成整改。, or 已完成。 as its last words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.model.state_words import SAID
from disclosure.model.status import GOES_ON, KEPT, Status

_SENTENCE = re.compile(r"[^。；！？]+")
_WHEN = r"(?:(?:截至|到|目前|现已?|经过)[^，。]{0,16}，)?(?:目前)?"
_SUBJECT = re.compile(
    rf"\s*{_WHEN}(?P<subject>(?:该|此|本)(?:项)?(?:问题|事项|信访件|任务)(?:整改)?(?:目前)?)?"
)
# A quotation is opened no farther back; a text may have thousands of sentences.
_FARTHEST = 300
_ENDING = re.compile(rf"，?(?P<ending>{KEPT}|{GOES_ON})")
_CLAIMS = tuple((re.compile(form), state) for form, state in SAID)
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
