"""The last resort: what nobody foresaw goes into a file, and a sentence says where it is."""

import os
import tempfile
import traceback
from pathlib import Path
from typing import Final

from disclosure.messages import say

_CODES: Final = ((MemoryError, "crash.memory"), (RecursionError, "crash.deep"))


def record_crash(error: BaseException, cache: Path, version: str, language: str) -> str:
    """Write a traceback into a new file, and return the sentence that tells of it.

    Args:
        error: what was raised.
        cache: where the file goes if that can be written, else into the system's folder for
            temporary files.
        version: of the program.
        language: of the sentence.

    """
    text = "".join(traceback.format_exception(error))
    path = _written(f"Disclosure {version}\n{text}".encode("utf-8", "backslashreplace"), cache)
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "crash.other")
    sentence = say(code, language)
    if path is None:
        # Nothing can be written anywhere; the kind of error is better than nothing.
        return say("crash.nowhere", language, {"told": sentence, "error": repr(error)[:300]})
    return say("crash.written", language, {"told": sentence, "path": path.as_posix()})


def _written(data: bytes, cache: Path) -> Path | None:
    for folder in (cache, Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # A new file with a name that nobody can foresee, readable for its owner alone.
            descriptor, name = tempfile.mkstemp(".txt", "crash-", folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
        except OSError:
            continue
        return Path(name)
    return None
