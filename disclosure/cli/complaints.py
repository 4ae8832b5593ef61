"""What argparse complains of, in our own sentences."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from disclosure.errors import UsageError

# argparse's words, and our code for them; the first that fits.
_COMPLAINTS: Final = (
    (r"unrecognized arguments: (?P<what>.+)", "cli.unknown"),
    (
        r"argument (?P<name>\S+): invalid choice: '?(?P<what>.+?)'? \(.* from (?P<known>.+)\)",
        "cli.bad_choice",
    ),
    (r"argument (?P<name>\S+): expected one argument", "cli.no_value"),
    (r"argument (?P<name>\S+): ignored explicit argument '(?P<what>.*)'", "cli.spare_value"),
    (r"argument (?P<name>--port): invalid \S+ value: '(?P<what>.*)'", "cli.bad_port"),
    (r"argument (?P<name>\S+): invalid \S+ value: '(?P<what>.*)'", "cli.bad_value"),
)


def complaint_of(message: str, commands: Sequence[str]) -> UsageError:
    """Return the error that says ``message`` in the words of our catalogues.

    Args:
        message: argparse's own, in English.
        commands: that there are.

    """
    for pattern, code in _COMPLAINTS:
        if match := re.search(pattern, message, re.DOTALL):
            found = match.groupdict()
            if found.get("name") == "command":
                return _unknown_command(found["what"], commands)
            if "known" in found:
                found["known"] = "、".join(re.findall(r"[^\s',]+", found["known"]))
            return UsageError(code, **found)
    return UsageError("cli.bad_usage")


def _unknown_command(what: str, commands: Sequence[str]) -> UsageError:
    known = "、".join(commands)
    near = get_close_matches(what, commands, n=1, cutoff=0.5)
    if near:
        return UsageError("cli.near_command", what=what, near=near[0], known=known)
    return UsageError("cli.no_command", what=what, known=known)
