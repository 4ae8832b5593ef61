"""What is said of a problem beside its answers, in the order in which it is printed."""

from collections.abc import Iterator
from typing import Final

from disclosure.document.blocks import Fact
from disclosure.document.labels import Wording, printed_label
from disclosure.document.values import Role, Value, named_values
from disclosure.model.coarse_day import day_text
from disclosure.model.deadline import is_words
from disclosure.model.faults import Path
from disclosure.model.funds import Funds
from disclosure.model.outline import Node
from disclosure.model.particulars import Particular, offices_text
from disclosure.model.section import Section
from disclosure.page_texts import DocumentTexts

_COUNT: Final = "measure_count"
_KEYS: Final = frozenset({*Particular, _COUNT})


def ledger_only(section: Section) -> tuple[str, ...]:
    """Return the keys of particulars that never stand in the text."""
    return () if section.measure_count is None else (_COUNT,)


def particulars_of(node: Node, wording: Wording) -> Iterator[Fact]:
    """Yield what is known of a section's problem, printed or not."""
    if _KEYS.isdisjoint(node.section.model_fields_set):  # nearly always
        return
    given, labels, colon = node.section, wording.labels, wording.texts.colon
    if given.status:
        place = (*node.path, "status")
        yield Fact("status", labels.status, given.status.value, colon, place=place)
    yield from _classes(node, wording)
    for value in named_values(
        node.path, Role.LABEL, given, ("leader", "department", "lead_unit"), node
    ):
        key = str(value.path[-1])
        yield Fact(key, getattr(labels, key), value.raw, colon, (value,))
    if deadline := given.deadline:
        typed = ("deadline",) if is_words(deadline) else ()
        values = named_values(node.path, Role.LABEL, given, typed, node)
        text, place = day_text(deadline), (*node.path, "deadline")
        yield Fact("deadline", labels.deadline, text, colon, values, place=place)
    for number, funds in enumerate(given.funds):
        yield _funds((*node.path, "funds", number), funds, node, wording.texts)
    if given.reopened:
        values = named_values(node.path, Role.LABEL, given, ("reopened",), node)
        yield Fact("reopened", wording.texts.reopened, given.reopened, colon, values)


def _funds(path: Path, funds: Funds, node: Node, texts: DocumentTexts) -> Fact:
    values = list(named_values(path, Role.LABEL, funds, ("name", "amount", "unit"), node))
    for fate, amount in funds.parts.items():
        place = (*path, "parts", fate)
        values += [Value(place, Role.LABEL, text, node=node) for text in (fate, amount)]
    printed = funds.printed(texts.of_which)
    return Fact("funds", printed_label(funds.name), printed, texts.colon, tuple(values))


def _classes(node: Node, wording: Wording) -> Iterator[Fact]:
    given, labels, colon = node.section, wording.labels, wording.texts.colon
    if given.verified:
        place = (*node.path, "verified")
        yield Fact("verified", labels.verified, given.verified.value, colon, place=place)
    if given.term_kind:
        place = (*node.path, "term_kind")
        yield Fact("term_kind", labels.term_kind, given.term_kind.value, colon, place=place)
    if offices := given.offices:
        place = (*node.path, "offices")
        values = tuple(
            Value((*place, number, "name"), Role.LABEL, office.name, node=node)
            for number, office in enumerate(offices)
        )
        yield Fact("offices", labels.offices, offices_text(offices), colon, values)
    if given.measure_count is not None:
        count = str(given.measure_count)
        yield Fact(_COUNT, wording.texts.measure_count, count, colon)
