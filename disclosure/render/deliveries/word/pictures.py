"""Pictures in their line, no wider than the text and no higher than half a page."""

from typing import Final, NamedTuple

from disclosure.render.deliveries.word.xml import element

_PIXEL: Final = 9525  # EMU at 96 a inch
_WIDEST, _HIGHEST = 5616000, 3600000  # 156 and 100 mm
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Image(NamedTuple):
    """A picture that Word can show: its name below ``word/``, its bytes, its size in pixels."""

    part: str
    data: bytes
    width: int
    height: int


def picture_xml(image: Image, relation: str, number: int, alt: str) -> str:
    """Return the run that shows a picture.

    Args:
        image: what is shown.
        relation: that leads to it.
        number: no other picture of the document has.
        alt: what it shows, for those who do not see it.

    """
    wide, high = image.width * _PIXEL, image.height * _PIXEL
    scale = min(1.0, _WIDEST / wide, _HIGHEST / high)
    size = {"cx": int(wide * scale), "cy": int(high * scale)}
    named: dict[str, str | int] = {"id": number, "name": f"Picture {number}", "descr": alt}
    frame = element(
        "pic:pic",
        None,
        element("pic:nvPicPr", None, element("pic:cNvPr", named), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            None,
            element("a:blip", {"r:embed": relation}),
            element("a:stretch", None, element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            None,
            element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", size)),
            element("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
        ),
    )
    around = {f"dist{side}": 0 for side in "TBLR"}
    locks = element("a:graphicFrameLocks", {"noChangeAspect": 1})
    inline = element(
        "wp:inline",
        around,
        element("wp:extent", size),
        element("wp:effectExtent", dict.fromkeys("ltrb", 0)),
        element("wp:docPr", named),
        element("wp:cNvGraphicFramePr", None, locks),
        element("a:graphic", None, element("a:graphicData", {"uri": _PICTURE}, frame)),
    )
    return element("w:r", None, element("w:drawing", None, inline))
