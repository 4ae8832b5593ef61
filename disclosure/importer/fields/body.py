"""The body of a notice: from its outline to numbering, labels and sections."""

from collections.abc import Iterator, Mapping, Sequence

from disclosure.importer.draft import Entry, Fields, Guess, Items, Scalar
from disclosure.importer.fields.answers import family_of
from disclosure.importer.fields.choices import (
    choose,
    place_told,
    unprinted_everywhere,
)
from disclosure.importer.fields.kinds import set_kinds, stated
from disclosure.importer.fields.money import funds_of, measures_of
from disclosure.importer.fields.numbering import number
from disclosure.importer.fields.own_labels import repeated_labels
from disclosure.importer.fields.parts import Answered, Drafted, Prose, Told
from disclosure.importer.fields.prose import Writer, in_one_line, lines_of, made
from disclosure.importer.fields.said_states import (
    has_unread_state,
    state_at_end,
    state_at_start,
    state_in_brackets,
    state_in_title,
    state_opening,
    state_under_label,
    term_in_title,
    truth_in,
)
from disclosure.importer.fields.sections import Reader
from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.fields.states import told_within
from disclosure.importer.fields.tables import picture_files
from disclosure.importer.fields.unlabelled import (
    answer_by_office,
    answer_by_table,
    answer_by_title,
    answer_unlabelled,
    is_report,
    share_answers,
)
from disclosure.importer.fields.writing import Sections
from disclosure.importer.reading import Block, Paragraph
from disclosure.importer.tracked import Tracked, joined
from disclosure.importer.tree import Outline
from disclosure.model.mark_style import MarkStyle
from disclosure.model.notes import is_note_mark
from disclosure.model.particulars import Particular, TermKind
from disclosure.model.section import Kind
from disclosure.model.status import Status

Notes = Sequence[tuple[str, tuple[Paragraph, ...]]]


def sections_of(
    outline: Outline, notes: Notes = (), apart: SetApart | None = None
) -> tuple[Entry, ...]:
    """Return what a notice says in its sections, and what it says once for all of them.

    Args:
        outline: of the text.
        notes: footnotes and endnotes by their marks, as the reading has them.
        apart: links and strong words of the file.

    Returns:
        The keys ``numbering``, ``enumeration``, ``unprinted``, ``labels``, ``sections``,
        ``notes``, as far as there is something to write.

    """
    writer = Writer([mark for mark, _ in notes], apart)
    reader = Reader(writer, _names(outline), repeated_labels(outline))
    chapters = [reader.section(heading) for heading in outline.headings]
    everything = [section for chapter in chapters for section in chapter.walk()]
    share_answers(chapters)
    answer_by_office(chapters)
    if is_report(outline):
        answer_by_title(chapters)
        answer_by_table(chapters)
        answer_unlabelled(chapters)
    set_kinds(chapters, stated(outline))
    _tell(everything)
    choices = choose([part for section in everything for part in section.parts])
    numbering = number(chapters)
    particulars = {id(section): place_told(section, choices) for section in everything}
    unprinted = unprinted_everywhere(list(particulars.values()))
    sections = Sections(writer, choices, particulars, unprinted)
    return tuple(
        _entries(
            {
                "numbering": Fields(
                    tuple(
                        Entry(key, Items(tuple(made(style.value) for style in styles)))
                        for key, styles in (
                            ("styles", numbering.styles),
                            ("run_on", numbering.run_on),
                        )
                        if styles
                    )
                ),
                "enumeration": _enumeration(choices.enumeration),
                "unprinted": Items(tuple(map(made, unprinted))),
                "labels": Fields(tuple(Entry(k, made(label)) for k, label in choices.own.items())),
                "sections": Items(tuple(sections.section(chapter) for chapter in chapters)),
                "notes": _notes(notes, writer),
            }
        )
    )


def content_of(
    blocks: Sequence[Block],
    notes: Notes = (),
    outline: Outline | None = None,
    apart: SetApart | None = None,
) -> tuple[Entry, ...]:
    """Return what a notice without headings says.

    Args:
        blocks: of its text, without title and lead.
        notes: footnotes and endnotes by their marks.
        outline: of the whole text, which says how its pictures are named; else they are all in
            the blocks.
        apart: links and strong words of the file.

    Returns:
        The keys ``enumeration``, ``labels``, ``content``, ``notes``.

    """
    writer = Writer([mark for mark, _ in notes], apart)
    reader = Reader(writer, _names(outline or Outline(tuple(blocks), (), ())))
    parts = list(reader.parts(tuple(blocks), 0))
    choices = choose(parts)
    content = Sections(writer, choices, {}, ()).content(parts)
    return tuple(
        _entries(
            {
                "enumeration": _enumeration(choices.enumeration),
                "labels": Fields(tuple(Entry(k, made(label)) for k, label in choices.own.items())),
                "content": content,
                "notes": _notes(notes, writer),
            }
        )
    )


