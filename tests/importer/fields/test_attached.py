"""Names of files behind the text: attachments where a word stands before them."""

from tests.importer.fields.made_drafts import HEAD, values


def test_file_without_a_word() -> None:
    """A file's name without 附件 before it is text: as an attachment it would get a number."""
    found = values(f"{HEAD}按计划推进。\n附件：整改台账.docx\n报名表.xls")
    assert [each["title"] for each in found["attachments"]] == ["整改台账.docx"]
    assert "报名表.xls" in str(found["closing"])


def test_file_below_its_word() -> None:
    """附件： in a line of its own is the word of the file below it."""
    found = values(f"{HEAD}按计划推进。\n附件：\n整改台账.docx")
    assert found["attachments"] == [{"title": "整改台账.docx", "label": "附件", "only_named": True}]
