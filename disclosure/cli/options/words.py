"""Sentences of options.

Apart: every group of options takes them, and most command lines want none.
"""

from collections.abc import Callable, Sequence

from disclosure.cli.program_place import as_called
from disclosure.messages import say

Words = Callable[[str], str]


def words_for(arguments: Sequence[str], language: str) -> Words:
    """Return what gives the sentence of a code, and without looking an empty one if nobody asks."""
    # They stand in most parts of the messages, which would all be loaded for them.
    if any(each.startswith(("-h", "--help")) for each in arguments):
        return lambda code: as_called(say(code, language))
    return lambda code: ""
