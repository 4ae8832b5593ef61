"""Fonts of symbols: what their codes show, as characters that every machine has.

Symbol is whole (Adobe's encoding); of Wingdings and Webdings, what offices use: boxes, ticks,
numbers in circles, bullets, arrows. Microsoft's later signs in Unicode are in few fonts, so
that a sign which looks the same and is in many stands for them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_GAP: Final = "\0"


def _row(start: int, characters: str) -> dict[int, str]:
    return {start + n: sign for n, sign in enumerate(characters) if sign != _GAP}


_SYMBOL: Final = (
    _row(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?")
    | _row(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_")
    | _row(0x60, "\0αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
    | _row(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵")
    | _row(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑")
    | _row(0xF1, "〉∫")
)
_WINGDINGS: Final = (
    _row(0x20, " ✏✂✁")
    | _row(0x28, "☎✆✉")
    | _row(0x36, "⌛")
    | _row(0x3F, "✍\0✌")
    | _row(0x45, "☜☞☝☟")
    | _row(0x4A, "☺\0☹")
    | _row(0x51, "✈☼")
    | _row(0x6C, "●❍■□□❑❒◆◆◆❖◆☒")
    | _row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
    | _row(0x9E, "·•")
    | _row(0xA1, "○○○◉◎\0▪□")
    | _row(0xAB, "★✶✴✹✵")
    | _row(0xB5, "✪✰")
    | _row(0xD8, "➢")
    | _row(0xDC, "➲")
    | _row(0xDF, "←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩")
    | _row(0xFB, "✗✓☒☑")
)
_WINGDINGS_2: Final = _row(0x4F, "✗✓☒☑☒☒") | _row(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿") | _row(0xA2, "■□")
_WINGDINGS_3: Final = _row(0x66, "←→↑↓↖↗↙↘") | _row(0x70, "▲▼△▽◀▶◁▷")
_WEBDINGS: Final = _row(0x33, "◀▶▲▼") | {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_FONTS: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {
        "symbol": _SYMBOL,
        "wingdings": _WINGDINGS,
        "wingdings 2": _WINGDINGS_2,
        "wingdings 3": _WINGDINGS_3,
        "webdings": _WEBDINGS,
    }
)
# Word moves the codes of such a font there.
_PRIVATE_START: Final = 0xF000
_CODES: Final = 0x100


def is_symbol_font(font: str) -> bool:
    """Say whether a font has signs in place of letters."""
    return font.strip().lower() in _FONTS


def shown(font: str, code: int) -> str:
    """Return what a code of a font of symbols shows; empty if that is not known.

    Args:
        font: as the file names it.
        code: of the font, or moved to U+F000 and on, as Word stores it.

    """
    if _PRIVATE_START <= code < _PRIVATE_START + _CODES:
        code -= _PRIVATE_START
    return _FONTS.get(font.strip().lower(), {}).get(code, "")
