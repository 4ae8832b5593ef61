"""Mutants: sound notices with one slip each, of the kinds that happen in offices.

Every family draws its slips from places where a careful editor could notice them: a rate whose
numbers stand before it, a name that is known, a date with a year. What is put in is drawn at
random and not looked at: whether it can be noticed is for the rules to show.
"""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from disclosure.document.document import read_document
from disclosure.document.printed import printed_texts
from disclosure.document.values import Role
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN, to_yaml
from tests.checks.mutants_private import planted
from tests.checks.slips import Slip, groups, other_number, replace
from tests.conftest import ROOT

Data = dict[str, object]
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装"


class Mutant(NamedTuple):
    """One slip.

    Attributes:
        notice: which notice it was made from.
        slip: what was changed, for who reads a failure.
        text: the YAML.
    """

    notice: str
    slip: str
    text: str


class Base(NamedTuple):
    """A notice to make slips in: every figure typed where it stands, as in a Word file."""

    name: str
    text: str


def bases() -> list[Base]:
    """Return the notices."""
    paths = [ROOT / "content" / "notices" / "2022-02-23-jxzszx.yaml"]
    paths += sorted((ROOT / "tests" / "cases" / "notices").glob("1*.yaml"))
    return [Base(path.stem, _typed(path.read_bytes())) for path in paths]


def _typed(data: bytes) -> str:
    loaded, found = load_notice(data, SHOWN)
    assert loaded is not None, found
    plain: Data = loaded.notice.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    document = read_document(loaded.notice, loaded.outline)
    for piece in printed_texts(document, loaded.figures):
        if piece.role in {Role.PROSE, Role.ITEM, Role.CELL}:
            _put(plain, piece.path, piece.text)
    plain.pop("metrics", None)
    return to_yaml(plain)


def _put(plain: object, path: tuple[str | int, ...], text: str) -> None:
    for part in path[:-1]:
        plain = plain[part]  # type: ignore[index]
    plain[path[-1]] = text  # type: ignore[index]


def draw(family: str, wanted: int) -> list[Mutant]:
    """Return ``wanted`` different mutants of a family, the same every time."""
    chance = random.Random(family)
    sources = [(base, FAMILIES[family](base.text)) for base in bases()]
    sources = [(base, sites) for base, sites in sources if sites]
    # Notices with more places for a slip get more of them.
    weights = [len(sites) for _, sites in sources]
    found: dict[str, Mutant] = {}
    for _ in range(wanted * 50):
        base, sites = chance.choices(sources, weights)[0]
        slip, text = chance.choice(sites)(chance)
        if text != base.text:
            found.setdefault(text, Mutant(base.name, slip, text))
        if len(found) == wanted:
            break
    return list(found.values())


# Rates behind their numbers, counts with growth, from A to B, done and left, part of a whole,
# lists that say how many they are.
_CHECKABLE = (
    r"全县(\d+)个招商项目通过了预审，有(\d+)个项目未开工建设，开工率为([\d.]+)%",
    r"[，共](\d+)个项目通过预审，其中(\d+)个项目开工建设，开工率为(\d+)%",
    r"亿元以上(?:省外投资)?项目\d+个，同比增长([\d.]+)%",
    r"共摸排撂荒地(\d+)亩",
    r"复耕复种(\d+)亩，剩余(\d+)亩",
    r"对(\d+)个超期项目[^。]{0,30}已完成验收(\d+)个，另有(\d+)个",
    r"(\d+)件信访积案化解(\d+)件，剩余(\d+)件",
    r"“(\d+)\+(\d+)”",
)  # fmt: skip
_SWAPPED = (
    r"由([\d.]+)%(提升至|提高到)([\d.]+)%",
    r"(\d+)(个，已整改)(\d+)个",
    r"(\d+)(件，办结)(\d+)件",
)


def numbers(text: str) -> list[Slip]:
    """Return slips in figures that the text itself can check."""
    found = [
        replace(text, *span, other_number(text[slice(*span)]))
        for pattern in _CHECKABLE
        for span in groups(text, pattern)
    ]
    for pattern in _SWAPPED:
        for match in re.finditer(pattern, text):
            first, last = sorted((float(match[1]), float(match[3])))
            found.append(replace(text, *match.span(), _worse(match, first, last)))
    return found


