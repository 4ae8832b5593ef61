"""Contacts under a heading of their own are the notice's contact, and stay under it."""

import pytest

from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.source.load_genres import shipped_genres

HEAD = "关于巡察整改情况的通报\n一、问题整改\n已整改。\n二、联系方式\n"
FOOT = "\n某某局党组\n2023年5月1日"


def imported(text: str) -> Imported:
    """Import a text, and see that its draft says the same."""
    found = import_file("a.txt", text.encode(), ImportOptions(), shipped_genres)
    assert found.loaded
    assert (found.differences, found.account.lost) == ((), ())
    return found


def test_contact_of_a_last_chapter() -> None:
    """Its lines are a contact; the heading has no text of its own."""
    found = imported(f"{HEAD}电话：0555-2234567\n电子邮箱：a@example.cn{FOOT}")
    assert found.loaded
    notice = found.loaded.notice
    assert [each.title for each in notice.sections] == ["问题整改", "联系方式"]
    assert not notice.sections[1].body
    assert len(notice.contact) == 1


@pytest.mark.parametrize(
    "body",
    ["欢迎监督。\n电话：0555-2234567", "请到局办公室。", "电话：0555-2234567\n三、其他\n无。"],
)
def test_other_chapters_stay(body: str) -> None:
    """What begins with something else, names no number, or is not the last."""
    found = imported(f"{HEAD}{body}{FOOT}")
    assert found.loaded
    assert found.loaded.notice.sections[1].body
