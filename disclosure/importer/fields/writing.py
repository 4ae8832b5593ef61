"""Sections written down: in short forms where these keep the author's order, else ``content``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from disclosure.importer.draft import Entry, Fields, Guess, Items, Scalar, Value
from disclosure.importer.fields.answers import family_of
from disclosure.importer.fields.choices import Choices, Particulars
from disclosure.importer.fields.parts import (
    Answered,
    Below,
    Drafted,
    Listed,
    ListedItem,
    Part,
    Placed,
    Prose,
)
from disclosure.importer.fields.prose import Writer, made
from disclosure.importer.fields.states import offices_in
from disclosure.importer.tracked import Tracked
from disclosure.model.genre import OPEN_END, OPEN_START
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import NO_MARK
from disclosure.model.particulars import Particular
from disclosure.model.section import ANSWERS

# The order of the short forms.
_SHORT: Final = ("body", "tables", *ANSWERS, "responses", "sections")
# Of a heading without a word; ``check`` asks for it.
_OPEN: Final = f"{OPEN_START}{OPEN_END}"
_SEVERAL: Final = frozenset({"body", "tables", "responses"})


@dataclass(frozen=True, slots=True)
class Sections:
    """Writes sections.

    Attributes:
        writer: of values.
        choices: what the notice says once.
        particulars: of each section, by its identity.
        unprinted: fields that the notice says are not printed.

    """

    writer: Writer
    choices: Choices
    particulars: dict[int, Particulars]
    unprinted: tuple[str, ...]

    def section(self, section: Drafted) -> Fields:
        """Return a section with all below it."""
        heading = section.heading
        guess = Guess(heading.guess) if heading.guess else section.title_guess
        title = self.writer.plain(heading.title or heading.mark)
        title = replace(title if str(title.text) else made(_OPEN), guess=guess)
        # A heading of a mark alone has it for a title.
        typed = section.mark if heading.title else NO_MARK
        said = (heading.mark,) if typed is None else ()
        entries = [Entry("title", title, said)]
        if section.kind is not None:
            kind = Scalar(section.kind.value, source=Tracked(), guess=section.kind_guess)
            entries.append(Entry("kind", kind))
        if typed is not None:
            source = heading.mark if heading.title else Tracked()
            entries.append(Entry("mark", Scalar(typed, source=source)))
        if section.numbering is not None:
            entries.append(Entry("numbering", made(section.numbering.value)))
        if heading.run_in and section.parts:
            entries.append(Entry("run_in", Scalar("true", source=Tracked(), plain=True)))
        entries.extend(self._text(section, self.particulars[id(section)]))
        return Fields(tuple(entries))

    def content(self, parts: Sequence[Part]) -> Items:
        """Return parts block by block."""
        blocks = tuple(self._block(part) for part in parts)
        return Items(blocks)

    def _text(self, section: Drafted, told: Particulars) -> Iterator[Entry]:
        below, parts = None, section.parts
        if self._is_short(parts) and not told.behind:
            for key in _SHORT[:-1]:
                if own := [part for part in parts if self._key(part) == key]:
                    yield self._short(key, own)
            below = next((part for part in parts if isinstance(part, Below)), None)
        else:
            inner = list(parts)
            if (
                isinstance(last := inner[-1], Below)
                and not told.behind
                and not any(isinstance(part, Below) for part in inner[:-1])
            ):
                below = last
                inner.pop()
            yield Entry("content", self.content(inner))
        if section.measures is not None:
            yield Entry("measure_count", section.measures)
        yield from self._told(told)
        if below is not None:
            yield Entry("sections", self._below(below))

    def _key(self, part: Part) -> str:
        """Return the short form that a part can have; empty for none."""
        match part:
            case Prose():
                return "body"
            case Placed(key="table"):
                return "tables"
            case Below():
                return "sections"
            case Answered():
                return self._answer_key(part) or ("responses" if part.label else "")
            case _:
                return ""

    def _answer_key(self, part: Answered) -> str:
        """Return the field of an answer, if it prints as it was typed in one."""
        key = family_of(part.label.text) if part.label and not part.mark else ""
        if not key or self.choices.labels[key] != part.label.text:
            return ""
        if part.listed is not None:
            return key if part.listed.style is self.choices.enumeration else ""
        # Several paragraphs would be items.
        return key if len(part.texts) == 1 and not part.own_line else ""

    def _is_short(self, parts: Sequence[Part]) -> bool:
        keys = [self._key(part) for part in parts]
        if not all(keys):
            return False
        order = [_SHORT.index(key) for key in keys]
        once = [key for key in keys if key not in _SEVERAL]
        return order == sorted(order) and len(once) == len(set(once))

    def _short(self, key: str, parts: Sequence[Part]) -> Entry:
        if key == "body":
            texts = [part.text for part in parts if isinstance(part, Prose)]
            return Entry(key, self.writer.paragraphs(texts))
        if key == "tables":
            return Entry(key, Items(tuple(p.value for p in parts if isinstance(p, Placed))))
        answers = [part for part in parts if isinstance(part, Answered)]
        if key == "responses":
            return Entry(key, Items(tuple(self._answer(each) for each in answers)))
        return self._family(key, answers[0])

    def _block(self, part: Part) -> Value:
        match part:
            case Prose():
                return self.writer.prose(part.text)
            case Placed():
                return Fields((Entry(part.key, part.value),))
            case Below():
                return Fields((Entry("sections", self._below(part)),))
            case Listed():
                return Fields((Entry("list", Fields(tuple(self._list(part)))),))
            case Answered():
                if key := self._answer_key(part):
                    return Fields((self._family(key, part),), part.guess)
                return Fields((Entry("answer", self._answer(part)),), part.guess)
            case _:
                return self.writer.prose(part.line)

    def _below(self, below: Below) -> Items:
        return Items(tuple(self.section(each) for each in below.sections))

    def _family(self, key: str, part: Answered) -> Entry:
        said = (part.label, part.said)
        if part.listed is None:
            return Entry(key, self.writer.paragraphs(part.texts), said)
        return Entry(key, self._items(part.listed), (*said, *_words(part.listed)))

    def _answer(self, part: Answered) -> Fields:
        entries: list[Entry] = []
        if part.label:
            label = self.writer.plain(part.mark + part.label)
            entries.append(Entry("label", label, (part.said,)))
        if part.own_line:
            entries.append(Entry("own_line", Scalar("true", source=Tracked(), plain=True)))
        if part.listed is not None:
            entries.extend(self._list(part.listed))
        else:
            entries.append(Entry("text", self.writer.paragraphs(part.texts)))
        return Fields(tuple(entries))

    def _list(self, listed: Listed) -> Iterator[Entry]:
        if listed.style is not self.choices.enumeration:
            yield Entry("enumeration", made(listed.style.value))
        yield Entry("items", self._items(listed), tuple(_words(listed)))

    def _items(self, listed: Listed) -> Items:
        return Items(tuple(self._item(item) for item in listed.items))

    def _item(self, item: ListedItem) -> Value:
        if item.counted and len(item.texts) == 1 and not item.below and not item.closing:
            return self.writer.prose(item.texts[0])
        entries = [Entry("text", self.writer.paragraphs(item.texts))]
        if not item.counted:
            entries.append(Entry("mark", self.writer.plain(item.word)))
        if item.below is not None:
            items = Entry("items", self._items(item.below), tuple(_words(item.below)))
            entries.append(items)
            if item.below.style is not MarkStyle.CIRCLED:
                entries.append(Entry("enumeration", made(item.below.style.value)))
        if item.closing:
            entries.append(Entry("closing", self.writer.paragraphs(item.closing)))
        return Fields(tuple(entries))

    def _told(self, told: Particulars) -> Iterator[Entry]:
        for each in sorted((*told.printed, *told.data), key=lambda one: _order(one.key)):
            printed = each in told.printed
            source = each.source if printed else Tracked()
            said = (each.label,) if printed else ()
            if each.key == Particular.OFFICES:
                yield Entry(each.key, _offices(each.value), (*said, source))
                continue
            if each.fields is not None:
                yield Entry(each.key, each.fields)
                continue
            yield Entry(each.key, Scalar(each.value, source=source, guess=each.guess), said)
        own = [each.key for each in told.data if each.key not in self.unprinted]
        if own:
            own.sort(key=_order)
            yield Entry("unprinted", Items(tuple(made(key) for key in own)))


def _words(listed: Listed) -> Iterator[Tracked]:
    """Yield the words before items that the program counts itself."""
    return (item.word for item in listed.items if item.counted)


_ORDER: Final = tuple(key.value for key in Particular)


def _order(key: str) -> int:
    return _ORDER.index(key)


def _offices(text: str) -> Items:
    return Items(
        tuple(
            Fields((Entry("name", made(name)), Entry("status", made(state))))
            for name, state in offices_in(text)
        )
    )
