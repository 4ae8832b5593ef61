"""Deliveries of the notices that the tests know, made once, and their texts."""

import functools
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

import html5lib

from disclosure.model.site import Site
from disclosure.render.composed import NoticeSource
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.renderer import open_renderer
from disclosure.source.load import LoadedNotice, load_notice, load_site
from disclosure.source.load_genres import shipped_genres
from tests.conftest import ROOT, SITE
from tests.pages import SPACE

CASES = sorted((ROOT / "tests/cases/notices").glob("*.yaml"))
NOTICES = [*CASES, *sorted((ROOT / "content/notices").glob("*.yaml"))]
EVERY = ROOT / "tests/cases/notices/every-part.yaml"
SEED = ROOT / "content/notices/2022-02-23-jxzszx.yaml"
PASTED = ("fragment.html", "fragment-plain.html", "wechat.html")


def site() -> Site:
    """Return the site of the tests."""
    model = load_site(SITE.encode(), PurePosixPath("site.yaml")).model
    assert model is not None
    return model


def loaded(path: Path) -> LoadedNotice:
    """Return a notice."""
    found, diagnostics = load_notice(path.read_bytes(), PurePosixPath(path.name), shipped_genres)
    assert found is not None, diagnostics
    return found


@functools.cache
def delivery(path: Path, *, pdf: bool = False) -> dict[str, bytes]:
    """Return the delivery of a notice."""
    notice = loaded(path)
    source = NoticeSource(
        path.stem, notice.notice, notice.figures, notice.outline, {"plan.pdf": b"%PDF-1.4"}
    )
    return render_delivery(source, open_renderer(site(), ROOT / "templates"), pdf=pdf)


def parse(name: str, data: bytes) -> Element:
    """Parse a page or a fragment, refusing any parse error."""
    parser = html5lib.HTMLParser(strict=True)
    text = data.decode("utf-8-sig")
    whole = text.startswith("<!DOCTYPE html>")
    assert whole != name.startswith("fragment")
    root: Element = parser.parse(text) if whole else parser.parseFragment(text)
    return root


def squeezed(text: str) -> str:
    """Drop all white space, also the full-width one."""
    return "".join(text.split())


def told(root: Element) -> str:
    """Return what a reader sees, the addresses of links in the text among it."""
    if root.tag in {SPACE + "head", SPACE + "script"}:
        return ""
    parts = [root.text or ""]
    for child in root:
        parts += [told(child), child.tail or ""]
    href = root.get("href", "")
    if root.tag == SPACE + "a" and href.startswith("http") and parts[0] != href:
        parts.append(f"（{href}）")
    return "".join(parts)


def plain(files: dict[str, bytes], *left_out: str) -> str:
    """Return ``notice.txt`` without white space, and without the index number.

    Forms ask for that number (``meta.txt``), and official documents print none.

    Args:
        files: of the delivery.
        left_out: beginnings of lines of its head that are not wanted.

    """
    lines = files["notice.txt"].decode("utf-8-sig").split("\r\n")
    # Title and lines below it, a blank line, then the head up to the next one.
    end = lines.index("", lines.index("") + 1)
    kept = [line for line in lines[:end] if not line.startswith(("索引号：", *left_out))]
    return squeezed("".join((*kept, *lines[end:])))
