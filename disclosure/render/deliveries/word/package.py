"""The package of a Word file (ECMA-376, part 2): parts, what leads to which, and the zip.

No clock, no name of a person, nothing deflated: the same notice gives the same bytes.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from disclosure.render.deliveries.word.xml import HEAD, content, element, valued
from disclosure.zip_stored import packed

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_MAIN_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE: Final = f"{_PACKAGE}/relationships/metadata/core-properties"
DECLARED: Final = {"xmlns:w": _WORD}
# Of parts that show pictures or lead somewhere.
DECLARED_ALL: Final = {
    **DECLARED,
    "xmlns:r": _OFFICE,
    "xmlns:wp": f"{_DRAWING}/wordprocessingDrawing",
    "xmlns:a": f"{_DRAWING}/main",
    "xmlns:pic": f"{_DRAWING}/picture",
}
_MODE: Final = 15  # of Word 2013 and later; without it, Word opens a file as one of 2007


class Relations:
    """What a part leads to, each thing once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._found: dict[tuple[str, str, bool], str] = {}

    def lead_to(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a relation.

        Args:
            kind: ``styles``, ``image``, ``hyperlink`` and the like.
            target: a part, or an address.
            external: whether it is an address.

        """
        key = (kind, target, external)
        return self._found.setdefault(key, f"rId{len(self._found) + 1}")

    @property
    def xml(self) -> str:
        """The part that lists them."""
        return relations_part(
            (name, kind if "/" in kind else f"{_OFFICE}/{kind}", target, external)
            for (kind, target, external), name in self._found.items()
        )


def relations_part(relations: Iterable[tuple[str, str, str, bool]]) -> str:
    """Return a part of relations: id, type, target, and whether that is an address."""
    return element(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(
            element(
                "Relationship",
                {"Id": name, "Type": kind, "Target": target}
                | ({"TargetMode": "External"} if external else {}),
            )
            for name, kind, target, external in relations
        ),
    )


def settings_part() -> str:
    """Return ``settings.xml``: margins that mirror, and Chinese lines as Word sets them."""
    flags = (
        *("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone"),
        *("ulTrailSpace", "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout"),
    )
    mode: dict[str, str | int] = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": _MODE,
    }
    return element(
        "w:settings",
        DECLARED,
        element("w:zoom", {"w:percent": 100}),
        element("w:mirrorMargins"),
        element("w:bordersDoNotSurroundHeader"),
        element("w:bordersDoNotSurroundFooter"),
        valued("w:defaultTabStop", 420),
        element("w:evenAndOddHeaders"),
        valued("w:drawingGridVerticalSpacing", 579),
        valued("w:displayHorizontalDrawingGridEvery", 0),
        valued("w:displayVerticalDrawingGridEvery", 1),
        valued("w:characterSpacingControl", "compressPunctuation"),
        element(
            "w:compat",
            None,
            *(element(f"w:{flag}") for flag in flags),
            element("w:compatSetting", mode),
        ),
        element("w:themeFontLang", {"w:val": "en-US", "w:eastAsia": "zh-CN"}),
    )


def pack(parts: Mapping[str, str], pictures: Mapping[str, bytes], title: str) -> bytes:
    """Return the file.

    Args:
        parts: XML of Word's own, by name below ``word/``.
        pictures: bytes, by name below ``word/``.
        title: of the document.

    """
    core = element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
        element("dc:title", None, content(title)),
        element("dc:language", None, "zh-CN"),
    )
    roots = (
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml", False),
        ("rId2", _CORE, "docProps/core.xml", False),
    )
    files = {
        "[Content_Types].xml": _types(parts, pictures),
        "_rels/.rels": relations_part(roots),
        "docProps/core.xml": core,
        **{f"word/{name}": xml for name, xml in parts.items()},
    }
    return packed(
        {name: (HEAD + xml).encode() for name, xml in files.items()}
        | {f"word/{name}": data for name, data in pictures.items()}
    )


def _types(parts: Mapping[str, str], pictures: Mapping[str, bytes]) -> str:
    suffixes = dict.fromkeys(name.rpartition(".")[2] for name in pictures)
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **{suffix: f"image/{suffix}" for suffix in suffixes},
    }
    overrides = {"/docProps/core.xml": _CORE_TYPE} | {
        f"/word/{name}": f"{_MAIN_TYPE}.{_kind(name)}+xml"
        for name in parts
        if not name.startswith("_rels/")
    }
    return element(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        *(element("Default", {"Extension": k, "ContentType": v}) for k, v in defaults.items()),
        *(element("Override", {"PartName": k, "ContentType": v}) for k, v in overrides.items()),
    )


def _kind(name: str) -> str:
    stem = name.removesuffix(".xml").rstrip("0123456789")
    return "document.main" if stem == "document" else stem
