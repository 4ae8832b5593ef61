"""What changed from one version of a notice to the next: structure first, then wording."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from disclosure.document.blocks import ContactLine, Fact
from disclosure.document.contacts import LABELS
from disclosure.document.document import Document
from disclosure.model.content import texts_of
from disclosure.model.figures import Figure
from disclosure.model.likeness import Effort
from disclosure.model.outline import Node, Outline, title_in_lists
from disclosure.model.particulars import offices_text
from disclosure.model.section import ANSWERS

# A renamed problem keeps this much of its title or of what was done about it.
_ALIKE = 0.6
_NOT_ALIKE = 0.599_999
# Of a digest, enough to tell two files apart at sight.
_DIGITS = 12


class Version(NamedTuple):
    """One version, loaded; ``attached`` is the SHA-256 of each attached file by name."""

    document: Document
    figures: dict[str, Figure]
    outline: Outline
    attached: Mapping[str, str] = MappingProxyType({})


class Kind(StrEnum):
    """What kind of thing changed."""

    PROBLEM_GONE = "问题减少"
    PROBLEM_NEW = "问题增加"
    PROBLEM_RENAMED = "问题改名"
    PROBLEM_MOVED = "问题移动"
    STATUS = "整改状态"
    DEADLINE = "整改时限"
    FIGURE = "指标"
    FIGURE_GONE = "指标减少"
    FIGURE_NEW = "指标增加"
    CONTACT = "联系方式"
    VALUE = "通报信息"
    ATTACHED = "附件"
    PICTURE = "图片"


class Difference(NamedTuple):
    """One change of structure.

    Attributes:
        kind: see ``Kind``.
        what: title of the problem, name of the figure or of the value.
        before: empty where there was nothing.
        after: empty where there is nothing any more.
    """

    kind: Kind
    what: str
    before: str
    after: str


_FACTS = (
    *("title", "issuer", "source", "day", "clock", "as_of"),
    *("document_number", "index_number"),
)
_REACH = ("phone", "fax", "email", "address")


def compare(old: Version, new: Version) -> tuple[Difference, ...]:
    """Return what changed in structure; problems that are gone come first."""
    found = [
        *_problems(old.outline, new.outline),
        *_figures(old.figures, new.figures),
        *_contacts(old.document, new.document),
        *_facts(old.document, new.document),
        *_attached(Kind.ATTACHED, _files(old), _files(new)),
        *_attached(Kind.PICTURE, _pictures(old), _pictures(new)),
    ]
    order = list(Kind)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def _problems(old: Outline, new: Outline) -> Iterator[Difference]:
    before = [node for node in old.nodes if node.problem]
    after = [node for node in new.nodes if node.problem]
    pairs = pair_problems(before, after)
    partners = {id(node) for _, node in pairs}
    paired = {id(node) for node, _ in pairs}
    for node in before:
        if id(node) not in paired:
            yield Difference(Kind.PROBLEM_GONE, _title(node), _title(node), "")
    for node in after:
        if id(node) not in partners:
            yield Difference(Kind.PROBLEM_NEW, _title(node), "", _title(node))
    kept = [old_node.problem for old_node, _ in sorted(pairs, key=lambda pair: pair[1].problem)]
    moved = _out_of_order(kept)
    for first, last in pairs:
        yield from _problem(first, last, moved=first.problem in moved)


def _problem(old: Node, new: Node, *, moved: bool) -> Iterator[Difference]:
    title = _title(new)
    if _title(old) != title:
        yield Difference(Kind.PROBLEM_RENAMED, title, _title(old), title)
    if moved:
        yield Difference(Kind.PROBLEM_MOVED, title, f"第{old.problem}个", f"第{new.problem}个")
    for kind, first, last in (
        (Kind.STATUS, old.section.status, new.section.status),
        (
            Kind.STATUS,
            offices_text(old.section.offices),
            offices_text(new.section.offices),
        ),
        (Kind.DEADLINE, old.section.deadline, new.section.deadline),
    ):
        if first != last:
            yield Difference(kind, title, str(first or ""), str(last or ""))


def pair_problems(old: Sequence[Node], new: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Return which problem became which: by title, else by what was done about it."""
    effort = Effort()
    pairs: list[tuple[Node, Node]] = []
    left, right = list(old), list(new)
    for node in old:
        same = next((other for other in right if _title(other) == _title(node)), None)
        if same:
            pairs.append((node, same))
            left.remove(node)
            right.remove(same)
    for node in list(left):
        likeness = [
            (
                max(
                    _alike(_title(node), _title(one), effort),
                    _alike(_response_text(node), _response_text(one), effort),
                ),
                -at,
            )
            for at, one in enumerate(right)
        ]
        if likeness and max(likeness)[0] >= _ALIKE:
            pairs.append((node, right.pop(-max(likeness)[1])))
    return sorted(pairs, key=lambda pair: pair[0].problem)


