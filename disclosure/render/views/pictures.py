"""Pictures of the text, ready to place."""

from typing import NamedTuple

from disclosure.document.picture_blocks import Pictures


class PictureView(NamedTuple):
    """A picture of the text; where it is loaded from, and its size, each page knows itself.

    Attributes:
        file: its name.
        alt: what it shows.
        caption: empty where there is none.
        shown: what stands in its place where its file is not at hand.

    """

    file: str
    alt: str
    caption: str
    shown: str


class PicturesView(NamedTuple):
    """A picture, or several beside each other."""

    pictures: tuple[PictureView, ...]
    kind: str = "pictures"


def view_pictures(block: Pictures) -> PicturesView:
    """Return a block of pictures."""
    return PicturesView(
        tuple(
            PictureView(
                each.file, each.alt.raw, each.caption.raw if each.caption else "", each.shown
            )
            for each in block.pictures
        )
    )
