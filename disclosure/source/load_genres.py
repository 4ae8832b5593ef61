"""Load the genres: the shipped ones, and a unit's own in ``content/genres/``."""

import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

import disclosure
from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.genre import Genre, GenreFile, Genres
from disclosure.source.load import Loaded, load_model, read_bytes

SUFFIX: Final = ".yaml"
SEALED: Final = "genre.yaml"  # in a version; only of a notice that names its genre


class LoadedGenres(NamedTuple):
    """The genres of a project.

    Attributes:
        genres: those that can be used, a unit's own before the shipped ones.
        own: paths of a unit's files, as diagnostics name them, with what was read of each.
        found: what is wrong with a unit's files.

    """

    genres: Genres
    own: tuple[tuple[PurePosixPath, Loaded[Genre]], ...] = ()
    found: tuple[Diagnostic, ...] = ()


@cache
def shipped_genres() -> Genres:
    """Return the genres that come with the program, in order of their file names.

    They are read once: like the program, they do not change while it runs.

    Raises:
        ValueError: one is damaged.

    """
    folder = Path(disclosure.__file__).parent / "genres"
    return Genres(tuple(_shipped(path) for path in sorted(folder.glob(f"*{SUFFIX}"))))


def sealed_genre(data: bytes) -> Callable[[], Genres]:
    """Return what gives the genre that was sealed with a version; none if it cannot be read."""

    def genres() -> Genres:
        genre = _read(data, PurePosixPath(SEALED), sealed=True).model
        return Genres((GenreFile(SEALED.removesuffix(SUFFIX), genre, data),) if genre else ())

    return genres


def load_genres(folder: Path, shown: PurePosixPath) -> LoadedGenres:
    """Return the genres of a project.

    Args:
        folder: of a unit's own; it need not be there. One of theirs takes the place of a shipped
            one of the same name.
        shown: the folder as diagnostics name it.

    Raises:
        ValueError: a shipped one is damaged.

    """
    shipped = shipped_genres()
    files: dict[str, GenreFile] = {}
    own: list[tuple[PurePosixPath, Loaded[Genre]]] = []
    found: list[Diagnostic] = []
    for name in _names_in(folder):
        place = shown / name
        data, unreadable = read_bytes(folder / name, place, folder.parent)
        if unreadable:
            found += unreadable
            continue
        loaded = _read(data, place)
        own.append((place, loaded))
        found += loaded.diagnostics
        if (genre := loaded.model) is None:
            continue
        if (first := files.get(genre.name)) is not None:
            params = (("name", genre.name), ("first", f"{first.key}{SUFFIX}"))
            found.append(Diagnostic(place, 0, 0, Level.ERROR, "genre.same_name", params))
        else:
            files[genre.name] = GenreFile(place.stem, genre, data)
    others = (each for each in shipped.files if each.genre.name not in files)
    return LoadedGenres(Genres((*files.values(), *others)), tuple(own), tuple(found))


def _names_in(folder: Path) -> Iterable[str]:
    """Return the names of genre files; as of notices, hidden ones and drafts are passed over."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - a Path for each is not needed
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return (name for name in names if name.endswith(SUFFIX) and name[0] not in "._")


def _shipped(path: Path) -> GenreFile:
    data = path.read_bytes()
    genre = _read(data, PurePosixPath(path.name)).model
    if genre is None:
        raise ValueError(path.name)
    return GenreFile(path.stem, genre, data)


@cache
def _read(data: bytes, shown: PurePosixPath, *, sealed: bool = False) -> Loaded[Genre]:
    # Every notice of a genre asks; the same bytes are the same genre.
    return load_model(data, shown, Genre, sealed=sealed)
