"""A notice that names its genre is read with what the genre gives it, and asked for the rest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from disclosure.model.faults import Fault
from disclosure.model.genre import GenreFile, Genres, genre_gaps, with_defaults
from disclosure.model.notice import Notice

_NO_TEXT: Final = "notice.no_text"
_TEXTS: Final = frozenset({"sections", "content"})


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

    def gaps(self, notice: Notice) -> Iterator[Fault]:
        """Yield what the genre requires and a sound notice does not have."""
        if self.chosen:
            given = {key for key in notice.model_fields_set if getattr(notice, key)}
            yield from genre_gaps(given, self.chosen.genre)

    def gaps_beside(self, data: Any, faults: Sequence[Fault]) -> Iterator[Fault]:
        """Yield what a notice lacks beside its faults, for which its model was not made.

        Args:
            data: as read of the file.
            faults: found so far; what they take a wrong key for is not missing.

        """
        if not isinstance(data, dict):
            return
        meant = (dict(fault.params) for fault in faults if len(fault.path) == 1)
        keys = (params.get("place") or params.get("near") or "" for params in meant)
        given = {*data, *(key.split(".")[0] for key in keys)}
        if not given & _TEXTS and all(fault.code != _NO_TEXT for fault in faults):
            yield Fault((), _NO_TEXT)
        if self.chosen:
            yield from genre_gaps(given, self.chosen.genre)
