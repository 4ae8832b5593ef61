"""Marks become full-width where the text is Chinese, and nothing else changes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.checks.typography import ellipsis, half_width
from disclosure.importer.punctuation import full_width, paragraphs_in
from disclosure.importer.reading import Cell, Fate, Look, Paragraph, Reading, Span, Table
from disclosure.importer.tracked import Tracked


def _reading(*lines: str) -> Reading:
    blocks, at = [], 0
    for line in lines:
        blocks.append(Paragraph(Tracked.read(line, at)))
        at += len(line) + 1
    return Reading("txt", "\n".join(lines), tuple(blocks))


def _changed(*lines: str) -> list[str]:
    return [each.text.text for each in paragraphs_in(full_width(_reading(*lines)).blocks)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("整改成效:一是加强学习,二是建章立制;共3次.", "整改成效：一是加强学习，二是建章立制；共3次。"),
        ("印发《条例(试行)》(讨论稿),做到:知行合一!", "印发《条例（试行）》（讨论稿），做到：知行合一！"),
        ("(数据截至2023年11月30日):", "（数据截至2023年11月30日）："),
        ("(1)学习不深入。", "（1）学习不深入。"),
        ("关停\"僵尸\"公众号3个", "关停“僵尸”公众号3个"),
        ("建立“县'双招'工作群”", "建立“县‘双招’工作群”"),
        ("建立“县\"双招\"工作群”", "建立“县‘双招’工作群”"),
        ("包括“共性\"和“支撑”两项", "包括“共性”和“支撑”两项"),
        ("学习、研讨...", "学习、研讨……"),
        ("算谷--全球样板", "算谷——全球样板"),
        ("电话:05632263070;", "电话：05632263070；"),
        ("邮箱:a.b@example.com;", "邮箱：a.b@example.com；"),
        ("是否整改到位?", "是否整改到位？"),
        ("（一)加强领导", "（一）加强领导"),
        ("共20个,其中10个", "共20个，其中10个"),
        ("（２）加强领导；(１２)学习", "（2）加强领导；（12）学习"),
        ("１．加强领导\n２、学习", "1．加强领导\n2、学习"),
        ("２０２３年共１．５万元、（２）项", "２０２３年共１．５万元、（２）项"),
        ('提高认识.做到"三个到位".', "提高认识.做到“三个到位”。"),
        ('(一)提高认识."第一议题"学习8次', "（一）提高认识。“第一议题”学习8次"),
        ("(1).学习不经常", "（1）.学习不经常"),
        ("1.招标不规范.整改情况:约谈3人.", "1.招标不规范。整改情况：约谈3人。"),
    ],
)  # fmt: skip
def test_marks_of_chinese_text_become_full_width(before: str, after: str) -> None:
    """Beside Han, and in pairs."""
    assert _changed(before) == [after]
    assert _changed(after) == [after]


@pytest.mark.parametrize(
    "text",
    [
        "工作日8:30—17:30受理",
        "共1,234.56万元",
        "网址https://example.com/a,b?c=1:2看",
        "噪声小于60dB(A)的要求",
        "附件a(1).docx已发",
        'Hello, world: (really) "yes"...',
        "1.学习不经常",
        "1)学习不经常",
        "比例为3:2左右",
        "由李?同志负责",
        '购置19"显示器2台',
        "泾政〔2021)73号",
        "卡尔.马克思的著作",
        "D:盘、it's好",
    ],
)
def test_what_is_no_chinese_mark_stays(text: str) -> None:
    """Times, decimals, addresses, file names, Latin text, marks and lost characters."""
    assert _changed(text) == [text]


def test_a_pair_may_close_in_the_next_paragraph() -> None:
    """Of quotation marks and of brackets; what is left over is told and stays."""
    assert _changed('所谓"一是学习', '二是实干"好') == ["所谓“一是学习", "二是实干”好"]
    assert _changed("会议(含扩大", "会议)三次") == ["会议（含扩大", "会议）三次"]
    reading = full_width(_reading('所谓"一是学习', "二是实干"))
    assert [(each.code, each.start) for each in reading.remarks] == [("import.quote_alone", 2)]


def test_every_change_is_told_at_its_place() -> None:
    """A remark covers the characters that were there; looks stay over their text."""
    reading = _reading("学习...好,行")
    first = reading.blocks[0]
    assert isinstance(first, Paragraph)
    block = replace(first, spans=(Span(6, 8, Look(bold=True)),))
    changed = full_width(replace(reading, blocks=(Table(((Cell((block,)),),)),)))
    assert [(each.start, each.end, each.fate) for each in changed.remarks] == [
        (2, 5, Fate.NORMALISED),
        (6, 7, Fate.NORMALISED),
    ]
    paragraph = next(paragraphs_in(changed.blocks))
    assert paragraph.text.text == "学习……好，行"
    assert paragraph.text.origins == (0, 1, 2, 3, 5, 6, 7)
    assert paragraph.spans[0].start == 5


_LINES = st.lists(
    st.text(st.sampled_from("党组学习，。一是(（）),;:?!.\"'“”-…8aZ/@ "), max_size=20), max_size=4
)


def _holds(lines: list[str]) -> None:
    reading = _reading(*lines)
    changed = full_width(reading)
    told = {n for each in changed.remarks for n in range(each.start, each.end)}
    for before, after in zip(reading.blocks, paragraphs_in(changed.blocks), strict=True):
        assert isinstance(before, Paragraph)
        assert len(after.text.text) == len(after.text.origins)
        assert after.text.text.count(" ") == before.text.text.count(" ")
        stay = {n for n in before.text.origins if n not in told}
        assert stay <= set(after.text.origins)
        for sign, origin in zip(after.text.text, after.text.origins, strict=True):
            assert origin in told or sign == reading.characters[origin]


@given(_LINES)
@settings(max_examples=100, deadline=None)
def test_nothing_else_changes(lines: list[str]) -> None:
    """Every character stays with its number or is covered by a remark; blanks are as before."""
    _holds(lines)


@pytest.mark.slow
@given(_LINES)
@settings(max_examples=1000, deadline=None)
def test_nothing_else_changes_many_times(lines: list[str]) -> None:
    """The same, often."""
    _holds(lines)


@pytest.mark.parametrize("sign", list("(（)\"'“.:…-"))
def test_long_paragraphs_take_time_in_proportion(sign: str) -> None:
    """Thirty thousand of a sign are no burden, and what the rules would mend is mended."""
    text = "学" + sign * 30_000 + "习"
    assert len(_changed(text)[0]) <= len(text) * 2
    (mended,) = _changed("会议3次,其中(含扩大)1次;学习...")
    assert not [*half_width.fix(mended), *ellipsis.fix(mended)]
