"""What FTP servers mean by their replies and their lists.

RFC 959 has few reply codes, so the words behind them count too. Lists come by MLSD (RFC 3659),
and by LIST from those that do not know it (such as IIS).
"""

import re
from typing import Final

from disclosure.publish.targets.walk import Entry
from disclosure.publish.targets.words import says_full

_DENIED: Final = re.compile(
    r"53[23]|553|.*(denied|privilege|permi|not allowed|read-only|forbidden|disabled|拒绝|权限)",
    re.IGNORECASE | re.DOTALL,
)
_ENCRYPTION: Final = re.compile(
    r".*(\bSSL|\bTLS|\bFTPS|encrypt|AUTH |加密)", re.IGNORECASE | re.DOTALL
)
_FULL: Final = ("452", "552")
_LOST: Final = ("421", "425", "426")
_UNIX: Final = re.compile(
    r"(?P<kind>[-dlbcps])(?P<rights>[-rwxsStT]{9})\S*\s+\d+\s+\S+\s+\S+\s+(?P<size>\d{1,19})\s+"
    r"\S+\s+\S+\s+(?:\d{4}|\d{1,2}:\d{2}) (?P<name>.+)"
)
_WINDOWS: Final = re.compile(
    r"\d{2}-\d{2}-\d{2,4}\s+\d{2}:\d{2}(?:AM|PM)?\s+"
    r"(?:(?P<folder><DIR>)|(?P<size>\d{1,19})) +(?P<name>.+)"
)
_OWN: Final = frozenset({"cdir", "pdir"})


def explain_reply(reply: str) -> str:
    """Return the code of the message for a reply that says no."""
    if reply[:3] in _FULL or says_full(reply):
        return "target.full"
    if _DENIED.match(reply):
        return "target.denied"
    return "target.login" if reply.startswith("530") else "target.failed"


def asks_for_encryption(reply: str) -> bool:
    """Say whether a login was refused because it came in plain words."""
    return bool(_ENCRYPTION.match(reply))


def is_lost(reply: str) -> bool:
    """Say whether the connection is closed, and not for want of room."""
    return reply.startswith(_LOST) and explain_reply(reply) == "target.failed"


def is_absent(reply: str) -> bool:
    """Say whether a reply may mean that there is no such file."""
    return reply.startswith(("550", "450")) and explain_reply(reply) == "target.failed"


def is_missing_folder(reply: str) -> bool:
    """Say whether an upload may have been refused because its folder is not there yet."""
    return is_absent(reply) or reply.startswith("553")


def may_be_forbidden(reply: str) -> bool:
    """Say whether another way may do what was refused for a rule of the server."""
    return reply.startswith("5") and explain_reply(reply) in {"target.denied", "target.failed"}


def parse_entry(line: str) -> Entry | None:
    """Return what a line of LIST tells; None for what is no entry, or no file of its own.

    Understands what ``ls -l`` and Windows' ``dir`` write; RFC 959 leaves the form to the server.
    """
    if unix := _UNIX.fullmatch(line):
        name, is_folder = unix["name"], unix["kind"] == "d"
        is_link = unix["kind"] == "l"
        if is_link:
            name = name.partition(" -> ")[0]
        size = None if is_folder or is_link else int(unix["size"])
        found = Entry(name, is_folder, size, None if is_link else _mode(unix["rights"]))
    elif windows := _WINDOWS.fullmatch(line):
        is_folder = windows["folder"] is not None
        found = Entry(windows["name"], is_folder, None if is_folder else int(windows["size"]))
    else:
        return None
    return None if found.name in {".", ".."} else found


def parse_facts(line: str) -> Entry | None:
    """Return what a line of MLSD tells; None for the folder itself and the one above."""
    facts, _, name = line.partition(" ")
    values = {
        key.lower(): value.lower()
        for key, _, value in (fact.partition("=") for fact in facts.split(";"))
    }
    kind = values.get("type", "file")
    if kind in _OWN:
        return None
    size, mode = values.get("size", ""), values.get("unix.mode", "")
    return Entry(
        name,
        kind == "dir",
        int(size) if re.fullmatch(r"[0-9]{1,19}", size) and kind != "dir" else None,
        int(mode, 8) & 0o7777 if re.fullmatch(r"[0-7]{3,7}", mode) else None,
        values.get("modify", ""),
    )


def _mode(rights: str) -> int:
    # Letters of s and t stand for a right together with another bit, S and T without.
    bits = "".join("1" if char in "rwxst" else "0" for char in rights)
    return int(bits, 2)
