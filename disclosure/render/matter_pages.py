"""The pages of a matter's notices: what each shows of the others.

Worked out once for all notices of a matter, from what they say at present. It stands beside a
notice's own words, never among them.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from disclosure.document.document import Document, read_document
from disclosure.model.figures import Figure
from disclosure.model.follow_up import Place, Told, join_all
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline, title_in_lists
from disclosure.render import urls
from disclosure.render.ledger import LedgerRow, ledger_rows
from disclosure.render.matter import CourseStep, MatterCell, MatterLink, MatterPage, MatterRow
from disclosure.render.prose import ProseSetter
from disclosure.render.renderer import Renderer
from disclosure.zh.dates import chinese_date

_SHORT: Final = 60


class MatterMember(NamedTuple):
    """One notice of a matter: its slug, its values, its figures by id, its sections.

    One that was withdrawn is named as such, and nothing that it said is repeated.
    """

    slug: str
    notice: Notice
    figures: dict[str, Figure]
    outline: Outline
    withdrawn: bool = False


def matter_pages(members: Sequence[MatterMember], renderer: Renderer) -> dict[str, MatterPage]:
    """Return what each page of a matter shows of the others, by slug; nothing where it is nothing.

    A notice without a date of publication is shown to nobody; its own page shows those before.

    Args:
        members: all notices of the matter, the first one first.
        renderer: tools of all pages.

    """
    matter = _Matter(members, renderer)
    public = [at for at, told in enumerate(matter.told) if told.day]
    first = members[0].slug if len(public) > 1 else ""
    pages = {}
    for at, member in enumerate(members):
        shown = [other for other in range(len(members)) if other in public or other == at]
        if len(shown) < 2:
            continue
        links = tuple(matter.link(other, number) for number, other in enumerate(shown, 1))
        earlier = [other for other in public if other < at]
        courses = {
            anchor: matter.course(at, anchor, earlier) for anchor in matter.joined[at].origins
        }
        told = {anchor: steps for anchor, steps in courses.items() if steps}
        rows = matter.rows(public) if first and not at else ()
        pages[member.slug] = MatterPage(first, links, told, rows)
    return pages


class _Matter:
    """One matter while its pages are worked out; each notice is read once."""

    def __init__(self, members: Sequence[MatterMember], renderer: Renderer) -> None:
        self.members = members
        self.renderer = renderer
        self.told = tuple(Told(each.notice, each.outline) for each in members)
        self.joined = join_all(self.told)
        self._documents: dict[int, Document] = {}
        self._rows: dict[int, dict[str, LedgerRow]] = {}

    def link(self, at: int, number: int) -> MatterLink:
        """Return the link to a notice."""
        member = self.members[at]
        day, machine = self._day(at)
        return MatterLink(
            member.slug, number, self._document(at).title, day, machine, member.withdrawn
        )

    def course(self, at: int, anchor: str, shown: Sequence[int]) -> tuple[CourseStep, ...]:
        """Return what the notices ``shown`` say of a problem of notice ``at``, oldest first."""
        title = self._row(at, anchor).title
        places = (place for place in self._before(at, anchor) if place[0] in shown)
        steps = (self._step(*place, title) for place in places)
        return tuple(dict.fromkeys(steps))  # of a withdrawn notice all say the same

    def rows(self, public: Sequence[int]) -> tuple[MatterRow, ...]:
        """Return the ledger: a row for each problem that no later notice goes on with."""
        lines = {
            (at, node.anchor): [*self._before(at, node.anchor), (at, node.anchor)]
            for at in public
            if not self.members[at].withdrawn
            for node in self.told[at].problems
        }
        gone_on = {place for end, line in lines.items() for place in line if place != end}
        kept = [line for end, line in lines.items() if end not in gone_on]
        kept.sort(key=lambda line: [(at, self._row(at, anchor).number) for at, anchor in line])
        return tuple(self._ledger_row(line, public) for line in kept)

    def _before(self, at: int, anchor: str) -> list[tuple[int, str]]:
        """Return the places that a problem goes on with, directly or not, oldest first."""
        found: set[tuple[int, str]] = set()
        waiting: list[Place] = list(self.joined[at].origins.get(anchor, ()))
        while waiting:
            place = waiting.pop()
            if place.key not in found:
                found.add(place.key)
                waiting += self.joined[place.at].origins.get(place.node.anchor, ())
        return sorted(found, key=lambda key: (key[0], self._row(*key).number))

    def _step(self, at: int, anchor: str, title: str) -> CourseStep:
        row, (day, machine) = self._row(at, anchor), self._day(at)
        member = self.members[at]
        then = title_in_lists(row.title)
        said = "".join(text for _, text in row.answers)
        address = urls.absolute(self.renderer.site.base_url, urls.NoticeUrls(member.slug).page)
        if member.withdrawn:
            said = self.renderer.texts.text("withdrawn.title")
            return CourseStep(day, machine, "", None, "", said, address)
        return CourseStep(
            day,
            machine,
            then if then != title_in_lists(title) else "",
            row.status,
            row.offices,
            _short(said),
            f"{address}#{anchor}",
        )

    def _ledger_row(self, line: Sequence[tuple[int, str]], public: Sequence[int]) -> MatterRow:
        cells, dropped = [], []
        for at in public:
            gone = self.members[at].withdrawn
            places = [place for place in line if place[0] == at and not gone]
            cells.append(tuple(self._cell(*place) for place in places))
            dropped.append("" if places else self._reason(at, line))
        return MatterRow(title_in_lists(self._row(*line[-1]).title), tuple(cells), tuple(dropped))

    def _cell(self, at: int, anchor: str) -> MatterCell:
        row = self._row(at, anchor)
        title = title_in_lists(row.title)
        return MatterCell(self.members[at].slug, anchor, row.number, title, row.status, row.offices)

    def _reason(self, at: int, line: Sequence[tuple[int, str]]) -> str:
        """Return why a notice does not report a problem that the one before it has."""
        if self.members[at].withdrawn:
            return self.renderer.texts.text("withdrawn.title")
        before = [anchor for place, anchor in line if place == at - 1]
        reasons = self.told[at].reasons
        reason = next((reasons[anchor] for anchor in before if anchor in reasons), "")
        return self._prose(at).plain(reason) if reason else ""

    def _row(self, at: int, anchor: str) -> LedgerRow:
        if at not in self._rows:
            labels = self.renderer.texts.document.labels
            rows = ledger_rows(self._document(at), self._prose(at), labels)
            self._rows[at] = {row.anchor: row for row in rows}
        return self._rows[at][anchor]

    def _document(self, at: int) -> Document:
        if at not in self._documents:
            member, texts = self.members[at], self.renderer.texts.document
            self._documents[at] = read_document(member.notice, member.outline, (), texts)
        return self._documents[at]

    def _prose(self, at: int) -> ProseSetter:
        return ProseSetter(self.members[at].figures, {}, self.renderer.markdown)

    def _day(self, at: int) -> tuple[str, str]:
        """Return the day of publication as printed and for programs; empty for a draft."""
        published = self.told[at].day
        return (chinese_date(published), published.isoformat()) if published else ("", "")


def _short(text: str) -> str:
    """Return the first sentence of a text, or its beginning."""
    end = text.find("。") + 1
    if 0 < end <= _SHORT or len(text) <= _SHORT:
        return text[: end or len(text)] + ("…" if end and end < len(text) else "")
    return f"{text[: _SHORT - 1]}…"