def _worse(match: re.Match[str], low: float, high: float) -> Callable[[random.Random], str]:
    """Return what draws a part that is larger than its whole, or a rise that is a fall."""

    def make(chance: random.Random) -> str:
        shown = re.sub(r"\d[\d.]*", "{}", match[0])
        more = high + chance.randint(1, 40)
        if "由" in match[0]:
            return shown.format(f"{min(more, 99.9):g}", f"{max(low - chance.randint(0, 9), 1):g}")
        return shown.format(f"{int(low)}", f"{int(more)}")

    return make


def counts(text: str) -> list[Slip]:
    """Return slips in what a notice says it holds, and problems lost or doubled."""
    patterns = (
        r"反馈的?(?:(\d+)个?大类)?(?:(\d+)个?方面)?(?:(\d+)类)?(\d+)个(?:具体)?问题",
        r"(?:制定了?|细化)(?:整改措施(\d+)条|(\d+)条整改措施)",
        r"problems: '(\d+)'",
        r"categories: '(\d+)'",
        r"aspects: '(\d+)'",
        r"measures: '(\d+)'",
    )
    found = [
        replace(text, *span, other_number(text[slice(*span)]))
        for pattern in patterns
        for span in groups(text, pattern)
    ]
    # A response that got lost makes a heading of a problem.
    found += [
        replace(text, *match.span(), lambda _: "\n")
        for match in re.finditer(r"\n( +)(?:outcomes|progress):\n(?:\1- .*\n)+", text)
    ]
    for match in re.finditer(
        r"\n( +)- title: [^\n]*\n(?:\1  [^ \n-][^\n]*\n|\1  - [^\n]*\n)+", text
    ):
        if "sections:" not in match[0] and "outcomes:" in match[0]:
            whole = match[0]
            found.append(replace(text, *match.span(), lambda _, whole=whole: whole + whole[1:]))  # type: ignore[misc]
    return found


def statuses(text: str) -> list[Slip]:
    """Return slips in statuses and in their totals."""
    kinds = ("已完成", "基本完成", "正在整改", "持续整改", "长期坚持")
    found: list[Slip] = []
    for match in re.finditer(r"status: (\S+)", text):
        others = [kind for kind in kinds if kind != match[1]]
        found += [replace(text, *match.span(1), lambda _, kind=kind: kind) for kind in others]  # type: ignore[misc]
    for pattern in (
        r"(?:已完成整改|基本完成|长期坚持|正在整改)(\d+)个",
        r"(?:已完成|基本完成|长期坚持|正在整改): '(\d+)'",
    ):
        for span in groups(text, pattern):
            found += [
                replace(text, *span, lambda _, count=count: str(count))  # type: ignore[misc]
                for count in range(60)
            ]
    return found


def dates(text: str) -> list[Slip]:
    """Return slips in dates: none such, out of order, after publication, unlike their field."""
    found: list[Slip] = []
    for match in re.finditer(r"(?<=\d年)(\d{1,2})月(\d{1,2})日", text):
        month, day = match.span(1), match.span(2)
        found.append(replace(text, *month, lambda chance: str(chance.randint(13, 19))))
        found.append(replace(text, *day, lambda chance: str(chance.randint(32, 39))))
    for match in re.finditer(r"(\d{4})年\d{1,2}月(?:\d{1,2}日)?", text):
        # Only of what is told as done; a plan may lie ahead.
        if not re.match(r"[^。；]{0,40}(?:前完成|至\d+月)", text[match.end() :]):
            year = int(match[1])
            found.append(
                replace(text, *match.span(1), lambda chance, y=year: str(y + chance.randint(2, 30)))  # type: ignore[misc]
            )
    for match in re.finditer(r"(\d{4}年)(\d{1,2}月\d{1,2}日)至(\d{1,2}月\d{1,2}日)", text):
        new = f"{match[1]}{match[3]}至{match[2]}"
        found.append(replace(text, *match.span(), lambda _, new=new: new))  # type: ignore[misc]
    # The days of the inspection stand in the text and in their fields.
    fields = re.finditer(r"\n  (?:start|end|feedback): '(\d{4})-(\d{2})-(\d{2})'", text)
    found += [
        replace(text, *match.span(3), lambda chance: f"{chance.randint(1, 28):02}")
        for match in fields
        if text.rfind("inspection:", 0, match.start()) > text.rfind("\nposting", 0, match.start())
    ]
    opening = text.index("lead:")
    for match in re.finditer(
        r"(\d{1,2})日(?=至|，[^。]{0,30}巡察组|反馈)", text[opening : opening + 400]
    ):
        start, end = match.span(1)
        found.append(
            replace(text, opening + start, opening + end, lambda chance: str(chance.randint(1, 30)))
        )
    return found


