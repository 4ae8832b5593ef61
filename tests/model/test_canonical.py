"""The bytes that are signed: values, and nothing but values."""

from pathlib import PurePosixPath

import pytest

from disclosure.model.canonical import canonical_bytes, content_digest
from disclosure.source.load import load_notice
from tests.conftest import NOTICE, ROOT


def canonical(text: str) -> bytes:
    """Return the canonical form of a notice's YAML."""
    loaded, found = load_notice(text.encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    return canonical_bytes(loaded.notice)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title:", "# a comment\ntitle:"),
        ("source: 某县纪委", "source:   '某县纪委'   # why"),
        ("lead: 现将巡察整改", 'lead: >\n  现将巡察\n  整改'),
        ("contact: {phone: 0563-2263070, email: office@example.com}",
         "contact:\n  - email: office@example.com\n    phone: [0563-2263070]"),
        ("headline: true", "'headline': true"),
        ("unit: 个,", "unit: 个, note: ,"),
    ],
)  # fmt: skip
def test_layout_changes_nothing(old: str, new: str) -> None:
    """Comments, quoting, folding, order of keys and empty keys leave the bytes as they are."""
    assert old in NOTICE
    assert canonical(NOTICE.replace(old, new, 1)) == canonical(NOTICE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("某县纪委", "某县监委"),
        ("38", "38.0"),
        ("18.7%", "18.70%"),
        ("09:30", "09:31"),
        ("印", "印"),
        ("2022-02-23", "2022-02-24"),
        ("kind: 问题", "kind: 方面"),
        ("予以公布。", "予以公布"),
        ("headline: true", "headline: false"),
    ],
)
def test_any_value_changes_it(old: str, new: str) -> None:
    """Every changed value changes the digest."""
    changed = NOTICE.replace(old, new, 1)
    same = changed == NOTICE
    assert (content_digest(canonical(changed)) == content_digest(canonical(NOTICE))) is same


def test_form_is_pinned() -> None:
    """The canonical form of the real notice is this, until its text or the form is changed."""
    text = (ROOT / "content/notices/2022-02-23-jxzszx.yaml").read_text(encoding="utf-8")
    data = canonical(text)
    assert data.startswith('{\n  "title": "中共泾县招商合作服务中心党组'.encode())
    assert data.endswith(b"\n}\n")
    assert b"null" not in data
