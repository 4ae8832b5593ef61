"""What a target without hard links costs: every release is a whole copy of the site."""

from collections.abc import Callable, Mapping
from typing import Final

from disclosure.errors import OutputError
from disclosure.publish.local_site import LocalSite
from disclosure.publish.target import Linking, Roomy, Target

Tell = Callable[[str, Mapping[str, str]], None]
_MEBIBYTE: Final = 1024**2


def tell_of_copies(target: Target, site: LocalSite, tell: Tell) -> None:
    """Tell, before a release is written, that it will be a copy, and of what size.

    Args:
        target: where.
        site: what the release will hold.
        tell: told a message code and its values.

    Raises:
        OutputError: there is no room for the copy; nothing was written.
        TargetError: it cannot be tried.

    """
    if not isinstance(target, Linking) or target.can_link():
        return
    needed = sum(site.size(place) or 0 for place in site.every)
    params = {"size": _shown(needed)}
    room = target.room() if isinstance(target, Roomy) else None
    if room is not None and room < needed:
        raise OutputError("publish.no_room", room=_shown(room), **params)
    tell("publish.copies", params)


def _shown(size: int) -> str:
    return f"{size / _MEBIBYTE:.1f}"
