"""Wishes: a signature that somebody asks for, and why it may not be given as it is."""

import re
from pathlib import Path
from typing import NamedTuple

from disclosure.characters import shows_nothing
from disclosure.errors import UsageError
from disclosure.model.review import ReviewPolicy

# ``ssh-keygen -Y`` reads these in a name as patterns, lists or quotes (PATTERNS in ssh_config).
_PATTERN = re.compile(r"[,*?!\"\s\\]|^[#@-]")


class SignRequest(NamedTuple):
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


def refuse_nonsense(wanted: SignRequest, policy: ReviewPolicy, *, keyed: bool) -> None:
    """Refuse what could not be read again, or could never count.

    Args:
        wanted: what is asked for.
        policy: the steps there are.
        keyed: the keys of the signers are known.

    Raises:
        UsageError: says which option, and what to write instead.

    """
    roles = [step.role for step in policy.steps]
    if wanted.role not in roles:
        raise UsageError("cli.bad_choice", name="--role", what=wanted.role, known="、".join(roles))
    if not wanted.name.strip():
        raise UsageError("cli.no_value", name="--name")
    if wanted.opinion and not wanted.opinion.strip():
        raise UsageError("cli.no_value", name="--opinion")
    for option, text in (("--name", wanted.name), ("--opinion", wanted.opinion)):
        for char in text:
            if shows_nothing(char):
                raise UsageError("sign.character", option=option, point=f"U+{ord(char):04X}")
    if wanted.key and is_pattern(wanted.name):
        raise UsageError("sign.pattern", name=wanted.name)
    if keyed and not wanted.key:
        raise UsageError("sign.no_key")


def is_pattern(name: str) -> bool:
    """Say whether OpenSSH would read a name as anything but this name."""
    return _PATTERN.search(name) is not None or name != name.strip()
