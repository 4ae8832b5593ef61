"""Money that a problem is about and what became of it, where its text says so plainly."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from disclosure.importer.draft import Entry, Fields, Guess, Scalar
from disclosure.importer.fields.lines import plain
from disclosure.importer.tracked import Tracked
from disclosure.model.amount import value_of
from disclosure.model.funds import Funds

_BARE: Final = ("资金", "金额")
_AMOUNT: Final = r"(?P<amount>(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d{0,17})(?:\.\d{1,10})?)"
_UNIT: Final = r"(?P<unit>[万亿]?元)"
_SUM: Final = re.compile(
    rf"涉及(?P<name>(?:问题|违规|违纪|违法)?(?:资金|金额))(?:共计|合计|共|总额|总计)?{_AMOUNT}{_UNIT}",
    re.ASCII,
)
_FATE: Final = re.compile(
    r"(?<![应需待拟可将])(?P<fate>追缴|追回|收回|归还原渠道|归还|上缴国库|上缴财政|上缴|清退|清收|退还|退缴|退赔"
    r"|核减|扣回|盘活|拨付到位|调账处理|(?:尚|仍)?未整改|已整改|整改到位)(?:问题|违规)?(?:资金|金额)?"
    rf"{_AMOUNT}{_UNIT}",
    re.ASCII,
)
_COUNT: Final = re.compile(
    r"(?:制定|制订|提出|细化|采取)(?:了)?(?:具体)?(?:整改)?(?:落实)?(?:措施|举措)(?:共计|共)?(\d{1,3})[条项个]"
    r"|(?:制定|制订|提出|细化|采取)(?:了)?(\d{1,3})[条项个](?:具体)?(?:整改)?(?:落实)?(?:措施|举措)",
    re.ASCII,
)


def funds_of(problem: Iterable[str], answers: Iterable[str]) -> Fields | None:
    """Return the sum of money that a problem is said to be about, and its parts by fate.

    In an answer a sum may be of what was found later, and of a part: there it has to be called
    one of the problem (问题资金), or to be followed by what became of it.

    Args:
        problem: its title, and what stands before its answers.
        answers: their texts.

    Returns:
        None where no sum is said, or several are: nobody can know which is meant. Parts are left
        out where they cannot be parts of the sum.

    """
    stated = plain("\n".join(problem))
    said = "\n".join((stated, plain("\n".join(answers))))
    sums = [each for each in _SUM.finditer(said) if _is_sure(each, len(stated))]
    if len({(each["amount"], each["unit"]) for each in sums}) != 1:
        return None
    whole = sums[0]
    parts = list(_FATE.finditer(said, whole.start()))
    names = [each["fate"] for each in parts]
    come_to = sum((value_of(each["amount"]) for each in parts), Decimal(0))
    same = all(each["unit"] == whole["unit"] for each in parts) and len(set(names)) == len(names)
    name = f"涉及{whole['name']}" if whole["name"] in _BARE else whole["name"]
    entries = [Entry("name", _made(name)), Entry("amount", _made(whole["amount"]))]
    if whole["unit"] != Funds.model_fields["unit"].default:
        entries.append(Entry("unit", _made(whole["unit"])))
    if parts and same and come_to <= value_of(whole["amount"]):
        fates = (Entry(each["fate"], _made(each["amount"])) for each in parts)
        entries.append(Entry("parts", Fields(tuple(fates))))
        if come_to < value_of(whole["amount"]):
            entries.append(Entry("partial", Scalar("true", Tracked(), plain=True)))
    return Fields(tuple(entries), Guess("import.guess.body.funds"))


def measures_of(texts: Iterable[str]) -> Scalar | None:
    """Return how many measures a problem's text says were taken; None where it says none."""
    counts = {one or other for text in texts for one, other in _COUNT.findall(plain(text))}
    if len(counts) != 1:
        return None
    why = Guess("import.guess.body.measure_count")
    return Scalar(counts.pop(), Tracked(), why, plain=True)


def _is_sure(found: re.Match[str], stated: int) -> bool:
    if found.end() <= stated or found["name"] not in _BARE:
        return True
    sentence = found.string[found.end() :].split("。", 1)[0].split("\n", 1)[0]
    return _FATE.search(sentence) is not None


def _made(text: str) -> Scalar:
    return Scalar(text, Tracked())
