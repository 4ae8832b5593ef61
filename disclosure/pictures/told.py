"""What a picture holds besides what it shows, in the words of whoever has to know it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

# By the names that the formats give their parts; what stands behind the end has none.
_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Exif": "拍摄信息（Exif）",
        "GPS": "拍摄地点（GPS）",
        "XMP": "编辑记录（XMP）",
        "IPTC": "作者和说明（IPTC）",
        "COM": "文字注释（COM）",
        "JFIF": "缩略图（JFIF）",
        "tEXt": "文字注释（tEXt）",
        "zTXt": "文字注释（zTXt）",
        "iTXt": "文字注释（iTXt）",
        "tIME": "修改时间（tIME）",
        "EOI+": "画面之外多余的内容",
        "IEND+": "画面之外多余的内容",
        "RIFF+": "画面之外多余的内容",
    }
)


def in_words(told: Iterable[str]) -> str:
    """Return the names of ``Anatomy.told`` in Chinese; of unknown ones, that they are others."""
    return "、".join(_WORDS.get(name, f"其他附加信息（{name}）") for name in told)
