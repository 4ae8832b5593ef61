"""The marks that a sealed version was printed with.

Until marks typed by hand were counted, （三） typed as the second mark was followed by （二）. A
version that was sealed then is made again as it was; its ``notice.txt`` says which way it was.
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
