"""What FTP servers mean: RFC 959 has few reply codes, so the words behind them count too."""

import re
from typing import Final

_FULL: Final = re.compile(
    r"[45]52|.*(no space|disk full|quota|空间|配额|磁盘已满)", re.IGNORECASE | re.DOTALL
)
_DENIED: Final = re.compile(
    r"53[23]|553|.*(denied|privilege|permi|not allowed|read-only|forbidden|拒绝|权限)",
    re.IGNORECASE | re.DOTALL,
)
_UNKNOWN: Final = ("500", "501", "502", "504")
_LOST: Final = ("421", "425", "426")


def explain_reply(reply: str) -> str:
    """Return the code of the message for a reply that says no."""
    if _FULL.match(reply):
        return "target.full"
    if _DENIED.match(reply):
        return "target.denied"
    return "target.login" if reply.startswith("530") else "target.failed"


def is_lost(reply: str) -> bool:
    """Say whether the connection is closed, and not for want of room."""
    return reply.startswith(_LOST) and explain_reply(reply) == "target.failed"


def is_unknown_command(reply: str) -> bool:
    """Say whether the server does not know the command."""
    return reply.startswith(_UNKNOWN)


def is_absent(reply: str) -> bool:
    """Say whether a reply may mean that there is no such file."""
    return reply.startswith(("550", "450")) and explain_reply(reply) == "target.failed"


def is_missing_folder(reply: str) -> bool:
    """Say whether an upload may have been refused because its folder is not there yet."""
    return is_absent(reply) or reply.startswith("553")
