"""structure.weakened: the state of a problem does not go back in a follow-up without a word.

Good::
    earlier: {sections: [{title: 甲, progress: 在改。, status: 正在整改}]}
    continues: first
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Good::
    earlier: {sections: [{title: 甲, outcomes: 已改。, status: 已完成}]}
    continues: first
    sections:
      - {title: 甲, progress: 在改。, status: 正在整改, reopened: 回头看时发现问题反弹}
Bad::
    earlier: {sections: [{title: 甲, outcomes: 已改。, status: 已完成}]}
    continues: first
    sections: [{title: 甲, progress: 在改。, status: 正在整改}]
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.follow_up import states_of
from disclosure.model.outline import Node
from disclosure.model.status import Status

# How far a problem has come. 已取消 is no stage of it; what is kept up has been done.
_STAGES: Final[Mapping[Status, int]] = MappingProxyType(
    {
        Status.NOT_STARTED: 0,
        Status.UNFINISHED: 1,
        Status.IN_PROGRESS: 1,
        Status.IN_HAND: 1,
        Status.ONGOING: 1,
        Status.PARTLY_DONE: 2,
        Status.STAGE_DONE: 3,
        Status.STAGE_CLOSED: 3,
        Status.MOSTLY_DONE: 4,
        Status.DONE: 5,
        Status.CLOSED: 5,
        Status.LONG_TERM: 5,
    }
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    if context.follow_up is None:
        return
    for node in context.outline.nodes:
        origins = context.follow_up.origins.get(node.anchor, ())
        if not origins or node.section.reopened:
            continue
        befores = [_weaker(place.node, node) for place in origins]
        weaker = [each for each in befores if each]
        # What was put together with something less advanced has not gone back itself.
        if len(weaker) == len(befores):
            before, now = weaker[0]
            key = "status" if node.section.status else "offices"
            yield at_value((*node.path, key), before=before, now=now)


def _weaker(before: Node, now: Node) -> tuple[str, str] | None:
    """Return the states of the same thing before and now where they went back, else None."""
    old, new = states_of(before.section), states_of(now.section)
    pairs = [(old[name], new[name]) for name in old if name in new]
    if not pairs and old and new:
        # One state for several offices, or the other way round: the least of them counts.
        pairs = [(min(old.values(), key=_stage), min(new.values(), key=_stage))]
    for first, last in pairs:
        if _stage(last) < _stage(first) and Status.CANCELLED not in {first.state, last.state}:
            return first.value, last.value
    return None


def _stage(status: Status) -> int:
    return _STAGES.get(status.state, max(_STAGES.values()) + 1)


RULE = Rule("structure.weakened", Level.ERROR, "上一篇通报", __doc__, _check)
