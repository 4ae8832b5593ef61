"""Files of the site written to a target and read back, many at once where the target can."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.publish.local_site import LocalSite
from disclosure.publish.target import AT_ONCE, Bunching, Target, TargetError
from disclosure.render import urls
from disclosure.render.site_order import group_of

_BYTES_AT_ONCE = 1 << 22  # that are held in memory, but for a file that is larger


def put_all(
    target: Target, site: LocalSite, places: Sequence[str], within: str = ""
) -> Iterator[str]:
    """Write places and read them back, and yield each when that is done.

    Args:
        target: where.
        site: what.
        places: in the order of a publication.
        within: the folder on the target, with a final slash, that ``places`` are relative to.

    Raises:
        OutputError: a file of the site cannot be read.
        TargetError: one cannot be written, or what stands there is something else.

    """
    if not isinstance(target, Bunching):
        for place in places:
            _put(target, within + place, _content_of(site, place))
            yield place
        return
    for bunch in _bunches(site, places):
        files = {within + place: _content_of(site, place) for place in bunch}
        there = target.read_many(sorted(target.write_many(files)))
        for place in bunch:
            data = files[within + place]
            if there.get(within + place) != data:
                _put(target, within + place, data)
            yield place


def _bunches(site: LocalSite, places: Sequence[str]) -> Iterator[list[str]]:
    """Divide places; what leads to others is in no bunch with them."""
    for _, group in groupby(places, group_of):
        bunch: list[str] = []
        size = 0
        for place in group:
            size += site.size(place) or 0
            if bunch and (len(bunch) == AT_ONCE or size > _BYTES_AT_ONCE):
                yield bunch
                bunch, size = [], site.size(place) or 0
            bunch.append(place)
        yield bunch


def _put(target: Target, place: str, data: bytes) -> None:
    """Write a file and read it back.

    Raises:
        TargetError: it cannot be written, or what stands there is something else.

    """
    target.write(place, data)
    if target.read(place) != data:
        raise TargetError("target.differs", place=place)


def _content_of(site: LocalSite, place: str) -> bytes:
    """Return a file of the site, as its listing has it.

    Raises:
        OutputError: it cannot be read, or was changed since the site was built.

    """
    if place == urls.LISTING:
        return site.listing
    data = site.read(place)
    if sha256_hex(data) != site.digests[place]:
        raise OutputError("publish.changed", place=place)
    return data
