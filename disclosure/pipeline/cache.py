"""The cache: what the last build was made from and what it wrote, in ``.cache/``.

One text file, written and read without ever holding it twice: a row for each notice, then its
line for the lists in a row of its own, then what is said once, then a line with the CRC-32 of all
that and the length of each of the three. Only a build that changes something reads the lines. What
is damaged, of another version or not wholly there is not believed.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from disclosure.diagnostics import Diagnostic, Level
from disclosure.files import replace_file
from disclosure.model.versions import LastVersion
from disclosure.project.fingerprint import ABSENT, FileState

_FORMAT = b"disclosure-cache-10"
_BETWEEN = b",\n"  # rows; within one, JSON has no line end
_ROWS_AT_ONCE = 100
FileStates = dict[str, FileState]


class NoticeRecord(NamedTuple):
    """What is known of one notice.

    Attributes:
        name: of its file.
        source: file state of it.
        review: file state of its sign-offs.
        last_version: its last sealed version, as the log names it; None where there is none.
        continues: slug of the notice that it continues; empty where it continues none.
        matter: slugs of the notices of its matter, with spaces between; empty where it has none,
            or nobody knows.
        shown: digest of what its page shows of these; empty where it shows nothing.
        attachments: file states of the attached files by name.
        outputs: file states of what was written, by place in its folder of the site.
        found: what was found in it; no errors, for it was built.
    """

    name: str
    source: FileState
    review: FileState
    last_version: LastVersion | None
    continues: str
    matter: str
    shown: str
    attachments: FileStates
    outputs: FileStates
    found: tuple[Diagnostic, ...]


class Sources(NamedTuple):
    """What all notices are made from.

    Attributes:
        program: file states of the program's own files.
        packages: names and versions of Python and of what is installed for it.
        site: file state of ``site.yaml``.
        signers: file state of the list of names and keys that may sign.
        addresses: file state of what is said of former addresses.
        archive: file state of the log of sealed versions.
        sealed: state of every file of the archive; see ``archive_state``.
        templates: file states of everything in the templates folder.
        uses: names of the templates that pages of notices (``notice``) and of the site
            (``lists``) are made with.
    """

    program: FileStates
    packages: str
    site: FileState
    signers: FileState
    addresses: FileState
    archive: FileState
    sealed: str
    templates: FileStates
    uses: dict[str, list[str]]

    @classmethod
    def none(cls) -> "Sources":
        """Return what is known before anything was looked at."""
        return cls({}, "", ABSENT, ABSENT, ABSENT, ABSENT, "", {}, {})


class Common(NamedTuple):
    """What is noted once.

    Attributes:
        sources: what all notices are made from.
        site_found: what was found in ``site.yaml``.
        lists: file states of the site's own files.
        inputs: digests of what some of these are made from; see ``ListFile``.
    """

    sources: Sources
    site_found: tuple[Diagnostic, ...]
    lists: FileStates
    inputs: dict[str, str]


class Cache(NamedTuple):
    """What the last build knew.

    Attributes:
        common: what it noted once.
        notices: by slug.
        rows: these as they stand in the file, in braces.
        lines: what lists show of each, as it stands there, in the same order.
    """

    common: Common
    notices: dict[str, NoticeRecord]
    rows: memoryview
    lines: memoryview

    def row_by_slug(self) -> dict[str, bytes]:
        """Return the row of each notice, so that one that stays is not worked out again."""
        return self._by_slug(self.rows[1:-1])

    def line_by_slug(self) -> dict[str, bytes]:
        """Return the line of each notice; see ``values_of``."""
        return self._by_slug(self.lines)

    def _by_slug(self, rows: memoryview) -> dict[str, bytes]:
        each = bytes(rows).split(_BETWEEN) if rows else ()
        try:
            return dict(zip(self.notices, each, strict=True))
        except ValueError as error:
            raise BadCacheError from error


class BadCacheError(Exception):
    """The file is damaged or of another version."""


def load_cache(path: Path) -> Cache | None:
    """Return what the last build noted; None when there was none.

    Raises:
        BadCacheError: what stands there is not to be believed.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadCacheError from error
    try:
        rows, lines, common = _parts_of(data)
        notices = json.loads(str(rows, "utf-8"))
        sources, site_found, lists, inputs = json.loads(str(common, "utf-8"))
        return Cache(
            Common(Sources(*sources), _diagnostics(site_found), lists, inputs),
            {slug: _record(*values) for slug, values in notices.items()},
            rows,
            lines,
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise BadCacheError from error


def _parts_of(data: bytes) -> tuple[memoryview, memoryview, memoryview]:
    """Return the parts of a file, none of them copied."""
    end = data.rfind(b"\n")
    whole, foot = memoryview(data)[:end], data[end + 1 :]
    rows, lines, common = (int(length) for length in foot.split(b" ")[2:])
    if foot != _foot(zlib.crc32(whole), rows, lines, common) or rows + lines + common != end:
        raise BadCacheError
    return whole[:rows], whole[rows : rows + lines], whole[rows + lines :]


def values_of(line: bytes) -> list[Any]:
    """Return the values of a line for the lists.

    Raises:
        BadCacheError: it is none.
    """
    try:
        values: list[Any] = json.loads(line)
    except ValueError as error:
        raise BadCacheError from error
    return values


def line_of(values: Iterable[object]) -> bytes:
    """Return values as a line for the lists."""
    return _json([*values])


def save_cache(
    path: Path,
    records: Iterable[tuple[str, NoticeRecord | bytes]],
    lines: Iterable[bytes | memoryview],
    common: Common,
) -> None:
    """Write a cache, whole or not at all.

    Args:
        path: of the file.
        records: of all notices by slug, or their rows; asked for one after the other.
        lines: what lists show of them, in the same order; or all together, as they stood.
        common: what is noted once.

    Raises:
        OSError: it could not be written; what stood there before still does.
    """
    replace_file(path, _pieces(records, lines, common))


def _pieces(
    records: Iterable[tuple[str, NoticeRecord | bytes]],
    lines: Iterable[bytes | memoryview],
    common: Common,
) -> Iterator[bytes]:
    rows = (each if isinstance(each, bytes) else _row(slug, each) for slug, each in records)
    once = [[*common.sources], _plain(common.site_found), common.lists, common.inputs]
    check, lengths = 0, [0, 0, 0]
    parts = (chain((b"{",), _joined(rows), (b"}",)), _joined(lines), (_json(once),))
    for number, part in enumerate(parts):
        for piece in part:
            check = zlib.crc32(piece, check)
            lengths[number] += len(piece)
            yield piece
    yield b"\n" + _foot(check, *lengths)


def _joined(rows: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    left, between = iter(rows), b""
    while some := tuple(islice(left, _ROWS_AT_ONCE)):
        yield between + _BETWEEN.join(some)
        between = _BETWEEN


def _row(slug: str, record: NoticeRecord) -> bytes:
    return b"%b:%b" % (_json(slug), _json([*record[:-1], _plain(record.found)]))


def _record(
    name: str,
    source: FileState,
    review: FileState,
    last_version: list[Any] | None,
    continues: str,
    matter: str,
    shown: str,
    attachments: FileStates,
    outputs: FileStates,
    found: list[list[Any]],
) -> NoticeRecord:
    return NoticeRecord(
        name,
        source,
        review,
        LastVersion(*last_version) if last_version else None,
        continues,
        matter,
        shown,
        attachments,
        outputs,
        _diagnostics(found) if found else (),
    )


def _foot(check: int, rows: int, lines: int, common: int) -> bytes:
    # Against accident, not against malice; the digests that matter are in the file states.
    return b"%b %08x %d %d %d" % (_FORMAT, check, rows, lines, common)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _plain(diagnostics: tuple[Diagnostic, ...]) -> list[list[object]]:
    return [
        [d.path.as_posix(), d.line, d.column, int(d.level), d.code, d.params, d.excerpt, d.span]
        for d in diagnostics
    ]


def _diagnostics(rows: list[list[Any]]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            PurePosixPath(path),
            line,
            column,
            Level(level),
            code,
            tuple((name, value) for name, value in params),
            excerpt,
            span,
        )
        for path, line, column, level, code, params, excerpt, span in rows
    )
