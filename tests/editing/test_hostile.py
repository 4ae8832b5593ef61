"""Every text of every notice can become any other: it reads back, and no other line changes."""

import pytest

from disclosure.editing.apply import applied
from disclosure.editing.edit import SetValue
from disclosure.editing.opened import Opened, paragraphs_in
from disclosure.editing.texts import EditableText, editable_texts
from disclosure.model.notice import Notice
from tests.editing.material import FORMS, changed_rows, loaded, materials

_HOSTILE = (
    *("甲: 乙", "甲 # 乙", "它's", '说"好"', "{", "- 甲", "&a", "*a", "!x", "%x", "@x", "`x"),
    *(
        "| x",
        "> x",
        "  前后  ",
        "一\n二",
        "一\n\n  二\n",
        "甲：乙",
        "长" * 3000,
        "好😀的",
        "{no.ref}",
    ),
    *(
        "text：甲",
        "text: 甲",
        "'",
        '"',
        "\\",
        "#",
        "~",
        "null",
        "-",
        "?",
        "? a",
        ":",
        "a:",
        "[甲, 乙]",
    ),
    *(
        "{甲: 乙}",
        "甲\t乙",
        "---",
        "...",
        "-甲",
        "1,234",
        "<<",
        "=",
        "！",
        "''",
        "\\n",
        "%YAML 1.2",
    ),
    *(
        "正文 \\",
        "　全角",
        "no",
        "0755",
        "|",
        ">-",
        "一 ##二",
        "甲\n- 乙",
        "甲\n#乙",
        ",",
        "]",
        "}",
    ),
)


def _check(text: str, opened: Opened, one: EditableText, new: str) -> None:
    after = applied(text, [SetValue(one.path, new, one.raw)])
    place = opened.place(one.path)
    assert place is not None
    held = Opened(after, Notice).value(place.path)
    if place.number < 0:
        assert held == new
    else:
        before = paragraphs_in(opened.value(place.path))
        before[place.number : place.number + 1] = paragraphs_in(new)
        assert paragraphs_in(held) == before
    start, end = opened.document.values[place.path]
    assert changed_rows(text, after) <= end.line - start.line + 1


@pytest.mark.parametrize("number", range(len(_HOSTILE)))
def test_every_form(number: int) -> None:
    """In blocks, folds, quotes, brackets, plain texts of several lines, items and keys."""
    notice, opened = loaded(FORMS), Opened(FORMS, Notice)
    assert notice is not None
    for one in editable_texts(notice)[number % 6 :: 6]:
        _check(FORMS, opened, one, _HOSTILE[number])


@pytest.mark.slow
@pytest.mark.parametrize("new", _HOSTILE, ids=range(len(_HOSTILE)))
def test_each_in_every_form(new: str) -> None:
    """All of them everywhere."""
    notice, opened = loaded(FORMS), Opened(FORMS, Notice)
    assert notice is not None
    for one in editable_texts(notice):
        _check(FORMS, opened, one, new)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in materials()])
def test_every_text(name: str) -> None:
    """Each text of each notice that the tests keep, with three of them in turn."""
    text = dict(materials())[name]
    notice, opened = loaded(text), Opened(text, Notice)
    assert notice is not None
    for number, one in enumerate(editable_texts(notice)):
        for step in range(3):
            _check(text, opened, one, _HOSTILE[(number * 3 + step) % len(_HOSTILE)])
