"""Files that a page offers beside its text are attachments; the text's own words stay."""

import pytest

from tests.importer.readers.accounting import codes_of, lines_of, unaccounted
from tests.importer.readers.html.test_page import article


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ("<p><a href=/a.doc>台账</a></p>", ["附件：台账"]),
        ("<p>附件【<a href=/d?id=1>台账.xlsx</a>】已下载<span>3</span>次</p>", ["附件：台账.xlsx"]),
        ("<p>相关附件：<a href=/a.doc>台账.doc</a>（23KB）</p>", ["附件：台账.doc"]),
        ("<p>附件：1.<a href=/a.doc>台账</a></p>", ["附件：1.台账"]),
        ("<p>附件：</p><p><a href=/a.doc>台账.doc</a></p>", ["附件：", "台账.doc"]),
        ("<p>相关附件下载</p><p><a href=/a.doc>台账.doc</a></p>", ["附件：台账.doc"]),
        ("<p>附件：1.台账</p><p><a href=/a.doc>台账.doc</a></p>", ["附件：1.台账"]),
        (
            "<p>详见<a href=/a.doc>整改台账</a>，请监督并提出意见。</p>",
            ["详见整改台账，请监督并提出意见。"],
        ),
    ],
    ids=range(8),
)
def test_files(given: str, lines: list[str]) -> None:
    """A file is named once; how often it was loaded, and its size, are of the site."""
    reading = article(given)
    assert lines_of(reading)[1:] == lines
    assert unaccounted(reading) == []


def test_a_file_named_before_is_told() -> None:
    """The link to an attachment that the text names is not silently lost."""
    reading = article("<p>附件：1.台账</p><p><a href=/a.doc>台账.doc</a></p>")
    assert codes_of(reading) == ["import.file.attachment_again"]
