"""What stands on a target: from its listing where that is what we left there, else file by file."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from disclosure.archive.listing import read_listing
from disclosure.files import sha256_hex
from disclosure.publish.claim import Claim
from disclosure.publish.target import Target
from disclosure.render import urls

Watch = Callable[[int, int], None]
_MANY = 20  # from so many on, one list of all places is quicker than a question for each


class Standing(NamedTuple):
    """What stands on a target.

    Attributes:
        digests: SHA-256 by place, of what stands there and was looked for.
        ours: places that we published, and may replace.
        left: of these, the places that we know of without asking the target, and may delete.
        trusted: whether the listing there was as we left it.
    """

    digests: Mapping[str, str]
    ours: frozenset[str]
    left: frozenset[str]
    trusted: bool


def find_standing(claim: Claim, last: bytes, wanted: Iterable[str], watch: Watch) -> Standing:
    """Say what stands on a target.

    Args:
        claim: on the target.
        last: the listing that we left there; empty for none.
        wanted: the places that the site has now.
        watch: told how many places were read, and of how many.

    Raises:
        TargetError: it cannot be read.

    """
    target, unsure = claim.target, claim.unsure
    left = read_listing(last) or {} if last else {}
    known = frozenset({*left, *claim.pending})
    if last and target.read(urls.LISTING) == last:
        digests = {**left, urls.LISTING: sha256_hex(last)}
        _look(target, sorted(unsure), digests, watch)
        # A file that appeared where the site now has one is not ours: it was never listed.
        new = [place for place in wanted if place not in digests and place not in unsure]
        if new:
            standing = _standing_among(target, new)
            _look(target, sorted(standing), digests, watch)
        ours = {*known, *unsure, urls.LISTING}
        return Standing(digests, frozenset(ours), known, trusted=True)
    listed = read_listing(target.read(urls.LISTING) or b"") or {}
    standing = set(target.places())
    looked_for = standing & {*left, *listed, *wanted, *unsure, urls.LISTING}
    digests = {}
    _look(target, sorted(looked_for), digests, watch)
    ours = {*known, *unsure} | {place for place in listed if digests.get(place) == listed[place]}
    if not standing or last or ours & set(listed):
        ours.add(urls.LISTING)
    # What somebody else wrote into a listing there must not get a file deleted.
    return Standing(digests, frozenset(ours), known, trusted=not standing)


def _standing_among(target: Target, places: list[str]) -> set[str]:
    """Return those of the places that are there, with few questions."""
    if len(places) > _MANY:
        return set(target.places()) & set(places)
    return {place for place in places if target.read(place) is not None}


def _look(target: Target, places: list[str], digests: dict[str, str], watch: Watch) -> None:
    for done, place in enumerate(places, 1):
        data = target.read(place)
        if data is None:
            digests.pop(place, None)
        else:
            digests[place] = sha256_hex(data)
        watch(done, len(places))
