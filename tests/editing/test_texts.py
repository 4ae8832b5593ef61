"""Every printed text is one that can be edited, and says what the file holds."""

import pytest

from disclosure.document.document import read_document
from disclosure.editing.opened import Opened
from disclosure.editing.texts import address, editable_texts
from disclosure.model.notice import Notice
from tests.editing.material import FORMS, loaded, materials

_UNSEEN = {"id", "formula"}


@pytest.mark.parametrize("name", [name for name, _ in materials()])
def test_every_text_has_its_path(name: str) -> None:
    """What is printed is at a path of the file, once, and ``raw`` is what is seen there."""
    text = dict(materials())[name]
    notice = loaded(text)
    assert notice is not None
    texts = editable_texts(notice)
    opened = Opened(text, Notice)
    assert all(opened.seen(each.path) == each.raw for each in texts)
    paths = [each.path for each in texts]
    assert len(paths) == len(set(paths))
    for value in read_document(notice.notice, notice.outline).values:
        path = address(value, notice.places.document)
        assert path in paths or path is None or path[-1] in _UNSEEN, value.path


def test_forms() -> None:
    """Blocks, folds, quotes, brackets, single texts and lists, dates and states."""
    notice = loaded(FORMS)
    assert notice is not None
    found = {each.path: each.printed for each in editable_texts(notice)}
    assert found["lead", 1] == "# 这一行是文字。"
    assert found["closing", 1, 1] == "又一段。"
    assert found["closing", 2, 0] == "两行的"
    assert found["sections", 0, "body", 1] == "第二段。"
    assert found["sections", 2, "sections", 0, "outcomes", 1] == "写了信。"
    assert found["sections", 2, "sections", 1, "outcomes", 1, "items", 0] == "甲事；"
    assert found["sections", 2, "sections", 0, "status"] == "已完成"
    assert found["sections", 2, "sections", 0, "deadline"] == "2023年10月31日"
    assert found["contact", "phone"] == "0563-2263070"
    assert found["signature", "date"] == "2022年2月20日"
    assert found["unit", 1] == "某局所属单位"
