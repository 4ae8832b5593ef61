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


def test_list_of_names() -> None:
    """Of names under a heading the last alone signs: the others are its text."""
    names = ["云口县某某学校", "云口县临溪学校", "云口县城关学校"]
    found = values(
        f"{TEXT}二、责令整改的学校（3所）\n" + "\n".join((*names, "云口县教育局\n2024年3月1日"))
    )
    assert found["signature"]["name"] == found["issuer"] == "云口县教育局"
    assert found["sections"][1]["body"] == names


def test_sentence_for_a_title() -> None:
    """What stands before a year in a sentence is no office."""
    found = values("我院在省局2015年工作考核中排名第一\n近日，考核结果公布。")
    assert found["issuer"].startswith("〔")


def test_many_sign() -> None:
    """Seven offices sign together; of very many names in a row the last alone does."""
    names = [
        f"云口县{each}局"
        for each in [
            "财政",
            "公安",
            "民政",
            "教育",
            "水利",
            "林业",
            "农业",
            "商务",
            "审计",
            "统计",
            "科技",
            "文旅",
            "体育",
        ]
    ]
    few = values(f"{TEXT}特此公告。\n" + "\n".join((*names[:7], "2024年3月1日")))
    assert few["signature"]["name"] == names[:7]
    assert few["issuer"] == names[0]
    many = values(f"{TEXT}特此公告。\n" + "\n".join((*names, "2024年3月1日")))
    assert many["signature"]["name"] == names[-1]
