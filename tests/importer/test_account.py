"""Every character of a file goes somewhere, and where is said."""

from disclosure.importer.account import Way, account
from disclosure.importer.draft import Entry, Fields, Items, Scalar
from disclosure.importer.proof import parting
from disclosure.importer.reading import Fate, Paragraph, Reading, Remark
from disclosure.importer.tracked import Tracked

_FILE = "一、党建\n整改情况:好\n2022年1月2日\n页脚"


def _text(part: str) -> Tracked:
    return Tracked.read(part, _FILE.index(part))


def _reading(remarks: tuple[Remark, ...] = ()) -> Reading:
    blocks = tuple(Paragraph(_text(line)) for line in _FILE.split("\n")[:-1])
    return Reading("txt", _FILE, blocks, remarks)


def _draft() -> Fields:
    section = Fields(
        (
            Entry("title", Scalar(_text("党建")), said=(_text("一、"),)),
            Entry("progress", Scalar(_text("好")), said=(_text("整改情况:"),)),
        )
    )
    date = Scalar("2022-01-02", source=_text("2022年1月2日"), plain=True)
    return Fields((Entry("sections", Items((section,))), Entry("published", date)))


def test_each_character_has_one_fate() -> None:
    """Kept, worked out, said by the program, dropped: and all of them together are the file."""
    dropped = Remark("import.full_width", {}, _FILE.index("页脚"), len(_FILE), Fate.DROPPED)
    found = account(_reading((dropped,)), _draft())
    assert dict(found.counts) == {
        Way.KEPT: 3,
        Way.WORKED_OUT: 9,
        Way.SAID: 7,
        Way.NORMALISED: 0,
        Way.DROPPED: 2,
        Way.LOST: 0,
    }
    assert found.total == 21
    assert found.stretches[0].paths == (("sections", 0, "title"),)


def test_what_is_nowhere_is_lost() -> None:
    """A footer that nobody dropped, and a paragraph that no value has."""
    found = account(_reading(), Fields(()))
    assert found.count(Way.LOST) == found.total == 21


def test_a_normalised_mark_of_a_lost_paragraph_is_lost() -> None:
    """That it was to be written otherwise does not account for it."""
    remark = Remark("import.full_width", {}, 9, 10, Fate.NORMALISED)
    assert account(_reading((remark,)), Fields(())).count(Way.NORMALISED) == 0
    there = account(_reading((remark,)), _draft())
    assert there.count(Way.NORMALISED) == 1


def test_what_is_normalised_away_needs_no_place() -> None:
    """A soft hyphen stands in no text, and of three points two go on."""
    reading = Reading(
        "txt",
        "党\u00ad建...",
        (Paragraph(Tracked("党建……", (0, 2, 3, 4))),),
        (
            Remark("import.full_width", {}, 1, 2, Fate.NORMALISED),
            Remark("import.full_width", {}, 3, 6, Fate.NORMALISED),
        ),
    )
    text = Tracked("党建……", (0, 2, 3, 4))
    found = account(reading, Fields((Entry("title", Scalar(text)),)))
    assert not found.lost
    assert account(reading, Fields((Entry("title", Scalar(text[:2])),))).count(Way.LOST) == 3


def test_rows_of_characters_are_followed_past_their_differences() -> None:
    """What is missing, what is added and what is other, each at its place."""
    first = "关于巡察整改进展情况的通报。根据县委统一部署，县委第四巡察组开展了巡察；现予公布。"
    second = "关于巡察整改进展情况的通报！根据统一部署，县委第四巡察组开展了巡察；现已予公布"
    found = [(first[a:b], second[c:d]) for a, b, c, d in parting(first, second)]
    assert found == [("。", "！"), ("县委", ""), ("", "已"), ("。", "")]
    assert not list(parting(first, first))
    assert [*parting("", "甲")] == [(0, 0, 0, 1)]
