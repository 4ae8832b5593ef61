"""The PDF: tagged, complete, set as an official document, the same bytes each time."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from disclosure.errors import TemplateError
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.renderer import open_renderer
from tests.conftest import NOTICE, ROOT, Project
from tests.render.deliveries.parcels import (
    EVERY,
    NOTICES,
    SEED,
    delivery,
    loaded,
    plain,
    site,
    squeezed,
)
from tests.required import missing, program

pytestmark = pytest.mark.usefixtures("weasyprint")

MAKER = """
import hashlib
from pathlib import Path
from tests.render.deliveries.parcels import EVERY, SEED, delivery
for path in (EVERY, SEED):
    print(hashlib.sha256(delivery(path, pdf=True)["notice.pdf"]).hexdigest())
"""


def reader(path: Path, tmp_path: Path) -> Any:
    """Open the PDF of a notice."""
    place = tmp_path / "notice.pdf"
    place.write_bytes(delivery(path, pdf=True)["notice.pdf"])
    return pypdf.PdfReader(place)


def texts(pdf: Any) -> list[str]:
    """Return the text of each page without its page number, which must be there."""
    found = []
    for number, page in enumerate(pdf.pages, 1):
        text, mark = squeezed(page.extract_text()), f"—{number}—"
        assert text.startswith(mark) or text.endswith(mark)
        found.append(text.removeprefix(mark) if text.startswith(mark) else text[: -len(mark)])
    return found


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_text(path: Path, tmp_path: Path) -> None:
    """What a reader copies out of the PDF is notice.txt to the character, in real Han."""
    text = "".join(texts(reader(path, tmp_path)))
    assert text == plain(delivery(path))
    assert not [c for c in text if "\u2e80" <= c <= "\u2fdf"]  # radicals that only look like Han


@pytest.mark.parametrize("path", [EVERY, SEED], ids=lambda path: path.stem)
def test_accessible(path: Path, tmp_path: Path) -> None:
    """It says that it is PDF/UA-1, has a title and a language, and every heading is tagged."""
    pdf = reader(path, tmp_path)
    root = pdf.trailer["/Root"]
    notice = loaded(path).notice
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "zh-CN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.metadata.title == notice.title
    assert pdf.metadata.author == notice.issuer
    packet = root["/Metadata"].get_object().get_data().decode()
    assert 'pdfuaid:part="1"' in packet.replace("<pdfuaid:part>1<", 'pdfuaid:part="1"')
    kinds = list(tags(root["/StructTreeRoot"]))
    assert kinds.count("/H1") == 1
    headings = [kind for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert len(headings) == 1 + len(loaded(path).outline.nodes)
    assert kinds.count("/Table") == sum(
        len(node.section.tables) for node in loaded(path).outline.nodes
    )


def tags(node: Any) -> Any:
    """Yield the kinds of all elements of a structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from tags(each)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from tags(node["/K"])


def test_fonts_are_embedded(tmp_path: Path) -> None:
    """Every font is in the file, as outlines with a way back to the characters."""
    fonts = {}
    for page in reader(EVERY, tmp_path).pages:
        for name, font in page["/Resources"]["/Font"].items():
            fonts[name] = font.get_object()
    assert fonts
    for font in fonts.values():
        assert font["/Subtype"] == "/Type0"
        assert "/ToUnicode" in font
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_dates_are_the_notices(tmp_path: Path) -> None:
    """Its dates are the day and time of publication, not those of its making."""
    info = reader(EVERY, tmp_path).trailer["/Info"]
    assert info["/CreationDate"] == info["/ModDate"] == "D:20240315093000+08'00"


@pytest.mark.slow
def test_same_bytes() -> None:
    """Two processes with other seeds, in other zones, at other times make the same bytes."""
    made = set()
    for number in (1, 2):
        environment = {
            "PYTHONPATH": str(ROOT),
            "PATH": os.environ["PATH"],
            "PYTHONHASHSEED": str(number),
            "SOURCE_DATE_EPOCH": str(10**9 * number),
            "TZ": ("UTC", "Asia/Tokyo")[number - 1],
        }
        made.add(
            subprocess.run(
                [sys.executable, "-c", MAKER], env=environment, check=True, capture_output=True
            ).stdout
        )
    assert len(made) == 1


def test_grid(tmp_path: Path) -> None:
    """Running Han text has 22 lines a page and 28 characters a line, as GB/T 9704 wants."""
    fonts = subprocess.run([program("fc-list")], capture_output=True, text=True, check=False).stdout
    if "Noto Serif CJK SC" not in fonts:
        missing("Noto Serif CJK SC")
    notice = tmp_path / "grid.yaml"
    body = "\n".join(f"  - '{'国' * 2000}'" for _ in range(1))
    notice.write_text(
        NOTICE.replace("lead: 现将巡察整改进展情况予以公布。", f"lead:\n{body}"), "utf-8"
    )
    pages = reader(notice, tmp_path).pages
    lines = [line for line in pages[1].extract_text().splitlines() if "国" in line]
    assert [len(line) for line in lines] == [28] * 22


@pytest.mark.parametrize("kind", ["img", "link"])
def test_nothing_is_loaded(
    project: Project, tmp_path: Path, serve: Callable[[Path], str], kind: str
) -> None:
    """A template that names a file or an address gets no PDF at all."""
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "a.css").write_text("p { color: red }", "utf-8")
    templates = project.own_templates().templates
    template = templates / "deliveries" / "pdf.html"
    text = template.read_text("utf-8")
    notice = loaded(EVERY)
    source = NoticeSource("n", notice.notice, notice.figures, notice.outline, {})
    composed = compose(source, open_renderer(site(), templates))
    for address in ((tmp_path / "served" / "a.css").as_uri(), serve(tmp_path / "served") + "a.css"):
        element = {
            "img": f'<img alt="" src="{address}">',
            "link": f'<link rel="stylesheet" href="{address}">',
        }[kind]
        template.write_text(text.replace("</body>", f"{element}</body>"), "utf-8")
        with pytest.raises(TemplateError, match=r"deliveries/pdf\.html"):
            render_pdf(composed)
