"""Collecting: every character of a file is taken once, and goes on or is dropped with a reason."""

from collections.abc import Mapping

from disclosure.importer.reading import Fate, Remark
from disclosure.importer.tracked import Tracked


class Collector:
    """Gathers the characters of a file in its order, and what there is to say of them.

    A reader takes each stretch of text exactly once: by ``keep``, ``drop`` or ``normalise``.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._remarks: list[Remark] = []

    @property
    def characters(self) -> str:
        """All that was taken."""
        return "".join(self._parts)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All that was said."""
        return tuple(self._remarks)

    def keep(self, text: str) -> Tracked:
        """Take a text as it stands."""
        start = self._take(text)
        return Tracked.read(text, start)

    def normalise(
        self, text: str, becomes: str, code: str, params: Mapping[str, str], place: str
    ) -> Tracked:
        """Take a text that is written otherwise (a Kangxi radical, a symbol), and return that."""
        start = self._take(text)
        self._say(code, params, start, Fate.NORMALISED, place=place)
        return Tracked.read(text, start).replaced(0, len(text), becomes)

    def drop(
        self, text: str, code: str, params: Mapping[str, str], place: str, *, stops: bool = False
    ) -> None:
        """Take a text that does not go on, and say why."""
        self._say(code, params, self._take(text), Fate.DROPPED, place=place, stops=stops)

    def remark(
        self,
        code: str,
        params: Mapping[str, str],
        place: str,
        text: Tracked | None = None,
        *,
        stops: bool = False,
    ) -> None:
        """Say something of a text that was kept, or of a place without one."""
        there = [n for n in text.origins if n >= 0] if text else []
        start, end = (min(there), max(there) + 1) if there else (self._length, self._length)
        self._remarks.append(Remark(code, params, start, end, Fate.KEPT, stops, place))

    def _take(self, text: str) -> int:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def _say(
        self,
        code: str,
        params: Mapping[str, str],
        start: int,
        fate: Fate,
        *,
        place: str,
        stops: bool = False,
    ) -> None:
        self._remarks.append(Remark(code, params, start, self._length, fate, stops, place))
