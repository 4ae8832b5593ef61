"""Follow-ups: which problem of a notice goes on with which of those before it.

A problem goes on with those that its ``continues`` names; else with the one of the same ``id``;
else with the one of the same title, where no other has that title and their ids say nothing
else. Nothing is guessed: a problem that only resembles one of before is a new one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from disclosure.model.faults import Fault
from disclosure.model.notice import Notice
from disclosure.model.outline import Node, Outline, title_in_lists
from disclosure.model.section import Section
from disclosure.model.status import Status


class Told(NamedTuple):
    """One notice of a matter, with its sections."""

    notice: Notice
    outline: Outline

    @property
    def problems(self) -> tuple[Node, ...]:
        """Its problems, in order."""
        return tuple(node for node in self.outline.nodes if node.problem)

    @property
    def day(self) -> date | None:
        """When it was published; None for a draft."""
        return self.notice.published

    @property
    def reasons(self) -> Mapping[str, str]:
        """Why it does not report problems any more, by their names in the notice before it."""
        return {each.id: each.reason for each in self.notice.dropped}


class Place(NamedTuple):
    """A problem in one notice of a matter.

    Attributes:
        at: which notice, from 0 for the first.
        node: the problem there.

    """

    at: int
    node: Node

    @property
    def key(self) -> tuple[int, str]:
        """What it is known by; comparing whole sections would take long."""
        return self.at, self.node.anchor


class Joined(NamedTuple):
    """A notice joined to those before it.

    Attributes:
        origins: of each of its problems by anchor, the places that it goes on with; none for a
            new problem.
        missing: problems of the notice right before it that nothing goes on with.
        faults: names in it that no problem before it has.

    """

    origins: Mapping[str, tuple[Place, ...]]
    missing: tuple[Node, ...]
    faults: tuple[Fault, ...]


def join_all(matter: Sequence[Told]) -> tuple[Joined, ...]:
    """Join every notice of a matter to those before it.

    Args:
        matter: its notices, the first one first.

    Returns:
        As many, in the same order; nothing goes before the first.

    """
    ends: list[Place] = []
    found: list[Joined] = []
    for at, told in enumerate(matter):
        joined = _join(told, ends, at)
        found.append(joined)
        gone_on = _keys(joined.origins)
        ends = [end for end in ends if end.key not in gone_on]
        ends += [Place(at, node) for node in told.problems]
    return tuple(found)


def states_of(section: Section) -> dict[str, Status]:
    """Return the states that a section gives: by office; under no name the problem's own."""
    own = {"": section.status} if section.status else {}
    return {**own, **{office.name: office.status for office in section.offices}}


def find_faults(notice: Notice, outline: Outline) -> Iterator[Fault]:
    """Yield what only a follow-up can say in a notice that is none, and what is said twice."""
    if notice.continues is None:
        yield from _of_follow_ups(notice, outline)
        return
    dropped: set[str] = set()
    for number, each in enumerate(notice.dropped):
        if each.id in dropped:
            yield Fault(("dropped", number, "id"), "follow.twice", (("id", each.id),))
        dropped.add(each.id)
    for node in outline.nodes:
        names = node.section.continues
        for number, name in enumerate(names):
            path = (*node.path, "continues", number)
            if not node.problem:
                yield Fault(path, "follow.no_problem", (("id", name),))
            elif name in dropped or name in names[:number]:
                yield Fault(path, "follow.twice", (("id", name),))


def _of_follow_ups(notice: Notice, outline: Outline) -> Iterator[Fault]:
    if notice.dropped:
        yield Fault(("dropped",), "follow.alone", (("key", "dropped"),), on_key=True)
    for node in outline.nodes:
        for key in ("continues", "reopened"):
            if getattr(node.section, key):
                yield Fault((*node.path, key), "follow.alone", (("key", key),), on_key=True)


def _join(told: Told, ends: Sequence[Place], at: int) -> Joined:
    if not at:
        return Joined({}, (), ())
    # The last place of a name counts: a problem may come back that a notice had dropped.
    named = {end.node.anchor: end for end in ends}
    origins: dict[str, tuple[Place, ...]] = {}
    faults: list[Fault] = []
    for node in told.problems:
        names = node.section.continues
        for number, name in enumerate(names):
            if name not in named:
                path = (*node.path, "continues", number)
                faults.append(Fault(path, "follow.unknown_problem", (("id", name),)))
        if names:
            origins[node.anchor] = tuple(named[name] for name in names if name in named)
    for pairing in (_same_ids, _same_titles):
        taken = _keys(origins)
        free = [end for end in ends if end.key not in taken]
        rest = [node for node in told.problems if node.anchor not in origins]
        origins |= {node.anchor: (end,) for node, end in pairing(rest, free)}
    taken = _keys(origins)
    missing = tuple(end.node for end in ends if end.at == at - 1 and end.key not in taken)
    for number, each in enumerate(told.notice.dropped):
        path = ("dropped", number, "id")
        if each.id not in named:
            faults.append(Fault(path, "follow.unknown_problem", (("id", each.id),)))
        elif named[each.id].key in taken:
            faults.append(Fault(path, "follow.still_there", (("id", each.id),)))
    return Joined(origins, missing, tuple(faults))


def _keys(origins: Mapping[str, tuple[Place, ...]]) -> set[tuple[int, str]]:
    return {place.key for places in origins.values() for place in places}


def _same_ids(nodes: Sequence[Node], free: Sequence[Place]) -> Iterator[tuple[Node, Place]]:
    """Yield problems with an end of the same given id; what a position is called names nothing."""
    named = {end.node.section.id: end for end in free if end.node.section.id}
    for node in nodes:
        if node.section.id and (place := named.get(node.section.id)):
            yield node, place


def _same_titles(nodes: Sequence[Node], free: Sequence[Place]) -> Iterator[tuple[Node, Place]]:
    """Yield problems with the only end of the same title, where their ids do not part them."""
    now = Counter(_title(node) for node in nodes)
    before = Counter(_title(end.node) for end in free)
    ends = {_title(end.node): end for end in free}
    for node in nodes:
        title = _title(node)
        if now[title] == before[title] == 1:
            end = ends[title]
            if not (node.section.id and end.node.section.id):
                yield node, end


def _title(node: Node) -> str:
    return title_in_lists(node.section.title)
