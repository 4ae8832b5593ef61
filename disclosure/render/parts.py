"""What a paragraph is set from: stretches of text, and the elements around them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Begin(NamedTuple):
    """Begins an element.

    Attributes:
        tag: its name.
        attributes: of it, in order.

    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


class End(NamedTuple):
    """Ends the element that was begun last."""

    tag: str


Part = str | Begin | End
Compose = Callable[[str], Iterable[Part]]
