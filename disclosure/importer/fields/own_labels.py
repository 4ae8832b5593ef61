"""Labels that an office puts behind an answer: 是否完成, 销号情况, or any that it repeats.

A few are known. Any other short word before a colon is one where lines begin with it behind the
answers of several sections, once in each: a sentence with a colon hardly comes twice in its place.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from disclosure.importer.fields.answers import has_bracketed_label, label_of
from disclosure.importer.fields.lines import OFFICE
from disclosure.importer.fields.prose import lines_of
from disclosure.importer.fields.states import told_line
from disclosure.importer.reading import Paragraph
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Outline

_SHORT = re.compile("([\u4e00-\u9fff]{2,10})[ \u3000]*([：:])")
# Of these one alone is sure.
_KNOWN: Final = re.compile(
    "是否(?:已?完成(?:整改)?|已?销号|已?办结|整改到位)|(?:验收)?销号(?:情况|时间)?|验收(?:情况|结论|意见)"
    "|(?:追责)?问责(?:处理)?(?:情况)?|追责(?:问责)?情况|责任追究(?:情况)?"
    "|下一?步(?:整改)?(?:工作)?(?:打算|计划|安排|思路|考虑)|下一?步工作"
    "|存在(?:的)?(?:主要)?(?:困难|困难和问题|问题和困难|问题及困难)|未完成(?:的)?原因"
)
# Words with which a sentence leads to what follows, and what stands in the foot of a text.
_LEADS: Final = re.compile(
    "(?:.*(?:如下|指出|强调|表示|认为|发现|提出|明确|规定|介绍|透露|说|称|道|为|有|即|括|如|是|于|按|对))"
    "|(?:会议|明确|同时|并)?要求|(?:其|当|目|此|例|另)[中前外时]|同时|另外|此外|因此|所以|首先|其次|最后"
    "|总之|具体|主要|记者|附|注|附[件表录注]|备注|说明|[抄主]送|来源|作者|编辑|审核"
    "|.*(?:电话|手机|邮箱|信箱|地址|传真|邮编|邮政编码|联系人|联系方式|网址|热线|时间|日期)"
)
_FEWEST: Final = 2


def own_label_of(
    line: Tracked, repeated: frozenset[str]
) -> tuple[Tracked, Tracked, Tracked] | None:
    """Return label, colon and what follows, of a line behind an answer that has its own label.

    Args:
        line: of the section's text.
        repeated: labels of the text, as ``repeated_labels`` finds them.

    """
    match = _SHORT.match(line.text)
    if match is None or not (match[1] in repeated or _KNOWN.fullmatch(match[1])):
        return None
    return line[: match.end(1)], line[match.start(2) : match.end()], line[match.end() :].strip()


def repeated_labels(outline: Outline) -> frozenset[str]:
    """Return the labels that stand behind the answers of several sections, once behind each."""
    counts: Counter[str] = Counter()
    often: set[str] = set()
    # Headings that are items under a label inherit it.
    pending = [(heading, False) for heading in reversed(outline.headings)]
    while pending:
        heading, answered = pending.pop()
        here: Counter[str] = Counter()
        answers = 1
        below: list[tuple[Heading, bool]] = []
        for node in heading.blocks:
            if isinstance(node, Heading):
                below.append((node, answered))
            elif isinstance(node, Paragraph):
                for line in lines_of(node.text):
                    if answered:
                        here.update(_candidates(line))
                    if has_bracketed_label(line) or label_of(line):
                        answers += answered
                        answered = True
        pending.extend(reversed(below))
        counts.update(here.keys())
        often.update(label for label, number in here.items() if number > answers)
    return frozenset(label for label, n in counts.items() if n >= _FEWEST and label not in often)


def _candidates(line: Tracked) -> Iterator[str]:
    match = _SHORT.match(line.text)
    if match is None or label_of(line) or told_line(line):
        return
    label = match[1]
    if not _LEADS.fullmatch(label) and not re.search(f"(?:{OFFICE.pattern})$", label):
        yield label
