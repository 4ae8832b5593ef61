"""Contacts that are the last chapter: its heading stays, and they are the notice's contact."""

import re
from dataclasses import replace
from typing import Final

from disclosure.importer.draft import Entry, Fields, Items, Scalar
from disclosure.importer.fields.foot import read_foot
from disclosure.importer.reading import Paragraph
from disclosure.importer.tree import Outline

_TITLE: Final = re.compile(
    r".{0,8}(?:联系|监督|举报|反馈|反映|受理)(?:方式|渠道|途径|电话)|联系我们"
)
_LONGEST: Final = 200
_BEHIND: Final = frozenset({"contact", "signature"})


def with_contact_behind(drawn: Outline) -> Outline:
    """Return an outline whose last chapter has no text, where that is how to reach an office.

    The program prints a contact behind the last chapter: under that heading, as in the file.
    Nothing is moved unless contacts are what stands first behind it.
    """
    if not drawn.headings:
        return drawn
    last = drawn.headings[-1]
    lines = [block for block in last.blocks if isinstance(block, Paragraph)]
    if not lines or len(lines) != len(last.blocks) or last.run_in:
        return drawn
    if not _TITLE.fullmatch(last.title.text) or max(len(line.text) for line in lines) > _LONGEST:
        return drawn
    after = (*lines, *drawn.after)
    if not _begins_with_contact(read_foot(after).entries):
        return drawn
    headings = (*drawn.headings[:-1], replace(last, blocks=()))
    return replace(drawn, headings=headings, after=after)


def _begins_with_contact(entries: tuple[Entry, ...]) -> bool:
    found = {entry.key: entry.value for entry in entries}
    if "contact" not in found:
        return False
    closing = found.get("closing")
    if closing is None:
        return found.keys() <= _BEHIND
    first = closing.values[0] if isinstance(closing, Items) and closing.values else None
    if not isinstance(first, Fields):
        return False
    part = first.entries[0]
    return part.key == "part" and isinstance(part.value, Scalar) and part.value.text == "contact"
