"""What offices call what is said of a problem beside its answers, and lines that say it so.

The importer takes data from such lines, and the checks hold data against them: both take the
names from here, so that they understand a line alike.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.model.particulars import Particular

# The first of each is ours.
NAMES: Final[Mapping[Particular, tuple[str, ...]]] = MappingProxyType(
    {
        Particular.STATUS: (
            "整改状态",
            "完成状态",
            "办理状态",
            "整改进度",
            "完成情况",
            "整改完成情况",
        ),
        Particular.VERIFIED: ("是否属实",),
        Particular.TERM_KIND: ("整改类型", "整改时限类型"),
        Particular.OFFICES: ("各单位整改状态",),
        Particular.LEADER: (
            "责任领导",
            "整改责任领导",
            "牵头领导",
            "分管领导",
            "包案领导",
            "牵头责任领导",
            "整改责任人",
            "主要责任人",
            "具体责任人",
            "责任人员",
            "责任人",
        ),
        Particular.DEPARTMENT: (
            "责任部门",
            "责任科室",
            "责任股室",
            "责任处室",
            "责任单位",
            "整改责任部门",
            "整改责任单位",
            "责任站所",
            "主责单位",
            "主责部门",
        ),
        Particular.LEAD_UNIT: ("牵头单位", "牵头部门", "牵头科室", "牵头股室", "牵头责任单位"),
        Particular.DEADLINE: (
            "整改时限",
            "整改期限",
            "完成时限",
            "完成时间",
            "整改完成时限",
            "整改完成时间",
            "办结时限",
        ),
    }
)
KEYS: Final[Mapping[str, Particular]] = MappingProxyType(
    {name: key for key, names in NAMES.items() for name in names}
)
_SHORT: Final = 3
LABEL: Final = re.compile(
    r"(?:^|(?<=[\s；，（。]))("
    + "|".join(sorted(KEYS, key=len, reverse=True))
    + r")[ \u3000]*[：:]"
)
# In a line of such labels alone, one may follow what is said without a blank: lines of a PDF
# break there.
_IN_LINE: Final = re.compile(
    LABEL.pattern
    + r"|(?<=[\u4e00-\u9fff）)])("
    + "|".join(sorted((name for name in KEYS if len(name) > _SHORT), key=len, reverse=True))
    + r")[ \u3000]*[：:]"
)


class Labelled(NamedTuple):
    """What stands behind a label of a line.

    Attributes:
        key: what the label names.
        label: where it begins in the line.
        start: behind its colon.
        end: where the next label begins, or the line ends.

    """

    key: Particular
    label: int
    start: int
    end: int


def labelled_in(line: str) -> tuple[Labelled, ...]:
    """Return what a line says under such labels, where it begins with one; else nothing.

    The whole line may stand in brackets: （责任领导：张某；整改时限：2024年底前）.
    """
    first, last = 0, len(line)
    closed = line.rstrip("。；")
    if closed.startswith("（") and closed.endswith("）"):
        first, last = 1, len(closed) - 1
    begins = list(_IN_LINE.finditer(line[first:last]))
    if not begins or begins[0].start():
        return ()
    ends = (*(first + match.start() for match in begins[1:]), max(first, last))
    return tuple(
        Labelled(KEYS[match[1] or match[2]], first + match.start(), first + match.end(), end)
        for match, end in zip(begins, ends, strict=True)
    )
