"""The pure parts of ``bench/check_corpus``: texts, judgements, the table and the slips."""

import random
from pathlib import Path

import pytest

from bench.check_corpus.found import Found, findings_in
from bench.check_corpus.kinds import KINDS
from bench.check_corpus.planting import recall
from bench.check_corpus.slips import Kind
from bench.check_corpus.table import draw, read_judgements, table
from bench.check_corpus.texts import Text, notice_of, text_of

# One paragraph that has a place for every kind of slip.
SITES = (
    "一是按照主体责任要求，扎实地推进整改工作，取得了成效，认真落实中央八项规定精神，提升干部责任。",
    "二是严格落实意识形态工作责任制，人员已经到位，解决“门难进”的问题，（含领导干部）办理1 050件、200元。",
    "2021年3月8日，比例由20%~30%提高到33.5%，印发《关于加强财政资金管理的意见》：全县召开大会、部署。认真组织学习研讨，交流心得体会，形成共识后抓好落实。要求：一是抓好学习研讨；二是抓好整改落实。",
)


def found(key: str, rule: str = "names.pairs", level: str = "error", file: str = "a") -> Found:
    """Return a finding of no particular text."""
    return Found(key, rule, level, file, "", "", "", "")


def test_a_text() -> None:
    """The first line that looks like a title is one, the last date is that of publication."""
    text = text_of(
        "a", ["# 来源", "  关于整改情况的通报 ", "", "2021年3月1日开展。", "2021年5月2日"]
    )
    assert text.title == "关于整改情况的通报"
    assert text.paragraphs == ("2021年3月1日开展。", "2021年5月2日")
    assert text.day == "2021-05-02"
    assert not text_of("a", ["召开会议。", "好。"]).title


def test_headings() -> None:
    """Headings in order become sections, others and those without a text stay paragraphs."""
    lines = ("现公布。", "一、总体", "好。", "（一）甲", "乙。", "三、跳号", "二、其他", "丙。")
    sections = notice_of(Text("a", "", lines, "2022-01-01"))["sections"]
    assert [each["title"] for each in sections] == ["下一步工作", "总体", "其他"]
    assert sections[1]["sections"] == [{"title": "甲", "body": ["乙。", "三、跳号"]}]
    flat = notice_of(Text("a", "", lines, "2022-01-01"), headings=False)["sections"]
    assert [len(each["body"]) for each in flat] == [len(lines)]


def test_findings_of_a_text() -> None:
    """What is found has its place and its neighbours; marks of our own language are none."""
    text = Text("a", "", ("资料*存放*在{柜}里，，已清点。",), "2022-01-01")
    (one,) = (each for each in findings_in(text) if each.rule == "typography.repeated_marks")
    assert one.text == "，，"
    assert one.after == "已清点。"
    assert one.key == findings_in(text)[0].key


def test_judgements(tmp_path: Path) -> None:
    """Precision is that of the judged, false findings are estimated for all of the rule."""
    path = tmp_path / "a.tsv"
    path.write_text(
        "names.pairs\ta\tright\nnames.pairs\tb\twrong\t人名\nnames.pairs\tc\t?\n", "utf-8"
    )
    judged = read_judgements([path])
    assert judged == {("names.pairs", "a"): True, ("names.pairs", "b"): False}
    lines = list(table([found(key) for key in "abcd"], 4000, judged))
    assert lines[1].split() == ["names.pairs", "error", "4", "1.0000", "1", "2", "50%", "0.5000"]
    path.write_text("names.pairs\ta\tmaybe\n", "utf-8")
    with pytest.raises(SystemExit, match="maybe"):
        read_judgements([path])


def test_draw() -> None:
    """A draw is the same again, and what went does not change the rest of it."""
    every = [found(str(key)) for key in range(50)]
    drawn = draw(every, 10, 1)
    assert len(drawn) == 10
    assert draw(every, 10, 1) == drawn
    assert draw([each for each in every if each != drawn[0]], 10, 1)[:9] == drawn[1:]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_slip(kind: Kind) -> None:
    """Every kind finds a place and changes one thing; without it nothing differs."""
    chance = random.Random(1)
    made = [kind.make(SITES, at, chance) for at in (0, 1, 2) for _ in range(9)]
    planted = [each for each in made if each]
    assert planted
    assert kind.families
    for each in planted:
        assert each.before != each.after or each.notice


def test_recall() -> None:
    """A slip that the rules know is told as found."""
    lines = list(recall([text_of("a", SITES)], 3, 1, ["wrong encoding"], missed=True))
    assert lines[1].split()[:5] == ["wrong", "encoding", "3", "3", "3"]
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 30