def _names(outline: Outline) -> dict[int, str]:
    return {id(picture): file for file, picture in picture_files(outline)}


def _entries(values: Mapping[str, Fields | Items | Scalar | None]) -> Iterator[Entry]:
    for key, value in values.items():
        match value:
            case None | Fields(entries=()) | Items(values=()):
                continue
            case _:
                yield Entry(key, value)


def _enumeration(style: MarkStyle) -> Scalar | None:
    return None if style is MarkStyle.HAN_IS else made(style.value)


def _notes(notes: Notes, writer: Writer) -> Items:
    return Items(
        tuple(
            Fields(
                (
                    Entry("mark", made(mark)),
                    Entry("text", writer.prose(_note_text(paragraphs))),
                )
            )
            for mark, paragraphs in notes
            if is_note_mark(mark)
        )
    )


def _note_text(paragraphs: Sequence[Paragraph]) -> Tracked:
    lines = [line for each in paragraphs for line in lines_of(each.text)]
    return in_one_line(joined(lines, "\n")) or Tracked.made("—")


def _tell(sections: Sequence[Drafted]) -> None:
    """Set what the text of problems says of how far they have come."""
    terms = {id(section): term_in_title(section.heading.title.text) for section in sections}
    # 长期坚持 behind a title is a class of time limit only beside others of its kind.
    classed = {*terms.values()} & {TermKind.AT_ONCE, TermKind.BY_DATE}
    for section in sections:
        answers = list(section.answers)
        if section.kind is Kind.PROBLEM and not answers:
            # What was done stands in the sections below it.
            answers = [a for each in section.below if each.kind is Kind.NONE for a in each.answers]
        if not answers or section.kind is Kind.NONE:
            continue
        title = section.heading.title.text
        term = terms[id(section)]
        if term and classed:
            section.told.append(Told("term_kind", term.value))
        _tell_state(section, answers, "" if term and classed else title)
        stated = [title, *(part.text.text for part in section.parts if isinstance(part, Prose))]
        done: list[str] = []
        for answer in answers:
            texts = [text.text for text in _texts(answer)]
            done += texts
            section.told.extend(told for text in texts for told in told_within(text))
            if "核" in answer.label.text and (truth := truth_in(_first_text(answer))):
                section.told.append(Told("verified", truth.value))
        if money := funds_of(stated, done):
            section.told.append(Told("funds", "", fields=money))
        section.measures = measures_of((*stated, *done))


def _tell_state(section: Drafted, answers: Sequence[Answered], title: str) -> None:
    """Set the state that a section tells, in its title where that is given; else say a guess."""
    state, guess = _state(answers, title) or _state_behind(section), None
    if not state and (state := _state_opening(answers)):
        guess = Guess("import.guess.body.opening")
    if state and not section.told_of(Particular.OFFICES):
        section.told.append(Told("status", state.value, guess=guess))
    elif not state and has_unread_state(section.heading.title.text):
        section.title_guess = Guess("import.guess.body.state")


def _texts(answer: Answered) -> Iterator[Tracked]:
    yield from answer.texts
    for item in answer.listed.items if answer.listed else ():
        yield from item.texts


def _state(answers: Sequence[Answered], title: str) -> Status | None:
    """Return the state that answers tell, or their title does; under a label of its own first."""
    own = [each for each in answers if each.label and not family_of(each.label.text)]
    for each in answers:
        if state := state_under_label(each.label.text, _first_text(each)):
            return state
    # What is said behind the answers is not of the problem: 存在困难, 下一步打算.
    rest = [each for each in answers if not any(each is one for one in own)] or answers
    if state := state_at_end(_last_text(rest[-1])) or state_in_title(title):
        return state
    return None if rest[0].label else state_at_start(_first_text(rest[0]))


def _state_opening(answers: Sequence[Answered]) -> Status | None:
    """Return the state that what came of it begins with, under a label: 整改结果：已整改到位。…."""
    for each in reversed(answers):
        if family_of(each.label.text) in {"progress", "outcomes"}:
            return state_opening(_first_text(each))
    return None


def _state_behind(section: Drafted) -> Status | None:
    """Return the state that stands behind a title with a full stop: …问题。【长期坚持】."""
    first = section.parts[0]
    return state_in_brackets(first.text.text) if isinstance(first, Prose) else None


def _first_text(answer: Answered) -> str:
    texts = answer.listed.items[0].texts if answer.listed else answer.texts
    return texts[0].text


def _last_text(answer: Answered) -> str:
    if answer.listed is None:
        return answer.texts[-1].text
    item = answer.listed.items[-1]
    if item.closing:
        return item.closing[-1].text
    if item.below is not None:
        return item.below.items[-1].texts[-1].text
    return item.texts[-1].text
