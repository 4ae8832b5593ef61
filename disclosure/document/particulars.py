"""What is said of a problem beside its answers, in the order in which it is printed."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import Fact
from disclosure.document.values import Role, Value, named_values
from disclosure.model.coarse_day import day_text
from disclosure.model.deadline import is_words
from disclosure.model.faults import Path
from disclosure.model.funds import Funds
from disclosure.model.marks import NO_MARK
from disclosure.model.notice import Notice
from disclosure.model.outline import Node
from disclosure.model.particulars import offices_text
from disclosure.model.section import Section

_COUNT: Final = "measure_count"


def printed_label(label: str) -> str:
    """Return a label; 无 is none."""
    return "" if label == NO_MARK else label


def ledger_only(section: Section) -> tuple[str, ...]:
    """Return the keys of particulars that never stand in the text."""
    return () if section.measure_count is None else (_COUNT,)


def particulars_of(node: Node, notice: Notice) -> Iterator[Fact]:
    """Yield what is known of a section's problem, printed or not."""
    given, labels = node.section, notice.labels
    if given.status:
        yield Fact("status", printed_label(labels.status), given.status.value)
    yield from _classes(node, notice)
    for value in named_values(
        node.path, Role.LABEL, given, ("leader", "department", "lead_unit"), node
    ):
        key = str(value.path[-1])
        yield Fact(key, printed_label(getattr(labels, key)), value.raw, (value,))
    if deadline := given.deadline:
        typed = ("deadline",) if is_words(deadline) else ()
        values = tuple(named_values(node.path, Role.LABEL, given, typed, node))
        yield Fact("deadline", printed_label(labels.deadline), day_text(deadline), values)
    for number, funds in enumerate(given.funds):
        yield _funds((*node.path, "funds", number), funds, node)


def _funds(path: Path, funds: Funds, node: Node) -> Fact:
    values = list(named_values(path, Role.LABEL, funds, ("name", "amount", "unit"), node))
    for fate, amount in funds.parts.items():
        place = (*path, "parts", fate)
        values += [Value(place, Role.LABEL, text, node=node) for text in (fate, amount)]
    return Fact("funds", printed_label(funds.name), funds.text, tuple(values))


def _classes(node: Node, notice: Notice) -> Iterator[Fact]:
    given, labels = node.section, notice.labels
    if given.verified:
        yield Fact("verified", printed_label(labels.verified), given.verified.value)
    if given.term_kind:
        yield Fact("term_kind", printed_label(labels.term_kind), given.term_kind.value)
    if offices := given.offices:
        place = (*node.path, "offices")
        values = tuple(
            Value((*place, number, "name"), Role.LABEL, office.name, node=node)
            for number, office in enumerate(offices)
        )
        yield Fact("offices", printed_label(labels.offices), offices_text(offices), values)
    if given.measure_count is not None:
        yield Fact(_COUNT, "整改措施条数", str(given.measure_count))
