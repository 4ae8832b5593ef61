"""Tables with merged cells and row heads in the PDF."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.renderer import open_renderer
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site
from tests.render.views.test_tables import FORM, FUNDS, composed

pytestmark = pytest.mark.usefixtures("weasyprint")


def test_pdf_prints_every_cell_once() -> None:
    """The PDF holds head, merged cells and row heads in order, each once, and tags the heads."""
    made = composed([FUNDS, FORM], open_renderer(site(), ROOT / "templates"))
    reader = PdfReader(io.BytesIO(render_pdf(made)))
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    cells = [each for row in (*FUNDS["head"], *FUNDS["rows"], *FORM["rows"]) for each in row]
    at = text.index("一、甲。")
    for cell in (each for each in cells if each not in {"↑", "←"}):
        at = text.index(cell, at) + len(cell)
    assert "↑" not in text
    assert text.count("问题资金") == 1
    roles = [each["/S"] for each in _tree(reader.trailer["/Root"]["/StructTreeRoot"])]
    assert roles.count("/TH") == 6 + 3


def _tree(element: Any) -> Iterator[Any]:
    """Yield the structure elements of a tagged PDF."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from _tree(kid)