def _alike(one: str, other: str, effort: Effort) -> float:
    return effort.ratio(one, other, _NOT_ALIKE) if one and other else 0.0


def _out_of_order(numbers: Sequence[int]) -> set[int]:
    """Return the fewest numbers that must go for the rest to rise."""
    best: list[list[int]] = []
    for at, number in enumerate(numbers):
        chains = [best[n] for n in range(at) if numbers[n] < number]
        best.append([*max(chains, key=len, default=[]), number])
    kept = max(best, key=len, default=[])
    return set(numbers) - set(kept)


def _title(node: Node) -> str:
    return title_in_lists(node.section.title)


def _response_text(node: Node) -> str:
    section = node.section
    return "".join(text for kind in ANSWERS for text in texts_of(section, kind))[:400]


def _figures(old: dict[str, Figure], new: dict[str, Figure]) -> Iterator[Difference]:
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if before is None and after is not None:
            yield Difference(Kind.FIGURE_NEW, after.metric.name, "", _shown(after))
        elif after is None and before is not None:
            yield Difference(Kind.FIGURE_GONE, before.metric.name, _shown(before), "")
        elif before and after and _shown(before) != _shown(after):
            yield Difference(Kind.FIGURE, after.metric.name, _shown(before), _shown(after))


def _shown(figure: Figure) -> str:
    yoy = f"（同比{figure.yoy:+f}%）" if figure.yoy is not None else ""
    return figure.text + yoy


def _contacts(old: Document, new: Document) -> Iterator[Difference]:
    before, after = _reach(old), _reach(new)
    for label in {**before, **after}:
        first, last = _written(before.get(label, ())), _written(after.get(label, ()))
        if first != last:
            yield Difference(Kind.CONTACT, label, first, last)


def _reach(document: Document) -> dict[str, list[ContactLine]]:
    """Return what a document says of contacts, by label: the fields that reach somebody, lines."""
    found: dict[str, list[ContactLine]] = {LABELS[key]: [] for key in _REACH}
    fields = (o.line(key) for key in _REACH for o in document.offices if not o.in_lines)
    lines = (line for office in document.offices if office.in_lines for line in office.lines)
    for line in (*fields, *lines):
        if line:
            found.setdefault(line.label or Kind.CONTACT, []).append(line)
    return found


def _written(lines: Iterable[ContactLine]) -> str:
    values = (value for line in lines for value in line.values)
    return "、".join(value.raw for value in values if value.path[-1] != "label")


def _facts(old: Document, new: Document) -> Iterator[Difference]:
    for key in _FACTS:
        before, after = old.fact(key), new.fact(key)
        if (known := before or after) and before != after:
            yield Difference(Kind.VALUE, known.label, _said(before), _said(after))
    first, last = _own(old), _own(new)
    for label in {**first, **last}:
        if first.get(label) != last.get(label):
            yield Difference(Kind.VALUE, label, first.get(label, ""), last.get(label, ""))


def _own(document: Document) -> dict[str, str]:
    """Return the entries of the notice's own by their labels."""
    return {fact.label: fact.text for fact in document.own}


def _said(fact: Fact | None) -> str:
    return (fact.machine or fact.text) if fact else ""


_Files = dict[str, tuple[str, str]]


def _attached(kind: Kind, before: _Files, after: _Files) -> Iterator[Difference]:
    for name in {**before, **after}:
        if before.get(name) != after.get(name):
            title = (after.get(name) or before[name])[0]
            shown = (_shown_file(name, files.get(name)) for files in (before, after))
            yield Difference(kind, title, *shown)


def _files(version: Version) -> _Files:
    """Return title and digest of each attachment by its file's name or its address."""
    return {
        each.place.raw: (
            each.title.raw,
            version.attached.get(each.place.raw, "") if each.is_file else "",
        )
        for each in version.document.attachments
        if each.place
    }


def _pictures(version: Version) -> _Files:
    """Return what is said of each picture, and its digest, by its file's name."""
    return {
        each.file: ((each.caption or each.alt).raw, version.attached.get(each.file, ""))
        for each in version.document.pictures
    }


def _shown_file(name: str, file: tuple[str, str] | None) -> str:
    if file is None:
        return ""
    title, digest = file
    mark = f"（SHA-256 {digest[:_DIGITS]}…）" if digest else ""
    return f"{title}：{name}{mark}"
