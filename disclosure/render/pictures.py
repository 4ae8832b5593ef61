"""Where the pictures of a notice stand, seen from one of its pages.

Width and height are written into the page, so that nothing moves when a picture arrives.
"""

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from disclosure.document.document import Document

_EMBEDDED = 960  # pixels: a page that holds its pictures has the copy for a column of text


class PicturePlace(NamedTuple):
    """A picture as a page loads it.

    Attributes:
        src: address of the picture.
        srcset: addresses of its resized copies and of itself with their widths; empty where
            there are no copies.
        width: in pixels.
        height: in pixels.
        whole: address of the picture alone; empty where the page leads to none.

    """

    src: str
    srcset: str
    width: int
    height: int
    whole: str = ""


Places = Mapping[str, PicturePlace]


class _Found(NamedTuple):
    """A picture as it lies beside the text; names of its copies by their width, narrowest first."""

    name: str
    data: bytes
    width: int
    height: int
    suffix: str
    copies: dict[int, str]


def linked_places(
    document: Document, attachments: Mapping[str, bytes], address: Callable[[str], str]
) -> dict[str, PicturePlace]:
    """Return the place of each picture by its file's name, for a page that loads them.

    Args:
        document: the notice.
        attachments: content of each attached file by its name.
        address: of an attached file, by its name, from that page.

    """
    return {each.name: _linked(each, address) for each in _found(document, attachments)}


def embedded_places(
    document: Document, attachments: Mapping[str, bytes]
) -> dict[str, PicturePlace]:
    """Return the same for a page that holds its pictures (RFC 2397)."""
    return {each.name: _embedded(each) for each in embedded_pictures(document, attachments)}


class EmbeddedPicture(NamedTuple):
    """A picture as a file holds it that can be handed on alone.

    Attributes:
        name: of its file.
        data: its bytes, those of the copy for a column of text where there is one.
        suffix: of its format, ``jpeg``, ``png`` or ``webp``.
        width: that it is shown with, in pixels.
        height: likewise.

    """

    name: str
    data: bytes
    suffix: str
    width: int
    height: int


def embedded_pictures(
    document: Document, attachments: Mapping[str, bytes]
) -> tuple[EmbeddedPicture, ...]:
    """Return the pictures of a notice with their bytes, each file once."""
    return tuple(_held(each, attachments) for each in _found(document, attachments))


def _found(document: Document, attachments: Mapping[str, bytes]) -> Iterator[_Found]:
    names = [picture.file for picture in document.pictures] if attachments else []
    if not names:  # nearly always
        return
    # Imported here: a notice without pictures needs nobody who takes them apart.
    from disclosure.pictures.copies import copies_of
    from disclosure.pictures.looking import look

    for name in dict.fromkeys(names):
        if (data := attachments.get(name)) is None:
            continue  # read without its files; the reading tells of each that is missing
        kind, anatomy = look(data)
        every = copies_of(name, data, anatomy.width)
        copies = {copy.width: copy.name for copy in every if copy.name in attachments}
        yield _Found(name, data, anatomy.width, anatomy.height, kind.lower(), copies)


def _linked(found: _Found, address: Callable[[str], str]) -> PicturePlace:
    own = address(found.name)
    sizes = [f"{address(name)} {width}w" for width, name in found.copies.items()]
    srcset = ", ".join((*sizes, f"{own} {found.width}w")) if sizes else ""
    return PicturePlace(own, srcset, found.width, found.height, own)


def _held(found: _Found, attachments: Mapping[str, bytes]) -> EmbeddedPicture:
    copy = found.copies.get(_EMBEDDED)
    data = attachments[copy] if copy else found.data
    return EmbeddedPicture(found.name, data, found.suffix, found.width, found.height)


def _embedded(picture: EmbeddedPicture) -> PicturePlace:
    text = base64.b64encode(picture.data).decode()
    src = f"data:image/{picture.suffix};base64,{text}"
    return PicturePlace(src, "", picture.width, picture.height)
