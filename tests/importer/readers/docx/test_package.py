"""Files that are not what their name says, damaged ones, and ones made to do harm (H20)."""

import io
import itertools
import random
import struct
import zipfile

import pytest

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.docx.package import LARGEST_XML
from disclosure.importer.readers.docx.reader import read_docx
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.docx.xml_tree import MOST_ELEMENTS, parse
from disclosure.messages import explain
from tests.importer.word_files import NAMESPACES, docx, levels, num, p, packed, part, tbl, tc, tr
from tests.importer.word_reading import lines, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = docx(p("甲"))
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def xml(text: str) -> bytes:
    """Return a .docx whose text is this XML."""
    return packed({"word/document.xml": text})


def with_entry(**changes: int) -> bytes:
    """Return a zip whose entry says of itself what is not so."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("word/document.xml")
        archive.writestr(info, part("document", p("甲")), zipfile.ZIP_DEFLATED)
        for name, value in changes.items():
            setattr(info, name, value)
    return out.getvalue()


def twice() -> bytes:
    """Return a zip with two texts."""
    data = packed({"word/document.xml": part("document", ""), "word/documenu.xml": "x"})
    return data.replace(b"word/documenu.xml", b"word/document.xml")


def refused(data: bytes) -> str:
    """Return why a file is refused, without the common part of the code."""
    with pytest.raises(ImportRefusedError) as caught:
        read_docx(data, Revisions.FINAL)
    assert explain(caught.value, "zh")
    return caught.value.code.removeprefix("import.word.")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged"),
        (OLE, "damaged"),
        ("一、甲".encode(), "damaged"),
        (docx(p("甲"), main_type=MACROS), "macros"),
        (docx(p("甲"), parts={"word/vbaProject.bin": b"x"}), "macros"),
        (packed({"a.txt": "x"}), "no_text_part"),
        (packed({"../word/document.xml": "<x/>"}), "part_name"),
        (packed({"word/../../x": "x", "word/document.xml": "<x/>"}), "part_name"),
        (packed({"C:/x": "x", "word/document.xml": "<x/>"}), "part_name"),
        (twice(), "part_twice"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (GOOD[:40], "damaged"),
        (with_entry(flag_bits=1), "import.file.encrypted"),
        (with_entry(compress_type=zipfile.ZIP_LZMA), "damaged"),
        (with_entry(file_size=LARGEST_XML + 1), "large"),
        (with_entry(CRC=1), "part_damaged"),
        (xml("<w:document"), "part_damaged"),
        (xml(""), "part_damaged"),
        (xml(f"<w:document {NAMESPACES}>{'<w:r>' * 10_000}"), "nested"),
        (xml("<!DOCTYPE x SYSTEM 'http://192.0.2.1/x.dtd'><x/>"), "entities"),
        (xml("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "entities"),
        (xml("<x>&b;</x>"), "part_damaged"),
    ],
)
def test_refused(data: bytes, why: str) -> None:
    """Each is refused with a sentence of its own."""
    assert refused(data) == why


def test_entity_bomb() -> None:
    """Entities of entities are refused before any is expanded."""
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 40))
    assert refused(xml(f"<!DOCTYPE x [<!ENTITY e0 'ha'>{entities}]><x>&e39;</x>")) == "entities"


def test_zip_bomb() -> None:
    """A part that unpacks to more than any notice is refused before it is unpacked."""
    assert refused(packed({"word/document.xml": bytes(LARGEST_XML + 1)})) == "large"


def test_bomb_that_lies() -> None:
    """A part that says it is small and is not is read no further than it says, and refused."""
    data = packed({"word/document.xml": b"<x>" + bytes(10**6)})
    size = struct.pack("<L", 10**6 + 3)
    assert refused(data.replace(size, struct.pack("<L", 9))) == "part_damaged"


def test_many_elements() -> None:
    """More elements than a part may have are refused before they fill the memory."""
    data = f"<w:document {NAMESPACES}>{'<w:r/>' * 1001}</w:document>".encode()
    with pytest.raises(ImportRefusedError) as caught:
        parse(data, "word/document.xml", 1001)
    assert caught.value.code == "import.word.nested"
    assert len(parse(data, "word/document.xml", 1002)) == 1001


@pytest.mark.slow
def test_many_elements_in_parts() -> None:
    """All parts together have no more elements than one may have."""
    many = part("hdr", "<w:p/>" * (MOST_ELEMENTS // 5))
    assert (
        refused(docx(p("甲"), parts={f"word/header{n}.xml": many for n in range(1, 7)})) == "nested"
    )


def test_many_paragraphs() -> None:
    """More paragraphs than any notice has are refused before they take their time."""
    assert refused(docx("<w:p/>" * 15_001)) == "nested"


def test_many_runs_and_cells() -> None:
    """So are pieces of lines, and cells."""
    assert refused(docx("<w:p>" + "<w:r/>" * 30_001 + "</w:p>")) == "nested"
    assert (
        refused(docx(f"<w:tbl><w:tr>{'<w:tc/>' * 10_001}</w:tr></w:tbl>"))
        == "import.file.many_cells"
    )


def test_many_characters() -> None:
    """More text than any notice has is refused before each character is followed."""
    assert refused(docx(p("甲" * 500_001))) == "large"


def test_many_parts() -> None:
    """More parts than any notice has are refused before the list is read."""
    assert refused(GOOD + b"PK\x01\x02" * 3001) == "large"


def test_deep_tables() -> None:
    """Tables in cells as deep as is read at all do not exhaust the stack."""
    body = p("甲")
    for _ in range(60):
        body = tbl(tr(f"<w:tc>{body}</w:tc>"))
    assert "甲" in lines(read(docx(body)))[0]


def test_long_chains() -> None:
    """Styles that are based on each other in a circle are no endless loop."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("xy", "yx")
    )
    assert lines(read(docx(p("甲", style="x"), styles=styles))) == ["甲"]


