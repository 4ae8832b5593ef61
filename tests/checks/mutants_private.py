"""Numbers and names of persons, right in every check digit, as they get into notices."""

import random

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜"
_GIVEN = "建国志强晓明丽娟海燕秀英桂兰玉梅德福永辉春生俊杰文博雨欣子涵"


def planted(chance: random.Random) -> str:
    """Return a clause with a number or a name of a person."""
    name = chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, chance.randint(1, 2)))
    digits = "".join(chance.choice("0123456789") for _ in range(20))
    return "，" + chance.choice(
        (
            f"身份证号{_identity(chance)}。",
            f"（{_identity(chance)}）。",
            f"银行卡号{_card(chance)}。",
            f"退回至{_card(chance)}账户。",
            f"手机1{chance.choice('3456789')}{digits[:9]}。",
            f"联系1{chance.choice('3456789')}{digits[:1]} {digits[1:5]} {digits[5:9]}。",
            f"致电0{chance.randint(311, 999)}-{chance.randint(2, 8)}{digits[:6]}。",
            f"护照号E{digits[:8]}。",
            f"公车皖{chance.choice('ABCDEFGHJ')}{chance.choice('ABCDEFGH')}{digits[:4]}违规停放。",
            f"走访城关镇建设路{chance.randint(1, 99)}号{chance.randint(1, 30)}栋{digits[:3]}室住户。",
            f"走访东山村{chance.randint(1, 9)}组{chance.randint(10, 99)}号。",
            f"资助城关小学学生{name}，{chance.randint(7, 12)}岁。",
            f"慰问低保户{name}。",
            f"受害人{name}已获赔偿。",
            f"给予{name}党内警告处分。",
            f"反馈至{''.join(chance.sample('abcdefghij', 6))}@example.com。",
        )
    )


def _identity(chance: random.Random) -> str:
    born = f"{chance.randint(1940, 2015)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    body = f"{chance.choice(('341823', '110105', '440308', '510104'))}{born}{chance.randint(0, 999):03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def _card(chance: random.Random) -> str:
    body = chance.choice(("622202", "621700", "955880")) + "".join(
        chance.choice("0123456789") for _ in range(12)
    )
    for last in "0123456789":
        total = 0
        for position, digit in enumerate(reversed(body + last)):
            value = int(digit) * (1 + position % 2)
            total += value - 9 if value > 9 else value
        if total % 10 == 0:
            return body + last
    raise AssertionError(body)
