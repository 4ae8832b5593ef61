"""Heads and feet of many shapes: the values, the text as printed, and every character."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.fields.foot import foot_of
from disclosure.importer.fields.head import head_of
from disclosure.importer.fields.lines import texts_in
from disclosure.importer.reading import Cell, Look, Paragraph, Reading, Table
from disclosure.importer.tracked import Tracked
from tests.importer.fields.ends import (
    Draft,
    draft,
    plain_entries,
    printed_wrong,
    reading_of,
    unaccounted,
)

FOLDER = Path(__file__).parent
TITLE = "中共云溪县水利局党组关于巡察整改进展情况的通报"


def cases(name: str) -> list[Any]:
    """Return the made-up texts of a file."""
    found = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return [pytest.param(each, id=each["name"]) for each in found]


def check(case: dict[str, Any], made: Draft, entries: tuple[Entry, ...], first: int) -> None:
    """Compare what was made of a text with what is wanted."""
    assert plain_entries(entries) == case["values"]
    left = [f"{each.code} {each.params['text']}" for each in made.remarks]
    assert left == case.get("left", [])
    assert unaccounted(made, first, first + 1) == ("", "")
    wrong = printed_wrong(made, first, first + 1)
    assert wrong.partition(": ")[2] == case.get("otherwise", "")


@pytest.mark.parametrize("case", cases("heads.yaml"))
def test_head(case: dict[str, Any]) -> None:
    """A head is read as it is meant, and printed word for word."""
    made = draft(case["text"].rstrip("\n"))
    check(case, made, made.head, len(made.reading.blocks) - 1)


@pytest.mark.parametrize("case", cases("feet.yaml"))
def test_foot(case: dict[str, Any]) -> None:
    """A foot is read as it is meant, and printed word for word and in its order."""
    made = draft(TITLE, case["text"].rstrip("\n"))
    check(case, made, made.foot, 1)


def guesses(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield where something was guessed, and the last word of why."""
    for each in entries:
        why = [scalar.guess for scalar in texts_in(each.value)]
        why += [each.value.guess] if isinstance(each.value, Fields) else []
        for guess in why:
            if guess:
                yield f"{each.key} {guess.code.rpartition('.')[2]}"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("关于审计整改情况的公告", "", {"issuer issuer_missing", "title genre"}),
        ("根据部署，开展了整改。", "", {"issuer issuer_missing", "title title"}),
        (TITLE, "", {"issuer issuer_title"}),
        (
            "整改通报",
            "云溪县水利局\n2024年3月1日",
            {"issuer issuer_signature", "published published_signature"},
        ),
        (
            "整改通报",
            "公示时间：2024年3月1日至3月7日。",
            {"issuer issuer_missing", "published published_posting"},
        ),
        ("整改通报\n来源：云溪县水利局", "", {"issuer issuer_source"}),
        ("整改通报\n发布机构：云溪县水利局", "", {"issuer issuer_by"}),
        ("整改进展\n发布单位：云溪县水利局", "", {"title title_unusual"}),
        (
            "整改通报\n云溪发布 2024-03-01 浏览：3",
            "",
            {"issuer issuer_source", "source bare_source"},
        ),
    ],
)
def test_guesses(before: str, after: str, wanted: set[str]) -> None:
    """What is not said is guessed with a reason; a kind of text is only proposed."""
    made = draft(before, after)
    assert set(guesses(made.head)) == wanted
    assert not list(guesses(made.foot))


def test_day_of_publication_is_not_invented() -> None:
    """Where neither label nor posting period nor signature gives a day, there is none."""
    made = draft(TITLE, "特此通报。")
    assert "published" not in plain_entries(made.head)


def test_signature_before_feedback_is_no_day_of_publication() -> None:
    """A day that cannot be meant is not proposed: the draft would not build."""
    lead = "2023年3月6日至4月28日，县委第二巡察组对县水利局党组开展了巡察，6月9日反馈了巡察意见。"
    made = draft(f"{TITLE}\n{lead}", "2022年3月1日")
    assert "published" not in plain_entries(made.head)
    assert printed_wrong(made, 2, 3) == ""


def test_derived_values_stand_for_no_characters() -> None:
    """Team and dates are worked out from the lead, whose characters are those of the lead."""
    lead = "2023年3月6日至4月28日，县委第二巡察组对县水利局党组开展了巡察。"
    made = draft(f"{TITLE}\n{lead}")
    inspection = next(each.value for each in made.head if each.key == "inspection")
    assert all(not each.source for each in texts_in(inspection) if isinstance(each, Scalar))


@pytest.mark.parametrize(
    "text",
    [
        "（" * 20000,
        "电话：" * 8000,
        "公示时间：" * 5000,
        "2023年1月1日至" * 5000,
        "县委第一、" * 8000 + "巡察组",
        "来源：" * 5000,
        "附件：1." * 5000,
        "一" * 50000,
        "已完成1个，" * 8000,
        "对" * 20000 + "开展了巡察",
        " " * 50000 + "。",
    ],
    ids=lambda text: text[:6],
)
def test_hostile_lines(text: str) -> None:
    """Long lines of one pattern are read, in time that grows with their length."""
    made = draft(f"{TITLE}\n{text}", text)
    assert unaccounted(made, 2 if text.strip() else 1, len(made.reading.blocks) - 1)[0] == ""


