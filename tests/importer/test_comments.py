"""Comments of a file stand open in the draft, and hidden text is put to the rules of privacy."""

from pathlib import PurePosixPath

from disclosure.checks.open_comments import open_comments
from disclosure.importer.account import Account, account
from disclosure.importer.comments import with_comments
from disclosure.importer.draft import Entry, Fields, Items, Scalar
from disclosure.importer.reading import Fate, Paragraph, Reading, Remark
from disclosure.importer.tracked import Tracked
from disclosure.importer.unseen import private_in_dropped
from disclosure.importer.yaml_text import write
from disclosure.model.terms import Terms
from disclosure.source.load import load_model
from disclosure.source.reader import parse

_SHOWN = PurePosixPath("x.yaml")


def _case(beside: str) -> tuple[Account, Fields]:
    """Return the account and the draft of a file with something beside its text."""
    title, text = "整改通报", "完成率76%。"
    characters = title + text + beside
    told = Tracked.read(text, len(title))
    params = {"text": beside, "about": "76%", "author": "某某", "day": "2023-01-01"}
    start = len(title + text)
    remark = Remark("import.word.comment", params, start, len(characters), Fate.DROPPED)
    blocks = (Paragraph(Tracked.read(title, 0)), Paragraph(told))
    lead = Entry("lead", Items((Scalar("甲"), Scalar(told))))
    draft = Fields((Entry("title", Scalar(blocks[0].text)), lead))
    return account(Reading("docx", characters, blocks, (remark,)), draft), draft


def test_a_comment_stands_above_what_it_is_about() -> None:
    """In one line, without its author; the values are as before."""
    found, draft = _case("此数\n待核")
    text = with_comments(write(draft), found, "zh")
    assert text == (
        "title: 整改通报\n\nlead:\n  - 甲\n  # 批注（未处理）：此数 待核（“76%”）\n  - 完成率76%。\n"
    )
    assert parse(text).data == parse(write(draft)).data


def test_open_comments_are_told_until_they_are_deleted() -> None:
    """Each with its line; the same words in a text are text."""
    text = "keywords:\n  # 批注（未处理）：此数待核\n  - 甲\n  - 批注（未处理）：乙\n"
    places = load_model(text.encode(), _SHOWN, Terms).places
    assert places
    (found,) = open_comments(places, _SHOWN)
    assert (found.line, found.column, found.code) == (2, 5, "import.comment_open")
    assert dict(found.params) == {"text": "此数待核"}


def test_hidden_text_is_put_to_the_rules_of_privacy() -> None:
    """What they find is told without the number itself; of harmless words nothing is said."""
    found, _ = _case("联系人手机13800138000")
    told = private_in_dropped(found, _SHOWN)
    assert {each.code for each in told} == {"privacy.mobile"}
    assert "13800138000" not in repr(told)
    harmless, _ = _case("此数待核{x}*")
    assert private_in_dropped(harmless, _SHOWN) == ()
