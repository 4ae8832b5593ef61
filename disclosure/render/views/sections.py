"""The text of the notice as a tree of sections, ready to place."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from markupsafe import Markup

from disclosure.document.blocks import Answer, Fact, Item, Paragraph, SectionBlock, Table
from disclosure.document.note_blocks import Glossary, Notes
from disclosure.document.picture_blocks import Pictures
from disclosure.document.sections import SectionText
from disclosure.model.status import GOES_ON, KEPT, Status
from disclosure.render.matter import CourseStep
from disclosure.render.prose import ProseSetter
from disclosure.render.views.contacts import FeedbackLinks
from disclosure.render.views.notes import GlossaryView, NotesView, view_notes
from disclosure.render.views.pictures import PicturesView, view_pictures

if TYPE_CHECKING:
    from disclosure.render.views.tables import TableView

# Told by word and shape; the colour comes third (page.md).
_STATUS_SHAPES = {
    Status.DONE: ("done", "●"),
    Status.MOSTLY_DONE: ("mostly", "◕"),
    Status.PARTLY_DONE: ("open", "◔"),
    Status.STAGE_DONE: ("mostly", "◐"),
    Status.IN_PROGRESS: ("open", "◑"),
    Status.ONGOING: ("open", "◑"),
    Status.LONG_TERM: ("lasting", "∞"),
    Status.UNFINISHED: ("waiting", "◇"),
    Status.NOT_STARTED: ("waiting", "○"),
    Status.CLOSED: ("done", "●"),
    Status.STAGE_CLOSED: ("mostly", "◐"),
    Status.IN_HAND: ("open", "◑"),
    Status.CANCELLED: ("lasting", "×"),
}
_ENDING_SHAPES = {KEPT: "∞", GOES_ON: "→"}
_FIRST_HEADING = 2  # h1 is the title of the notice
_LAST_HEADING = 6  # HTML has no deeper one


class StatusView(NamedTuple):
    """A status as word, shape and class; its word may be broken before ``ending``."""

    word: str
    shape: str
    kind: str
    ending: str = ""


class ItemView(NamedTuple):
    """One item of an answer.

    Attributes:
        word: printed before it.
        text: behind the word.
        below: its other paragraphs, and lists of items under it, in order.

    """

    word: str
    text: Markup
    below: tuple["Markup | tuple[ItemView, ...]", ...] = ()


class ParagraphView(NamedTuple):
    """One paragraph."""

    text: Markup
    kind: str = "paragraph"


class AnswerView(NamedTuple):
    """One labelled answer."""

    label: str
    items: tuple[ItemView, ...]
    is_list: bool
    own_line: bool
    kind: str = "answer"


BlockView: TypeAlias = (
    "ParagraphView | TableView | PicturesView | AnswerView | NotesView | GlossaryView"
)


class CourseView(NamedTuple):
    """What an earlier notice of the matter says of a problem; see ``CourseStep``."""

    day: str
    machine: str
    title: str
    status: StatusView | None
    offices: str
    text: str
    href: str


class SectionView(NamedTuple):
    """One section.

    Attributes:
        level: of the heading, 2 to 6.
        run_in: whether the text goes on in the line of the heading.
        blocks: its text, in the document's order.
        problem: the number that its heading calls it by (问题2：), else that among all problems;
            empty when it is none.
        status: None when the notice states none.
        status_above: whether it stands before the text; else in its place among the particulars.
        feedback: link to write about this problem; empty when it is none.
        course: what earlier notices say of it, oldest first; none where there are none.

    """

    anchor: str
    level: int
    depth: int
    mark: str
    title: str
    run_in: bool
    blocks: tuple["BlockView | SectionView", ...]
    particulars: tuple[Fact, ...]
    status: StatusView | None
    status_above: bool
    problem: str
    feedback: Markup
    following: tuple["SectionView", ...]
    course: tuple[CourseView, ...] = ()
    kind: str = "section"


def view_status(status: Status) -> StatusView:
    """Return a status ready to show."""
    kind, shape = _STATUS_SHAPES[status.state]
    shape += _ENDING_SHAPES.get(status.ending, "")
    return StatusView(status.value, shape, kind, status.ending)


def view_section(
    text: SectionText,
    prose: ProseSetter,
    links: FeedbackLinks,
    courses: Mapping[str, tuple[CourseStep, ...]] = MappingProxyType({}),
) -> SectionView:
    """Return a section and everything below it.

    Args:
        text: the section.
        prose: sets its texts.
        links: to write about a problem.
        courses: what earlier notices say of problems, by anchor.

    """
    node, title = text.node, text.heading.title.raw
    number, feedback = "", Markup()
    if node.problem:
        called = text.heading.called(links.noun)
        number = called or str(node.problem)
        # A heading that gives the number itself needs none before it.
        before = "" if called else number
        feedback = links.about_problem(number, before, node.mark + title, node.anchor)
    printed = text.printed
    shows_status = "status" in [fact.key for fact in printed]
    status = node.section.status if shows_status else None
    # Nothing moves in the author's order; the short forms have one of their own.
    above = not node.section.content
    run_in = node.section.run_in and any(isinstance(b, Answer | Paragraph) for b in text.blocks)
    blocks = [
        view_section(block, prose, links, courses)
        if isinstance(block, SectionText)
        else view_block(block, prose)
        for block in text.blocks
    ]
    following = [view_section(child, prose, links, courses) for child in text.following]
    return SectionView(  # by place, as there are many: by name takes thrice as long
        node.anchor,
        min(node.depth + _FIRST_HEADING - 1, _LAST_HEADING),
        node.depth,
        node.mark,
        title,
        run_in,
        tuple(blocks),
        tuple([fact for fact in printed if fact.key != "status" or not above]),
        view_status(status) if status else None,
        above,
        number,
        feedback,
        tuple(following),
        tuple(_view_step(step) for step in courses.get(node.anchor, ())) if courses else (),
    )


def _view_step(step: CourseStep) -> CourseView:
    status = view_status(step.status) if step.status else None
    return CourseView(*step[:3], status, *step[4:])


def view_block(block: SectionBlock, prose: ProseSetter) -> BlockView:
    """Return one block of a text, under a heading or not."""
    match block:
        case Answer():
            items = tuple([_view_item(item, prose) for item in block.items])
            return AnswerView(block.label, items, block.is_list, block.own_line)
        case Paragraph():
            return ParagraphView(prose.markup(block.value.raw))
        case Table():
            # Imported here: how a table fits on paper is worked out only where there is one.
            from disclosure.render.views.tables import view_table

            return view_table(block, prose)
        case Pictures():
            return view_pictures(block)
        case Notes() | Glossary():
            return view_notes(block, prose)


def _view_item(item: Item, prose: ProseSetter) -> ItemView:
    below = tuple(_below(item, prose)) if item.below else ()
    return ItemView(item.word, prose.markup(item.value.raw), below)


def _below(item: Item, prose: ProseSetter) -> Iterator[Markup | tuple[ItemView, ...]]:
    for nested, group in groupby(item.below, key=lambda each: isinstance(each, Item)):
        if nested:
            yield tuple(_view_item(each, prose) for each in group if isinstance(each, Item))
        else:
            yield from (prose.markup(each.raw) for each in group if not isinstance(each, Item))
