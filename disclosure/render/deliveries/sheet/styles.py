"""The looks of cells in a workbook: by number, as SpreadsheetML refers to them."""

from typing import Final

from disclosure.render.deliveries.word.xml import element

HEAD: Final = 1
TEXT: Final = 2
NUMBER: Final = 3
DAY: Final = 4
MIDDLE: Final = 5

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_AS_TEXT: Final = 49  # @, which keeps what is typed as it is
_AS_DAY: Final = 164  # the first that is free
_GREY: Final = "FFE7E6E6"


def styles_part() -> str:
    """Return ``styles.xml``."""
    return element(
        "styleSheet",
        {"xmlns": MAIN},
        _counted(
            "numFmts",
            element("numFmt", {"numFmtId": _AS_DAY, "formatCode": 'yyyy"年"m"月"d"日"'}),
        ),
        _counted("fonts", _font(), _font(bold=True)),
        _counted("fills", _fill("none"), _fill("gray125"), _fill("solid", _GREY)),
        _counted("borders", _border(), _border("thin")),
        _counted("cellStyleXfs", element("xf", _look(0))),
        _counted(
            "cellXfs",
            element("xf", {**_look(0), "xfId": 0}),
            _xf(_AS_TEXT, "center", font=1, fill=2),
            _xf(_AS_TEXT, "left"),
            _xf(0, "center"),
            _xf(_AS_DAY, "center"),
            _xf(_AS_TEXT, "center"),
        ),
        _counted("cellStyles", element("cellStyle", {"name": "Normal", "xfId": 0, "builtinId": 0})),
    )


def _counted(name: str, *children: str) -> str:
    return element(name, {"count": len(children)}, *children)


def _look(form: int, font: int = 0, fill: int = 0, border: int = 0) -> dict[str, str | int]:
    return {"numFmtId": form, "fontId": font, "fillId": fill, "borderId": border}


def _xf(form: int, across: str, font: int = 0, fill: int = 0) -> str:
    applied: dict[str, str | int] = {
        f"apply{what}": 1 for what in ("NumberFormat", "Font", "Fill", "Border", "Alignment")
    }
    place = element("alignment", {"horizontal": across, "vertical": "center", "wrapText": 1})
    return element("xf", {**_look(form, font, fill, 1), "xfId": 0, **applied}, place)


def _font(*, bold: bool = False) -> str:
    return element(
        "font",
        None,
        element("b") if bold else "",
        element("sz", {"val": 11}),
        element("name", {"val": "宋体"}),
        element("family", {"val": 3}),
        element("charset", {"val": 134}),
    )


def _fill(kind: str, colour: str = "") -> str:
    inside = element("fgColor", {"rgb": colour}) if colour else ""
    return element("fill", None, element("patternFill", {"patternType": kind}, inside))


def _border(style: str = "") -> str:
    given: dict[str, str | int] = {"style": style} if style else {}
    lines = element("color", {"auto": 1}) if style else ""
    sides = [element(side, given, lines) for side in ("left", "right", "top", "bottom")]
    return element("border", None, *sides, element("diagonal"))
