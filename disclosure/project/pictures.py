"""The pictures in a notice's text, as they lie beside its attachments.

What is published is what lies there, byte by byte: a picture that tells more than it shows is
refused, not mended on the way, so that the bytes that are signed are those that stand in the
folder (docs/decisions/0024).
"""

from collections.abc import Iterator
from pathlib import Path as FolderPath
from pathlib import PurePosixPath
from typing import Final

from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.faults import Fault, Path
from disclosure.model.outline import placed_pictures
from disclosure.pictures.anatomy import PictureError
from disclosure.pictures.copies import Copy, copies_of
from disclosure.pictures.looking import MOST_BYTES, MOST_PIXELS, MOST_SIDE, Look, look
from disclosure.pictures.told import in_words
from disclosure.project.attachments import Attached, read_attachments
from disclosure.project.fingerprint import ABSENT, FileState
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings
from disclosure.project.unread_pictures import why_unread
from disclosure.source.load import LoadedNotice, diagnose

# What a telephone loads for all pictures of a page; more takes seconds on a slow line.
BUDGET: Final = 1024 * 1024
_MEBI: Final = 1024 * 1024
_HEAVY: Final = 200 * 1024  # bytes; from here on a telephone is better served by a copy


def read_pictures(
    file: NoticeFile, loaded: LoadedNotice, settings: Settings
) -> tuple[Attached, tuple[Diagnostic, ...]]:
    """Read the pictures of a notice and their resized copies.

    Returns:
        The files, with what stands in the way of publishing them; and what is only said.
        Copies that are not there have a state, so that they are noticed when they come.

    """
    placed = placed_pictures(loaded.notice, loaded.outline)
    if not placed:
        return Attached({}, {}, ()), ()
    paths = {each.picture.file: each.path for each in reversed(placed)}
    names = tuple(dict.fromkeys(each.picture.file for each in placed))
    read = read_attachments(file, names, settings)
    content, states = dict(read.content), dict(read.states)
    shown = settings.display_path(file.path)
    folder = file.path.with_suffix("")
    found = [
        _diagnose(_unread(each, folder, settings, paths), loaded, shown) for each in read.wrong
    ]
    loads = 0
    for name, data in read.content.items():
        at = (*paths[name], "file")
        try:
            seen = look(data)
        except PictureError as error:
            told = (("found", error.found),) if error.found else ()
            found.append(_diagnose(Fault(at, error.code, _of(name, told)), loaded, shown))
            continue
        copies = _read_copies(file, copies_of(name, data, seen.anatomy.width), settings)
        content |= copies.content
        states |= copies.states
        faults = tuple(_faults(at, name, data, seen))
        found += [_diagnose(each, loaded, shown) for each in faults]
        found += [
            _diagnose(Fault(at, "picture.copy", _of(name, (("copy", copy),))), loaded, shown)
            for copy in copies.content
            if not _is_sound(copies.content[copy], seen)
        ]
        if len(data) > _HEAVY and copies.states and not copies.content and not faults:
            heavy = Fault(at, "picture.no_copies", _of(name), warning=True)
            found.append(_diagnose(heavy, loaded, shown))
        loads += min(map(len, (data, *copies.content.values())))
    if loads > BUDGET:
        params = (
            ("slug", file.slug),
            ("size", f"{loads / _MEBI:.1f}"),
            ("limit", str(BUDGET // _MEBI)),
        )
        found.append(Diagnostic(shown, 0, 0, Level.WARNING, "picture.budget", params))
    errors = tuple(each for each in found if each.level is Level.ERROR)
    said = tuple(each for each in found if each.level is not Level.ERROR)
    return Attached(content, states, errors), said


def _read_copies(file: NoticeFile, copies: tuple[Copy, ...], settings: Settings) -> Attached:
    """Read those copies that are there."""
    read = read_attachments(file, (copy.name for copy in copies), settings)
    missing: dict[str, FileState] = {
        copy.name: ABSENT for copy in copies if copy.name not in read.content
    }
    return Attached(read.content, {**read.states, **missing}, ())


def _faults(at: Path, name: str, data: bytes, seen: Look) -> Iterator[Fault]:
    kind, anatomy = seen
    if not name.endswith(kind.suffixes):
        mended = name.rpartition(".")[0] + kind.suffixes[0]
        yield Fault(at, "picture.name", _of(name, (("found", kind), ("mended", mended))))
    if anatomy.turn != 1:
        yield Fault(at, "picture.turned", _of(name))
    elif anatomy.told:
        yield Fault(at, "picture.told", _of(name, (("told", in_words(anatomy.told)),)))
    large = len(data) > MOST_BYTES or max(anatomy.width, anatomy.height) > MOST_SIDE
    if large or anatomy.width * anatomy.height > MOST_PIXELS:
        size = (("size", f"{len(data) / _MEBI:.1f}"), ("limit", str(MOST_BYTES // _MEBI)))
        pixels = (("width", str(anatomy.width)), ("height", str(anatomy.height)))
        yield Fault(at, "picture.large", _of(name, (*size, *pixels)))


def _is_sound(data: bytes, original: Look) -> bool:
    """Say whether a copy may be published in place of what it was made from."""
    try:
        seen = look(data)
    except PictureError:
        return False
    own = seen.anatomy
    smaller = own.width < original.anatomy.width and len(data) <= MOST_BYTES
    return smaller and seen.format is original.format and own.turn == 1 and not own.told


def _unread(
    wrong: Diagnostic, folder: FolderPath, settings: Settings, paths: dict[str, Path]
) -> Fault:
    """Return why a file was not read as a fault of the picture that names it."""
    params = dict(wrong.params)
    name, fault = params["file"], wrong.code.removeprefix("attachment.")
    shown = settings.display_path(folder).as_posix()
    unread = why_unread(folder / name, fault, shown, params.get("limit", ""))
    return Fault((*paths[name], "file"), unread.code, _of(name, unread.params))


def _of(name: str, params: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
    return (("file", name), *params)


def _diagnose(fault: Fault, loaded: LoadedNotice, shown: PurePosixPath) -> Diagnostic:
    params = (*fault.params[:1], ("slug", shown.stem), *fault.params[1:])
    return diagnose(fault._replace(params=params), shown, loaded.places)
