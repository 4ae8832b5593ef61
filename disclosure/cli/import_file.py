"""``import``: from an office's file to a draft, with an account of every character."""

import sys
from pathlib import Path

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.cli.arguments import Request
from disclosure.errors import ImportRefusedError, UsageError
from disclosure.importer.readers import detect
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.options import LARGEST, ReadOptions

_STANDARD_INPUT = "-"
_PAGES = (".html", ".htm")


def run_import(request: Request) -> int:
    """Read the file, tell what became of it, and write the draft.

    Nothing is written where the file is refused, or waits for a confirmation.
    """
    if request.importing.ledger is not None:
        from disclosure.cli.import_ledger import take_ledger_back  # a table is no draft

        return take_ledger_back(request)
    if len(request.slugs) != 1:
        raise UsageError("import.usage")
    asked = request.importing
    if asked.write and not asked.update:
        raise UsageError("import.write_alone")
    if asked.report:
        _fit_for_report(asked.report, request.slugs[0])
    name, data = _given(request.slugs[0])
    options = ReadOptions(revisions=Revisions(asked.revisions))
    reading = detect.read_file(name, data, options)
    # Imported here: what is refused is refused before the rest is loaded.
    from disclosure.cli.import_draft import Source, take_draft

    return take_draft(Source(name, data, options, reading), request)


def _given(what: str) -> tuple[str, bytes]:
    """Return name and bytes of the file, or of what stands on standard input."""
    if what == _STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large()
        return what, data
    path = Path.cwd() / what
    try:
        # The link is the clerk's own: where it leads, the file is.
        return path.name, read_file(path.resolve(), limit=LARGEST)
    except UnfitFileError as error:
        if error.fault == "large":
            raise _too_large() from error
        raise ImportRefusedError("import.no_file", path=what) from error
    except FileNotFoundError as error:
        raise ImportRefusedError("import.absent", path=what) from error
    except (OSError, ValueError) as error:
        raise ImportRefusedError("import.unreadable", path=what, reason=str(error)) from error


def _too_large() -> ImportRefusedError:
    return ImportRefusedError("import.large", limit=str(LARGEST // 1024 // 1024))


def _fit_for_report(path: Path, source: str) -> None:
    """Refuse a name that is no page's, or the file that is imported: a report replaces a file.

    Raises:
        UsageError: the report is not to be written there.

    """
    if path.suffix.lower() not in _PAGES:
        raise UsageError("import.report_name", path=str(path))
    if source != _STANDARD_INPUT and path.resolve() == (Path.cwd() / source).resolve():
        raise UsageError("import.report_over", path=str(path))
