"""The encodings of office files are told apart, and what fits none is refused with its place."""

import pytest

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.decoding import decode

TEXT = (
    "中共云岭县某局党组关于巡察整改进展情况的通报\r\n　　一、提高政治站位，3项制度。\n（一）深化认识。\n"
    * 3
)
PLAIN = TEXT.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("encoding", "mark", "known"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
        ("gbk", b"", "gb18030"),
    ],
)
def test_each_encoding(encoding: str, mark: bytes, known: str) -> None:
    """A text comes back whole from each encoding, with or without a byte order mark."""
    decoded = decode(mark + TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding) == (PLAIN, known)


def test_utf16_without_ascii() -> None:
    """UTF-16 without a mark and without a single zero byte is recognised."""
    text = "中共云岭县某局党组关于巡察整改进展情况的通报，现予公布。"
    assert decode(text.encode("utf-16-be")).text == text


def test_big5_is_told() -> None:
    """Traditional text in Big5 is read as such, not as rare characters of GBK."""
    text = "關於巡察整改進展情況的通報。根據縣委統一部署，現將有關情況予以公布。"
    decoded = decode(text.encode("big5"))
    assert (decoded.text, decoded.encoding) == (text, "big5hkscs")


def test_rare_characters_of_gb18030() -> None:
    """A name with a character of four bytes does not make the text anything else."""
    text = "责任领导：㑇某某；黟县、㛃某。" + "现将巡察整改情况予以公布，欢迎监督。" * 3
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [
        ("第一行\n第二行".encode() + b"\xff\xfe" + "尾巴".encode(), "2", "20"),
        (b"\xff\xfe" + "甲\n乙".encode("utf-16-le") + b"\x00", "2", "9"),
        ("甲乙丙丁".encode("gbk") + b"\xff\xff", "1", "9"),
        ("现予公布。".encode()[:-1], "1", "13"),
    ],
)
def test_what_fits_none_is_refused(data: bytes, line: str, byte: str) -> None:
    """Damage is refused with its line and byte, never read as another encoding."""
    with pytest.raises(ImportRefusedError) as caught:
        decode(data)
    assert caught.value.code == "import.file.undecodable"
    assert (caught.value.params["line"], caught.value.params["byte"]) == (line, byte)


def test_declared_encoding_is_used_where_it_fits() -> None:
    """A page's own word counts, unless its bytes say otherwise."""
    assert decode("通报".encode("gbk"), "gb2312").text == "通报"
    assert decode("通报".encode(), "x-user-defined").text == "通报"
    assert decode("通报情况".encode(), "utf8").encoding == "utf-8"
