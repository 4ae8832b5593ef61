"""Where sheets end: a signature takes the last lines along, headings alone leave no hole."""

import io
from pathlib import Path

import pypdf
import pytest

from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.renderer import Renderer, open_renderer
from tests.conftest import ROOT
from tests.render.deliveries.parcels import loaded, site, squeezed

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("weasyprint")]

HEAD = "title: 某局公告\nissuer: 某局\npublished: 2025-01-02\ncontent:\n"
SIGNED = "signature: {name: 某某局, date: 2025-01-02}\n"
ROWS = ", ".join("[一, 二]" for _ in range(8))
# How many lines stand before it, the last of the text, and what goes over with the signature.
LAST = {
    "a short paragraph": (16, "", ("第15段。",)),
    "the end of a long one": (
        9,
        f"  - {'长段文字接着写下去。' * 19}到此为止。\n",
        ("长段文字", "到此为止。"),
    ),
    "the last row of a table": (
        8,
        f"  - table: {{columns: [甲, 乙], rows: [{ROWS}, [三, 四]]}}\n",
        ("甲乙", "三四"),
    ),
    "a contact": (
        13,
        "contact: {lines: [{label: 电话, phone: 0360-5550118}, {label: 地址, address: 某路}]}\n",
        ("地址：某路",),
    ),
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Open the renderer once."""
    return open_renderer(site(), ROOT / "templates")


def sheets(text: str, folder: Path, renderer: Renderer) -> list[str]:
    """Return what stands on each sheet of a notice's PDF."""
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    notice = loaded(path)
    source = NoticeSource("a", notice.notice, notice.figures, notice.outline, {})
    data = render_pdf(compose(source, renderer))
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("last", LAST)
def test_signature_is_not_alone(last: str, tmp_path: Path, renderer: Renderer) -> None:
    """Where only the signature has no room any more, the last lines go over with it."""
    count, end, taken = LAST[last]
    text = HEAD + "".join(f"  - 第{number}段。\n" for number in range(count)) + end
    assert len(sheets(text, tmp_path, renderer)) == 1
    first, second = sheets(text + SIGNED, tmp_path, renderer)
    places = [second.find(said) for said in (*taken, "某某局", "2025年1月2日")]
    assert places[0] > -1
    assert places == sorted(places)
    assert "第7段。" in first


def test_headings_alone_fill_the_sheet(tmp_path: Path, renderer: Renderer) -> None:
    """Problems that are headings and nothing else are no block that goes over as a whole."""
    body = ", ".join(f"第{number}段。" for number in range(12))
    listed = "".join(f"  - {{title: 第{number}个。, mark: 无}}\n" for number in range(14))
    text = HEAD.replace("content", "sections") + f"  - {{title: 总体情况, body: [{body}]}}\n"
    first, second = sheets(text + listed, tmp_path, renderer)
    assert "第3个。" in first
    assert "第13个。" in second
