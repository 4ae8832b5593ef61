"""A notice that names its genre is read with what the genre gives it."""

from collections.abc import Callable, Iterable
from typing import Any

from disclosure.model.faults import Fault
from disclosure.model.genre import GenreFile, Genres, with_defaults


class Defaults:
    """Finds the genre of one notice.

    Attributes:
        chosen: the genre that it names; None where it names none, or one that nobody knows.

    """

    def __init__(self, genres: Callable[[], Genres] | None) -> None:
        self._genres = genres
        self.chosen: GenreFile | None = None

    def apply(self, data: Any) -> Iterable[Fault]:
        """Give the values of a notice the words of its genre; return what is wrong with the name.

        Args:
            data: as read of the file; words that it does not have itself are added.

        """
        # A list or a mapping is told by the model.
        if not isinstance(data, dict) or not isinstance(name := data.get("genre"), str):
            return ()
        known = self._genres() if self._genres else Genres(())
        self.chosen = known.find(name.strip())
        if self.chosen is None:
            return (Fault(("genre",), *known.unknown(name.strip())),)
        with_defaults(data, self.chosen.genre.words)
        return ()
