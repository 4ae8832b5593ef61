"""Six levels of headings, in every style, wherever the text goes."""

import re

import pytest

from disclosure.pipeline.build import build_site
from tests.conftest import NOTICE, Project
from tests.pages import by_class, elements, parse_page, visible_text
from tests.render.deliveries.parcels import PASTED, delivery

TITLES = ("甲", "乙", "丙", "丁", "戊", "己")
SECTIONS = (
    "".join(
        f"{'    ' * depth}  - title: {title}\n{'    ' * depth}    sections:\n"
        for depth, title in enumerate(TITLES[:-1])
    )
    + f"{'    ' * 5}  - {{title: 己, outcomes: [第一项。, 第二项。]}}\n"
)
HEAD = "numbering: {styles: [第一部分, 一、, （一）, 1．, (1), 问题1：]}\nenumeration: 1、\n"
MARKED = ("第一部分\u3000甲", "一、乙", "（一）丙", "1．丁", "(1)戊", "问题1：己")


def deep(project: Project) -> None:
    """Give the project's notice six levels."""
    text = re.sub(r"(?<=^sections:\n)(?:[ -].*\n)+", SECTIONS, NOTICE, flags=re.MULTILINE)
    project.write("first", text.replace("sections:\n", HEAD + "sections:\n", 1))


@pytest.mark.parametrize("page", ["index.html", "big/index.html"])
def test_page(project: Project, page: str) -> None:
    """Headings go down to h6, the deepest that HTML has; the sixth level says its own."""
    deep(project)
    assert build_site(project.settings).built
    root = parse_page(project.output / "notices" / "first" / page)
    for depth, marked in enumerate(MARKED, 1):
        (heading,) = by_class(root, f"dn-h{depth}")
        assert visible_text(heading).strip() == marked.strip()
        assert heading.tag.endswith(f"h{min(depth + 1, 6)}")
        assert heading.get("aria-level") == ("7" if depth == 6 else None)
    assert len(elements(root, "h6")) == 2


def test_text(project: Project) -> None:
    """The text file has every mark, and the words before the items."""
    deep(project)
    assert build_site(project.settings).built
    told = (project.output / "notices" / "first" / "notice.txt").read_text("utf-8-sig")
    lines = [line.strip() for line in told.splitlines()]
    for marked in MARKED:
        assert marked in lines
    assert "1、第一项。" in told
    assert "2、第二项。" in told


def test_deliveries(project: Project) -> None:
    """Every text for pasting holds all six levels in their order."""
    deep(project)
    files = delivery(project.content / "notices" / "first.yaml")
    for name in PASTED:
        told = "".join(files[name].decode("utf-8").replace("\u3000", "").split())
        places = [told.index(marked.replace("\u3000", "")) for marked in MARKED]
        assert places == sorted(places), name
