"""Today's lists of words and rules of privacy, held against what has gone out before.

A word that is forbidden today, and a name that no rule knew of then, stand in pages that nobody
opens any more. What was sealed is read from the archive; of a page of the built site that was
never sealed its ``notice.txt`` is read. What was handed over in folders and files elsewhere is
known here only as far as it was sealed.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from disclosure.archive.log import Entry
from disclosure.archive.store import Store
from disclosure.bounded_reading import read_file
from disclosure.checks.rule import Rule
from disclosure.checks.run import check_notice
from disclosure.diagnostics import Diagnostic, Level, in_reading_order
from disclosure.editorial.check import AttachedFacts, CheckContext, notice_context_of
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import SEALED_SOURCE
from disclosure.render.urls import TEXT
from disclosure.source.load import LoadedNotice, load_notice
from disclosure.source.load_genres import SEALED, sealed_genre

_FAMILY: Final = "privacy."
_WORDS: Final = frozenset(
    f"names.{name}"
    for name in ("wrong_words", "word_choice", "fixed_phrases", "forbidden", "sensitive")
)
_NO_FACTS: Final = AttachedFacts({}, {})
_MARKS = re.compile(r"([\\*{}\[\]])")
_ESCAPES = re.compile(r"\\+(?=.)")
_QUOTE = len('  - "')
# An office's own numbers and address belong in its text.
_OFFICE = re.compile(r"[\u4e00-\u9fff]{0,6}(?:电话|传真|邮箱|地址|邮编|邮政编码|联系)[^：]{0,8}：")


class Page(NamedTuple):
    """One page that was published, or may have been.

    Attributes:
        title: of the notice.
        number: of the version; 0 of a page that was never sealed.
        address: of the page below the site's root.
        diagnostics: what is found in it, in reading order.
    """

    title: str
    number: int
    address: str
    diagnostics: tuple[Diagnostic, ...]


def check_published(context: CheckContext, slugs: Sequence[str] = ()) -> Iterator[Page]:
    """Yield every version that was sealed, and then every page of the site that was not.

    Args:
        context: the project and its rules.
        slugs: which notices; none means all.

    Raises:
        OutputError: the archive cannot be read.

    A version that this program cannot read any more has an error that says so.

    """
    rules = [rule for rule in context.rules if rule.id.startswith(_FAMILY) or rule.id in _WORDS]
    store = store_of(context.settings)
    sealed: set[str] = set()
    for line in store.lines():
        entry = line.entry
        if entry is not None and (not slugs or entry.slug in slugs):
            sealed.add(sha256_hex(store.read(entry, TEXT)))
            found = in_reading_order(_of_version(store, entry, context, rules))
            yield Page(entry.title, entry.number, f"archive/{entry.folder}", found)
    for path in sorted((context.settings.output / "notices").glob(f"*/{TEXT}")):
        slug = path.parent.name
        data = read_file(path)
        if (not slugs or slug in slugs) and sha256_hex(data) not in sealed:
            lines = data.decode("utf-8-sig", "replace").splitlines()
            found = in_reading_order(_of_text(path, lines, context, rules))
            yield Page(lines[0] if lines else "", 0, f"notices/{slug}/", found)


def _of_version(
    store: Store, entry: Entry, context: CheckContext, rules: Sequence[Rule]
) -> Iterator[Diagnostic]:
    shown = context.settings.display_path(store.folder / entry.folder / SEALED_SOURCE)
    loaded = _loaded(store, entry, shown)
    if loaded is None:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "published.unreadable")
        return
    notice = notice_context_of(loaded, _NO_FACTS, context)
    yield from check_notice(notice, loaded.places, shown, rules).diagnostics


def _loaded(store: Store, entry: Entry, shown: PurePosixPath) -> LoadedNotice | None:
    try:
        genre = store.read(entry, SEALED)
    except OutputError:  # it names none
        genre = b""
    return load_notice(store.read(entry, SEALED_SOURCE), shown, sealed_genre(genre))[0]


def _of_text(
    path: Path, lines: Sequence[str], context: CheckContext, rules: Sequence[Rule]
) -> Iterator[Diagnostic]:
    """Yield what is found in a text, as if each of its lines were a paragraph of a notice."""
    shown = context.settings.display_path(path)
    told = [(at, line) for at, line in enumerate(lines, 1) if line and not _OFFICE.match(line)]
    head = [
        "title: 通报",
        "issuer: 本单位",
        "source: 本单位",
        "sections:",
        "- title: 正文",
        "  body:",
    ]
    data = "\n".join((*head, *(f"  - {_quoted(line)}" for _, line in told)))
    loaded, _ = load_notice(data.encode("utf-8", "replace"), shown)
    if loaded is None:
        yield Diagnostic(shown, 0, 0, Level.ERROR, "published.unreadable")
        return
    notice = notice_context_of(loaded, _NO_FACTS, context)
    for found in check_notice(notice, loaded.places, shown, rules).diagnostics:
        if found.line > len(head):
            yield _in_text(found, told[found.line - len(head) - 1][0])


def _quoted(line: str) -> str:
    return json.dumps(_MARKS.sub(r"\\\1", line), ensure_ascii=False)


def _in_text(found: Diagnostic, line: int) -> Diagnostic:
    """Return a finding in what was made of a line as one in the line itself."""
    start = found.column - 1
    ahead = _ESCAPES.sub("", found.excerpt[_QUOTE:start])
    whole = _ESCAPES.sub("", found.excerpt[_QUOTE:-1])
    return found._replace(line=line, column=len(ahead) + 1, excerpt=whole)
