"""Attachments that a text names: 附件：1.某某台账, each as it stands."""

import re
from typing import Final

from disclosure.importer.draft import Fields, Scalar
from disclosure.importer.fields.lines import Line, entry
from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.tracked import Tracked

# A name, and no decimal: 2.2024年整改台账.
_BEGINS: Final = r"[ ]?(?:[^\d\s.、]|(?:19|20)\d{2}年)"
_FIRST: Final = re.compile(
    r"(?P<label>附(?:件|表|录|图)?[ ]?(?:\d{0,2}|[一二三四五六七八九十]{1,3}))"
    r"(?P<sign>[:.、])[ ]?(?P<number>\d{1,2}[.、])?(?=[ ]?[^\s.、:])"
)
_NEXT: Final = re.compile(rf"(?P<number>\d{{1,2}}[.、])(?={_BEGINS})")
_WITHIN: Final = re.compile(rf"(?<=[ ；;])(?:附件[ ]?\d{{1,2}}[:.、]|\d{{1,2}}[.、])(?={_BEGINS})")
_ALONE: Final = re.compile(r"附(?:件|表|录)?:")
# The name of a file, as sites show it.
_FILE: Final = re.compile(
    r"[^。；：:]{1,100}\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?)", re.IGNORECASE
)
_LONGEST: Final = 120


def heads_attachments(line: Line, following: Line | None) -> bool:
    """Say whether a line is 附件： alone, over a list of them."""
    return bool(
        _ALONE.fullmatch(line.plain)
        and following is not None
        and (_NEXT.match(following.plain) or _FILE.fullmatch(following.plain))
    )


def is_attachment(line: Line, *, going_on: bool, headed: bool = False) -> bool:
    """Say whether a line names attachments.

    Args:
        line: behind the text.
        going_on: whether it stands behind another such line, or below 附件：.
        headed: whether it stands right below 附件：, which is then the word before it.

    """
    if len(line.plain) > _LONGEST * 4 or "。" in line.plain[:-1]:
        return False
    if headed and _FILE.fullmatch(line.plain):
        return True
    # A file's name behind another has no word before it, and one would be printed.
    return bool(_FIRST.match(line.plain) or (going_on and _NEXT.match(line.plain)))


def attachments_in(
    line: Line, count: int, head: Tracked | None = None, apart: SetApart | None = None
) -> list[tuple[Fields, tuple[Tracked, ...]]]:
    """Return the attachments that a line names.

    Args:
        line: that names them.
        count: how many are named before it.
        head: 附件：, if it stands in a line of its own before it.
        apart: links of the file; a name that leads somewhere is an attachment there.

    """
    cuts = [0, *(match.start() for match in _WITHIN.finditer(line.plain))]
    found: list[tuple[Fields, tuple[Tracked, ...]]] = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        piece = line.part(start, end)
        if piece.plain:
            found.append(_one(piece, count + len(found) + 1, head or Tracked(), apart))
            head = None
    return found


def _one(
    piece: Line, number: int, head: Tracked, apart: SetApart | None
) -> tuple[Fields, tuple[Tracked, ...]]:
    match = _FIRST.match(piece.plain) or _NEXT.match(piece.plain)
    cut = match.end() if match else 0
    typed, title = head + piece.text[:cut].strip(), piece.text[cut:].strip()
    said: tuple[Tracked, ...] = ()
    label: Scalar | None = Scalar(typed) if typed.text else None
    if typed.text == f"附件{number}：":
        # So the program numbers them itself.
        label, said = None, (typed,)
    elif typed.text.endswith("：") and typed.text.count("：") == 1:
        label, said = Scalar(typed[:-1]), (typed[-1],)
    address = apart.address_of(title) if apart else ""
    place = (
        entry("url", Scalar(address, Tracked()))
        if address
        else entry("only_named", Scalar("true", Tracked(), plain=True))
    )
    fields = (
        *entry("title", Scalar(title)),
        *entry("label", label),
        *place,
    )
    return Fields(fields), said
