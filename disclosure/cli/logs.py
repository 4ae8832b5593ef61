"""What libraries log while the preview serves: tracebacks into files, the rest as lines."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

import disclosure
from disclosure.crash import record_crash
from disclosure.visible import visible

_MOST_FILES: Final = 20


class PrintedLog(logging.Handler):
    """Tells of warnings and errors; a traceback goes into a file that is named.

    Args:
        cache: where files go.
        language: of the sentences.
        tell: takes a line.

    """

    def __init__(self, cache: Path, language: str, tell: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._cache = cache
        self._language = language
        self._tell = tell
        self._files = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a record; the same mistake over and over does not fill the disk."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            self._tell(visible(record.getMessage()))
        elif self._files < _MOST_FILES:
            self._files += 1
            self._tell(record_crash(error, self._cache, disclosure.__version__, self._language))
