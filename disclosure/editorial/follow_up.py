"""Beginning a follow-up: the next notice of a matter, with all problems of the last one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.errors import OutputError, UsageError
from disclosure.files import written_aside
from disclosure.model.genre import OPEN_END, OPEN_START
from disclosure.model.matters import chain_faults, chains_of
from disclosure.model.notice import Notice
from disclosure.model.outline import Node
from disclosure.model.particulars import offices_text
from disclosure.page_texts import PageTexts, page_texts
from disclosure.project.matter_sources import matter_sources_now
from disclosure.project.matters import Member, read_members
from disclosure.project.notices import slug_fault, standing_file
from disclosure.project.settings import Settings
from disclosure.source.written import scalar

_OPEN: Final = f"{OPEN_START}{OPEN_END}"
# What stays as it is from one notice of a matter to the next, copied as its file has it; the
# second half stands behind the text.
_BEFORE: Final = (
    *("genre", "title", "issuer", "source", "unit", "inspection", "numbering", "enumeration"),
    *("unprinted", "labels", "addressee", "salutation"),
)
_BEHIND: Final = ("feedback", "contact")
_COUNTS: Final = ("categories", "aspects", "problems", "listed")
_KEPT: Final = ("leader", "department", "lead_unit")
_KEY: Final = re.compile(r"([a-z_]+)[ \t]*:")


class Followed(NamedTuple):
    """What came of beginning a follow-up.

    Attributes:
        path: of the new file.
        last: the notice that it continues.
        problems: how many.

    """

    path: Path
    last: str
    problems: int


def start_follow_up(last: str, name: str, settings: Settings) -> Followed:
    """Write the next notice of a matter into the content folder; nothing there is touched.

    Args:
        last: the notice to be continued.
        name: of the new notice's file, without suffix; empty gives the first one's with a number.
        settings: the project.

    Raises:
        UsageError: no notice can have that name.
        OutputError: the last notice cannot be read, has no problems or is continued already;
            such a notice is there, or the file cannot be written.

    """
    sources = matter_sources_now(settings)
    links = sources.links
    if last in {fault.slug for fault in chain_faults(links, sources.files)}:
        raise OutputError("follow_up.unread", slug=last)
    chain = chains_of(links, sources.files).get(last, (last,))
    if last != chain[-1]:
        raise OutputError("follow_up.continued", slug=last, other=chain[-1])
    name = name.removesuffix(".yaml") or f"{chain[0]}-{len(chain) + 1}"
    if fault := slug_fault(name):
        raise UsageError(fault, slug=name)
    if (there := standing_file(name, settings)) is not None:
        raise OutputError("new.exists", path=settings.display_path(there).as_posix())
    members = read_members([last], sources)
    if not members:
        raise OutputError("follow_up.unread", slug=last)
    problems = len(members[0].told.problems)
    if not problems:
        raise OutputError("follow_up.no_problems", slug=last)
    path = settings.content / "notices" / f"{name}.yaml"
    with written_aside(path) as draft, draft.open("xb") as file:
        file.write(follow_up_text(members[0]).encode())
    return Followed(path, last, problems)


def follow_up_text(last: Member) -> str:
    """Return the text of the notice that continues ``last``."""
    texts, notice = page_texts(), last.loaded.notice
    blocks = _blocks(last.data.decode().removeprefix("\ufeff"))
    day = str(notice.published or last.slug)
    rows = [*texts.text("follow_up.head", last=last.slug, day=day).split("\n")]
    for key in _BEFORE:
        if key == "title":
            rows.append(f"# {texts.text('follow_up.title')}")
        rows += blocks.get(key, ())
    rows += [f"continues: {last.slug}", f"# {texts.text('follow_up.dates')}"]
    rows += [
        "# published: ",
        "# as_of: ",
        *_declared(notice),
        "",
        f"lead: {_OPEN}",
        "",
        "sections:",
    ]
    ids = {node.section.id for node in last.loaded.outline.nodes if node.section.id}
    for chapter in last.loaded.outline.chapters:
        rows += _section(chapter, "  ", ids, texts)
    rows += ["", *texts.text("follow_up.dropped").split("\n")]
    for key in _BEHIND:
        rows += blocks.get(key, ())
    if notice.signature:
        names = ", ".join(
            scalar(each, in_line=True, in_brackets=True) for each in notice.signature.name
        )
        rows += ["signature:", f"  name: [{names}]"]
    return "\n".join(rows) + "\n"


def _blocks(text: str) -> dict[str, list[str]]:
    """Return the lines of each key of a notice as its file has them."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for row in text.replace("\r\n", "\n").split("\n"):
        if key := _KEY.match(row):
            rows = found[key[1]] = []
        if row.strip() and not row.startswith("#"):
            rows.append(row)
    return found


def _declared(notice: Notice) -> Iterator[str]:
    given = [(key, getattr(notice.declared, key)) for key in _COUNTS]
    stated = [(key, number) for key, number in given if number is not None]
    if stated:
        yield "declared:"
        yield from (f"  {key}: {number}" for key, number in stated)


def _section(node: Node, indent: str, ids: set[str], texts: PageTexts) -> Iterator[str]:
    """Yield the lines of a section that is a problem or holds some."""
    if not _holds_problems(node):
        return
    section, inner = node.section, f"{indent}  "
    yield f"{indent}- title: {_written(section.title)}"
    if section.kind:
        yield f"{inner}kind: {section.kind.value}"
    if section.mark:
        yield f"{inner}mark: {_written(section.mark)}"
    if section.id:
        yield f"{inner}id: {section.id}"
    if section.numbering:
        yield f"{inner}numbering: {_written(section.numbering.value)}"
    if section.run_in:
        yield f"{inner}run_in: true"
    if node.problem:
        yield from _problem(node, inner, ids, texts)
    below = [row for child in node.children for row in _section(child, f"{inner}  ", ids, texts)]
    if below:
        yield f"{inner}sections:"
        yield from below


def _problem(node: Node, inner: str, ids: set[str], texts: PageTexts) -> Iterator[str]:
    section = node.section
    if not section.id:
        # A position is another in the next notice; from here on the problem has a name.
        name = next(each for each in _names(node.problem) if each not in ids)
        ids.add(name)
        yield f"{inner}id: {name}"
        yield f"{inner}continues: {node.anchor}"
    said = section.status.value if section.status else offices_text(section.offices)
    yield (
        f"{inner}status:  # {texts.text('follow_up.before', state=said)}"
        if said
        else (f"{inner}# status: ")
    )
    for key in _KEPT:
        if value := getattr(section, key):
            yield f"{inner}{key}: {_written(value)}"
    if not any(_holds_problems(child) for child in node.children):
        yield f"{inner}progress: {_OPEN}"


def _names(number: int) -> Iterator[str]:
    yield f"p{number}"
    yield from (f"p{number}-{more}" for more in range(2, number + 1000))


def _holds_problems(node: Node) -> bool:
    return bool(node.problem) or any(_holds_problems(child) for child in node.children)


def _written(value: str) -> str:
    return scalar(value, in_line=True, in_brackets=False)
