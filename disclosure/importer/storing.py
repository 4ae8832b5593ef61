"""Writing a draft: the file with its pictures beside it, whole or not at all."""

from contextlib import ExitStack
from itertools import count
from pathlib import Path

from disclosure.clock import moment_in_china
from disclosure.errors import OutputError, UsageError
from disclosure.files import written_aside
from disclosure.importer.importing import Imported
from disclosure.project.notices import slug_fault, standing_file
from disclosure.project.settings import Settings

_SUFFIXES = (".yaml", ".yml")


def place_of(imported: Imported, to: Path | None, settings: Settings) -> Path:
    """Return where a draft is to be written; nothing stands there.

    Args:
        imported: the draft.
        to: what was asked for; None proposes a name: the date of the notice, and a number.
        settings: the project.

    Raises:
        UsageError: no notice can have that name, or stand there.
        OutputError: something stands there.

    """
    folder = settings.content / "notices"
    if to is None:
        day = imported.day or moment_in_china()[:10]
        slugs = (f"{day}-{number}" for number in count(1))
        free = (slug for slug in slugs if _is_free(folder / f"{slug}.yaml", settings))
        return folder / f"{next(free)}.yaml"
    if to.suffix not in _SUFFIXES:
        to = to.with_name(f"{to.name}.yaml")
    if fault := slug_fault(to.stem):
        raise UsageError(fault, slug=to.stem)
    if to.parent.resolve() != folder.resolve():
        shown = settings.display_path(folder).as_posix()
        raise UsageError("import.to_elsewhere", path=str(to), folder=shown, slug=to.stem)
    if not _is_free(to, settings):
        raise OutputError("import.exists", path=settings.display_path(to).as_posix())
    return to


def _is_free(path: Path, settings: Settings) -> bool:
    if path.parent == settings.content / "notices" and standing_file(path.stem, settings):
        return False
    return not any(_stands(each) for each in (path, path.with_suffix("")))


def _stands(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def store(imported: Imported, path: Path) -> None:
    """Write a draft and, in a folder of its name, its pictures.

    Args:
        imported: the draft.
        path: from ``place_of``.

    Raises:
        OutputError: it cannot be written, or something stands there; nothing new does then.

    """
    with ExitStack() as stack:
        if imported.pictures:
            folder = stack.enter_context(written_aside(path.with_suffix("")))
            folder.mkdir()
            for name, data in imported.pictures.items():
                with (folder / name).open("xb") as picture:
                    picture.write(data)
        draft = stack.enter_context(written_aside(path))
        with draft.open("xb") as file:
            file.write(imported.text.encode())
