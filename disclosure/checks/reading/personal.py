"""Personal information: names of private persons, and how findings show what they found."""

import re
from collections.abc import Iterator
from functools import cache

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.listed import entries
from disclosure.checks.reading.words import Words
from disclosure.document.printed import PrintedText

_SURNAMES = (
    "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|东方|"
    "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴牧谷车侯秋仲伊宁仇祖武符刘景詹束龙叶幸司韶黎白怀蒲邰鄂咸籍赖卓蔺屠蒙池乔阴闻翟谭贡劳姬申扶堵冉宰雍桑桂牛寿边扈燕冀浦尚农温庄晏柴瞿阎慕连习艾鱼容古易廖终居衡步耿匡国文寇东沃越师巩聂勾敖融冷辛那简饶曾沙丰巢关蒯红游权盖益桓公肖]"
)
# A full name that nobody has shortened to 张某.
_NAME = rf"(?:{_SURNAMES})(?![某×*XxＸ○])[\u4e00-\u9fff]{{1,2}}"
NAME = f"(?P<name>{_NAME})"
# Several persons of whom one thing is said: 张建国、李晓明等.
NAMES = f"(?P<names>{_NAME}(?:同志)?(?:[、和及]{_NAME}(?:同志)?){{0,9}}+)"
_ONE = re.compile(rf"(?:^|(?<=[、和及])){_NAME}?(?=同志|[、和及]|$)")
_TORN = 3
# Tags of words that can be a surname by themselves, where the given name is another word.
_SURNAME_TAGS = ("nr", "g", "zg", "ng", "nz")


def people_in(
    context: NoticeContext, pattern: re.Pattern[str], *signs: str
) -> Iterator[tuple[PrintedText, int, int]]:
    """Yield the names of persons that ``pattern`` finds: their text, first and last character.

    Args:
        context: the notice.
        pattern: has a group ``name``, made of ``NAME``, or a group ``names``, made of ``NAMES``.
        signs: one of them stands in every text that it finds; a pattern that begins with a name
            is slow, and most texts have none.

    """
    met = [sign for sign in signs if sign in context.every.text]
    if signs and not met:
        return
    for piece in context.pieces:
        if met and not any(sign in piece.text for sign in met):
            continue
        for match in pattern.finditer(piece.text):
            group = "names" if "names" in pattern.groupindex else "name"
            first = match.start(group)
            for name in _ONE.finditer(match[group]):
                start, end = first + name.start(), first + name.end()
                if is_person(context.words(piece.text), start, end):
                    yield piece, start, end


def is_person(words: Words, start: int, end: int) -> bool:
    """Say whether the words at a place, which look like a name, are one and nothing else."""
    if not words.whole(start, end):
        return False
    inside = words.between(start, end)
    # 常见病: the dictionary takes some illnesses for names.
    if inside[-1].text.endswith("病"):
        return False
    if len(inside) == 1:
        return inside[0].tag.startswith("nr") and inside[0].text not in _not_names()
    # 王梓|萱: a given name that no dictionary has is torn.
    first, last = inside[0], inside[-1]
    return first.tag.startswith(_SURNAME_TAGS) and len(first.text) + len(last.text) >= _TORN


@cache
def _not_names() -> frozenset[str]:
    """Return ordinary words that the dictionary takes for names: 陈述, 康复, 许可."""
    return frozenset(entries("not_names.txt"))


def mask(text: str) -> str:
    """Return ``text`` with its middle replaced by asterisks, as long as it was.

    Enough to find it again, not enough to use it. Formats of the county order in standards
    (永安, 2023): 138****1234, 35*************123.
    """
    size = len(text)
    if size == 18:
        head, tail = 2, 3
    elif size == 11:
        head, tail = 3, 4
    else:
        head, tail = (2, 2) if size > 6 else (1, 0)
    return text[:head] + "*" * (size - head - tail) + (text[size - tail :] if tail else "")
