"""PDF and fragments keep the author's order: random trees, and what real notices do."""

import io
import re

import pypdf
import pytest

from disclosure.render.composed import NoticeSource
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml
from tests.conftest import ROOT
from tests.document.test_order import REAL, TREES, composed, written
from tests.render.deliveries.parcels import parse, site, squeezed, told

_TOKEN = re.compile(r"甲\d{4}")
_HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def text_layer(pdf: bytes) -> str:
    """Return the text of a PDF without white space and page numbers."""
    pages = [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return "".join(re.sub(f"^—{n}—|—{n}—$", "", page) for n, page in enumerate(pages, 1))


@pytest.mark.slow
@pytest.mark.usefixtures("weasyprint")
def test_random_trees_on_paper(renderer: Renderer) -> None:
    """The text layer of the PDF of every hundredth tree keeps what was typed."""
    for seed in range(0, TREES, 100):
        notice, typed = written(seed)
        text = text_layer(render_pdf(composed(notice, renderer)))
        # A table that goes on over the page has its head once more.
        assert list(dict.fromkeys(_TOKEN.findall(text))) == typed, seed


@pytest.mark.usefixtures("weasyprint")
def test_real_orders(renderer: Renderer) -> None:
    """PDF, fragments and the article for 公众号 say every character of ``notice.txt`` in order."""
    sections = [{"title": f"{name}。", "content": content} for name, content in REAL.items()]
    notice, found = load_notice(to_yaml(SOUND | {"sections": sections}).encode(), SHOWN)
    assert notice is not None, found
    source = NoticeSource("a", notice.notice, notice.figures, notice.outline, {})
    plain = plain_text(composed(notice, renderer)).decode("utf-8-sig")
    wanted = "".join(_HAN.findall(plain[plain.index("一、") : plain.index("联系方式")]))
    files = render_delivery(source, renderer, pdf=True)
    texts = [told(parse(n, files[n])) for n in files if n.startswith(("fragment", "wechat"))]
    assert len(texts) == 3
    for text in (*texts, text_layer(files["notice.pdf"])):
        assert wanted in "".join(_HAN.findall(text))
