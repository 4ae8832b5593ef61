"""Random trees of what a paragraph may hold: each character is read or told, once."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.reading import Fate
from tests.importer.word_files import r
from tests.importer.word_inside import BY, code, inside, sign

LOOKS = {
    "plain": "",
    "hidden": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "tiny": '<w:sz w:val="2"/>',
    "bold": f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>",
}
WRAPPERS = {
    "sdt": ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "smart": ("<w:smartTag>", "</w:smartTag>"),
    "link": ('<w:hyperlink w:anchor="x">', "</w:hyperlink>"),
    "ins": (f"<w:ins {BY}>", "</w:ins>"),
    "del": (f"<w:del {BY}>", "</w:del>"),
    "moveFrom": (f"<w:moveFrom {BY}>", "</w:moveFrom>"),
    "moveTo": (f"<w:moveTo {BY}>", "</w:moveTo>"),
    "simple": ('<w:fldSimple w:instr="REF x">', "</w:fldSimple>"),
    "field": (sign("begin") + code("REF x") + sign("separate"), sign("end")),
    "contents": (sign("begin") + code("TOC") + sign("separate"), sign("end")),
    "code": (sign("begin") + code("IF "), sign("end")),
    "choice": (
        "<mc:AlternateContent><mc:Choice><w:r/>",
        f"</mc:Choice><mc:Fallback>{r('丏')}</mc:Fallback></mc:AlternateContent>",
    ),
    "ruby": (
        "<w:r><w:ruby><w:rubyPr/><w:rt>",
        f"</w:rt><w:rubyBase>{r('丐')}</w:rubyBase></w:ruby></w:r>",
    ),
}
OUT = {
    Revisions.FINAL: {"del", "moveFrom"},
    Revisions.ORIGINAL: {"ins", "moveTo"},
}
LEFT_OUT = {"contents", "code", "ruby"}


@dataclass
class Node:
    """Something with parts, or a run with a look."""

    kind: str
    parts: tuple["Node", ...] = ()


TREES = st.recursive(
    st.sampled_from(sorted(LOOKS)).map(Node),
    lambda parts: st.builds(
        Node, st.sampled_from(sorted(WRAPPERS)), st.lists(parts, max_size=4).map(tuple)
    ),
    max_leaves=14,
)


class Written:
    """A tree as XML, with what a reader who knows no XML would expect of it."""

    def __init__(self, trees: list[Node], revisions: Revisions) -> None:
        self.characters = ""
        self.text = ""
        self._letters: Iterator[str] = (chr(0x4E10 + n) for n in count())
        self._out = OUT[revisions] | LEFT_OUT
        self.xml = f"<w:p>{''.join(self._write(each, seen=True) for each in trees)}</w:p>"

    def _write(self, node: Node, *, seen: bool) -> str:
        if node.kind in LOOKS:
            text = next(self._letters) + next(self._letters)
            self._take(text, seen=seen and node.kind not in ("hidden", "white", "tiny"))
            return r(text, LOOKS[node.kind])
        before, behind = WRAPPERS[node.kind]
        inner = "".join(
            self._write(each, seen=seen and node.kind not in self._out) for each in node.parts
        )
        if node.kind == "ruby":
            self._take("丐", seen=seen)
        return before + inner + behind

    def _take(self, text: str, *, seen: bool) -> None:
        self.characters += text
        self.text += text if seen else ""


def check(trees: list[Node], revisions: Revisions) -> None:
    """Fail where a character is lost, doubled, or on the wrong side."""
    written = Written(trees, revisions)
    found = inside(written.xml, revisions)
    assert found.text == written.text
    assert found.reading.characters == written.characters
    kept = list(found.paragraphs[0].text.origins)
    dropped = [
        number
        for each in found.reading.remarks
        if each.fate is Fate.DROPPED
        for number in range(each.start, each.end)
    ]
    assert sorted(kept + dropped) == list(range(len(written.characters)))
    assert all(
        written.characters[number] == sign for number, sign in zip(kept, found.text, strict=True)
    )


@given(st.lists(TREES, max_size=5), st.sampled_from(Revisions))
@settings(max_examples=60)
def test_every_character_once(trees: list[Node], revisions: Revisions) -> None:
    """Each character of a tree is in the text or under one remark, as the tree says."""
    check(trees, revisions)


@pytest.mark.slow
@given(st.lists(TREES, max_size=6), st.sampled_from(Revisions))
@settings(max_examples=2000)
def test_every_character_once_in_many(trees: list[Node], revisions: Revisions) -> None:
    """The same for thousands."""
    check(trees, revisions)


@pytest.mark.parametrize("kind", sorted(WRAPPERS))
def test_deep(kind: str) -> None:
    """Fifty of the same, one in the other, are no harder than one."""
    tree = Node("plain")
    for _ in range(50):
        tree = Node(kind, (tree,))
    check([tree], Revisions.FINAL)
