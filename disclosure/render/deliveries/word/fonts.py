"""Typefaces by their part in an official document, with what stands in for them.

A name alone is written, never a theme's font, for that would win over it. A machine without the
font goes by its other names, so each has those that Windows, WPS and macOS come with.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from disclosure.render.deliveries.word.xml import element, valued


class FontFamily(StrEnum):
    """Which typefaces the office has."""

    GB2312 = "gb2312"
    GBK = "gbk"


class Font(NamedTuple):
    """A typeface.

    Attributes:
        name: as Word shows it.
        others: names of what stands in for it, the best first.
        family: as ECMA-376 17.8.3.9 divides them.

    """

    name: str
    others: tuple[str, ...]
    family: str


class Fonts(NamedTuple):
    """The typefaces of one document, by their part (GB/T 9704-2012, 7.3)."""

    title: Font
    first: Font
    second: Font
    text: Font
    page: Font


_SONG: Final = Font("宋体", ("SimSun", "STSong"), "auto")
_GB2312: Final = Fonts(
    Font("方正小标宋简体", ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "宋体"), "script"),
    Font("黑体", ("SimHei", "STHeiti"), "modern"),
    Font("楷体_GB2312", ("KaiTi_GB2312", "楷体", "KaiTi", "STKaiti"), "modern"),
    Font("仿宋_GB2312", ("FangSong_GB2312", "仿宋", "FangSong", "STFangsong"), "modern"),
    _SONG,
)
_GBK: Final = Fonts(
    Font("方正小标宋_GBK", ("方正小标宋简体", "FZXiaoBiaoSong-B05", "华文中宋", "宋体"), "script"),
    Font("方正黑体_GBK", ("FZHei-B01", "黑体", "SimHei"), "modern"),
    Font("方正楷体_GBK", ("FZKai-Z03", "楷体", "KaiTi", "楷体_GB2312"), "modern"),
    Font("方正仿宋_GBK", ("FZFangSong-Z02", "仿宋", "FangSong", "仿宋_GB2312"), "modern"),
    _SONG,
)


def fonts_of(family: FontFamily) -> Fonts:
    """Return the typefaces of a family."""
    return _GBK if family is FontFamily.GBK else _GB2312


def named(font: Font) -> str:
    """Return the properties that set a run in a typeface, digits and Latin letters too.

    The hint keeps “ ” — … as wide as Han.
    """
    names = {f"w:{script}": font.name for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    return element("w:rFonts", {"w:hint": "eastAsia", **names})


def font_table(fonts: Fonts, declared: dict[str, str]) -> str:
    """Return ``fontTable.xml``; ``declared`` are the namespaces."""
    return element("w:fonts", declared, *(_entry(font) for font in fonts))


def _entry(font: Font) -> str:
    return element(
        "w:font",
        {"w:name": font.name},
        valued("w:altName", ",".join(font.others)),
        valued("w:charset", "86"),
        valued("w:family", font.family),
        valued("w:pitch", "default"),
    )
