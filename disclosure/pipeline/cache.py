"""The cache: what the last build was made from and what it wrote, in ``.cache/``.

One text file: a line with the length and CRC-32 of the rest, a line that every build reads,
and a line with the summaries, which only a build that changes something reads. What is
damaged, of another version or not wholly there is not believed.
"""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from disclosure.diagnostics import Diagnostic, Level
from disclosure.files import replace_file
from disclosure.model.versions import LastVersion
from disclosure.project.fingerprint import ABSENT, FileState

_FORMAT = b"disclosure-cache-8"
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
        outputs: file states of what was written, by place in the site.
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


class Cache(NamedTuple):
    """What the last build knew.

    Attributes:
        sources: what all notices are made from.
        site_found: what was found in ``site.yaml``.
        notices: by slug.
        lists: file states of the site's own files.
        inputs: digests of what some of these are made from; see ``ListFile``.
        summaries: the line for every list, by slug, as plain values; see ``load_summaries``.
    """

    sources: Sources
    site_found: tuple[Diagnostic, ...]
    notices: dict[str, NoticeRecord]
    lists: FileStates
    inputs: dict[str, str]
    summaries: Mapping[str, Any] | bytes


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
    head, _, rest = data.partition(b"\n")
    if head != _head_of(rest):
        raise BadCacheError
    main, _, summaries = rest.partition(b"\n")
    try:
        values = json.loads(main)
        return Cache(
            Sources(**values["sources"]),
            _diagnostics(values["site_found"]),
            {
                slug: NoticeRecord(
                    name,
                    source,
                    review,
                    LastVersion(*last_version) if last_version else None,
                    continues,
                    matter,
                    shown,
                    attached,
                    outputs,
                    _diagnostics(found),
                )
                for slug, (
                    name,
                    source,
                    review,
                    last_version,
                    continues,
                    matter,
                    shown,
                    attached,
                    outputs,
                    found,
                ) in values["notices"].items()
            },
            values["lists"],
            values["inputs"],
            summaries,
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise BadCacheError from error


def load_summaries(cache: Cache) -> Mapping[str, Any]:
    """Return the summaries, which are left unread until they are needed.

    Raises:
        BadCacheError: they are not what they should be.
    """
    if isinstance(cache.summaries, bytes):
        try:
            found = json.loads(cache.summaries)
        except ValueError as error:
            raise BadCacheError from error
        if not isinstance(found, dict):
            raise BadCacheError
        return found
    return cache.summaries


def save_cache(path: Path, cache: Cache) -> None:
    """Write a cache, whole or not at all.

    Raises:
        OSError: it could not be written; what stood there before still does.
    """
    values = {
        "sources": cache.sources._asdict(),
        "site_found": _plain(cache.site_found),
        "notices": {
            slug: [*record[:-1], _plain(record.found)] for slug, record in cache.notices.items()
        },
        "lists": cache.lists,
        "inputs": cache.inputs,
    }
    summaries = cache.summaries
    tail = summaries if isinstance(summaries, bytes) else _line(summaries)
    rest = b"%b\n%b" % (_line(values), tail)
    replace_file(path, b"%b\n%b" % (_head_of(rest), rest))


def _head_of(rest: bytes) -> bytes:
    # Against accident, not against malice; the digests that matter are in the file states.
    return b"%b %08x %d" % (_FORMAT, zlib.crc32(rest), len(rest))


def _line(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


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
