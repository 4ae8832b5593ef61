"""Wishes: a signature that somebody asks for, and why it may not be given as it is."""

import re
from pathlib import Path
from typing import NamedTuple

from disclosure.characters import shows_nothing
from disclosure.errors import UsageError
from disclosure.model.review import ReviewPolicy

# ``ssh-keygen -Y`` reads these in a name as patterns, lists or quotes (PATTERNS in ssh_config).
_PATTERN = re.compile(r"[,*?!\"\s\\]|^[#@-]")


class Wish(NamedTuple):
    """A signature that somebody wishes to give.

    Attributes:
        role: the step.
        name: who signs.
        decision: in words.
        opinion: in words; may be empty.
        key: private SSH key; None for none.
    """

    role: str
    name: str
    decision: str
    opinion: str
    key: Path | None


def refuse_nonsense(wish: Wish, policy: ReviewPolicy, *, keyed: bool) -> None:
    """Refuse what could not be read again, or could never count.

    Args:
        wish: what is asked for.
        policy: the steps there are.
        keyed: the keys of the signers are known.

    Raises:
        UsageError: says which option, and what to write instead.

    """
    roles = [step.role for step in policy.steps]
    if wish.role not in roles:
        raise UsageError("cli.bad_choice", name="--role", what=wish.role, known="、".join(roles))
    if not wish.name.strip():
        raise UsageError("cli.no_value", name="--name")
    if wish.opinion and not wish.opinion.strip():
        raise UsageError("cli.no_value", name="--opinion")
    for option, text in (("--name", wish.name), ("--opinion", wish.opinion)):
        for char in text:
            if shows_nothing(char):
                raise UsageError("sign.character", option=option, point=f"U+{ord(char):04X}")
    if wish.key and is_pattern(wish.name):
        raise UsageError("sign.pattern", name=wish.name)
    if keyed and not wish.key:
        raise UsageError("sign.no_key")


def is_pattern(name: str) -> bool:
    """Say whether OpenSSH would read a name as anything but this name."""
    return _PATTERN.search(name) is not None or name != name.strip()
