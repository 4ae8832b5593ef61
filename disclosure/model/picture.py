"""Pictures in the text."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from disclosure.model.faults import Path
from disclosure.model.fields import Model, Text, refuse

_FEWEST_BESIDE: Final = 2
_MOST_BESIDE: Final = 6
# Room is left in the name for what a resized copy adds to it.
_FILE: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(?:jpg|jpeg|png|webp)"


def _file(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_FILE, value):
        raise refuse("field.picture_name", value=str(value))
    return value


PictureFile = Annotated[
    str, BeforeValidator(_file), WithJsonSchema({"type": "string", "pattern": f"^{_FILE}$"})
]


class Picture(Model):
    """A picture (``content/notices/<slug>/<file>``), and what is said in its place.

    There is none without alternative text: a picture that says nothing has no place in a notice.
    """

    file: PictureFile = Field(
        description="图片文件名，放在与通报同名的文件夹里；以 .jpg、.png 或 .webp 结尾"
    )
    alt: Text = Field(description="替代文字，说图里是什么，读给看不见图的人听")
    caption: Text | None = Field(None, description="图题，印在图的下面，如 整改前")


def _several(pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
    if not _FEWEST_BESIDE <= len(pictures) <= _MOST_BESIDE:
        raise refuse("picture.count", count=str(len(pictures)), most=str(_MOST_BESIDE))
    return pictures


Pictures = Annotated[tuple[Picture, ...], AfterValidator(_several)]


class PlacedPicture(NamedTuple):
    """A picture and where in the notice it was given."""

    path: Path
    picture: Picture


def pictures_in(kind: str, path: Path, value: Any) -> Iterable[PlacedPicture]:
    """Return the pictures of a block of content: of one that holds none, none.

    Args:
        kind: key of the block.
        path: of its value.
        value: of that key.

    """
    if kind == "picture":
        return (PlacedPicture(path, value),)
    if kind == "pictures":
        return _numbered(path, value)
    return ()


def _numbered(path: Path, pictures: tuple[Picture, ...]) -> Iterator[PlacedPicture]:
    for number, picture in enumerate(pictures):
        yield PlacedPicture((*path, number), picture)
