"""The lists of words and characters that rules read: text files beside the rules, a line an entry.

Apart: five modules read such lists, each its own.
They are data with a source and a licence, named in their first lines; a line that begins with
``#`` is no entry.
"""

from collections.abc import Iterator
from importlib import resources


def entries(name: str) -> Iterator[str]:
    """Yield the entries of a list of ``disclosure/checks``, such as ``not_names.txt``.

    The caller remembers what it makes of them; the file is read anew each time.
    """
    text = resources.files("disclosure.checks").joinpath(name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
