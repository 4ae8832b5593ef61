"""Footnotes and endnotes: a reference in the text, the note beside it (H12)."""

from tests.importer.word_files import p, part, r
from tests.importer.word_inside import deleted, field, inside

RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def reference(note: int, kind: str = "footnote", more: str = "", behind: str = "") -> str:
    """Return a run that refers to a note."""
    return f'<w:r>{RAISED}<w:{kind}Reference w:id="{note}"{more}/>{behind}</w:r>'


def notes(kind: str, *inside_: str) -> dict[str, str]:
    """Return a part of notes, with the line that parts them from the text."""
    line = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    said = "".join(
        f'<w:{kind} w:id="{number}">{each}</w:{kind}>'
        for number, each in enumerate(inside_, start=1)
    )
    return {f"word/{kind}s.xml": part(f"{kind}s", line + said)}


def noted(text: str) -> str:
    """Return the paragraph of a note, with its own mark before it."""
    return p(f"<w:r>{RAISED}<w:footnoteRef/></w:r>", r(f" {text}"))


def test_note_at_a_figure() -> None:
    """制度12项 has a reference to its note, and never reads 12项1."""
    found = inside(
        p(r("制度12项"), reference(2), r("，办法3件"), reference(1), r("。")),
        parts=notes("footnote", noted("含修订。"), noted("含废止。") + p(r("另见附件。"))),
    )
    assert found.text == "制度12项{①}，办法3件{②}。"
    assert [
        (mark, [each.text.text for each in paragraphs]) for mark, paragraphs in found.reading.notes
    ] == [("①", ["含废止。", "另见附件。"]), ("②", ["含修订。"])]
    assert found.codes == []


def test_footnotes_and_endnotes_share_a_row() -> None:
    """Both kinds have marks of their own, though Word gives both the same ids."""
    found = inside(
        p(r("甲"), reference(1), r("乙"), reference(1, "endnote")),
        parts=notes("footnote", noted("脚")) | notes("endnote", noted("尾")),
    )
    assert found.text == "甲{①}乙{②}"
    assert [mark for mark, _ in found.reading.notes] == ["①", "②"]


def test_mark_by_hand() -> None:
    """A star that the author set as the mark is no text."""
    custom = reference(1, more=' w:customMarkFollows="1"', behind="<w:t>*</w:t>")
    found = inside(p(r("甲"), custom), parts=notes("footnote", noted("说明")))
    assert found.text == "甲{①}"
    assert found.told == [("note_mark", {"text": "*"})]


def test_notes_without_reference() -> None:
    """A note whose reference is deleted is told; a reference without a note is, too."""
    gone = deleted("乙").replace("</w:del>", f"{reference(1)}</w:del>")
    found = inside(p(r("甲"), gone, reference(9)), parts=notes("footnote", noted("说明")))
    assert found.text == "甲"
    assert found.codes == ["deleted", "note_absent", "note_alone"]
    assert found.reading.notes == ()


def test_more_notes_than_marks() -> None:
    """Marks go on as 注51 and end with 注99; what is beyond is told."""
    many = [noted(str(number)) for number in range(1, 101)]
    found = inside(
        p(*(reference(number) for number in range(1, 101))), parts=notes("footnote", *many)
    )
    assert found.text.startswith("{①}{②}")
    assert found.text.endswith("{㊿}" + "".join(f"{{注{n}}}" for n in range(51, 100)))
    assert found.codes == ["notes_many", "note_alone"]


def test_note_holds_what_a_paragraph_holds() -> None:
    """A revision, a field and a symbol in a note are read as in the text."""
    body = p(r("共"), deleted("2"), field("REF x", r("3")), "<w:r><w:noBreakHyphen/></w:r>", r("1"))
    found = inside(p(reference(1)), parts=notes("footnote", body))
    assert found.reading.notes[0][1][0].text.text == "共3-1"
    assert found.codes == ["deleted", "no_break_hyphen", "reference_lost"]
