"""How often words, and characters that are words, stand in texts of this kind.

``common_words.txt`` was counted in public official texts; it holds counts and no texts.

Apart: two who look for slips ask it, and neither of them should read the file.
"""

from functools import cache

from disclosure.checks.reading.listed import entries


def is_common(word: str) -> bool:
    """Say whether a word is one of the commonest."""
    return word in counts()


@cache
def counts() -> dict[str, int]:
    """Return how many of ten million words each of the commonest is."""
    lines = (line.split(" ") for line in entries("common_words.txt"))
    return {word: int(count) for word, count in lines}
