"""What must or must not stand beside a word, so that it is meant and not another.

A neighbour is plain text, in which three signs stand for something: 0 for one digit, … for up to
``LONGEST_GAP`` characters without a mark between the word and the rest, and ^ alone for a mark, a
blank or the edge of the text.
"""

from collections.abc import Callable
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from disclosure.model.fields import Model, Names, refuse

DIGIT: Final = "0"
EDGE: Final = "^"
GAP: Final = "…"
LONGEST_GAP: Final = 12


def _signs(place: int) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return what refuses signs out of place; … may stand at ``place`` only."""

    def check(values: tuple[str, ...]) -> tuple[str, ...]:
        for number, value in enumerate(values):
            plain = value.removeprefix(GAP) if place == 0 else value.removesuffix(GAP)
            if not plain or GAP in plain or (EDGE in value and value != EDGE):
                raise refuse("terms.neighbour", value=value, at=str(number))
        return values

    return check


Before = Annotated[Names, AfterValidator(_signs(-1))]
After = Annotated[Names, AfterValidator(_signs(0))]


class WordContext(Model):
    """What must stand beside a word for it to be meant; nothing given: anything may."""

    before: Before = Field((), description="前面紧挨着的是其中之一才算")
    after: After = Field((), description="后面紧挨着的是其中之一才算")
    not_before: Before = Field((), description="前面紧挨着的是其中之一就不算")
    not_after: After = Field((), description="后面紧挨着的是其中之一就不算")
