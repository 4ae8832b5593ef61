"""What FTP servers answer to LIST, for those that know no MLSD (such as Windows IIS)."""

import re

_UNIX = re.compile(
    r"(?P<kind>[-dlbcps])[-rwxsStT]{9}\S*\s+\d+\s+\S+\s+\S+\s+\d+\s+"
    r"\S+\s+\S+\s+(?:\d{4}|\d{1,2}:\d{2}) (?P<name>.+)"
)
_WINDOWS = re.compile(
    r"\d{2}-\d{2}-\d{2,4}\s+\d{2}:\d{2}(?:AM|PM)?\s+(?:(?P<folder><DIR>)|\d+) +(?P<name>.+)"
)


def parse_entry(line: str) -> tuple[str, bool] | None:
    """Return name and whether it is a folder; None for what is no entry, or no file of its own.

    Understands what ``ls -l`` and Windows' ``dir`` write; RFC 959 leaves the form to the server.
    """
    if unix := _UNIX.fullmatch(line):
        name = unix["name"]
        if unix["kind"] == "l":
            name = name.partition(" -> ")[0]
        found = name, unix["kind"] == "d"
    elif windows := _WINDOWS.fullmatch(line):
        found = windows["name"], windows["folder"] is not None
    else:
        return None
    return None if found[0] in {".", ".."} else found
