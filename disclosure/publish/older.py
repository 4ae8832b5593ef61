"""A target that has sealed versions which are not known here must not lose them."""

from collections.abc import Sequence

from disclosure.archive.log import Line, read_lines
from disclosure.errors import OutputError
from disclosure.publish.local_site import LocalSite
from disclosure.publish.remote_state import read_note
from disclosure.publish.target import Target
from disclosure.render import urls


def refuse_older(target: Target, site: LocalSite, within: str = "") -> None:
    """Refuse to replace a public log by one that lacks versions of it.

    A log on the target that is no sound chain proves nothing, and is replaced as any other
    page that somebody has changed.

    Args:
        target: where.
        site: what is going to stand there.
        within: the folder on the target that holds the site, with a final slash.

    Raises:
        OutputError: the target's log goes on where ours ends, or goes another way.
        TargetError: it cannot be read.

    """
    data = read_note(target, within + urls.ARCHIVE_LOG)
    ours = site.read(urls.ARCHIVE_LOG) if urls.ARCHIVE_LOG in site.digests else b""
    if not data or ours.startswith(data):
        return
    there, here = read_lines(data), read_lines(ours)
    if _is_sound(there):
        lacking = len(there) - _shared(there, here)
        raise OutputError("publish.older", there=str(len(there)), lacking=str(lacking))


def _is_sound(lines: Sequence[Line]) -> bool:
    previous = ""
    for line in lines:
        if line.entry is None or line.entry.previous != previous:
            return False
        previous = line.digest
    return bool(lines)


def _shared(there: Sequence[Line], here: Sequence[Line]) -> int:
    pairs = zip(there, here, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one.data != other.data),
        min(len(there), len(here)),
    )
