"""Word files made at the level of their XML."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "header",
    "footer": "footer",
    "theme": "theme",
}
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": R,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_APPLICATION = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{_APPLICATION}.document.main+xml"


def docx(
    body_xml: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    main_type: str = MAIN_TYPE,
) -> bytes:
    """Return a .docx.

    Args:
        body_xml: what stands in ``w:body``; the prefixes of ``NAMESPACES`` are known.
        styles: what stands in ``w:styles``; no such part if empty.
        numbering: what stands in ``w:numbering``; no such part if empty.
        parts: further parts, by path (``word/footnotes.xml``, whole XML: see ``part``); those of
            ``_KINDS`` (``word/header1.xml``, too) are related under their path's name without
            its suffix (``header1``), and so are ``word/media/*`` (``image1``).
        relations: further ``<Relationship …/>`` of the text.
        main_type: content type of the text.

    """
    files: dict[str, str | bytes] = {
        "word/document.xml": part("document", f"<w:body>{body_xml}</w:body>")
    }
    if styles:
        files["word/styles.xml"] = part("styles", styles)
    if numbering:
        files["word/numbering.xml"] = part("numbering", numbering)
    files |= dict(parts or {})
    related = "".join(filter(None, map(_relation, files))) + relations
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
            "_rels/.rels": relationships(
                f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": relationships(related),
            **files,
        }
    )


def part(name: str, inside: str) -> str:
    """Return a whole part ``<w:name>``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inside}</w:{name}>'


def relationships(inside: str) -> str:
    """Return a whole part of relationships."""
    return f'<Relationships xmlns="{_RELATION}">{inside}</Relationships>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these files; the same bytes each time."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def p(
    *inside: str, style: str = "", number: tuple[int, int] | None = None, properties: str = ""
) -> str:
    """Return a paragraph of texts or XML.

    Args:
        inside: texts, each a run of its own; what begins with ``<`` is XML as it stands.
        style: id of its style.
        number: numId and ilvl.
        properties: further XML of ``w:pPr``.

    """
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        said += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    said += properties
    runs = "".join(each if each.startswith("<") else r(each) for each in inside)
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of a text, with XML of ``w:rPr``."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{text}</w:t></w:r>'


def font(name: str) -> str:
    """Return XML of ``w:rPr`` for a family."""
    return f'<w:rFonts w:eastAsia="{name}"/>'


def tbl(*rows: str, properties: str = "") -> str:
    """Return a table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, head: bool = False, properties: str = "") -> str:
    """Return a row of cells; a text is a cell."""
    said = ("<w:tblHeader/>" if head else "") + properties
    inside = "".join(each if each.startswith("<w:tc>") else tc(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{said}</w:trPr>' if said else ''}{inside}</w:tr>"


def tc(*inside: str, span: int = 1, merge: str = "") -> str:
    """Return a cell of texts (a paragraph each) or XML; ``merge`` is restart or continue."""
    said = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    said += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    blocks = "".join(each if each.startswith("<") else p(each) for each in inside)
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{blocks}</w:tc>"


def levels(*formats: tuple[str, str], abstract: int = 0, inside: str = "") -> str:
    """Return a ``w:abstractNum`` of levels ``(format, text)``: ``("chineseCounting", "（%2）")``."""
    said = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(formats)
    )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{inside}{said}</w:abstractNum>'


def num(number: int, abstract: int = 0, overrides: str = "") -> str:
    """Return a ``w:num``."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _relation(path: str) -> str:
    name = path.rpartition("/")[2].partition(".")[0]
    kind = "image" if path.startswith("word/media/") else _KINDS.get(name.rstrip("0123456789"))
    if not path.startswith("word/") or "_rels" in path or kind is None:
        return ""
    return f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{path.removeprefix("word/")}"/>'
