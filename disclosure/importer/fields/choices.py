"""What a notice says once so that sections need not: labels, words of lists, what is data only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from disclosure.importer.fields.answers import family_of
from disclosure.importer.fields.parts import (
    Answered,
    Below,
    Drafted,
    Listed,
    Part,
    Prose,
    Told,
    ToldLine,
)
from disclosure.model.labels import Labels
from disclosure.model.mark_style import MarkStyle
from disclosure.model.particulars import Particular
from disclosure.model.section import ANSWERS
from disclosure.page_texts.zh.document import DOCUMENT

_USUAL: Final = DOCUMENT.labels
_ORDER: Final = tuple(Particular)


@dataclass(frozen=True, slots=True)
class Choices:
    """What is said once.

    Attributes:
        labels: by field, those of the notice.
        own: those of them that are no usual ones.
        enumeration: of lists.

    """

    labels: Mapping[str, str]
    own: Mapping[str, str]
    enumeration: MarkStyle


@dataclass(slots=True)
class Particulars:
    """What is said of a problem beside its answers: behind its text, or in it and as data.

    ``behind`` is whether what is printed follows the sections below, too.
    """

    printed: list[Told] = field(default_factory=list)
    data: list[Told] = field(default_factory=list)
    behind: bool = False


def choose(parts: Sequence[Part]) -> Choices:
    """Choose labels and words of lists by what is used most; of equally many the usual ones.

    Args:
        parts: of all sections.

    """
    by_key: dict[str, Counter[str]] = {}
    styles: Counter[MarkStyle] = Counter()
    for part in parts:
        if isinstance(part, Answered) and part.label and not part.mark:
            label = part.label.text
            if family := family_of(label):
                by_key.setdefault(family, Counter())[label] += 1
        elif isinstance(part, ToldLine) and part.exact:
            for told in part.told:
                by_key.setdefault(told.key, Counter())[_bare(told)] += 1
        styles.update(each.style for each in _lists(part))
    labels: dict[str, str] = {}
    own: dict[str, str] = {}
    for key in (*ANSWERS, *_ORDER):
        usual = getattr(_USUAL, key, "")
        counts = by_key.get(key, Counter())
        best = max(counts, key=lambda label: (counts[label], label == usual), default=usual)
        # A label that stands once is no longer to write in its place than here.
        if best != usual and key in ANSWERS and counts[best] < 2:
            best = usual
        labels[key] = best
        if best != usual:
            own[key] = best
    enumeration = max(
        styles,
        key=lambda style: (styles[style], style is MarkStyle.HAN_IS),
        default=MarkStyle.HAN_IS,
    )
    return Choices(
        labels, {key: own[key] for key in Labels.model_fields if key in own}, enumeration
    )


def place_told(section: Drafted, choices: Choices) -> Particulars:
    """Take out of a section the lines that the program prints alike; the rest becomes text.

    The program prints them behind the section's text, in its own order, under the labels of the
    notice.
    """
    found = Particulars(data=list(section.told))
    parts = section.parts
    last = len(parts)
    if last and isinstance(parts[-1], Below) and not any(isinstance(p, Below) for p in parts[:-1]):
        last -= 1
    at = last
    lowest = len(_ORDER)
    lines: list[ToldLine] = []
    while at and isinstance(line := parts[at - 1], ToldLine) and line.exact:
        order = [_ORDER.index(Particular(told.key)) for told in line.told]
        if order != sorted(order) or order[-1] >= lowest:
            break
        if any(choices.labels[told.key] != _bare(told) for told in line.told):
            break
        lowest = order[0]
        lines.insert(0, line)
        at -= 1
    found.printed.extend(told for line in lines for told in line.told)
    found.behind = bool(lines) and any(isinstance(part, Below) for part in parts[:at])
    kept: list[Part] = []
    for part in parts[:at]:
        if isinstance(part, ToldLine):
            found.data.extend(part.told)
            kept.append(Prose(part.line))
        else:
            kept.append(part)
    section.parts = [*kept, *parts[last:]]
    known = {told.key for told in found.printed}
    data: list[Told] = []
    for told in found.data:
        if told.key not in known:
            known.add(told.key)
            data.append(told)
    found.data = data
    return found


def unprinted_everywhere(each: Sequence[Particulars]) -> tuple[str, ...]:
    """Return the fields that no section prints, and some have as data."""
    printed = {told.key for one in each for told in one.printed}
    data = {told.key for one in each for told in one.data}
    return tuple(key.value for key in _ORDER if key in data - printed)


def _bare(told: Told) -> str:
    return told.label.text.rstrip("：: \u3000")


def _lists(part: Part) -> Iterator[Listed]:
    if isinstance(part, Listed):
        yield part
    elif isinstance(part, Answered) and part.listed:
        yield part.listed
