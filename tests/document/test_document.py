"""What the document says in cases that no writer decides."""

from typing import Any

from disclosure.document.blocks import Answer, Block, Heading
from disclosure.document.document import Document, read_document
from disclosure.model.contact import Contact
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml

TABLE = {"caption": "表", "columns": ["项目"], "rows": [["甲"]]}


def document(default: tuple[Contact, ...] = (), **changes: Any) -> Document:
    """Return a sound notice, changed; a field that is None is left out."""
    data = {name: value for name, value in (SOUND | changes).items() if value is not None}
    loaded, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert loaded is not None, found
    return read_document(loaded.notice, loaded.outline, default)


def heading(section: dict[str, Any]) -> tuple[Heading, list[Block]]:
    """Return the heading of a section, and what is read behind it."""
    first, *rest = document(sections=[{"title": "整改"} | section]).chapters[0].linear()
    assert isinstance(first, Heading)
    return first, rest


def test_contacts_of_the_site() -> None:
    """A notice that names nobody has the site's contacts; they are no texts of the notice."""
    office = Contact(name="县纪委", phone=("0563-2263070",))
    own = document((office,))
    assert [line.text for line in own.offices[0].lines] == ["0563-2263070", "office@example.com"]
    read = document((office,), contact=None)
    assert [line.line for line in read.offices[0].lines] == ["单位：县纪委", "电话：0563-2263070"]
    assert not any(line.values for line in read.offices[0].lines)
    assert document(contact=None).offices == ()


def test_text_that_goes_on_in_the_line_of_its_heading() -> None:
    """The first paragraph does where the section says so; a table or an answer never does."""
    first, rest = heading({"run_in": True, "body": ["甲。", "乙。"]})
    assert first.opening is not None
    assert first.opening.value.raw == "甲。"
    assert len(rest) == 1
    assert heading({"body": ["甲。"]})[0].opening is None
    first, rest = heading({"run_in": True, "tables": [TABLE]})
    assert (first.opening, len(rest)) == (None, 1)
    first, rest = heading({"run_in": True, "progress": ["已改。"]})
    assert (first.opening, len(rest)) == (None, 1)


def test_answer_with_text_and_items() -> None:
    """Items that follow a text stand under its label, which is printed once."""
    response = {"label": "整改落实", "text": ["已改。"], "items": ["甲。", "乙。"]}
    _, rest = heading({"responses": [response]})
    answers = [block for block in rest if isinstance(block, Answer)]
    assert [(answer.label, answer.is_list) for answer in answers] == [
        ("整改落实", False),
        ("", True),
    ]
    assert [item.word for item in answers[1].items] == ["一是", "二是"]
    assert [value.raw for answer in answers for value in answer.values] == [
        "整改落实", "已改。", "甲。", "乙。",
    ]  # fmt: skip


def test_unit_beside_the_title() -> None:
    """The inspected unit is listed where it is not the one that speaks."""
    own = document(unit=SOUND["issuer"])
    assert [fact.key for fact in own.beside] == ["issuer"]
    other = document(unit="某县某局")
    assert [fact.line for fact in other.beside][1:] == ["被巡察单位：某县某局"]
