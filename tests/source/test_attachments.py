"""What attached files say of themselves."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.source.attachments import facts_of

CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>张三 &amp; 李四</dc:creator>'
    "<cp:lastModifiedBy>王五</cp:lastModifiedBy></cp:coreProperties>"
)


def office(**parts: str) -> bytes:
    """Return an Office file with these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return data.getvalue()


def test_authors() -> None:
    """Who wrote and who saved a document."""
    found = facts_of(office(docProps__core=CORE))
    assert found == (("作者", "张三 & 李四"), ("最后保存者", "王五"))


@pytest.mark.parametrize(
    ("part", "text", "fact"),
    [
        ("word__document", '<w:ins w:id="1" w:author="赵六">甲</w:ins>', ("修订", "赵六")),
        ("word__document", "<w:rPr><w:vanish/></w:rPr><w:t>藏着</w:t>", ("隐藏文字", "藏着")),
        ("word__comments", '<w:comment w:id="0" w:author="孙七">', ("批注", "孙七")),
        ("xl__workbook", '<sheet name="底稿" sheetId="2" state="hidden"/>', ("隐藏工作表", "底稿")),
        ("docProps__app", "<Company>某局</Company>", ("单位", "某局")),
    ],
)
def test_hidden_parts(part: str, text: str, fact: tuple[str, str]) -> None:
    """Changes, comments, hidden text and sheets are found; a clean file says nothing."""
    assert facts_of(office(**{part: text})) == (fact,)
    assert facts_of(office(**{part: "<w:t>明着</w:t>"})) == ()


@pytest.mark.parametrize(
    ("field", "author"),
    [
        (b"/Author (Zhang \\(San\\))", "Zhang (San)"),
        (b"/Author (" + b"\xfe\xff" + "张三".encode("utf-16-be") + b")", "张三"),
        (b"/Author <FEFF5F204E09>", "张三"),
        ("<dc:creator><rdf:Seq><rdf:li>张三</rdf:li>".encode(), "张三"),
    ],
)
def test_pdf(field: bytes, author: str) -> None:
    """The author of a PDF, however it is written; a PDF without one says nothing."""
    assert facts_of(b"%PDF-1.7\n<< " + field + b" >>\n%%EOF") == (("作者", author),)
    assert facts_of(b"%PDF-1.7\n<< /Producer (x) >>\n%%EOF") == ()


def test_picture() -> None:
    """A photograph's own record is told, a picture without one is not."""
    assert facts_of(b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00") == (("拍摄信息", "Exif"),)
    assert facts_of(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00") == ()


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\xff\xd8\xff"]))
def test_any_bytes(data: bytes, head: bytes) -> None:
    """No bytes stop the check."""
    for kind, text in facts_of(head + data):
        assert kind
        assert text
