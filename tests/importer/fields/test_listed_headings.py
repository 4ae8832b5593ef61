"""Numbered lines that are parts of one sentence, or a label and a value, are a list."""

import pytest

from tests.importer.fields.made_drafts import HEAD, imported, problems, values


@pytest.mark.parametrize(
    "lines",
    [
        ["遵守法律；", "品行端正；", "身体健康。"],
        ["项目名称：云口县档案室修缮", "项目地点：临溪镇", "项目规模：约6万元。"],
    ],
)
def test_list(lines: list[str]) -> None:
    """All of them are items, and nothing is left to check."""
    text = "\n".join(f"{number}.{line}" for number, line in enumerate(lines, 1))
    (found,) = problems(f"（一）报名条件\n{text}")
    assert found["content"] == [{"list": {"items": lines}}]
    assert "import.guess.heading" not in imported(f"{HEAD}（一）报名条件\n{text}").text


@pytest.mark.parametrize(
    "lines",
    [
        "1.台账不全的问题；\n2.账目不清的问题；\n3.钥匙不齐的问题。",
        "1.遵守法律；\n有三项要求。\n2.品行端正。",
        "1.整改措施：补齐台账。\n2.整改成效：账实相符。",
        f"1.加强学习：{'修订计划，' * 10}集中学习。\n2.加强管理：{'核对账目，' * 10}公示结果。",
        "1.提高认识。\n2.加强管理。",
    ],
)
def test_headings(lines: str) -> None:
    """Problems, sections with text, answers and whole sentences stay headings."""
    (found,) = problems(f"（一）整改要求\n{lines}")
    assert [each["title"] for each in found["sections"]]


def test_contacts_of_two_offices() -> None:
    """A line that names the second office stands among the contacts, where it was typed."""
    lines = [
        "地址：云口县河滨路8号",
        "联系电话：0555-5550118",
        "受托机构：云口县某某咨询有限公司",
        "地址：云口县环城路1号",
        "联系电话：0555-5550119",
    ]
    found = values(f"{HEAD}按计划推进。\n" + "\n".join(lines))
    assert len(found["contact"]["lines"]) == len(lines)
    assert found["sections"][0]["body"] == "按计划推进。"


def test_another_seal() -> None:
    """Whose seal stands for another's signs, and issues the notice."""
    found = values(
        "关于整改情况的公告\n一、整改情况\n已完成。\n（云口县水利局办公室代章）\n2024年3月1日"
    )
    assert found["signature"]["name"] == "（云口县水利局办公室代章）"
    assert found["issuer"] == "云口县水利局办公室"