def table(*rows: tuple[str, ...], start: int) -> Table:
    """Return a table whose characters stand one after the other."""
    made = []
    for row in rows:
        cells = []
        for text in row:
            cells.append(Cell((Paragraph(Tracked.read(text, start)),)))
            start += len(text)
        made.append(tuple(cells))
    return Table(tuple(made), head_rows=1)


def test_table_in_the_foot() -> None:
    """A table stands where it is, between what is said before and behind it."""
    before = draft(TITLE, "整改情况见下表。\n云溪县水利局\n2024年3月1日").reading
    text, name, day = before.blocks[-3:]
    found = table(("序号", "问题"), ("1", "台账不全"), start=10**6)
    foot = foot_of((text, found, name, day))
    assert plain_entries(foot)["closing"] == [
        "整改情况见下表。",
        {"table": {"columns": ["序号", "问题"], "rows": [["1", "台账不全"]]}},
        {"part": "signature"},
    ]


def test_table_above_the_title() -> None:
    """The table in which a site says what a text is, is read as labels with what they say."""
    rows = (("索引号", "YX-1", "发布日期", "2024-03-01"), ("发文机关", "云溪县水利局"))
    title = draft(TITLE).reading.blocks[0]
    blocks = (table(*rows, start=10**6), title)
    head = plain_entries(head_of(blocks, Reading("docx", "", blocks)))
    assert head["title"] == TITLE
    assert head["published"] == "2024-03-01"
    assert head["head"] == [
        {"label": "索引号", "text": "YX-1"},
        {"label": "发文机关", "text": "云溪县水利局"},
    ]


def test_text_without_headings_is_content() -> None:
    """What would be the lead is the content of a text without headings."""
    blocks = draft(f"{TITLE}\n已全部整改。").reading.blocks[:2]
    head = plain_entries(head_of(blocks, Reading("txt", "", blocks), headed=False))
    assert (head["content"], "lead" in head) == ("已全部整改。", False)


def test_reference_to_a_note_stays() -> None:
    """The mark of a note in the lead is a reference; other braces are none."""
    made = draft(f"{TITLE}\n见{{①}}和{{②}}。").reading
    noted = Reading("docx", made.characters, made.blocks, notes=(("①", ()),))
    head = plain_entries(head_of(made.blocks[:2], noted))
    assert head["lead"] == "见{①}和\\{②}。"


BIG = Look(aligned="center", font="方正小标宋", size=22)
SMALL = Look(aligned="center", font="楷体", size=16)


def test_lines_of_one_look_are_one_title() -> None:
    """Two centred lines of one look are a title, though the first could be one by itself."""
    text = "关于整改情况的通报\n——第一批巡察\n现通报如下。"
    both = "云溪县水利局公告\n关于整改情况的通报\n现通报如下。"
    assert plain_entries(draft(text, "", {0: BIG, 1: BIG}).head)["subtitle"] == "——第一批巡察"
    one = plain_entries(draft(both, "", {0: BIG, 1: BIG}).head)
    assert one["title"] == "云溪县水利局公告关于整改情况的通报"
    two = plain_entries(draft(both, "", {0: BIG, 1: SMALL}).head)
    assert two["title"] == "云溪县水利局公告"


def test_name_to_the_right_signs() -> None:
    """A name that is set to the right at the end signs the text; one to the left is no proof."""
    after = "整改清单如下\n云溪县水利局"
    for aligned, signs in (("right", True), ("left", False)):
        made = draft(TITLE, after, {3: Look(aligned=aligned)})
        assert ("signature" in plain_entries(made.foot)) is signs


def test_signature_before_annexes() -> None:
    """A signature is found before annexes, which stay behind it."""
    annex = "\n".join(f"第{number}条任务已完成。" for number in range(20))
    made = draft(TITLE, f"特此通报。\n云溪县水利局\n2024年3月1日\n整改清单\n{annex}")
    foot = plain_entries(made.foot)
    assert foot["signature"] == {"name": "云溪县水利局", "date": "2024-03-01"}
    assert foot["closing"][:3] == ["特此通报。", {"part": "signature"}, "整改清单"]
    assert printed_wrong(made, 1, 2) == ""


def test_counts_of_the_second_chapter_are_none_of_the_whole() -> None:
    """Counts are read in the lead and the first chapter."""
    said = "县委第二巡察组反馈的{}个问题已全部整改。"
    lead = plain_entries(draft(f"{TITLE}\n{said.format(9)}").head)
    assert lead["declared"] == {"problems": "9"}
    blocks = reading_of(f"{TITLE}\n一、做法\n已整改。\n二、情况\n{said.format(7)}").blocks
    head = plain_entries(head_of(blocks[:1], Reading("txt", "", blocks)))
    assert "declared" not in head
