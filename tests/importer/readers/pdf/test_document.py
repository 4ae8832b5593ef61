"""A PDF gives its paragraphs whole; what every page repeats is dropped and told."""

import io
import subprocess
from pathlib import Path

import pypdf
import pytest

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.readers.pdf.document import read_pdf
from disclosure.importer.reading import Reading
from tests.chromium import chromium
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted
from tests.importer.readers.pdf.papers import PARAGRAPHS, STYLES, TITLE, printed, typeset, written
from tests.required import program


def read(data: bytes) -> Reading:
    """Read a PDF."""
    return read_pdf(data, ReadOptions())


def squeezed(reading: Reading) -> list[str]:
    """Return the paragraphs without blanks and soft returns."""
    return ["".join(line.split()) for line in lines_of(reading)]


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_paragraphs_are_healed(style: str) -> None:
    """Three pages give the paragraphs they were made of, without heads and numbers of pages."""
    reading = read(printed(PARAGRAPHS * 8, style))
    assert squeezed(reading) == [TITLE, *PARAGRAPHS * 8]
    codes = codes_of(reading)
    assert codes.count("import.file.page_number") == codes.count("import.file.running_head") > 2
    assert unaccounted(reading) == []
    assert reading.blocks[-1].page > 2


def test_one_page() -> None:
    """A single page has a number as well; its heading is not repeated and stays."""
    reading = read(printed(PARAGRAPHS[:2]))
    found = squeezed(reading)
    assert found == ["云岭县农业农村局文件", TITLE, *PARAGRAPHS[:2]]
    assert "import.file.page_number" in codes_of(reading)
    assert unaccounted(reading) == []


def test_a_figure_at_the_end_of_a_page_is_no_page_number() -> None:
    """A number alone that does not follow the pages stays."""
    reading = read(written(b"BT /F1 12 Tf 60 60 Td (2022) Tj 0 400 Td (text) Tj ET"))
    assert sorted(lines_of(reading)) == ["2022", "text"]


def test_hyphens_at_the_end_of_a_line_stay() -> None:
    """A phone that is broken at its hyphen keeps it."""
    reading = read(written(b"BT /F1 12 Tf 14 TL 60 700 Td (0555-) Tj T* (2234567) Tj ET"))
    assert "".join(lines_of(reading)) == "0555-2234567"


def test_signs_stand_where_they_are_seen() -> None:
    """What a program writes behind its neighbours, for its font is another, is read in its place."""
    drawn = rb"BT /F1 12 Tf 60 700 Td (2021) Tj 31 0 Td (8) Tj -4 0 Td (\)) Tj ET"
    assert lines_of(read(written(drawn))) == ["2021)8"]


def test_air_is_no_blank() -> None:
    """What is set between Han and Latin letters, or to fill a line, is no character of the file."""
    page = (
        "<style>body{font:16pt/29pt 'Noto Serif CJK SC'} i{margin:0 .25em}"
        " u{display:inline-block;width:2em}</style>"
        "<p>截至<i>2021</i>年<i>8</i>月，已完成<i>3.25</i>万元。</p>"
        "<p>责任领导：张某<u></u>责任科室：办公室</p>"
        "<p style='text-align-last:justify'>联系方式：电话0555-2234567；邮箱：</p>"
    )
    text = "".join(lines_of(read(typeset(page))))
    assert text == (
        "截至2021年8月，已完成3.25万元。责任领导：张某 责任科室：办公室"
        "联系方式：电话0555-2234567；邮箱："
    )


def test_pictures_without_text_are_refused() -> None:
    """A scan says that it is one."""
    image = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"  # one grey point
    with pytest.raises(ImportRefusedError, match="pdf_images"):
        read(written(image))
    with pytest.raises(ImportRefusedError, match="no_text"):
        read(written(b""))


def test_an_encrypted_file_is_refused() -> None:
    """A password is asked of nobody."""
    writer = pypdf.PdfWriter(io.BytesIO(written(b"BT /F1 12 Tf (text) Tj ET")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ImportRefusedError, match="encrypted"):
        read(out.getvalue())


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"[" * 100_000, written(b"BT ET")[:200]],
    ids=["head", "nested", "cut"],
)
def test_damage_is_refused(data: bytes) -> None:
    """What the library cannot open is refused."""
    with pytest.raises(ImportRefusedError):
        read(data)


@pytest.mark.slow
def test_bombs_end() -> None:
    """A page that unpacks to 200 MB, or draws for minutes, is refused within the limits."""
    for page in (b" " * 200_000_000, b"0 0 m 1 1 l S\n" * 3_000_000, b"q " * 20_000_000):
        with pytest.raises(ImportRefusedError, match="pdf_slow"):
            read(written(page))


def test_more_characters_than_any_notice_has() -> None:
    """They are counted before they are read."""
    line = b"(" + b"a" * 1000 + b") Tj T* "
    with pytest.raises(ImportRefusedError, match=r"file\.long") as caught:
        read(written(b"BT /F1 12 Tf 14 TL 60 700 Td " + line * 201 + b"ET"))
    assert caught.value.params["limit"] == "200000"


def test_time_is_limited() -> None:
    """What takes longer than allowed is refused, and the process is gone."""
    with pytest.raises(ImportRefusedError, match="pdf_slow"):
        read_pdf(printed(PARAGRAPHS), ReadOptions(seconds=0.01))


@pytest.mark.servers
def test_a_pdf_of_libreoffice(tmp_path: Path) -> None:
    """Paragraphs parted by gaps, with lines of blanks between Han and Latin, come back whole."""
    soffice = program("soffice")
    # As a text, not as a page: LibreOffice loses the first paragraph of a page in its PDF.
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS * 4)
    page = f"<html><head><meta charset=utf-8></head><body><p>{TITLE}</p>{body}</body></html>"
    (tmp_path / "in.html").write_text(page, "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--infilter=HTML (StarWriter)"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "in.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reading = read((tmp_path / "in.pdf").read_bytes())
    assert squeezed(reading) == [TITLE, *PARAGRAPHS * 4]
    assert unaccounted(reading) == []


@pytest.mark.browser
def test_a_pdf_of_a_browser(tmp_path: Path) -> None:
    """Radicals that a browser's fonts say are characters again, and paragraphs are whole."""
    body = "".join(f"<p style='text-indent:2em'>{each}</p>" for each in PARAGRAPHS * 4)
    page = tmp_path / "in.html"
    page.write_text(
        "<meta charset=utf-8><body style='font:16pt/29pt \"Noto Sans CJK SC\"'>" + body, "utf-8"
    )
    made = tmp_path / "out.pdf"
    command = [str(chromium()), "--headless", "--no-sandbox", "--disable-gpu"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={made}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reading = read(made.read_bytes())
    assert squeezed(reading) == list(PARAGRAPHS * 4)
    assert unaccounted(reading) == []
