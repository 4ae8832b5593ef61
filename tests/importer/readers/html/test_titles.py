"""The title of an article is found where no element says that it is one."""

import pytest

from disclosure.importer.reading import Paragraph
from tests.importer.readers.accounting import unaccounted
from tests.importer.readers.html.test_page import read

_PROSE = "<p>根据安排，现将有关情况予以公布，欢迎监督。</p>" * 4


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        (
            "",
            "<p align=center>中共清溪县林业局委员会</p><p align=center>关于巡察整改情况的通报</p>",
            "中共清溪县林业局委员会关于巡察整改情况的通报",
        ),
        (
            "",
            "<div>通知公告</div><div>关于巡察整改进展情况的通报</div>",
            "关于巡察整改进展情况的通报",
        ),
        (
            "<title>清溪县 关于巡察整改进展情况的通报 通知</title>",
            "<p>关于巡察整改进展情况的通报</p><p>本局</p>",
            "关于巡察整改进展情况的通报",
        ),
        (
            "<title>关于巡察整改进展情况…_清溪县</title>",
            "<p>关于巡察整改进展情况的通报</p>",
            "关于巡察整改进展情况的通报",
        ),
        (
            "<title>清溪县林业局</title>",
            "<h1>清溪县林业局</h1><h1>关于巡察整改进展情况的通报</h1>",
            "关于巡察整改进展情况的通报",
        ),
        ("<title>清溪县林业局</title>", "", ""),
        (
            "",
            "<p>关于印发《清溪县林业</p><p>巡察反馈意见整改方案》的通知</p>",
            "关于印发《清溪县林业巡察反馈意见整改方案》的通知",
        ),
        (
            "<title>清溪县人民政府--中共清溪县林业局党组关于巡察整改进展情况的通报</title>",
            "<p><b>中共清溪县林业局党组</b></p><p><b>关于巡察整改进展情况的通报</b></p>",
            "中共清溪县林业局党组关于巡察整改进展情况的通报",
        ),
    ],
    ids=range(8),
)
def test_titles(head: str, above: str, title: str) -> None:
    """By its words and how it is set; the site's name and its columns are none."""
    page = f"<html><head>{head}</head><body><div>{above}{_PROSE}</div></body></html>"
    reading = read(page)
    paragraphs = [each for each in reading.blocks if isinstance(each, Paragraph)]
    titles = [each.text.text for each in paragraphs if each.look.style in {"title", "h1"}]
    assert "".join(titles) == title
    assert unaccounted(reading) == []