def names(text: str) -> list[Slip]:
    """Return one character lost, doubled, swapped or changed inside names."""
    known = [match[1] for match in re.finditer(r"\n(?:issuer|unit): (\S+)", text)]
    known += [re.sub(r"^中共|(?:党组|党委|党工委)$", "", name) for name in known]
    known += [match[1] for match in re.finditer(r"\n  team: (\S+)", text)]
    titles = re.findall(r"《([^《》]{8,40})》", text)
    known += [title for title in set(titles) if titles.count(title) > 1]
    known += ["习近平新时代中国特色社会主义思想", "意识形态工作责任制", "党风廉政建设和反腐败斗争"]
    found: list[Slip] = []
    begin = text.index("lead:")
    for name in sorted({name for name in known if len(name) >= 7}):
        for match in re.finditer(re.escape(name), text[begin:]):
            start, end = begin + match.start(), begin + match.end()
            found += [replace(text, start, end, _slipped(name))] * 3
    return found


def _slipped(name: str) -> Callable[[random.Random], str]:
    def make(chance: random.Random) -> str:
        at = chance.randrange(1, len(name) - 2)
        return chance.choice(
            (
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[:at] + chance.choice(HAN) + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            )
        )

    return make


def marks(text: str) -> list[Slip]:
    """Return broken brackets and quotes, half-width and doubled marks, stray characters."""
    found: list[Slip] = []
    begin = text.index("lead:")
    end = text.index("\ncontact:")
    body = text[begin:end]

    def put(pattern: str, *new: str) -> None:
        for match in re.finditer(pattern, body):
            start, stop = begin + match.start(), begin + match.end()
            found.append(replace(text, start, stop, lambda chance: chance.choice(new)))

    put(r"[“”《》（）]", "")
    put(r"(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", ",", "，，", "，、", " ，")
    put(r"(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff])", "。。", "，。", "、。")
    put(r"；(?=[\u4e00-\u9fff])", ";", "；；")
    put(r"〔", "[", "（", "【")
    put(r"(?<=月)(?=\d{1,2}日)", " ", "0")
    put(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{6})", "\u200b", " ", "\ufeff"[:0] + "\u00ad")
    put(r"(?<=\d{4}年\d月\d{2}日)—|(?<=\d)—(?=\d)", "-", "~", "--")
    put(r"(?<=[\u4e00-\u9fff])一(?=[\u4e00-\u9fff])", "⼀")
    put(r"(?<=[\u4e00-\u9fff])工(?=[\u4e00-\u9fff])", "⼯")
    put(r"(?<=[\u4e00-\u9fff])(\d)(?=[个名次条项])", "３", "N", "XX")
    return found


def private(text: str) -> list[Slip]:
    """Return numbers and names of persons planted at the ends of sentences."""
    found: list[Slip] = []
    begin = text.index("lead:")
    end = text.index("\ncontact:")
    for match in re.finditer(r"(?<=[\u4e00-\u9fff])。", text[begin:end]):
        start = begin + match.start()
        if re.search(r"title: [^\n]*$", text[:start]):
            continue
        found.append(replace(text, start, start + 1, planted))
    return found


FAMILIES: dict[str, Callable[[str], list[Slip]]] = {
    "numbers": numbers,
    "counts": counts,
    "statuses": statuses,
    "dates": dates,
    "names": names,
    "marks": marks,
    "private": private,
}
