"""What FTP servers mean: RFC 959 has few reply codes, so the words behind them count too."""

import re
from typing import Final

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
