"""Numbers and names of persons that get into notices, in forms that other generators lack."""

import random
from typing import NamedTuple

from .slips import NAMES, Kind, written

_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"


class _Pair(NamedTuple):
    kind: str
    right: str
    wrong: str


# In the right one there is nothing to hide.
_SENTENCES = (
    _Pair("ID number, old or spaced", "当事人身份证号已核对。", "当事人身份证号{id}已核对。"),
    _Pair("mobile with dots or blanks", "可拨打办公电话咨询。", "可拨打{mobile}咨询。"),
    _Pair("mobile behind WeChat", "可加微信群咨询。", "可加微信{plain}咨询。"),
    _Pair("new-energy plate", "查处违停车辆1辆。", "查处违停车辆皖AD{five}。"),
    _Pair("plate with a dot", "公务用车已封存。", "公务用车皖B·{five}已封存。"),
    _Pair("home, short", "上门走访了该住户。", "上门走访了家住翠湖小区{a}栋{b}室的住户。"),
    _Pair("bank account, spaced", "款项退回本人账户。", "款项退回本人账户{card}。"),
    _Pair("pupil with a name", "救助困难学生1名。", "救助困难学生{name}（10岁）。"),
    _Pair("victim with a name", "受害人已得到赔偿。", "受害人{name}已得到赔偿。"),
    _Pair("sanctioned person", "对1名责任人予以诫勉。", "对责任人{name}予以诫勉。"),
    _Pair("private e-mail", "材料请送至办公室。", "材料请发{four}88@qq.com。"),
    _Pair("patient with a name", "为患者报销医药费。", "为患者{name}报销医药费。"),
    _Pair("passport", "护照已统一保管。", "护照EJ{five}12已统一保管。"),
)  # fmt: skip


def _filled(pair: _Pair, chance: random.Random) -> tuple[str, str]:
    digits = "".join(chance.choice("0123456789") for _ in range(12))
    start = chance.choice(("138", "159", "177", "186", "199"))
    mark = chance.choice(".·  -")
    values = {
        "id": _identity(chance),
        "mobile": f"{start}{mark}{digits[:4]}{mark}{digits[4:8]}",
        "card": _card("621700123456" + digits[:6]),
        "plain": start + digits[:8],
        "five": digits[:5],
        "four": digits[:4],
        "a": str(chance.randint(1, 20)),
        "b": f"{chance.randint(1, 18)}0{chance.randint(1, 4)}",
        "name": chance.choice(_FAMILY) + chance.choice(NAMES),
    }
    return pair.right, pair.wrong.format(**values)


def _identity(chance: random.Random) -> str:
    month, day = f"{chance.randint(1, 12):02}", f"{chance.randint(1, 28):02}"
    year = str(chance.randint(1950, 1999))
    body = f"340{chance.randint(100, 899)}{year}{month}{day}{chance.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    last = "10X98765432"[sum(int(a) * b for a, b in zip(body, weights, strict=True)) % 11]
    return f"{body[:6]} {body[6:14]} {body[14:]}{last}"


def _card(body: str) -> str:
    total = 0
    for at, each in enumerate(reversed(body)):
        value = int(each) * (2 if at % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    whole = f"{body}{-total % 10}"
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def _kind(pair: _Pair) -> Kind:
    return Kind(pair.kind, ("privacy.",), written(lambda _, chance: _filled(pair, chance)))


PEOPLE: tuple[Kind, ...] = tuple(_kind(pair) for pair in _SENTENCES)
