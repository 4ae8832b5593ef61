"""Labels with a number in brackets before them are answers, and the number stays with them."""

import pytest

from tests.importer.fields.made_drafts import problems


def test_numbered_labels() -> None:
    """Each is an answer of the section above, printed with its number; the state is data."""
    text = (
        "（一）台账不全的问题\n（1）整改情况：已补齐台账。目前，该问题已完成整改。\n"
        "（2）下一步：每季度查一次。\n再抽查一次。\n"
        "（二）账目不清的问题\n（1）整改措施：\n一是核对账目；\n二是公示结果。\n"
        "（2）整改成效：已公示。\n（3）完成时限：2022年8月\n"
    )
    first, second = problems(text)
    assert "sections" not in first
    assert first["responses"] == [
        {"label": "（1）整改情况", "text": "已补齐台账。目前，该问题已完成整改。"},
        {"label": "（2）下一步", "text": ["每季度查一次。", "再抽查一次。"]},
    ]
    assert first.get("kind") is None
    assert second["responses"] == [
        {"label": "（1）整改措施", "own_line": True, "items": ["核对账目；", "公示结果。"]},
        {"label": "（2）整改成效", "text": "已公示。"},
        {"label": "（3）完成时限", "text": "2022年8月"},
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "（1）整改情况：已补齐。\n（2）台账管理：每季度查。",
        "（1）台账管理：每季度查一次。再抽查。\n（2）下一步：每季度查一次。再抽查。",
        "1.整改情况：已补齐。\n2.下一步：每季度查一次。",
        "（1）整改情况\n已补齐。\n（2）下一步工作\n每季度查一次。",
    ],
)
def test_headings_stay(lines: str) -> None:
    """A group with a word that nobody knows, other marks, and titles without a colon."""
    (found,) = problems(f"（一）台账不全的问题\n{lines}\n")
    assert found["sections"]
