"""Files that were brought in and wait to be kept as notices."""

import secrets
from collections.abc import Container
from dataclasses import replace
from typing import Final, NamedTuple

from disclosure.editing.guesses import Guess, guesses_in, without_guesses
from disclosure.importer.account_view import view_of
from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.importer.unseen import private_in_dropped
from disclosure.project.genres import genres_of
from disclosure.project.settings import Settings
from disclosure.render.account_page import AccountView
from disclosure.visible import visible

_MOST: Final = 4  # at a time; an office looks at one
_LARGEST_ID: Final = 12


class Brought(NamedTuple):
    """A file that was read.

    Attributes:
        name: of the file, as the browser says it; shown, and never a path.
        imported: the draft made of it.
        view: the account of its characters.
        private: codes and values of what is private in what the draft does not show.
    """

    name: str
    imported: Imported
    view: AccountView
    private: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    def guessed(self) -> dict[str, list[Guess]]:
        """Return the values that were guessed, by the sentence that says why."""
        found: dict[str, list[Guess]] = {}
        for each in guesses_in(self.imported.text):
            found.setdefault(each.reason, []).append(each)
        return found

    def confirmed(self, numbers: Container[int]) -> Imported:
        """Return the draft without the comments of what was confirmed, by its numbers."""
        every = enumerate(self.view.confirm)
        reasons = {visible(each.sentence) for number, each in every if number in numbers}
        return replace(self.imported, text=without_guesses(self.imported.text, reasons))


class Imports:
    """Keeps the last few."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[str, Brought] = {}

    def keep(self, brought: Brought) -> str:
        """Keep a file that was read, and return the name it is asked for by."""
        while len(self._kept) >= _MOST:
            self._kept.pop(next(iter(self._kept)))
        name = secrets.token_hex(_LARGEST_ID)
        self._kept[name] = brought
        return name

    def find(self, name: str) -> Brought | None:
        """Return what was kept under a name; None where nothing is."""
        return self._kept.get(name)

    def forget(self, name: str) -> None:
        """Keep it no longer."""
        self._kept.pop(name, None)


def bring_in(name: str, data: bytes, settings: Settings) -> Brought:
    """Read a file as the command ``import`` does.

    Args:
        name: of the file.
        data: its bytes.
        settings: the project.

    Raises:
        ImportRefusedError: the file is not read.
        ExtraError: the packages for its kind are not installed.

    """
    options = ImportOptions(language=settings.language)
    imported = import_file(name, data, options, genres_of(settings))
    view = view_of(imported, settings.language)
    shown = settings.display_path(settings.content)
    private = private_in_dropped(imported.account, shown)
    return Brought(
        name, imported, view, tuple(dict.fromkeys((each.code, each.params) for each in private))
    )
