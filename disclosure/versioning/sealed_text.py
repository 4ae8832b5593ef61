"""What a sealed ``notice.txt`` tells of how its version was made.

A version is made again as it was, also where the program of today prints a notice otherwise:
the index number did not always stand in the text, and until marks typed by hand were counted,
（三） typed as the second mark was followed by （二）.
"""

from disclosure.model.outline import Outline, draw_outline
from disclosure.source.load import LoadedNotice


def outline_as_sealed(loaded: LoadedNotice, text: str) -> Outline:
    """Return the outline of a version as it was printed.

    Args:
        loaded: its notice, with the outline of today.
        text: its sealed ``notice.txt``.

    """
    before = draw_outline(loaded.notice, typed_count=False)
    changed = [
        (f"{then.mark}{then.section.title}", f"{now.mark}{now.section.title}")
        for then, now in zip(before.nodes, loaded.outline.nodes, strict=True)
        if then.mark != now.mark
    ]
    as_before = changed and all(then in text for then, _ in changed)
    return before if as_before and not all(now in text for _, now in changed) else loaded.outline


def tells_index(text: str) -> bool:
    """Say whether the index number stands between title and text."""
    head = text.split("\r\n\r\n")[1:2]
    return any(line.startswith("索引号：") for part in head for line in part.split("\r\n"))
