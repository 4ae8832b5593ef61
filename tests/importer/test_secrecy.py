"""Words of secrecy and of drafts stop the import where they are a mark of the file."""

import pytest

from disclosure.importer.readers.collector import Collector
from disclosure.importer.reading import Cell, Fate, Paragraph, Reading, Table
from disclosure.importer.secrecy import mark_of, tell_marks

SECRET, INTERNAL, DRAFT, CLOSED = (
    f"import.word.stop_{each}" for each in ("secret", "internal", "draft", "closed")
)


def read(*lines: str) -> Reading:
    """Return a reading of paragraphs, after they were looked through."""
    collector = Collector()
    blocks = tuple(Paragraph(collector.keep(each), place="第1段") for each in lines)
    return tell_marks(Reading("txt", collector.characters, blocks, collector.remarks))


def texts(reading: Reading) -> list[str]:
    """Return the texts of the paragraphs."""
    return [each.text.text for each in reading.blocks if isinstance(each, Paragraph)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("机密★1年", SECRET),
        ("绝密★长期", SECRET),
        ("秘 密 ★ 五年", SECRET),
        ("密级：机密", SECRET),
        ("秘密", SECRET),
        ("内部资料", INTERNAL),
        ("内 部 文 件", INTERNAL),
        ("（内部资料，注意保存，严禁外传）", INTERNAL),
        ("仅供内部使用", INTERNAL),
        ("工作秘密", INTERNAL),
        ("此件发至县团级", INTERNAL),
        ("征求意见稿", DRAFT),
        ("（送审稿）", DRAFT),
        ("【讨论稿】", DRAFT),
        ("第二次讨论稿", DRAFT),
        ("（征求意见稿2.0）", DRAFT),
        ("（此件依申请公开）", CLOSED),
        ("公开方式：不予公开", CLOSED),
    ],
)
def test_mark_is_a_line(line: str, code: str) -> None:
    """A line that is a mark leaves the text, and stops."""
    found = read("关于整改情况的通报", line, "正文。")
    assert texts(found) == ["关于整改情况的通报", "正文。"]
    assert [(each.code, each.fate, each.stops) for each in found.remarks] == [
        (code, Fate.DROPPED, True)
    ]
    assert found.characters[found.remarks[0].start : found.remarks[0].end] == line


@pytest.mark.parametrize(
    "line",
    [
        "严格保守国家秘密。",
        "内部资料管理制度",
        "内部文件流转不规范问题",
        "印发《某县管理办法》（讨论稿），广泛征求意见。",
        "（一）形成征求意见稿并公开征求意见",
        "保密工作有差距，机密文件管理不严",
        "附件：某县整改方案（征求意见稿）",
        "起草了讨论稿",
        "草案审查",
    ],
)
def test_words_in_prose(line: str) -> None:
    """The words say nothing of the file where they stand in its text."""
    found = read("关于整改情况的通报", line)
    assert texts(found)[1] == line
    assert found.remarks == ()


def test_end_of_a_title() -> None:
    """A title that ends in the word stays whole, and stops; far below it is text."""
    title = "某县关于整改情况的通报（征求意见稿）"
    found = read(title, "正文。")
    assert texts(found) == [title, "正文。"]
    assert [(each.code, each.fate, each.stops) for each in found.remarks] == [
        (DRAFT, Fate.KEPT, True)
    ]
    assert read(*["正文。"] * 20, title).remarks == ()


def test_grade_in_a_longer_line() -> None:
    """A grade with its star stops wherever it stands, and stays where more stands beside it."""
    found = read("000001　机密★1年　特急")
    assert texts(found) == ["000001　机密★1年　特急"]
    assert [each.stops for each in found.remarks] == [True]


@pytest.mark.parametrize(
    "lines",
    [
        ["（此件公开发布）"],
        ["(此件主动公开)"],
        ["公开属性：主动公开"],
        ["抄送：县纪委监委，县委组织部。"],
        ["抄送：县纪委监委，县委组织部，", "县委办公室。"],
        ["抄送：县纪委监委，", "某县某局办公室　2023年7月1日印发"],
        ["某县人民政府办公室　　二〇二三年七月一日印发"],
        ["（共印20份）"],
    ],
)
def test_record_leaves_the_text(lines: list[str]) -> None:
    """To whom it went, who printed it, and that it is public are told, and stop nothing."""
    found = read("正文。", *lines, "附件")
    assert texts(found) == ["正文。", "附件"]
    assert [(each.code, each.stops) for each in found.remarks] == [
        ("import.word.office_line", False)
    ] * len(lines)


def test_record_in_a_table() -> None:
    """A table of the record alone is gone; a word in a cell stops the import, and stays."""
    collector = Collector()

    def cell(text: str) -> Cell:
        return Cell((Paragraph(collector.keep(text)),))

    record = Table(((cell("抄送：县纪委。"),), (cell("某县某局办公室　2023年7月1日印发"),)))
    other = Table(((cell("序号"), cell("内部资料")),))
    found = tell_marks(Reading("docx", collector.characters, (record, other), collector.remarks))
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [len(each.blocks) for each in table.rows[0]] == [1, 1]
    assert [each.stops for each in found.remarks] == [False, False, True]


@pytest.mark.parametrize(
    ("code", "text", "stops"),
    [
        ("import.word.header", "某局内部资料 请勿外传", 1),
        ("import.word.watermark", "机密", 1),
        ("import.word.hidden", "送审稿", 1),
        ("import.word.hidden", "起草了送审稿", 0),
        ("import.word.header", "保守国家秘密", 0),
        ("import.word.deleted", "（征求意见稿）", 0),
        ("import.word.comment", "征求意见稿", 0),
    ],
)
def test_what_was_left_out(code: str, text: str, stops: int) -> None:
    """Margins and hidden text are looked through; what a revision took away is not."""
    collector = Collector()
    collector.drop(text, code, {"text": text}, "页眉")
    found = tell_marks(Reading("docx", collector.characters, (), collector.remarks))
    assert sum(each.stops for each in found.remarks) == stops


def test_nothing_said_is_the_same_reading() -> None:
    """Without such words the reading comes back as it is."""
    collector = Collector()
    reading = Reading("txt", "正文", (Paragraph(collector.keep("正文")),))
    assert tell_marks(reading) is reading


def test_long_lines() -> None:
    """A line as long as a book is no mark."""
    assert mark_of("内部" * 100_000) == ""
    assert read("抄送" * 100_000).remarks == ()


def test_numbered_line_is_text() -> None:
    """A heading that Word numbers is no mark."""
    collector = Collector()
    reading = Reading("docx", "初稿", (Paragraph(collector.keep("初稿"), mark="（一）"),))
    assert tell_marks(reading) is reading
