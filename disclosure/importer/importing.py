"""From an office's file to a draft with its account; nothing is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from disclosure.diagnostics import Diagnostic
from disclosure.importer.account import Account, account, placed
from disclosure.importer.comments import with_comments
from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.fields.body import content_of, sections_of
from disclosure.importer.fields.contact_chapter import with_contact_behind
from disclosure.importer.fields.figures import Chosen, with_metrics
from disclosure.importer.fields.foot import read_foot
from disclosure.importer.fields.head import Head, read_head
from disclosure.importer.fields.set_apart import SetApart
from disclosure.importer.fields.tables import picture_files
from disclosure.importer.outline.headings import outline
from disclosure.importer.proof import Difference, differences
from disclosure.importer.punctuation import full_width, paragraphs_in
from disclosure.importer.readers.detect import read_file
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.reading import Block, Reading, Remark
from disclosure.importer.secrecy import tell_marks
from disclosure.importer.tree import Outline
from disclosure.importer.yaml_text import write
from disclosure.model.faults import Path
from disclosure.model.genre import Genres
from disclosure.model.notice import Notice
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.reader import parse

_CONTENT: Final = "content"
_DECLARED: Final = "declared"
_NOTHING: Final = "declared.nothing"
_ORDER: Final = tuple(Notice.model_fields)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Choices for an import.

    Attributes:
        read: for the reader of the file.
        punctuation: whether half-width marks of Chinese text become full-width.
        language: of comments in the draft.
        metrics: which figures of the text become metrics.

    """

    read: ReadOptions = field(default_factory=ReadOptions)
    punctuation: bool = True
    language: str = "zh"
    metrics: Chosen = Chosen.NONE


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file.

    Attributes:
        reading: the file, with its punctuation as it goes on.
        fields: the draft as values.
        text: the draft as YAML.
        lines: of the YAML, by path of the value, from 1.
        account: where every character went.
        loaded: the draft as the loader reads it; None where it cannot.
        found: what the loader says of it.
        differences: of what it prints from the file; none where it cannot be loaded.
        pictures: bytes by the names under which the draft has them.

    """

    reading: Reading
    fields: Fields
    text: str
    lines: Mapping[Path, int]
    account: Account
    loaded: LoadedNotice | None
    found: tuple[Diagnostic, ...]
    differences: tuple[Difference, ...]
    pictures: Mapping[str, bytes]

    @property
    def stops(self) -> tuple[Remark, ...]:
        """What waits for a confirmation: words of secrecy, marks of a draft."""
        return tuple(each for each in self.account.remarks if each.stops)

    @property
    def day(self) -> str:
        """The date of the notice, as YYYY-MM-DD; empty where it has none."""
        for entry in self.fields.entries:
            if entry.key == "published" and isinstance(entry.value, Scalar):
                return str(entry.value.text)
        return ""


def import_file(
    name: str,
    data: bytes,
    options: ImportOptions,
    genres: Callable[[], Genres] | None = None,
) -> Imported:
    """Return the draft of a file.

    Args:
        name: of the file, for its suffix; ``-`` for standard input.
        data: its bytes.
        options: choices.
        genres: gives the genres that there are.

    Raises:
        ImportRefusedError: the file is not read.
        ExtraError: the packages for its kind are not installed.

    """
    return draft_of(name, read_file(name, data, options.read), options, genres)


def draft_of(
    name: str,
    reading: Reading,
    options: ImportOptions,
    genres: Callable[[], Genres] | None = None,
) -> Imported:
    """Return the draft of a file that is read; as ``import_file``, which reads it first."""
    reading = tell_marks(reading)
    if options.punctuation:
        reading = full_width(reading)
    drawn = with_contact_behind(outline(reading.blocks))
    apart = SetApart.of(reading)
    head = read_head(drawn.before, reading, headed=bool(drawn.headings), apart=apart)
    foot = read_foot(drawn.after, apart=apart)
    fields = in_order((*_head_and_body(head, drawn, reading, apart), *foot.entries))
    fields = in_order(with_metrics(fields, options.metrics).entries)
    pictures = {file: picture.data for file, picture in picture_files(drawn)}
    told = (*drawn.remarks, *head.remarks, *foot.remarks, *apart.remarks())
    made = _draft(name, reading, fields, told, options, genres, pictures)
    kept, gone = without_counts_of_nothing(fields, made.found)
    if not gone:
        return made
    return _draft(name, reading, kept, (*told, *gone), options, genres, pictures)


def _draft(
    name: str,
    reading: Reading,
    fields: Fields,
    told: Sequence[Remark],
    options: ImportOptions,
    genres: Callable[[], Genres] | None,
    pictures: Mapping[str, bytes],
) -> Imported:
    found = account(reading, fields, told)
    text = with_comments(write(fields, options.language), found, options.language)
    shown = PurePosixPath(f"{PurePosixPath(name).stem}.yaml")
    loaded, diagnostics = load_notice(text.encode(), shown, genres)
    return Imported(
        reading,
        fields,
        text,
        line_numbers(text),
        found,
        loaded,
        diagnostics,
        differences(reading, found, loaded) if loaded else (),
        pictures,
    )


def without_counts_of_nothing(
    fields: Fields, found: Iterable[Diagnostic]
) -> tuple[Fields, tuple[Remark, ...]]:
    """Return a draft without the counts of what it does not list, and a remark for each.

    A notice may say 反馈41个问题 and tell of them as a whole; such a count cannot be declared.
    """
    nothing = {dict(each.params)["key"]: each for each in found if each.code == _NOTHING}
    entries = []
    for entry in fields.entries:
        if entry.key == _DECLARED and isinstance(entry.value, Fields):
            left = tuple(each for each in entry.value.entries if each.key not in nothing)
            if left:
                entries.append(replace(entry, value=replace(entry.value, entries=left)))
        else:
            entries.append(entry)
    gone = (Remark("import.count_of_nothing", dict(each.params)) for each in nothing.values())
    return Fields(tuple(entries)), tuple(gone)


def _head_and_body(
    head: Head, drawn: Outline, reading: Reading, apart: SetApart
) -> tuple[Entry, ...]:
    """Return the values before the foot; what has no headings is content from its lead on."""
    if drawn.headings:
        return (*head.entries, *sections_of(drawn, reading.notes, apart))
    rest = tuple(entry for entry in head.entries if entry.key != _CONTENT)
    lead = [each for entry in head.entries if entry.key == _CONTENT for each in placed(entry.value)]
    first = next((n for _, _, text in lead for n in text.origins if n >= 0), -1)
    before = drawn.before
    start = next((n for n, block in enumerate(before) if first in _origins(block)), 0)
    return (
        (*rest, *content_of(before[start:], reading.notes, apart=apart)) if lead else head.entries
    )


def _origins(block: Block) -> frozenset[int]:
    return frozenset(n for each in paragraphs_in((block,)) for n in each.text.origins)


def in_order(entries: Iterable[Entry]) -> Fields:
    """Return entries in the order in which a notice is written, those of one key as one."""
    by_key: dict[str, Entry] = {}
    for entry in entries:
        before = by_key.get(entry.key)
        if before is None:
            by_key[entry.key] = entry
        elif isinstance(before.value, Fields) and isinstance(entry.value, Fields):
            value = Fields((*before.value.entries, *entry.value.entries))
            by_key[entry.key] = Entry(entry.key, value, (*before.said, *entry.said))
    known = {key: number for number, key in enumerate(_ORDER)}
    return Fields(tuple(sorted(by_key.values(), key=lambda each: known.get(each.key, -1))))


def line_numbers(text: str) -> dict[Path, int]:
    """Return the line, from 1, of every value of a YAML text."""
    return {path: start.line + 1 for path, (start, _) in parse(text).values.items()}
