"""Every writer shows the pictures in their place, and says what they show."""

import base64
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from pypdf import PdfReader

from disclosure.pictures.copies import copies_of
from disclosure.pipeline.build import build_site
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notices
from disclosure.render.composed import compose
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.renderer import open_renderer
from tests.conftest import ROOT, Project
from tests.pages import SPACE
from tests.pictures.drawn import drawn
from tests.render.deliveries.conftest import weasyprint as weasyprint
from tests.render.deliveries.parcels import site

FILES = ("before.jpg", "after.jpg", "board.png")
SAID = [
    "已清运。",
    "[图：河岸上的垃圾堆]",
    "整改前",
    "[图：种上草皮的河岸]",
    "整改后",
    "现由专人巡查。",
    "[图：新的公示栏]",
]


def delivered(project: Project, *, pdf: bool = False) -> dict[str, bytes]:
    """Return the delivery of the project's notice."""
    reading = read_notice(find_notices(project.settings)[0][0], project.settings)
    assert reading.loaded is not None, reading.found
    source = reading.source(reading.loaded)
    return render_delivery(source, open_renderer(site(), ROOT / "templates"), pdf=pdf)


def images(page: bytes) -> list[dict[str, str]]:
    """Return the attributes of every picture of a page's text."""
    root = html5lib.parse(page)
    return [dict(each.attrib) for each in root.iter(SPACE + "img")]


def said(page: bytes) -> list[str]:
    """Return the sentences of a page from the answer on, pictures by their words."""
    text = re.sub(r'<img [^>]*alt="([^"]*)"[^>]*>', r"[图：\1]", page.decode("utf-8-sig"))
    text = re.sub(r"<(style|script|head).*?</\1>|<[^>]+>", "\n", text, flags=re.DOTALL)
    text = text.replace("整改情况：", "\n")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [line for line in lines[lines.index(SAID[0]) :] if line in SAID][: len(SAID)]


@pytest.mark.parametrize(("page", "folder"), [("", "files/"), ("big/", "../files/")])
def test_pages(project: Project, pictured: Path, page: str, folder: str) -> None:
    """The page gives each its size, its words and its own address; nothing comes from elsewhere."""
    assert pictured.is_dir()
    assert build_site(project.settings).built
    html = (project.output / "notices/first" / page / "index.html").read_bytes()
    found = images(html)
    assert [each["src"] for each in found] == [folder + name for name in FILES]
    assert [(each["width"], each["height"]) for each in found] == [
        ("24", "16"),
        ("16", "24"),
        ("24", "16"),
    ]
    # Not lazy: a browser that prints before anybody has scrolled would leave them out.
    assert not any("loading" in each for each in found)
    assert said(html) == SAID
    assert b"img-src 'self';" in html
    for each in found:
        assert (project.output / "notices/first" / page / each["src"]).resolve().is_file()


def test_single_file(project: Project, pictured: Path) -> None:
    """The page in one file holds the pictures, of wide ones the copy for a column of text."""
    original, copy = drawn(width=2000), drawn(width=960)
    (pictured / "before.jpg").write_bytes(original)
    (pictured / copies_of("before.jpg", original, 2000)[1].name).write_bytes(copy)
    html = delivered(project)["standalone.html"]
    sources = [each["src"] for each in images(html)]
    held = [base64.b64decode(source.partition(";base64,")[2]) for source in sources]
    assert held == [copy, *((pictured / name).read_bytes() for name in FILES[1:])]
    assert [source.partition(";")[0] for source in sources] == [
        "data:image/jpeg",
        "data:image/jpeg",
        "data:image/png",
    ]
    assert b"; img-src data:; base-uri" in html
    assert said(html) == SAID


def test_what_is_pasted(project: Project, pictured: Path) -> None:
    """Fragments show them from the folder beside; 公众号 names the place; no word is added."""
    assert pictured.is_dir()
    files = delivered(project)
    for name in ("fragment.html", "fragment-plain.html", "copy.html", "wechat.html"):
        assert said(files[name]) == SAID, name
        sources = [each["src"] for each in images(files[name])]
        assert sources == [] if name == "wechat.html" else [f"files/{each}" for each in FILES]
    text = files["notice.txt"].decode("utf-8-sig")
    assert "\r\n[图：河岸上的垃圾堆] 整改前\r\n[图：种上草皮的河岸] 整改后\r\n现由专人" in text
    readme = files["README.txt"].decode("utf-8-sig")
    assert "files/before.jpg：河岸上的垃圾堆\r\n" in readme
    assert {f"files/{name}" for name in FILES} < files.keys()


def test_without_pictures(project: Project) -> None:
    """A notice without pictures allows its pages none that it did not before."""
    files = delivered(project)
    for name in ("standalone.html", "copy.html", "wechat.html"):
        assert b"img-src" not in files[name]
    assert "图片" not in files["README.txt"].decode("utf-8-sig")


def _figures(node: Any) -> Iterator[str]:
    """Yield the words of every picture of a structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _figures(each)
    elif hasattr(node, "get"):
        if node.get("/S") == "/Figure":
            yield str(node["/Alt"])
        if "/K" in node:
            yield from _figures(node["/K"])


@pytest.mark.usefixtures("weasyprint")
def test_pdf(project: Project, pictured: Path) -> None:
    """The PDF holds the pictures, each tagged with its words and printed with its caption."""
    assert pictured.is_dir()
    reader = PdfReader(io.BytesIO(delivered(project, pdf=True)["notice.pdf"]))
    assert sum(len(page.images) for page in reader.pages) == 3
    words = [f"[图：{alt}]" for alt in _figures(reader.trailer["/Root"]["/StructTreeRoot"])]
    assert words == [each for each in SAID if each.startswith("[")]
    text = "".join(page.extract_text() for page in reader.pages)
    places = [text.index(each) for each in SAID if not each.startswith("[")]
    assert sorted(places) == places
    assert "垃圾堆" not in text


def test_looked_at_no_further_than_needed(project: Project) -> None:
    """A notice without attached files is composed without looking for pictures."""
    reading = read_notice(find_notices(project.settings)[0][0], project.settings)
    assert reading.loaded is not None
    made = compose(reading.source(reading.loaded), open_renderer(site(), ROOT / "templates"))
    assert made.parts_with({}) is made.parts
