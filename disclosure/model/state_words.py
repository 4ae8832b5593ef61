"""What a problem's states are called in sentences, in brackets and in cells.

The words are those of public notices; the checks of what a text says, and the importer, both take
them from here, so that the two understand the same words alike.
"""

from typing import Final, NamedTuple

from disclosure.model.status import Status


class StateWord(NamedTuple):
    """What a state is called.

    Attributes:
        form: a pattern without groups that capture; of two that fit, the first is meant.
        status: the state.

    """

    form: str
    status: Status


# What a sentence says of its problem; whatever a check holds against the data.
SAID: Final = (
    StateWord(
        r"(?:尚|还|仍)?未(?:全部)?(?:完成)?整改(?:到位|完成|完毕)?|(?:尚|还|仍)?未完成",
        Status.UNFINISHED,
    ),
    StateWord(r"(?:尚|还|仍)?未启动(?:整改)?", Status.NOT_STARTED),
    StateWord(r"(?:已)?基本(?:完成(?:整改)?|整改(?:到位|完成))", Status.MOSTLY_DONE),
    StateWord(r"(?:已)?部分(?:完成(?:整改)?|整改(?:到位|完成))", Status.PARTLY_DONE),
    StateWord(r"(?:已)?阶段性完成(?:整改)?", Status.STAGE_DONE),
    StateWord(r"(?:已)?阶段性办结", Status.STAGE_CLOSED),
    StateWord(r"正在(?:推进)?整改(?:中)?|整改中", Status.IN_PROGRESS),
    StateWord(r"正在办理(?:中)?", Status.IN_HAND),
    StateWord(
        r"已(?:经)?(?:于[^，。；]{2,14})?(?:全部|全面)?(?:完成(?:整改)?|整改(?:完成|完毕|到位))",
        Status.DONE,
    ),
    StateWord(r"(?:整改)?已(?:全部)?(?:完成|到位)|整改(?:完成|到位|完毕)", Status.DONE),
    StateWord(r"已(?:经)?办结", Status.CLOSED),
    StateWord(r"已取消", Status.CANCELLED),
    StateWord(r"(?:需要?)?持续整改", Status.ONGOING),
    StateWord(r"(?:需要?)?长期坚持", Status.LONG_TERM),
)
# Shorter words for a state where nothing else is said: the importer takes these as data, and
# no check holds them against it, for a sentence may mean less by them.
TERSE: Final = (
    StateWord(r"已部分整改|部分整改", Status.PARTLY_DONE),
    StateWord(r"(?:已)?完成阶段性整改", Status.STAGE_DONE),
    StateWord(
        r"(?:正在|仍在)(?:持续)?(?:整改|推进)(?:中|之中)?|(?:整改)?推进中", Status.IN_PROGRESS
    ),
    StateWord(r"已(?:经)?(?:全部|全面)?整改|(?:全部|全面)?完成整改", Status.DONE),
    StateWord(r"已(?:经)?(?:通过[^，。；]{0,8}验收(?:并)?|完成|验收|整改)?销号", Status.DONE),
    StateWord(r"持续(?:整改|推进)(?:中)?", Status.ONGOING),
)
