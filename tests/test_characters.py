"""Every character of Unicode is refused, told, or seen: gone through one by one."""

import re
import sys
from unicodedata import category, combining

import pytest

from disclosure.characters import HIDDEN, PRIVATE, REFUSED, refused_in
from disclosure.checks.typography import damaged, invisible
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role, Value
from disclosure.report.text import sentence
from disclosure.source.load import load_notice
from disclosure.source.reader import parse
from disclosure.source.text import decode
from tests.checks.desk import SHOWN, SOUND, codes_in, to_yaml, verdict_of

EVERY = tuple(map(chr, range(sys.maxunicode + 1)))
# Blanks to the eye, though Unicode calls them letters, signs or marks.
FILLERS = frozenset("\u2800\u3164\u115f\u1160\uffa0\u034f\u17b4\u17b5\U00016fe4")
# Blank, default ignorable and unassigned: kept free for more invisible characters.
KEPT_FREE = frozenset(map(chr, (0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000))))
# Format characters since Unicode 15, which Python 3.11 does not know.
NEWER = frozenset(map(chr, range(0x13439, 0x13440)))
OTHERS = FILLERS | KEPT_FREE | NEWER
LINE_ENDS = frozenset("\t\n\r")
# No character is in two of them.
LISTS = tuple(re.compile(f"[{each}]") for each in (REFUSED, HIDDEN, PRIVATE))


def is_noncharacter(character: str) -> bool:
    """Say whether Unicode promises never to give the code point a character."""
    point = ord(character)
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE


def is_selector(character: str) -> bool:
    """Say whether it chooses the form of the character before it."""
    point = ord(character)
    return 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF or 0x180B <= point <= 0x180F


def hides(character: str) -> bool:
    """Say, by Unicode's own tables, whether a character does not show itself."""
    return (
        category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        or is_noncharacter(character)
        or character in OTHERS
        or is_selector(character)
    ) and character not in LINE_ENDS


def test_every_character_is_in_its_place() -> None:
    """What does not show itself is in exactly one list, and nothing else is in any."""
    text = "".join(EVERY)
    refused, hidden, private = (set(each.findall(text)) for each in LISTS)
    assert len(refused) + len(hidden) + len(private) == len(refused | hidden | private)
    listed = refused | hidden | private
    wanted = {character for character in EVERY if hides(character)}
    assert {f"U+{ord(c):04X}" for c in listed ^ wanted} == set()


def test_what_sets_direction_is_refused() -> None:
    """No character that changes the order in which others are read comes into a text."""
    for point in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        assert LISTS[0].match(chr(point))


def test_letters_of_names_are_seen() -> None:
    """Han of every plane, marks of scripts, and code points still free are left alone."""
    names = "㐀𠮷𪚥𫠝𫢸𬺰𮯠𰀀𱍊〇·﨑é\u0301ཀྵئ가"
    assert not [c for c in names if any(each.match(c) for each in LISTS)]
    assert combining("\u0301")


REFUSED_ONES = [c for c in EVERY if LISTS[0].match(c) and category(c) != "Cs"]


def test_none_is_missed_by_the_look_at_the_whole() -> None:
    """Every refused character is found in a text, alone and beside ordinary ones."""
    for character in filter(LISTS[0].match, EVERY):
        text = f"通报\n\u3000{character}正文"
        assert [match.start() for match in refused_in(text)] == [4]
    assert not list(refused_in("通报\n\u3000\t正文"))


def test_the_loader_refuses_them_in_a_file() -> None:
    """A refused character anywhere in a file is an error that names it."""
    assert len(REFUSED_ONES) > 250
    for character in REFUSED_ONES:
        _, faults = decode(f"title: 甲{character}乙\n".encode())
        point = f"U+{ord(character):04X}"
        assert [(f.code, dict(f.params)["point"]) for f in faults] == [("text.character", point)]


