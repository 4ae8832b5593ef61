"""Links and strong words of a file are marks of the draft's prose, and print its text."""

import pytest

from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.importer.reading import Look, Paragraph, Reading, Span
from disclosure.importer.tracked import Tracked
from disclosure.source.load_genres import shipped_genres

BOLD = Look(bold=True)
PLAIN = Look()
FOOT = "\n\n某局党组\n\n2023年5月1日\n"


def written(text: str, *spans: Span, look: Look = PLAIN) -> str:
    """Return a paragraph as prose."""
    tracked = Tracked.read(text, 0)
    reading = Reading("docx", text, (Paragraph(tracked, look, spans=spans),))
    found = SetApart.of(reading).written(tracked)
    return found.text if found else text


def imported(body: str) -> Imported:
    """Import a Markdown file, and see that the draft says the same."""
    text = f"# 关于巡察整改情况的通报\n\n{body}{FOOT}"
    found = import_file("a.md", text.encode(), ImportOptions(), shipped_genres)
    assert found.loaded
    assert (found.differences, found.account.lost) == ((), ())
    return found


def told(found: Imported) -> set[str]:
    """Return the codes of what is told of links."""
    codes = {each.code for each in found.account.remarks}
    return {code for code in codes if code.startswith("import.link")}


@pytest.mark.parametrize(
    ("text", "spans", "wanted"),
    [
        ("甲乙丙。", (Span(1, 2, BOLD),), "甲**乙**丙。"),
        ("甲 乙 丙。", (Span(1, 4, BOLD),), "甲 **乙** 丙。"),
        ("甲乙。", (Span(0, 2, BOLD),), "甲乙。"),
        ("甲，乙", (Span(1, 2, BOLD),), "甲，乙"),
        ("甲*乙*丙", (Span(1, 4, BOLD),), r"甲**\*乙\***丙"),
        ("甲乙丙", (Span(1, 2, PLAIN, "https://a.cn/(1)"),), "甲[乙](https://a.cn/%281%29)丙"),
        ("甲[]丙", (Span(0, 3, PLAIN, "http://a.cn"),), r"[甲\[\]](http://a.cn)丙"),
        (
            "甲乙丙",
            (Span(0, 2, BOLD), Span(1, 2, BOLD, "mailto:a@b.cn")),
            "**甲[乙](mailto:a@b.cn)**丙",
        ),
        ("甲乙丙", (Span(0, 1, BOLD), Span(0, 2, BOLD, "/a")), "**甲乙**丙"),
        ("见a.cn/1。", (Span(1, 7, PLAIN, "https://a.cn/1/"),), "见a.cn/1。"),
        ("甲乙", (Span(0, 2, PLAIN, "https://a.cn/{b}"),), "甲乙"),
        ("甲乙", (Span(0, 2, PLAIN, "javascript:a"),), "甲乙"),
    ],
)
def test_stretches_are_marks(text: str, spans: tuple[Span, ...], wanted: str) -> None:
    """What is strong as a whole, or leads nowhere, is plain."""
    assert written(text, *spans) == wanted


def test_what_is_not_strong_in_a_strong_paragraph() -> None:
    """The look of the paragraph counts where no stretch has its own."""
    assert written("甲乙丙", Span(1, 3, PLAIN), look=BOLD) == "**甲**乙丙"


def test_marks_in_every_kind_of_text() -> None:
    """Lead, text of a section, answer, item and cell have their marks."""
    found = imported(
        "根据[条例](https://a.cn/1)，通报如下。\n\n一、问题整改\n\n（一）台账不全。\n\n共**三本**。\n\n"
        "整改措施：一是**建账**；二是[公开](https://a.cn/2)。\n\n"
        "| 名称 | 去向 |\n| --- | --- |\n| 台账 | **已交** [局](https://a.cn/3) |\n"
    )
    for each in (
        "lead: 根据[条例](https://a.cn/1)，",
        "共**三本**。",
        "**建账**；",
        "[公开](https://a.cn/2)",
        "**已交** [局](https://a.cn/3)",
    ):
        assert each in found.text
    assert told(found) == set()


def test_links_that_are_not_written_are_told() -> None:
    """A relative one, one of another kind, and one in a heading."""
    found = imported("一、[加强](https://a.cn)领导\n\n见[甲](/a.html)、[乙](ftp://a.cn/b)。")
    assert told(found) == {"import.link.left", "import.link.relative", "import.link.refused"}
    assert "[" not in found.text.replace("：[", "")


def test_an_attachment_that_leads_somewhere() -> None:
    """Its address is the attachment's; one without is only named."""
    body = "一、加强领导\n\n已落实。\n\n附件：[台账](https://a.cn/1.pdf)\n\n附件：2.清单"
    found = imported(body)
    notice = found.loaded.notice if found.loaded else None
    assert notice
    assert [(each.url, each.only_named) for each in notice.attachments] == [
        ("https://a.cn/1.pdf", False),
        (None, True),
    ]
