"""What YAML takes without a word and no clerk ever means.

Unquoted text ends at `` #``, and what follows is silently a comment; a list item whose dash
stands one space too far is silently the end of the item above; a comma in ``[...]`` silently
makes two items of 1,234. Published text would change unnoticed, so these are faults.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from disclosure.model.closing import ClosingBlock
from disclosure.model.contact import ContactLine
from disclosure.model.lists import ListItem
from disclosure.model.section import ContentBlock
from disclosure.source.colon_slips import colon_slip
from disclosure.source.document import Mark
from disclosure.source.hints import SHOWN
from disclosure.source.text import TextFault, fault_at

# Keys whose text ends with punctuation in every official document.
_PROSE = frozenset(
    {"lead", "body", "closing", "measures", "progress", "outcomes", "text", "items", "invitation"}
)
# Lists whose items are texts or mappings: a key with a wrong colon would be printed as text.
_ITEM_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "content": frozenset(ContentBlock.model_fields),
    "closing": frozenset(ClosingBlock.model_fields),
    "lines": frozenset(ContactLine.model_fields),
    **dict.fromkeys(
        ("items", "measures", "progress", "outcomes"), frozenset(ListItem.model_fields)
    ),
}
_COMMENT = re.compile(r"[ \t]+(#+)(?![#])(\s*)(?!\s*豁免)\S")
_END = re.compile(r"[。！？；：…”’』」）】》!?.;:)\"'%％]$")
_LOST_DASH = re.compile(r"\s*(-)(?=\s|[^\x00-\x7f])")
_TIGHT_DASH = re.compile(r"-[^\x00-\x7f]")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_SPLIT = re.compile(r"\d,")
_NUMBER = re.compile(r"[-\d.,]*")


def find_traps(
    lines: Sequence[str], rows: Sequence[str], key: str, start: Mark, end: Mark
) -> Iterator[TextFault]:
    """Yield what is wrong with one unquoted value.

    Args:
        lines: of the file.
        rows: the value's own part of each of its lines.
        key: the key it stands under, directly or as an item.
        start: where it begins.
        end: where it ends.

    """
    if _TIGHT_DASH.match(rows[0]):
        yield fault_at(lines, "yaml.tight_dash", start.line, start.column)
    keyed = False
    if (keys := _ITEM_KEYS.get(key)) and (slip := colon_slip(rows[0])) and slip[1] in keys:
        code, name, column = slip
        yield fault_at(lines, code, start.line, start.column + column, (("key", name),))
        keyed = True
    for number, row in enumerate(rows[1:], start.line + 1):
        # Below a key with a wrong colon, the dash of its list stands where it should.
        if (match := _LOST_DASH.match(row)) and not keyed:
            yield fault_at(lines, "yaml.lost_dash", number, match.start(1))
        elif slip := colon_slip(row):
            code, name, column = slip
            yield fault_at(lines, code, number, column, (("key", name),))
    yield from _comment(lines, rows[-1], key, end)


def find_split_number(
    lines: Sequence[str], before: str | None, value: str, start: Mark
) -> TextFault | None:
    """Return the fault of a number that a comma split in two.

    Args:
        lines: of the file.
        before: the item in front of ``value``; None where ``value`` stands for a key.
        value: an unquoted item between brackets.
        start: where it begins.

    """
    if start.column < 2 or not _THOUSANDS.match(value):
        return None
    if not _SPLIT.fullmatch(lines[start.line][start.column - 2 : start.column]):
        return None
    # Two bare numbers are two cells of a table.
    if before is not None and _NUMBER.fullmatch(before) and _NUMBER.fullmatch(value):
        return None
    return fault_at(lines, "yaml.comma", start.line, start.column - 1)


def _comment(lines: Sequence[str], text: str, key: str, end: Mark) -> Iterator[TextFault]:
    if end.line >= len(lines):
        return
    match = _COMMENT.match(lines[end.line], end.column)
    if match is None:
        return
    # "# 说明" behind a value is a comment everywhere; "#3楼" is not what comments look like.
    cut = not match[2] or (key in _PROSE and text.strip() and not _END.search(text.rstrip()))
    if cut:
        params = (("text", lines[end.line][match.start(1) :][:SHOWN]),)
        yield fault_at(lines, "yaml.comment", end.line, match.start(1), params)
