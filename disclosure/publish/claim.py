"""The claim: a file on the target that says who is publishing, and what is being changed.

It outlives an interruption; the next publication then knows which places to look at again.
"""

import getpass
import json
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from disclosure.clock import moment_in_china
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.locks import exclusive
from disclosure.publish.records import Records
from disclosure.publish.target import Target, TargetError
from disclosure.settings import Settings, name_for

CLAIM = ".publishing.json"


class Claim:
    """Held for the length of a publication.

    Attributes:
        target: where.
        unsure: places that an interrupted publication may or may not have changed.
        pending: of these, the places that our own records tell of.
        announced: whether from here on an interruption leaves something behind.
    """

    def __init__(
        self, target: Target, name: str, records: Records, told: Mapping[str, Any] | None = None
    ) -> None:
        self.target = target
        self.pending = records.pending(name)
        self.unsure = self.pending
        self.announced = False
        self._name, self._records = name, records
        self._told = told or {}

    def take_over(self, before: Mapping[str, Any]) -> None:
        """Take account of what an interrupted publication said."""
        self.unsure = self.pending.union(str(place) for place in before.get("places", ()))
        self.announced = bool(self.unsure)

    def announce(self, places: Iterable[str]) -> None:
        """Say which places are going to be changed, before the first one is."""
        every = sorted(self.unsure.union(places))
        self._records.announce(self._name, every)
        self.target.write(CLAIM, _as_bytes({**self._told, "places": every}))
        self.announced = True


@contextmanager
def claimed(
    target: Target, name: str, settings: Settings, records: Records, *, unlock: bool
) -> Iterator[Claim]:
    """Hold a target for the length of the block.

    Args:
        target: where.
        name: of the target.
        settings: the project.
        records: what we know of former publications.
        unlock: take it from whoever claims it.

    What goes wrong in the block after something was announced leaves the claim there, for the
    next publication to see.

    Raises:
        OutputError: somebody else is publishing there.
        TargetError: the target does not do what it is asked.

    """
    told = {
        "by": getpass.getuser(),
        # Everybody may read it on some servers; nobody needs the machine's name.
        "machine": sha256_hex(f"{socket.gethostname()} {settings.content}".encode())[:12],
        "since": moment_in_china(),
    }
    lock = settings.cache / f"publishing-{name_for(settings.content)}-{name}.lock"
    with exclusive(lock, "publish.busy"):
        claim = Claim(target, name, records, told)
        if not target.claim(CLAIM, _as_bytes({**told, "places": []})):
            before = _read(target)
            # Whoever holds our lock on this machine is us; so that one was interrupted.
            if before.get("machine") != told["machine"] and not unlock:
                who = {key: str(before.get(key, "?")) for key in ("by", "since")}
                raise OutputError("publish.claimed", **who)
            claim.take_over(before)
        try:
            yield claim
        except BaseException:
            if not claim.announced:
                with suppress(TargetError):
                    target.remove(CLAIM)
            raise
        target.remove(CLAIM)


def _read(target: Target) -> dict[str, Any]:
    try:
        told = json.loads(target.read(CLAIM) or b"{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _as_bytes(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"
