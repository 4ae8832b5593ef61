"""The account in words: what is lost and what differs is said first, with its place."""

from disclosure.importer.account import account
from disclosure.importer.account_html import account_page
from disclosure.importer.account_text import account_lines
from disclosure.importer.account_view import account_view
from disclosure.importer.draft import Entry, Fields, Guess, Scalar
from disclosure.importer.key_words import key_word
from disclosure.importer.proof import Difference
from disclosure.importer.reading import Fate, Paragraph, Reading, Remark
from disclosure.importer.tracked import Tracked
from disclosure.render.account_page import AccountView
from tests.conftest import ROOT

_FILE = "整改通报甲乙丙页脚\x07<b>"


def _view() -> AccountView:
    blocks = (
        Paragraph(Tracked.read(_FILE[:4], 0), place="第1段"),
        Paragraph(Tracked.read(_FILE[4:7], 4), place="第2段"),
    )
    code = "import.quote_alone"
    remarks = (
        Remark(code, {"text": "甲"}, 4, 5, place="第2段", stops=True),
        Remark("import.bracket_alone", {"text": "x"}, 7, 13, Fate.DROPPED, place="页脚"),
    )
    reading = Reading("txt", _FILE, blocks, remarks)
    guess = Guess("import.confirm", (("reason", "取自首行"),))
    draft = Fields((Entry("title", Scalar(blocks[0].text, guess=guess)),))
    found = (Difference("通报", "甲乙丙", "", "第2段"),)
    return account_view(reading, account(reading, draft), draft, found, {("title",): 2}, "zh")


def test_what_is_lost_comes_first() -> None:
    """Then what differs, what is to be looked at, and what was left out with its text."""
    assert list(account_lines(_view(), "zh")) == [
        "原文 13 字，有 3 字没有着落：照录4、去掉6、没有着落3",
        "没有着落的文字：",
        "  甲乙丙（第2段）",
        "草稿印出的文字与原文有 1 处不同",
        "  “通报”之后：没有印出“甲乙丙”（第2段）",
        "请核对：",
        "  引号不成对，没有改：甲（第2段）",
        "  请核对：取自首行（第2行 标题：整改通报）",
        "改写和去掉的文字：",
        "  括号不成对，没有改：x（原文：页脚\\u0007<b>）（页脚）",
    ]


def test_the_page_escapes_the_file() -> None:
    """Nothing of it is markup, and no control character stands in the page."""
    page = account_page(_view(), "<i>.txt", ROOT / "templates").decode()
    assert "导入报告：&lt;i&gt;.txt" in page
    assert "&lt;b&gt;" in page
    assert "<b>页脚" not in page
    assert "\x07" not in page
    assert 'class="dn-account__stops"' in page


def test_keys_are_named_in_chinese() -> None:
    """By what holds them; what is not known keeps its key."""
    assert key_word(("sections", 0, "sections", 1, "outcomes", 2)) == "整改成效"
    assert key_word(("contact", "lines", 0, "phone")) == "电话"
    assert key_word(("title",)) == "标题"
    assert key_word(("sections", 0, "title")) == "标题"
    assert key_word(("no_such",)) == "no_such"