def test_the_loader_refuses_them_as_escapes() -> None:
    """The same character written as an escape in double quotes is an error too."""
    for character in (*REFUSED_ONES, "\r"):
        document = parse(f'title: "甲\\U{ord(character):08x}乙"\n')
        assert [each.code for each in document.faults] == ["yaml.control"], ascii(character)


def test_the_rules_tell_the_others() -> None:
    """A hidden or private character in a text is found, and only the hidden are taken out."""
    text = "".join(EVERY)
    some_private = [c for c in LISTS[2].findall(text) if (ord(c) & 0xFF) < 4]
    for character in (*LISTS[1].findall(text), *some_private):
        hidden = LISTS[1].match(character)
        piece = PrintedText(Value(("lead", 0), Role.PROSE, f"甲{character}乙"), f"甲{character}乙")
        rule = invisible.RULE if hidden else damaged.RULE
        subject = type("Seen", (), {"pieces": (piece,)})
        assert list(rule.check(subject)), f"U+{ord(character):04X}"  # type: ignore[arg-type]
        kept = is_selector(character) and not 0x180B <= ord(character) <= 0x180F
        assert len(list(invisible.fix(piece.text))) == (bool(hidden) and not kept)


def test_selectors_behind_han_are_told_and_kept() -> None:
    """The variant of a name's character is told, for a reason to be given, and never cut off."""
    assert "typography.invisible" in codes_in("由葛\U000e0100同志负责。")
    assert list(invisible.fix("葛\U000e0100")) == []
    assert len(list(invisible.fix("3\ufe0f"))) == 1


DAMAGED = (
    *("由王\ufffd同志负责。", "由王\ufffd\ufffd负责。", "锟斤拷同志负责。", "由锟斤拷锟斤拷负责。"),
    *(
        "由李?同志负责。",
        "由李??同志负责。",
        "李?、王某负责。",
        "（李?）负责。",
        "由李〓同志负责。",
    ),
    *("〓〓街道办事处负责。", "由李\ue123同志负责。", "李\U000f0001负责。", "烫烫烫烫负责。"),
    *("负责人李?", "经??研究。", "由\U0010fffd负责。", "屯屯屯屯负责。", "锟斤负责。"),
)


@pytest.mark.parametrize("text", DAMAGED)
def test_lost_characters_are_errors(text: str) -> None:
    """A place where a character was lost is an error, and no repair hides it."""
    from disclosure.checks.rules import RULES

    assert "typography.damaged" in codes_in(text)
    for rule in RULES:
        for edit in rule.fix(text) if rule.fix else ():
            assert not set(text[edit.start : edit.end]) & set("?\ufffd〓锟斤拷\ue123"), rule.id


@pytest.mark.parametrize(
    "text",
    [
        "为什么?因为学习不够。",
        "是否完成?已完成。",
        "谁负责?",
        "网址是a.cn/?x=1。",
        "已完成？好的。",
    ],
)
def test_questions_are_not_lost_characters(text: str) -> None:
    """A half-width question mark behind a question is only a question mark."""
    assert "typography.damaged" not in codes_in(text)


def test_a_sound_notice_with_rare_han_loads() -> None:
    """Names from all planes of Han load without a word."""
    data = SOUND | {"lead": "由李𠮷、王𬺰、张𱍊同志负责。"}
    loaded, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert loaded is not None
    assert not found


def test_each_loss_has_its_own_remedy() -> None:
    """U+FFFD, 锟斤拷, 〓, a private character and a run of ? each say what to do about them."""
    lost = (
        "由王\ufffd同志负责。",
        "锟斤拷同志负责。",
        "由李〓同志负责。",
        "由李\ue123同志负责。",
        "由李??同志负责。",
    )
    for language in ("zh", "en"):
        told = set()
        for text in lost:
            data = SOUND | {"lead": text}
            found = verdict_of(to_yaml(data)).diagnostics
            told.update(
                re.sub('[“"].*?[”"]|[（(]U.*?[)）]', "", sentence(each, language))
                for each in found
                if each.code == "typography.damaged"
            )
        assert len(told) == len(lost), told
