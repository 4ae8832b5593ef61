"""Heads and feet as drafts: built, printed, and every character accounted for."""

import functools
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.fields.foot import read_foot
from disclosure.importer.fields.head import read_head
from disclosure.importer.reading import Block, Fate, Look, Paragraph, Reading, Remark
from disclosure.importer.tracked import MADE, Tracked
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import shipped_genres
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site
from tests.source_text import Plain, difference, flat, plain_parts, row
from tests.yaml_writer import as_yaml

# Printed among the facts, in our order and with our labels.
FACTS = frozenset(
    {"issuer", "source", "published", "published_time", "document_number", "index_number", "head"}
)
# Labels that are ours as well: what stands behind them could not be taken as what it says.
OURS = frozenset({"来源", "发布时间", "发文字号", "索引号"})
CHAPTER = "一、问题整改情况"


class Draft(NamedTuple):
    """What was made of a head and a foot."""

    reading: Reading
    head: tuple[Entry, ...]
    foot: tuple[Entry, ...]
    remarks: tuple[Remark, ...]

    @property
    def data(self) -> dict[str, Any]:
        """The draft as a mapping, with a chapter between head and foot."""
        sections = {"sections": [{"title": "问题整改情况", "body": "已完成。"}]}
        data = {**plain_entries(self.head), **sections, **plain_entries(self.foot)}
        # Its one chapter holds nothing of what is counted.
        return {key: value for key, value in data.items() if key != "declared"}


def reading_of(text: str, looks: dict[int, Look] | None = None) -> Reading:
    """Return a text as read, a paragraph a line; ``↵`` is a soft return."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            look = (looks or {}).get(len(blocks), Look())
            blocks.append(Paragraph(Tracked.read(line.replace("↵", "\n"), at), look))
        at += len(line) + 1
    return Reading("txt", text.replace("↵", "\n"), tuple(blocks))


def draft(before: str, after: str = "", looks: dict[int, Look] | None = None) -> Draft:
    """Read a head and a foot."""
    reading = reading_of(f"{before}\n{CHAPTER}\n{after}", looks)
    at = next(n for n, block in enumerate(reading.blocks) if said(block) == CHAPTER)
    return cut(reading, at, at + 1)


def cut(reading: Reading, first: int, last: int) -> Draft:
    """Read what stands before a block and behind another."""
    head = read_head(reading.blocks[:first], reading)
    foot = read_foot(reading.blocks[last:])
    return Draft(reading, head.entries, foot.entries, (*head.remarks, *foot.remarks))


def said(block: Block) -> str:
    """Return the text of a paragraph."""
    return block.text.text if isinstance(block, Paragraph) else ""


def plain_value(value: Value) -> Any:
    """Return a value as YAML would be read."""
    if isinstance(value, Scalar):
        return str(value.text)
    if isinstance(value, Items):
        return [plain_value(each) for each in value.values]
    return plain_entries(value.entries)


def plain_entries(entries: tuple[Entry, ...]) -> dict[str, Any]:
    """Return entries as a mapping."""
    assert len({each.key for each in entries}) == len(entries)
    return {each.key: plain_value(each.value) for each in entries}


def origins(value: Value | Entry) -> list[int]:
    """Return the numbers of the characters for which a value stands."""
    if isinstance(value, Entry):
        own = [origin for text in value.said for origin in text.origins]
        return [*own, *origins(value.value)]
    if isinstance(value, Fields):
        return [each for entry in value.entries for each in origins(entry)]
    if isinstance(value, Items):
        return [each for item in value.values for each in origins(item)]
    source = value.source
    if source is None:
        source = value.text if isinstance(value.text, Tracked) else Tracked()
    return list(source.origins)


def unaccounted(made: Draft, first: int, last: int) -> tuple[str, str]:
    """Return the characters of head and foot that nothing stands for, and those told twice."""
    counts: dict[int, int] = {}
    for each in (*made.head, *made.foot):
        for origin in origins(each):
            counts[origin] = counts.get(origin, 0) + 1
    for remark in made.remarks:
        if remark.fate is not Fate.DROPPED:
            continue
        for origin in range(remark.start, remark.end):
            counts[origin] = counts.get(origin, 0) + 1
    counts.pop(MADE, None)
    lost, twice = [], []
    for block in (*made.reading.blocks[:first], *made.reading.blocks[last:]):
        assert isinstance(block, Paragraph)
        for character, origin in zip(block.text.text, block.text.origins, strict=True):
            if character.strip() and not counts.get(origin):
                lost.append(character)
            if character.strip() and counts.get(origin, 0) > 1:
                twice.append(character)
    return "".join(lost), "".join(twice)


def loaded(made: Draft) -> LoadedNotice:
    """Return the draft as loaded."""
    data = as_yaml(made.data)
    notice, diagnostics = load_notice(data.encode(), PurePosixPath("draft.yaml"), shipped_genres)
    assert notice is not None, (diagnostics, data)
    return notice


@functools.cache
def renderer() -> Renderer:
    """Return the renderer of the tests."""
    return open_renderer(site(), ROOT / "templates")


def printed(notice: LoadedNotice) -> Plain:
    """Return the notice as ``notice.txt`` prints it, in its parts."""
    source = NoticeSource("draft", notice.notice, notice.figures, notice.outline, {})
    entries = (entry for entry in notice.notice.head if entry.label not in OURS)
    own = tuple(f"{entry.label}：{entry.text}" for entry in entries)
    return plain_parts(plain_text(compose(source, renderer())), own, ())


def expected(made: Draft, first: int, last: int) -> str:
    """Return what the text has to say: all but facts and what was left out, in its order."""
    dropped = [each for each in made.remarks if each.fate is Fate.DROPPED]
    gone = {o for r in dropped for o in range(r.start, r.end)}
    gone |= {o for each in made.head if each.key in FACTS for o in origins(each)}
    parts = []
    for number, block in enumerate(made.reading.blocks):
        if number == first:
            parts.append(f"{CHAPTER}已完成。")
        if first <= number < last or not isinstance(block, Paragraph):
            continue
        pairs = zip(block.text.text, block.text.origins, strict=True)
        parts.append("".join(c for c, origin in pairs if origin not in gone))
    return row("".join(parts))


def printed_wrong(made: Draft, first: int, last: int) -> str:
    """Return where the printed draft and its source part; empty if nowhere."""
    notice = loaded(made)
    found, wanted = flat(printed(notice).said), flat(expected(made, first, last))
    found = found.removeprefix(flat("〔请填写：标题〕"))
    if not notice.notice.contact:
        found = found.replace(flat(_site_contact()), "")
    return difference(found, wanted)


@functools.cache
def _site_contact() -> str:
    bare = draft("中共云溪县水利局党组关于巡察整改进展情况的通报")
    whole = printed(loaded(bare)).said
    return whole.partition("已完成。")[2]
