"""What stands behind the text of the last heading, in the order of the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.fields.attached import attachments_in, heads_attachments, is_attachment
from disclosure.importer.fields.foot_parts import Parts, begins_glossary
from disclosure.importer.fields.head_labels import FURNITURE, read_labels
from disclosure.importer.fields.lines import (
    Line,
    dropped,
    left_pictures,
    lines_of,
    one_or_many,
    rows_of,
)
from disclosure.importer.fields.posting import label_in, read_posting
from disclosure.importer.fields.prose import Writer
from disclosure.importer.fields.reachable import (
    BETWEEN,
    HEADING,
    contact_entry,
    contact_lines,
    contact_start,
    is_reachable,
)
from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.fields.signature import rewritten, signature_of
from disclosure.importer.fields.tables import table_fields
from disclosure.importer.reading import Block, Paragraph, Remark
from disclosure.importer.tracked import Tracked

_INVITES: Final = re.compile(
    r"欢迎|如有|如对|异议|请.{0,30}(?:联系|反映|反馈)|向.{0,20}反映|来电|来信|来访|举报|提出(?:宝贵)?的?意见"
)
_PAGE_FOOT: Final = re.compile(
    r"^(?:主办|承办|主管|协办|版权所有|版权|网站标识码|网站维护|技术支持|维护单位|.{0,8}ICP备|.{0,6}公网安备|Copyright|©"
    r"|上一篇|下一篇|上一条|下一条|相关(?:链接|文章|阅读|信息|解读)|扫一扫|友情链接|责任编辑|责编|编辑[:：]"
    r"|网站地图|关于我们|网站声明|建议使用)",
    re.IGNORECASE,
)
_REGISTRY: Final = re.compile(
    r"^(?:[（(]?(?:此件|本件)?(?:主动公开|公开发布|依申请公开|此件公开发布)[）)]?|抄送[:：].*|主送[:：].*|.{2,30}(?:\d日|日)印发)$"
)
_LAST: Final = 80
_ORDER: Final = ("text", "attachments", "posting_period", "invitation", "contact", "signature")


Notes = Sequence[tuple[str, tuple[Paragraph, ...]]]


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of a text says; see ``Head``."""

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = ()


def foot_of(after: tuple[Block, ...], notes: Notes = ()) -> tuple[Entry, ...]:
    """Return the values that stand behind the last heading; see ``read_foot``."""
    return read_foot(after, notes).entries


def read_foot(after: tuple[Block, ...], notes: Notes = (), apart: SetApart | None = None) -> Foot:
    """Return what stands behind the text of the last heading, and what was left out of it.

    Args:
        after: blocks of the outline.
        notes: footnotes and endnotes by their marks, as the reading has them.
        apart: links and strong words of the file.

    """
    lines = lines_of(after, tables=False)
    parts = Parts(Writer([mark for mark, _ in notes], apart))
    lines = _without_furniture(lines, parts)
    signed = signature_of(lines, closing=True)
    before = lines[: signed.start] if signed else lines
    _read(before, parts)
    if signed:
        parts.comes("signature")
        parts.signature = signed.entries
        _read(lines[signed.end :], parts)
    _settle_contact(parts)
    told = rewritten(signed) if signed else ()
    remarks = [each for what in parts.left for each in dropped(*what)]
    return Foot(tuple(_written(parts)), (*remarks, *told, *left_pictures(after)))


def last_lines(lines: list[Line]) -> list[Line]:
    """Return the last lines of a text, without what the page has behind it."""
    return _without_furniture(lines[-_LAST:], Parts(Writer()))


def _without_furniture(lines: list[Line], parts: Parts) -> list[Line]:
    """Leave out the foot of the page, with all behind it, and notes on how it is published."""
    end = next((at for at, line in enumerate(lines) if _PAGE_FOOT.match(line.plain)), len(lines))
    kept = []
    for at, line in enumerate(lines):
        if line.table is None and (at >= end or FURNITURE.fullmatch(line.plain) or _counts(line)):
            parts.left.append(("import.ends.furniture", line.text, line.place))
        elif _REGISTRY.match(line.plain):
            parts.left.append(("import.ends.registry", line.text, line.place))
        else:
            kept.append(line)
    return kept


def _counts(line: Line) -> bool:
    read = read_labels(line, loose=False)
    return bool(read and all(each.kind == "counter" for each in read[1]))


def _read(lines: list[Line], parts: Parts) -> None:
    """Put each line where it belongs."""
    last = max((at for at, line in enumerate(lines) if contact_start(line) >= 0), default=-1)
    going_on = defining = False
    head: Tracked | None = None
    for at, line in enumerate(lines):
        if line.table:
            _table(line, parts)
            continue
        if begins_glossary(line):
            defining = True
            parts.text(parts.writer.prose(line.text))
            continue
        defining = (
            defining
            and not is_attachment(line, going_on=False)
            and contact_start(line) < 0
            and parts.define(line)
        )
        if defining:
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        if heads_attachments(line, following) and parts.comes("attachments"):
            going_on, head = True, line.text
            continue
        headed = head is not None
        if is_attachment(line, going_on=going_on, headed=headed) and parts.comes("attachments"):
            going_on = True
            for value, said in attachments_in(
                line, len(parts.attachments), head, parts.writer.apart
            ):
                parts.attachments.append(value)
                parts.attachment_signs.extend(said)
            head = None
            continue
        going_on = False
        _read_line(line, parts, before_contact=at < last)


