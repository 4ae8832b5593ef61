"""Matters: notices that continue one another, in a row from the first to the last."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple


class ChainFault(NamedTuple):
    """What is wrong with what a notice continues.

    Attributes:
        slug: the notice.
        code: of the message.
        params: its values.

    """

    slug: str
    code: str
    params: tuple[tuple[str, str], ...]


def chains_of(links: Mapping[str, str], slugs: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the notices of each matter, the first one first, by every notice of it.

    Args:
        links: which notice each follow-up continues.
        slugs: all notices.

    Returns:
        Matters of two notices and more; what is wrong (``chain_faults``) stands in none.

    """
    wrong = {fault.slug for fault in chain_faults(links, slugs)}
    sound = {slug: before for slug, before in links.items() if slug not in wrong}
    after = {before: slug for slug, before in sound.items()}
    found: dict[str, tuple[str, ...]] = {}
    for first in after:
        if first in sound:
            continue
        chain = [first]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        found |= dict.fromkeys(chain, tuple(chain))
    return found


def chain_faults(links: Mapping[str, str], slugs: Collection[str]) -> Iterator[ChainFault]:
    """Yield what is wrong: a notice that there is not, a circle, two after the same one."""
    by: dict[str, list[str]] = {}
    for slug in sorted(links):
        by.setdefault(links[slug], []).append(slug)
    for slug, before in sorted(links.items()):
        others = [other for other in by[before] if other != slug]
        if before not in slugs:
            yield ChainFault(slug, "follow.unknown", (("slug", before),))
        elif circle := _circle(slug, links):
            params = (("slug", before), ("way", " → ".join(circle)))
            yield ChainFault(slug, "follow.circle", params)
        elif others:
            yield ChainFault(slug, "follow.two", (("slug", before), ("other", others[0])))


def _circle(slug: str, links: Mapping[str, str]) -> tuple[str, ...]:
    """Return the way from a notice back to itself; empty where there is none."""
    way = [slug]
    while (before := links.get(way[-1])) is not None:
        if before == slug:
            return (*way, slug)
        if before in way:
            return ()
        way.append(before)
    return ()