def test_strict() -> None:
    """A file in the Strict namespaces is read like one in the Transitional ones."""
    text = part("document", f"<w:body>{p('甲')}</w:body>")
    strict = "http://purl.oclc.org/ooxml"
    text = text.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        f"{strict}/wordprocessingml/main",
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{strict}/officeDocument/relationships/officeDocument" Target="/text/main.xml"/></Relationships>'
    )
    assert lines(read(packed({"text/main.xml": text, "_rels/.rels": relation}))) == ["甲"]


def test_bare() -> None:
    """A text alone, without styles, types or relationships, is read."""
    assert lines(read(xml(part("document", f"<w:body>{p('甲')}</w:body>")))) == ["甲"]
    assert lines(read(xml(part("document", "")))) == []


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>（二）</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
INSIDE = (
    '<w:del w:id="1" w:author="某"><w:r><w:delText>2.35</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="某"><w:r><w:t>3.25</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r>'
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/></w:r>'
    "<w:r><w:ruby><w:rt><w:r><w:t>yī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>黟</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
FULL = docx(
    p("一、甲", number=(1, 0))
    + p("乙", FIELD, INSIDE, number=(1, 1), style="s")
    + tbl(
        tr("序号", tc("问题", span=2), head=True),
        tr(tc("1", merge="restart"), "丙", "丁"),
        tr(tc(p(), merge="continue"), "戊", "己"),
    ),
    styles='<w:style w:type="paragraph" w:styleId="s"><w:name w:val="公文二级"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>',
    numbering=levels(("chineseCounting", "%1、"), ("decimalEnclosedCircle", "%2")) + num(1),
    parts={
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{p("注")}</w:footnote>'),
        "word/header1.xml": part("hdr", p("内部资料")),
    },
)

with zipfile.ZipFile(io.BytesIO(FULL)) as opened:
    PARTS = {name: opened.read(name) for name in opened.namelist()}


def mutant(seed: int) -> bytes:
    """Return the full file with bytes changed, cut out or doubled, in the zip or in a part."""
    chance = random.Random(seed)
    if chance.random() < 0.4:
        return _changed(FULL, chance)
    files = dict(PARTS)
    name = chance.choice(sorted(files))
    files[name] = _changed(files[name], chance)
    return packed(files)


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        kind = chance.randrange(4)
        if kind == 0:
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[at : at + chance.randint(1, 40)]
        elif kind == 2:
            changed[at:at] = changed[at : at + chance.randint(1, 40)]
        else:
            changed[at : at + 1] = chance.choice((b"9", b"999999", b"-1", b"<", b">", b'"', b""))
        if not changed:
            break
    return bytes(changed)


def survive(data: bytes, revisions: Revisions) -> None:
    """Read a mutant, which is refused or accounted for."""
    try:
        read(data, revisions)
    except ImportRefusedError as error:
        explain(error, "zh")


def test_mutants() -> None:
    """A damaged file is refused with a sentence, or read with every character accounted for."""
    for seed in range(200):
        data = mutant(seed)
        for revisions in Revisions:
            survive(data, revisions)


@pytest.mark.slow
def test_many_mutants() -> None:
    """The same for ten thousand, as it was before the revisions and as it is after them in turn."""
    ways = itertools.cycle(Revisions)
    for seed, revisions in zip(range(10_000), ways, strict=False):
        survive(mutant(seed), revisions)