def _table(line: Line, parts: Parts) -> None:
    """Put a table where it stands; one that is too large becomes its rows."""
    if line.table is None:
        return
    table = table_fields(line.table, parts.writer)
    if table:
        parts.text(Fields((Entry("table", table),)))
        return
    for row in rows_of(line.table):
        parts.text(parts.writer.prose(row.text))


def _read_line(line: Line, parts: Parts, *, before_contact: bool) -> None:
    at = label_in(line)
    if at >= 0 and parts.posting is None and (posted := read_posting(line.part(at))):
        _prose(line.part(0, at), parts)
        parts.comes("posting_period")
        parts.posting = posted.entry
        start = len(line.plain[at:]) - len(line.plain[at:].lstrip()) + at
        rest = line.part(start + posted.end)
        if rest.plain:
            _read_line(rest, parts, before_contact=False)
        return
    start = contact_start(line)
    if start >= 0 and parts.comes("contact"):
        if parts.contact or not (before := line.part(0, start)).plain:
            start = 0
        else:
            parts.order.pop()
            _prose(before, parts)
            if not parts.comes("contact"):
                parts.text(parts.writer.prose(line.part(start).text))
                return
        for value, said in contact_lines(line.part(start)):
            parts.contact.append(value)
            parts.contact_signs.extend(said)
        return
    in_contact = bool(parts.order) and parts.order[-1][0] == "contact"
    headed = before_contact and HEADING.fullmatch(line.plain) and parts.comes("contact")
    if headed or (in_contact and (before_contact or BETWEEN.fullmatch(line.plain))):
        parts.contact.append(Scalar(line.text))
        return
    _prose(line, parts)


def _prose(line: Line, parts: Parts) -> None:
    if not line.plain:
        return
    if _INVITES.search(line.plain) and len(line.plain) <= 400 and parts.comes("invitation"):
        parts.invitation.append(parts.writer.prose(line.text))
    else:
        parts.text(parts.writer.prose(line.text))


def _settle_contact(parts: Parts) -> None:
    """Make a contact that nobody can reach an invitation, or paragraphs: it says no number."""
    if not parts.contact or is_reachable(parts.contact):
        return
    texts: list[Value] = [parts.writer.prose(_whole(value, parts)) for value in parts.contact]
    at = next(number for number, (kind, _) in enumerate(parts.order) if kind == "contact")
    parts.order[at] = ("text", texts)
    parts.contact, parts.contact_signs = [], []
    merged: list[tuple[str, list[Value]]] = []
    for kind, values in parts.order:
        if merged and kind == merged[-1][0] == "text":
            merged[-1][1].extend(values)
        else:
            merged.append((kind, values))
    parts.order = merged


def _whole(value: Value, parts: Parts) -> Tracked:
    """Return a line of a contact as it stood."""
    if isinstance(value, Scalar):
        return value.text if isinstance(value.text, Tracked) else Tracked()
    found = Tracked()
    signs = {sign.origins[0]: sign for sign in parts.contact_signs}
    for each in value.entries if isinstance(value, Fields) else ():
        if isinstance(each.value, Scalar) and isinstance(each.value.text, Tracked):
            found += each.value.text
            if each.key == "label" and not found.text.endswith(":"):
                nearest = min((at for at in signs if at > found.origins[-1]), default=-1)
                found += signs.get(nearest, Tracked())
    return found


def _written(parts: Parts) -> list[Entry]:
    kinds = [kind for kind, _ in parts.order]
    tables = any(isinstance(value, Fields) for _, values in parts.order for value in values)
    usual = not tables and not parts.glossary and sorted(kinds, key=_ORDER.index) == kinds
    entries: list[Entry] = []
    if usual:
        texts = [value for kind, values in parts.order for value in values if kind == "text"]
        if texts:
            entries.append(Entry("closing", one_or_many(texts)))
    else:
        entries.append(Entry("closing", Items(tuple(_ordered(parts)))))
    if parts.attachments:
        signs = tuple(parts.attachment_signs)
        entries.append(Entry("attachments", Items(tuple(parts.attachments)), signs))
    if parts.glossary:
        signs = tuple(parts.glossary_signs)
        entries.append(Entry("glossary", Items(tuple(parts.glossary)), signs))
    if parts.posting:
        entries.append(parts.posting)
    if parts.invitation:
        invitation = Entry("invitation", one_or_many(parts.invitation))
        entries.append(Entry("feedback", Fields((invitation,))))
    if parts.contact:
        entries.append(contact_entry(parts.contact, parts.contact_signs))
    return [*entries, *parts.signature]


def _ordered(parts: Parts) -> list[Value]:
    found: list[Value] = []
    for kind, values in parts.order:
        if kind == "text":
            found.extend(values)
        else:
            name = Scalar(kind, Tracked(), plain=True)
            found.append(Fields((Entry("part", name),)))
    return found
