"""What changed from one version of a notice to the next: structure first, then wording."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from disclosure.document.blocks import ContactLine, Fact
from disclosure.document.document import Document
from disclosure.model.content import texts_of
from disclosure.model.figures import Figure
from disclosure.model.likeness import Effort
from disclosure.model.outline import Node, Outline, title_in_lists
from disclosure.model.particulars import offices_text
from disclosure.model.section import ANSWERS
from disclosure.page_texts import DocumentTexts, page_texts

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


class Difference(NamedTuple):
    """One change of structure.

    Attributes:
        kind: one of ``ComparisonTexts``, as printed.
        what: title of the problem, name of the figure or of the value.
        before: empty where there was nothing.
        after: empty where there is nothing any more.
        problem: number of the problem, in the old text where it is gone; 0 where it is of none.
    """

    kind: str
    what: str
    before: str
    after: str
    problem: int = 0


_FACTS = (
    *("title", "issuer", "source", "day", "clock", "as_of"),
    *("document_number", "index_number"),
)
_REACH = ("phone", "fax", "email", "address")


def compare(
    old: Version, new: Version, texts: DocumentTexts | None = None
) -> tuple[Difference, ...]:
    """Return what changed in structure; problems that are gone come first.

    Args:
        old: as it was.
        new: as it is.
        texts: the words that are not the notice's, those that both were read with; None for the
            usual ones.

    """
    texts = texts or page_texts().document
    found = [
        *_problems(old.outline, new.outline, texts),
        *_figures(old.figures, new.figures, texts),
        *_contacts(old.document, new.document, texts),
        *_facts(old.document, new.document, texts.changes.value),
        *_attached(texts.changes.attached, _files(old), _files(new), texts),
        *_attached(texts.changes.picture, _pictures(old), _pictures(new), texts),
    ]
    return tuple(sorted(found, key=lambda each: texts.changes.index(each.kind)))


def _problems(old: Outline, new: Outline, texts: DocumentTexts) -> Iterator[Difference]:
    kinds = texts.changes
    before = [node for node in old.nodes if node.problem]
    after = [node for node in new.nodes if node.problem]
    pairs = pair_problems(before, after)
    partners = {id(node) for _, node in pairs}
    paired = {id(node) for node, _ in pairs}
    for node in before:
        if id(node) not in paired:
            yield Difference(kinds.problem_gone, _title(node), _title(node), "", node.problem)
    for node in after:
        if id(node) not in partners:
            yield Difference(kinds.problem_new, _title(node), "", _title(node), node.problem)
    kept = [old_node.problem for old_node, _ in sorted(pairs, key=lambda pair: pair[1].problem)]
    moved = _out_of_order(kept)
    for first, last in pairs:
        yield from _problem(first, last, texts, moved=first.problem in moved)


def _problem(old: Node, new: Node, texts: DocumentTexts, *, moved: bool) -> Iterator[Difference]:
    title, kinds = _title(new), texts.changes
    if _title(old) != title:
        yield Difference(kinds.problem_renamed, title, _title(old), title, new.problem)
    if moved:
        before, after = (texts.place.format(number=node.problem) for node in (old, new))
        yield Difference(kinds.problem_moved, title, before, after, new.problem)
    for kind, first, last in (
        (kinds.status, old.section.status, new.section.status),
        (
            kinds.status,
            offices_text(old.section.offices),
            offices_text(new.section.offices),
        ),
        (kinds.deadline, old.section.deadline, new.section.deadline),
    ):
        if first != last:
            yield Difference(kind, title, str(first or ""), str(last or ""), new.problem)


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


def _figures(
    old: dict[str, Figure], new: dict[str, Figure], texts: DocumentTexts
) -> Iterator[Difference]:
    kinds = texts.changes
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        first, last = _shown(before, texts), _shown(after, texts)
        if before is None and after is not None:
            yield Difference(kinds.figure_new, after.metric.name, first, last)
        elif after is None and before is not None:
            yield Difference(kinds.figure_gone, before.metric.name, first, last)
        elif after is not None and first != last:
            yield Difference(kinds.figure, after.metric.name, first, last)


def _shown(figure: Figure | None, texts: DocumentTexts) -> str:
    if figure is None:
        return ""
    yoy = texts.yoy.format(change=f"{figure.yoy:+f}") if figure.yoy is not None else ""
    return figure.text + yoy


def _contacts(old: Document, new: Document, texts: DocumentTexts) -> Iterator[Difference]:
    before, after = _reach(old, texts), _reach(new, texts)
    for label in {**before, **after}:
        first, last = (_written(lines.get(label, ()), texts) for lines in (before, after))
        if first != last:
            yield Difference(texts.changes.contact, label, first, last)


def _reach(document: Document, texts: DocumentTexts) -> dict[str, list[ContactLine]]:
    """Return what a document says of contacts, by label: the fields that reach somebody, lines."""
    found: dict[str, list[ContactLine]] = {getattr(texts.contacts, key): [] for key in _REACH}
    fields = (o.line(key) for key in _REACH for o in document.offices if not o.in_lines)
    lines = (line for office in document.offices if office.in_lines for line in office.lines)
    for line in (*fields, *lines):
        if line:
            found.setdefault(line.label or texts.changes.contact, []).append(line)
    return found


def _written(lines: Iterable[ContactLine], texts: DocumentTexts) -> str:
    values = (value for line in lines for value in line.values)
    return texts.list_mark.join(value.raw for value in values if value.path[-1] != "label")


def _facts(old: Document, new: Document, kind: str) -> Iterator[Difference]:
    for key in _FACTS:
        before, after = old.fact(key), new.fact(key)
        if (known := before or after) and before != after:
            yield Difference(kind, known.label, _said(before), _said(after))
    first, last = _own(old), _own(new)
    for label in {**first, **last}:
        if first.get(label) != last.get(label):
            yield Difference(kind, label, first.get(label, ""), last.get(label, ""))


def _own(document: Document) -> dict[str, str]:
    """Return the entries of the notice's own by their labels."""
    return {fact.label: fact.text for fact in document.own}


def _said(fact: Fact | None) -> str:
    return (fact.machine or fact.text) if fact else ""


_Files = dict[str, tuple[str, str]]


def _attached(
    kind: str, before: _Files, after: _Files, texts: DocumentTexts
) -> Iterator[Difference]:
    for name in {**before, **after}:
        if before.get(name) != after.get(name):
            title = (after.get(name) or before[name])[0]
            first, last = (_shown_file(name, files.get(name), texts) for files in (before, after))
            yield Difference(kind, title, first, last)


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


def _shown_file(name: str, file: tuple[str, str] | None, texts: DocumentTexts) -> str:
    if file is None:
        return ""
    title, digest = file
    known = texts.digest.format(digest=digest[:_DIGITS]) if digest else ""
    return texts.file.format(title=title, name=name, digest=known)
