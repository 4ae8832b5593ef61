"""A file is known by its content; what is not read is refused with a sentence of its own."""

import io
import random
import zipfile

import pytest

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.detect import read_file
from disclosure.importer.readers.kinds import kind_of
from disclosure.importer.readers.options import LARGEST, ReadOptions
from disclosure.messages import explain
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted
from tests.importer.readers.html.layouts import LAYOUTS
from tests.importer.readers.ole_files import ole_file
from tests.importer.readers.pdf.papers import written

OPTIONS = ReadOptions()


def zipped(*names: str) -> bytes:
    """Return a zip with empty files of these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "")
    return out.getvalue()


KINDS = [
    ("a.txt", "通报".encode(), "txt"),
    ("-", "通报".encode("gbk"), "txt"),
    ("a", "通报".encode("utf-16"), "txt"),
    ("a.md", b"# x", "md"),
    ("a.md", b"<!doctype html><html>", "md"),
    ("a.docx", b"\xef\xbb\xbf<!DOCTYPE html><html>x", "html"),
    ("-", "\ufeff<html><body>通报".encode("utf-16-le"), "html"),
    ("a.htm", "<p>通报</p>".encode(), "html"),
    ("a.txt", b"%PDF-1.4", "pdf"),
    ("a.doc", b"{\\rtf1", "rtf"),
    ("a.docx", zipped("[Content_Types].xml", "word/document.xml"), "docx"),
    ("a.docx", b"PK\x03\x04 cut", "docx"),
    ("a.odt", zipped("mimetype", "content.xml", "META-INF/manifest.xml"), "odt"),
    ("a.doc", ole_file("WordDocument", "1Table"), "doc"),
    ("a.wps", ole_file("WordDocument", "WpsCustomData", "0Table", "Data", "x"), "doc"),
]
REFUSED = [
    ("a.docx", b"", "empty"),
    ("a.docx", b" \n", "empty"),
    ("a.docx", ole_file("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    ("a.doc", ole_file("WordDocument", start=b"\xec\xa5" + bytes(8) + b"\0\1"), "encrypted"),
    ("a.xls", ole_file("Workbook"), "sheet"),
    ("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "sheet"),
    ("a.ppt", ole_file("PowerPoint Document"), "slides"),
    ("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
    ("a.ofd", zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    ("a.zip", zipped("通报.docx"), "packed"),
    ("a.rar", b"Rar!\x1a\x07", "packed"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "picture"),
    ("a.docx", b"\x89PNG\r\n", "picture"),
    ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "mhtml"),
    ("a.doc", b'<?xml version="1.0"?><w:wordDocument/>', "bare_xml"),
    ("a.yaml", b"title: x", "other_text"),
    ("a.exe", b"MZ\x90", "unknown"),
    ("a.doc", ole_file("Something"), "unknown"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown"),
    ("a.txt", bytes(range(256)), "unknown"),
    ("a.txt", "\u200b".encode(), "no_text"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_kinds(name: str, data: bytes, kind: str) -> None:
    """Content comes first; the name decides between kinds of text."""
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(("name", "data", "code"), REFUSED)
def test_refusals(name: str, data: bytes, code: str) -> None:
    """Each has one sentence that says what to do."""
    with pytest.raises(ImportRefusedError) as caught:
        read_file(name, data, OPTIONS)
    assert caught.value.code == f"import.file.{code}"
    assert "请" in explain(caught.value, "zh") or "导入" in explain(caught.value, "zh")


def test_large_files_are_refused_unread() -> None:
    """Size is looked at before anything else."""
    for name, data in (("a.docx", b"PK\x03\x04" + bytes(LARGEST)), ("a.txt", b"a" * 5_000_000)):
        with pytest.raises(ImportRefusedError, match="large"):
            read_file(name, data, OPTIONS)


def test_a_wrong_name_is_told() -> None:
    """A page under the name of a Word file is read as a page, and that is said."""
    reading = read_file("通报.doc", LAYOUTS["modern"]().encode(), OPTIONS)
    assert reading.kind == "html"
    assert codes_of(reading)[0] == "import.file.other_kind"
    reading = read_file("通报.txt", "现予公布。".encode(), OPTIONS)
    assert codes_of(reading) == []
    assert lines_of(read_file("-", b"text", OPTIONS)) == ["text"]


def faults_of(name: str, data: bytes, options: ReadOptions) -> list[str]:
    """Return the faults of the account of a file; none for one that is refused with a sentence."""
    try:
        reading = read_file(name, data, options)
    except ImportRefusedError as error:
        return [] if explain(error, "zh") else [error.code]
    return unaccounted(reading)


def mutated(data: bytes, random_: random.Random) -> bytes:
    """Return a file with bytes flipped, cut out or doubled."""
    out = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        at = random_.randrange(len(out))
        choice = random_.random()
        if choice < 0.6:
            out[at] = random_.randrange(256)
        elif choice < 0.8:
            del out[at : at + random_.randint(1, 60)]
        else:
            out[at:at] = out[at : at + random_.randint(1, 60)]
        if not out:
            return b"\0"
    return bytes(out)


def sources() -> list[tuple[str, bytes]]:
    """Return a file of each kind that is read within this process."""
    text = "一、提高政治站位\n（一）深化认识。现予公布，欢迎监督。\n" * 20
    return [
        ("a.txt", text.encode()),
        ("a.txt", text.encode("gb18030")),
        ("a.txt", text.encode("utf-16")),
        ("a.md", f"# 通报\n**一、**\n| a | b |\n| --- | --- |\n| 1 | 2 |\n{text}".encode()),
        *((f"{name}.html", make().encode()) for name, make in LAYOUTS.items()),
        ("a.doc", ole_file("WordDocument", start=b"\xec\xa5" + bytes(8) + b"\0\1")),
        ("a.zip", zipped("OFD.xml", "通报.docx")),
    ]


@pytest.mark.parametrize(
    "count", [200, pytest.param(10_000, marks=pytest.mark.slow)], ids=["quick", "all"]
)
def test_mutated_files(count: int) -> None:
    """Whatever bytes are broken, a file is read with every character accounted for, or refused."""
    random_ = random.Random(count)
    files = sources()
    without_programs = ReadOptions(soffice=None, seconds=0.001)
    for number in range(count):
        name, data = files[number % len(files)]
        broken = mutated(data, random_)
        if kind_of(name, broken) in {"doc", "pdf", "rtf", "odt"}:
            continue  # read by processes of their own
        assert faults_of(name, broken, without_programs) == []


@pytest.mark.slow
def test_mutated_pdfs() -> None:
    """A broken PDF ends in a reading or a refusal."""
    random_ = random.Random(1)
    source = written(b"BT /F1 12 Tf 14 TL 60 700 Td (one line) Tj T* (another) Tj ET")
    for _ in range(60):
        assert faults_of("a.pdf", mutated(source, random_), OPTIONS) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲" * 50_001, "import.file.long_paragraph"),
        ("甲乙丙。\n" * 51_000, "import.file.long"),
        ("> " * 100_000 + "甲\n" + "*_" * 100_000, "import.file.long"),
        ("甲。\n" * 3_001, "import.file.many_paragraphs"),
        ("|甲|乙|\n|-|-|\n" + "|甲|乙|\n" * 5_001, "import.file.many_cells"),
        ("|甲" * 21_000 + "|\n" + "|-" * 21_000 + "|\n", "import.file.many_cells"),
    ],
)
def test_texts_longer_than_any_notice(text: str, code: str) -> None:
    """What every later step would look at many times is refused before."""
    with pytest.raises(ImportRefusedError) as caught:
        read_file("a.md" if "|" in text else "a.txt", text.encode(), ReadOptions())
    assert caught.value.code == code
