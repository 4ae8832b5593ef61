"""Trying a target: what publishing will ask of it, with one small file that goes again."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from types import MappingProxyType
from typing import NamedTuple, Protocol, runtime_checkable
from urllib.parse import quote

from disclosure.errors import DisclosureError, OutputError
from disclosure.http.client import Client
from disclosure.http.limits import Limits
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.project.settings import Settings
from disclosure.publish.target import (
    Opening,
    Releasing,
    Roomy,
    Seeing,
    Target,
    TargetError,
    list_remote_files,
)
from disclosure.publish.targets.registry import open_target
from disclosure.versioning.remote import fetch

_FIRST = "<!doctype html>\n<title>检查</title>\n第一次写的。\n".encode()
_SECOND = "<!doctype html>\n<title>检查</title>\n第二次写的，可以删掉。\n".encode()
_MEBIBYTE = 1024**2
# One small page, asked for as a reader would.
_PUBLIC = Limits(answer=_MEBIBYTE, total=_MEBIBYTE, patience=10, seconds=20)


class Found(NamedTuple):
    """What trying one thing has shown.

    Attributes:
        code: of the message that says what was tried.
        well: whether it worked; None where it does not matter, or could not be known.
        error: why not.
        params: values of the message.
    """

    code: str
    well: bool | None = True
    error: DisclosureError | None = None
    params: Mapping[str, str] = MappingProxyType({})


@runtime_checkable
class Swapping(Protocol):
    """A target that was found to swap files at once, or not to."""

    @property
    def swaps(self) -> bool:
        """Whether a file is written aside and renamed."""
        ...


def probe(
    target: PublishTarget,
    settings: Settings,
    base_url: str,
    opening: Callable[[PublishTarget, Settings], Target] = open_target,
) -> Iterator[Found]:
    """Try a target and yield what is found, thing by thing.

    Args:
        target: where; nothing that stands there is touched.
        settings: the project.
        base_url: where readers find the site.
        opening: connects to the target.

    """
    try:
        place = opening(target, settings)
    except DisclosureError as error:
        yield Found("probe.login", False, error)
        return
    yield Found("probe.login")
    with closing(place):
        yield from _Probing(place, secrets.token_hex(4)).all(target, base_url)


class _Probing:
    """Names that nobody else has, and what is done with them."""

    def __init__(self, target: Target, mark: str) -> None:
        self._target = target
        self._page = f"disclosure-check-{mark}.html"
        self._lock = f"disclosure-check-{mark}.json"
        self._dotted = f".disclosure-check-{mark}.json"
        self._chinese = f"disclosure-check-{mark}/公开 检查.txt"

    def all(self, target: PublishTarget, base_url: str) -> Iterator[Found]:
        try:
            written = _tried("probe.write", lambda: self._is_written(self._page, _FIRST))
            yield written
            if written.well:
                yield from self._with_a_file()
                yield from self._to_readers(target, base_url)
            if target.mode is Mode.RELEASE and isinstance(self._target, Releasing):
                yield _tried("probe.links", self._target.can_point)
            yield from self._room()
        finally:
            removed = _tried("probe.remove", self._is_removed)
        yield removed

    def _with_a_file(self) -> Iterator[Found]:
        yield _tried("probe.replace", lambda: self._is_written(self._page, _SECOND))
        if isinstance(self._target, Swapping) and not self._target.swaps:
            yield Found("probe.no_rename", None)
        yield _tried("probe.claim", self._writes_new_once)
        yield _tried("probe.list", lambda: self._page in set(self._target.places()))
        yield _tried("probe.chinese", lambda: self._is_written(self._chinese, _FIRST))
        dots = _tried("probe.dots", lambda: self._is_written(self._dotted, _FIRST))
        yield dots if dots.well else Found("probe.no_dots", None)

    def _is_written(self, place: str, data: bytes) -> bool:
        self._target.write(place, data)
        return self._target.read(place) == data

    def _writes_new_once(self) -> bool:
        first = self._target.write_new(self._lock, b"{}")
        return first and not self._target.write_new(self._lock, b"[]")

    def _to_readers(self, target: PublishTarget, base_url: str) -> Iterator[Found]:
        if isinstance(self._target, Seeing):
            yield _tried("probe.modes", self._is_open)
        if target.mode is Mode.REPLACE:
            yield self._published(base_url)

    def _is_open(self) -> bool:
        if not self._is_closed():
            return True
        opens = isinstance(self._target, Opening) and self._target.open_to_readers(self._page)
        return opens and not self._is_closed()

    def _is_closed(self) -> bool:
        remote_file = list_remote_files(self._target).get(self._page)
        return remote_file is not None and remote_file.closed

    def _published(self, base_url: str) -> Found:
        address = f"{base_url.rstrip('/')}/{quote(self._page)}"
        params = {"url": address}
        try:
            data = fetch(address, Client(_PUBLIC))
        except OutputError as error:
            # From here readers' address may not be reached at all.
            return Found("probe.public", None, error, params)
        if data == _SECOND:
            return Found("probe.public", params=params)
        return Found("probe.public", False, OutputError("probe.not_public", url=address), params)

    def _room(self) -> Iterator[Found]:
        if isinstance(self._target, Roomy):
            with suppress(TargetError):
                if (room := self._target.room()) is not None:
                    yield Found("probe.room", params={"size": str(room // _MEBIBYTE)})

    def _is_removed(self) -> bool:
        errors = []
        for place in (self._page, self._lock, self._chinese, self._dotted):
            try:
                self._target.remove(place)
            except TargetError as error:
                # A name with a dot that was refused cannot be removed either.
                if place != self._dotted:
                    errors.append(error)
        if errors:
            raise errors[0]
        return self._target.read(self._page) is None


def _tried(code: str, action: Callable[[], bool]) -> Found:
    try:
        return Found(code, action())
    except TargetError as error:
        return Found(code, False, error)
