"""Several who sign, those who sign before the office's own notes, and the day of printing."""

import pytest

from tests.importer.fields.made_drafts import imported, values

TEXT = "关于专项资金审计整改情况的公告\n现将整改情况公告如下。\n一、整改情况\n已拨付到位。\n"
BOTH = ["云口县审计局", "云口县财政局"]


@pytest.mark.parametrize(
    "foot",
    [
        "云口县审计局\t\t云口县财政局\n2023年10月20日\t\t2023年10月20日",
        "云口县审计局　　　云口县财政局\n2023年10月20日",
        "云口县审计局 2023年10月20日\n云口县财政局 2023年10月20日",
        "云口县审计局\n2023年10月20日\n云口县财政局\n2023年10月20日",
        "云口县审计局 2023年10月20日    云口县财政局 2023年10月20日",
        "云口县审计局\n云口县财政局\n2023年10月20日",
    ],
)
def test_two_sign(foot: str) -> None:
    """Both sign, and the date that they have in common is printed once, which is told."""
    found = values(TEXT + foot)
    assert found["signature"]["name"] == BOTH
    assert str(found["signature"]["date"]) == "2023-10-20"
    assert found["issuer"] == BOTH[0]
    assert "closing" not in found
    remarks = [each.code for each in imported(TEXT + foot).account.remarks]
    assert remarks.count("import.ends.day_twice") == foot.count("20日") - 1


def test_two_days() -> None:
    """A notice has one date: what was signed on another stays as it was typed, with a comment."""
    text = TEXT + "云口县审计局 2023年10月20日\n云口县财政局 2023年10月21日"
    found = values(text)
    assert found["closing"] == "云口县审计局 2023年10月20日"
    assert found["signature"]["name"] == "云口县财政局"
    assert "几家落款的日期不同" in imported(text).text


@pytest.mark.parametrize("note", ["抄送：县纪委监委。\n", "（此件公开发布）\n", ""])
@pytest.mark.parametrize(
    "printer", ["云口县水利局办公室　2025年3月2日印发", "云口县水利局办公室2025年3月2日印发"]
)
def test_day_of_printing(note: str, printer: str) -> None:
    """Who signs before the office's notes signs, and the day of printing is a guess."""
    text = f"{TEXT}云口县水利局\n{note}{printer}"
    found = values(text)
    assert found["signature"] == {"name": "云口县水利局"}
    assert str(found["published"]) == "2025-03-02"
    assert "取印发的日期2025-03-02" in imported(text).text


def test_day_of_signature_goes_before() -> None:
    """Of the two days the signature's is nearer to that of publication."""
    found = values(f"{TEXT}云口县水利局\n2025年2月28日\n云口县水利局办公室2025年3月2日印发")
    assert str(found["published"]) == "2025-02-28"


def test_last_words_of_a_text_sign_nothing() -> None:
    """An office is no signer behind a line that does not end."""
    found = values(f"{TEXT}责任单位如下\n县财政局")
    assert "signature" not in found
