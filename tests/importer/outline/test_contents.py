"""Contents pages are left out; lists that the text comes back to are not."""

import pytest

from disclosure.importer.outline.headings import outline
from disclosure.importer.reading import Paragraph
from disclosure.importer.tracked import Tracked

CHAPTERS = ("一、总体情况", "二、整改成效", "三、下一步打算")


def paragraphs(*lines: str) -> tuple[Paragraph, ...]:
    """Return lines as a reader gives them."""
    start, made = 0, []
    for line in lines:
        made.append(Paragraph(Tracked.read(line, start)))
        start += len(line)
    return tuple(made)


def body() -> list[str]:
    """Return the chapters with a text under each."""
    return [line for chapter in CHAPTERS for line in (chapter, "各项工作按要求推进。")]


@pytest.mark.parametrize(
    "before", [["关于整改情况的通报"], ["关于整改情况的通报", "目录"], ["目　录"]], ids="".join
)
def test_contents_at_the_beginning(before: list[str]) -> None:
    """The headings that only lead to the text are dropped, and each is told."""
    drawn = outline(paragraphs(*before, *CHAPTERS, *body()))
    assert [heading.title.text for heading in drawn.headings] == [c[2:] for c in CHAPTERS]
    assert sum(each.code == "import.outline.contents" for each in drawn.remarks) >= 3


def test_pages_tell_contents_anywhere() -> None:
    """Numbers of pages tell contents also behind a foreword."""
    listed = [f"{chapter}……{number}" for number, chapter in enumerate(CHAPTERS, 1)]
    drawn = outline(paragraphs("标题", "前言说明如下。", *listed, *body()))
    assert len(drawn.headings) == 3


def test_problems_listed_before_they_are_answered() -> None:
    """A list behind a lead is text, though every line of it comes once more."""
    problems = ["1.学习不够", "2.台账不全", "3.公开不及时"]
    answered = [line for each in problems for line in (each, "已整改，建立了制度。")]
    drawn = outline(paragraphs("标题", "巡察组反馈了以下问题：", *problems, *answered))
    assert not [each for each in drawn.remarks if each.code == "import.outline.contents"]
