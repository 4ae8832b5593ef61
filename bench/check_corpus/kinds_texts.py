"""Slips of a text against itself: repeated, renamed, out of order."""

import random
import re

from .slips import NAMES, Kind, Planted, put, said

_SENTENCE = re.compile(r"(?<=。)[^。]{15,80}。")
_ITEMS = re.compile(r"二是(?=[^。；]{4,})")
_TITLE = re.compile(r"《([^《》]{8,30})》")
_OTHERS = "的一是在不了有和人这中大为上个国"


def _paragraph_again(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    text = stretch[at]
    if len(text) < 60:
        return None
    place = chance.randint(at + 1, len(stretch))
    return Planted(stretch, (*stretch[:place], text, *stretch[place:]), f"[{text[:8]}… twice]")


def _sentence_again(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    found = list(_SENTENCE.finditer(stretch[at]))
    if not found:
        return None
    match = chance.choice(found)
    return put(stretch, at, match.end(), match.end(), match[0])


def _skipped(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    match = _ITEMS.search(stretch[at])
    if not match or "一是" not in stretch[at][: match.start()]:
        return None
    return put(stretch, at, match.start(), match.end(), "三是")


def _title_otherwise(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    """Say a document's title again, with one character lost or changed."""
    match = _TITLE.search(stretch[at])
    if not match or not stretch[at].endswith("。"):
        return None
    name = match[1]
    place = chance.randrange(2, len(name) - 2)
    new = name[:place] + chance.choice(("", chance.choice(_OTHERS))) + name[place + 1 :]
    if new == name:
        return None
    text = stretch[at]
    before = (*stretch[:at], f"{text}会议学习了《{name}》。", *stretch[at + 1 :])
    after = (*stretch[:at], f"{text}会议学习了《{new}》。", *stretch[at + 1 :])
    return Planted(before, after, f"《{name}》→《{new}》")


def _person_otherwise(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    text = stretch[at]
    if not text.endswith("。"):
        return None
    surname, given = chance.choice("赵钱孙周吴郑冯陈"), chance.choice(NAMES)
    alike = {"军": "君", "红": "虹", "远": "元", "静": "靖", "庆": "清", "东": "冬", "兰": "岚", "波": "博", "琪": "淇", "然": "燃"}  # fmt: skip
    other = given[0] + alike[given[1]]
    first = f"局长{surname}{given}主持会议。"
    before = (
        *stretch[:at],
        text + first,
        f"会上，{surname}{given}强调要抓好落实。",
        *stretch[at + 1 :],
    )
    after = (
        *stretch[:at],
        text + first,
        f"会上，{surname}{other}强调要抓好落实。",
        *stretch[at + 1 :],
    )
    return Planted(before, after, f"{surname}{given}→{surname}{other}")


def _early(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    """Take the notice to be published years before what it tells."""
    years = [int(year) for year in re.findall(r"(?<!\d)20[012]\d(?=年)", stretch[at])]
    if not years:
        return None
    right, wrong = f"{max(years)}-12-31", f"{min(years) - 3}-12-31"
    return Planted(stretch, stretch, f"published {right}→{wrong}", {"published": wrong})


TEXTS: tuple[Kind, ...] = (
    Kind("paragraph twice", ("structure.", "typography.", "names."), _paragraph_again),
    Kind("sentence twice", ("structure.", "typography.", "names."), _sentence_again),
    Kind("一是, then 三是", ("structure.",), _skipped),
    Kind("title of a document otherwise", ("names.",), _title_otherwise),
    Kind("person's name otherwise", ("names.",), _person_otherwise),
    Kind("published before its dates", ("timeline.", "release."), _early),
    Kind(
        "numbers in brackets out of order",
        ("structure.",),
        said("要求：（1）学文件；（2）查问题；（3）抓整改。", "要求：（1）学文件；（3）查问题；（4）抓整改。"),
    ),
    Kind(
        "place left open",
        ("typography.", "release."),
        said("由县财政局负责，联系人见文末。", "由XX局负责，联系人见文末。"),
    ),
)  # fmt: skip
