"""Pictures made ready: nothing in them but what they show, upright, small, with copies.

Done once, by whoever writes the notice; a build only looks whether it was done. So a build
needs no encoder, and gives the same bytes on every machine.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.diagnostics import has_errors
from disclosure.errors import ExtraError, OutputError
from disclosure.files import replace_file
from disclosure.model.outline import placed_pictures
from disclosure.pictures.anatomy import PictureError
from disclosure.pictures.copies import copies_of, is_copy
from disclosure.pictures.looking import MOST_BYTES, MOST_PIXELS, MOST_SIDE, Look, look
from disclosure.pictures.told import in_words
from disclosure.project.genres import genres_of
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings
from disclosure.project.unread_pictures import why_unread
from disclosure.source.load import load_notice, read_bytes

_MOST_READ: Final = 64 * 1024 * 1024  # bytes of an original; cameras write a fifth of it
# Pixels of the longer side of what is saved anew: a screen's width, or a page of paper at 300 dpi.
_LONGEST: Final = 1920


# Steps after which a picture is another file than before.
CHANGING: Final = frozenset({"pictures.bare", "pictures.remade"})


class Step(NamedTuple):
    """Something that was done: a message code, and the values of its sentence."""

    code: str
    params: dict[str, str]


def prepare_pictures(file: NoticeFile, settings: Settings) -> Iterator[Step]:
    """Make the pictures in a notice's text ready, and say of each what was done.

    Args:
        file: the notice.
        settings: the project.

    Raises:
        OutputError: the notice or a picture cannot be read, or not be written.
        ExtraError: a picture must be turned or made smaller, or has no copies, and Pillow is
            not installed. Whatever can be done without was done.

    """
    names = _names(file, settings)
    lacking: ExtraError | None = None
    for name in names:
        path = file.path.with_suffix("") / name
        try:
            yield from _prepare(path, file.slug, settings)
        except ExtraError as error:
            lacking = error
    if lacking:
        raise lacking


def _names(file: NoticeFile, settings: Settings) -> tuple[str, ...]:
    shown = settings.display_path(file.path)
    data, unreadable = read_bytes(file.path, shown, settings.content)
    loaded, found = (
        (None, unreadable) if unreadable else load_notice(data, shown, genres_of(settings))
    )
    if loaded is None or has_errors(found):
        raise OutputError("pictures.unreadable", path=shown.as_posix())
    placed = placed_pictures(loaded.notice, loaded.outline)
    return tuple(dict.fromkeys(each.picture.file for each in placed))


def _prepare(path: Path, slug: str, settings: Settings) -> Iterator[Step]:
    data = _read(path, slug, settings)
    seen = _look(data, path, slug)
    if not path.name.endswith(seen.format.suffixes):
        mended = path.stem + seen.format.suffixes[0]
        raise OutputError("picture.name", file=path.name, found=seen.format, mended=mended)
    anatomy = seen.anatomy
    large = len(anatomy.bare) > MOST_BYTES or max(anatomy.width, anatomy.height) > MOST_SIDE
    if anatomy.turn != 1 or large or anatomy.width * anatomy.height > MOST_PIXELS:
        data = _resized(data, path, slug, _LONGEST)
        seen = _look(data, path, slug)
        replace_file(path, data)
        size = {"width": str(seen.anatomy.width), "height": str(seen.anatomy.height)}
        yield Step("pictures.remade", {"file": path.name, **size, "size": f"{len(data) // 1024}"})
    elif anatomy.told:
        data = anatomy.bare
        replace_file(path, data)
        yield Step("pictures.bare", {"file": path.name, "told": in_words(anatomy.told)})
    else:
        yield Step("pictures.kept", {"file": path.name})
    yield from _copy(path, data, seen.anatomy.width, slug)


def _copy(path: Path, data: bytes, width: int, slug: str) -> Iterator[Step]:
    """Write the copies that are missing, and delete those of other bytes."""
    wanted = copies_of(path.name, data, width)
    names = {copy.name for copy in wanted}
    for other in sorted(path.parent.iterdir()):
        if is_copy(path.name, other.name) and other.name not in names:
            other.unlink()
    made = []
    for copy in wanted:
        place = path.parent / copy.name
        if place.exists():
            continue
        resized = _resized(data, path, slug, width=copy.width)
        if len(resized) < len(data):  # drawings of few colours can grow
            replace_file(place, resized)
            made.append(copy.name)
    if made:
        told = "、".join(made)
        yield Step("pictures.copies", {"file": path.name, "copies": told})


def _resized(data: bytes, path: Path, slug: str, longest: int = 0, width: int = 0) -> bytes:
    # Imported here: what is only stripped needs no Pillow.
    try:
        from disclosure.editorial.picture_copies import resize
    except ImportError:
        raise ExtraError("pictures") from None
    try:
        return resize(data, longest=longest, width=width)
    except PictureError as error:
        raise OutputError(error.code, file=path.name, slug=slug) from error


def _read(path: Path, slug: str, settings: Settings) -> bytes:
    try:
        return read_file(path, settings.content, _MOST_READ)
    except OSError as error:
        shown = settings.display_path(path.parent).as_posix()
        fault = error.fault if isinstance(error, UnfitFileError) else ""
        unread = why_unread(path, fault, shown, str(_MOST_READ // 1024 // 1024))
        raise OutputError(unread.code, file=path.name, slug=slug, **dict(unread.params)) from error


def _look(data: bytes, path: Path, slug: str) -> Look:
    try:
        return look(data)
    except PictureError as error:
        found = {"found": error.found} if error.found else {}
        raise OutputError(error.code, file=path.name, slug=slug, **found) from error
