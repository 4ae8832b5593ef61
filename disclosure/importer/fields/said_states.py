"""How far a problem has come: in a sentence, at the end of a title, under a label."""

import re
from typing import Final

from disclosure.model.particulars import TermKind, Verified
from disclosure.model.state_words import SAID, TERSE
from disclosure.model.status import GOES_ON, KEPT, Status

_ENDS: Final = "。；，;,"
_WORDS: Final = (*SAID, *TERSE)
_STATE: Final = "|".join(f"(?:{word.form})" for word in _WORDS)
_SENTENCE = re.compile(
    r"(?:目前|现|截至目前|截至[0-9年月日底]{2,12})?，?"
    r"(?:[该此本]|上述)?(?:项|个|条)?(?:问题|工作|事项|任务|整改工作|整改任务)?(?:目前|现|均)?"
    rf"(?P<state>{_STATE})"
    r"(?:整改)?(?P<struck>，?并?已?销号)?"
    r"(?:，?并?(?P<kept>长期坚持)|，?并?(?P<goes>持续整改|持续推进))?"
)
_LABELLED: Final = r"(?:(?:整改|完成|办理)?(?:状态|进度|情况)[：:])?"
_BRACKETED = re.compile(rf"[（【〔\[]{_LABELLED}([^（）【】〔〕\[\]]{{2,16}})[）】〕\]][。；]?$")
_BRACKETED_FIRST = re.compile(r"[（【〔\[]([^（）【】〔〕\[\]]{2,16})[）】〕\]]")
# What parts a state from the title before it: a blank, a dash; a comma behind 问题 only.
_APART: Final = re.compile(r"[ \u3000\xa0]|[—－–-]{1,2}|(?<=问题)[，：:]")
# In brackets behind a title these speak of a state, whatever the rest of it is.
_LIKE_STATE: Final = re.compile("已|未|正在|基本|部分|阶段|持续|长期|推进|完成|销号|办结|整改中")
_NO_STATE: Final = re.compile("情况|措施|问题|内容|清单|[0-9０-９]|一[）)]|试行|意见|方案|通知")
_ENDING_TITLE: Final = 24
_TRUE = re.compile(
    r"(?:经[^，。]{1,12}，)?(?:群众)?(?:反映|举报|投诉|信访)?(?:的)?(?:情况|问题|内容)?(部分属实|不属实|属实)[。，；]"
)
_ASKS_DONE: Final = re.compile("是否(?:已?完成(?:整改)?|整改到位)")
_ASKS_CLOSED: Final = re.compile("是否已?办结")
_ASKS_HOW_FAR: Final = re.compile("(?:整改)?完成(?:整改)?(?:情况|状态|进度)|整改(?:状态|进度)")
_ASKS: Final = re.compile("是否已?销号|(?:验收)?销号(?:情况)?")
_YES: Final = "是"
_NO: Final = "否"


def state_in(text: str) -> Status | None:
    """Return the state that a sentence tells, and tells alone; None where it tells more."""
    match = _SENTENCE.fullmatch(text.strip().rstrip(_ENDS))
    if match is None:
        return None
    state = next(
        word.status
        for word in _WORDS
        if re.fullmatch(word.form, match["state"])  # the first, as the whole pattern takes it
    )
    if match["struck"] and state is not Status.DONE:
        return None
    ending = KEPT if match["kept"] else GOES_ON if match["goes"] else ""
    return Status(state.value + ending)


def state_at_end(text: str) -> Status | None:
    """Return the state that the last sentence, or brackets at the end, tell."""
    if match := _BRACKETED.search(text, max(0, len(text) - _ENDING_TITLE)):
        return state_in(match[1])
    return state_in(_last_sentence(text))


def state_at_start(text: str) -> Status | None:
    """Return the state that the first sentence tells."""
    return state_in(re.split("[。；：]", text[:60], maxsplit=1)[0])


def state_opening(text: str) -> Status | None:
    """Return the state that an answer begins with, in brackets or not: [已完成整改]已清退…."""
    match = _BRACKETED_FIRST.match(text)
    return state_in(match[1]) if match else state_at_start(text)


def state_in_title(title: str) -> Status | None:
    """Return the state that a title tells in brackets, or apart from its own words."""
    bare = title.rstrip(_ENDS)
    if (match := _BRACKETED_FIRST.match(bare)) and (state := state_in(match[1])):
        return state
    if state := state_at_end(bare):
        return state
    tail = bare[-_ENDING_TITLE:]
    for match in _APART.finditer(tail):
        if state := state_in(tail[match.end() :]):
            return state
    return None


def state_in_brackets(text: str) -> Status | None:
    """Return the state that brackets tell which are a whole line: 【长期坚持】 behind a title."""
    match = _BRACKETED_FIRST.fullmatch(text.strip().rstrip(_ENDS))
    return state_in(match[1]) if match else None


def has_unread_state(title: str) -> bool:
    """Say whether brackets behind a title look like a state that the program does not know."""
    match = _BRACKETED.search(title.rstrip(_ENDS), max(0, len(title) - _ENDING_TITLE))
    if match is None or state_in(match[1]) or match[1] in set(TermKind):
        return False
    return bool(_LIKE_STATE.search(match[1])) and not _NO_STATE.search(match[1])


def state_under_label(label: str, text: str) -> Status | None:
    """Return the state that a label of the unit's own asks for: 是否完成：是."""
    said = text.strip().rstrip(_ENDS)
    if _ASKS_CLOSED.fullmatch(label):
        return Status.CLOSED if said == _YES else state_in(said)
    if _ASKS_DONE.fullmatch(label):
        if said in {_YES, _NO}:
            return Status.DONE if said == _YES else Status.UNFINISHED
        return state_in(said)
    if _ASKS_HOW_FAR.fullmatch(label):
        return state_at_start(said)
    if _ASKS.fullmatch(label):
        return Status.DONE if said == _YES else state_in(said)
    return None


def term_in_title(title: str) -> TermKind | None:
    """Return the class of time limit that stands in brackets behind a title."""
    match = _BRACKETED.search(title.rstrip("。"), max(0, len(title) - _ENDING_TITLE))
    return next((each for each in TermKind if match and each.value == match[1]), None)


def truth_in(text: str) -> Verified | None:
    """Return whether what a complaint says was found true, where the text begins with that."""
    match = _TRUE.match(text)
    return Verified(match[1]) if match else None


def _last_sentence(text: str) -> str:
    whole = text[-60:].rstrip().rstrip("。；！")
    return re.split("[。；！）”]", whole)[-1]
