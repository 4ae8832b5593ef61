"""Text that knows where each of its characters stood in the file."""

import re
from dataclasses import dataclass
from typing import Final, overload

# Of a character that stood nowhere in the file, such as a number made by Word.
MADE: Final = -1


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text with, for each character, its number in ``Reading.characters``, or ``MADE``.

    A slice, a strip, a join keep the numbers; ``replaced`` puts one text for another and lets
    it stand for all the characters that it replaces. Lengths of both are always equal.
    """

    text: str = ""
    origins: tuple[int, ...] = ()

    @classmethod
    def read(cls, text: str, start: int) -> "Tracked":
        """Return a text whose characters stood one after the other, from ``start`` on."""
        return cls(text, tuple(range(start, start + len(text))))

    @classmethod
    def made(cls, text: str) -> "Tracked":
        """Return a text that stood nowhere in the file."""
        return cls(text, (MADE,) * len(text))

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    @overload
    def __getitem__(self, at: int) -> "Tracked": ...
    @overload
    def __getitem__(self, at: slice) -> "Tracked": ...
    def __getitem__(self, at: int | slice) -> "Tracked":
        if isinstance(at, int):
            at = slice(at, at + 1 or None)
        return Tracked(self.text[at], self.origins[at])

    def __add__(self, other: "Tracked") -> "Tracked":
        return Tracked(self.text + other.text, self.origins + other.origins)

    def strip(self, characters: str | None = None) -> "Tracked":
        """Return the text without blanks (or these characters) at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : max(start, len(self.text.rstrip(characters)))]

    def split(self, sign: str) -> list["Tracked"]:
        """Return what stands between the signs, which are lost."""
        found, start = [], 0
        for match in re.finditer(re.escape(sign), self.text):
            found.append(self[start : match.start()])
            start = match.end()
        return [*found, self[start:]]

    def replaced(self, start: int, end: int, text: str) -> "Tracked":
        """Return the text with ``text`` in place of ``[start:end]``.

        Characters beyond the replaced ones carry the number of the last of them; of those left
        over, the fate is for the caller to say (``Remark``).
        """
        old = self.origins[start:end]
        last = old[-1] if old else MADE
        new = tuple(old[n] if n < len(old) else last for n in range(len(text)))
        return Tracked(
            self.text[:start] + text + self.text[end:],
            self.origins[:start] + new + self.origins[end:],
        )


def joined(texts: "list[Tracked] | tuple[Tracked, ...]", sign: str = "") -> Tracked:
    """Return the texts as one, with ``sign`` (which stood nowhere) between them."""
    if len(texts) == 1:
        return texts[0]
    origins: list[int] = []
    for number, each in enumerate(texts):
        origins.extend((MADE,) * len(sign) if number else ())
        origins.extend(each.origins)
    return Tracked(sign.join(each.text for each in texts), tuple(origins))
