"""Characters that are taken for each other: they sound alike or look alike.

Sounds are those of Putonghua without tones, and with the differences that many speakers do not
hear (z and zh, in and ing), of the 2,700 commonest characters; shapes are gathered by hand.
"""

from functools import cache

from disclosure.checks.reading.listed import entries


def alike(one: str, other: str) -> bool:
    """Say whether two characters are easily taken for each other."""
    return one != other and other in _partners().get(one, "")


def alike_characters(character: str) -> str:
    """Return the characters that ``character`` is easily taken for; "" for none."""
    return _partners().get(character, "")


@cache
def _partners() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in entries("alike.txt"):
        for each in line:
            found[each] = found.get(each, "") + line.replace(each, "")
    return found
