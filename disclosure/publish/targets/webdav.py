"""A WebDAV server, plain or encrypted."""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from typing import NoReturn
from urllib.parse import quote

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import RemoteFile, TargetError
from disclosure.publish.targets.bounds import USUAL, Bounds
from disclosure.publish.targets.walk import Entry, remote_files_in, walk
from disclosure.publish.targets.webdav_answers import Answer, available, entries_of
from disclosure.publish.targets.webdav_session import WebdavSession, is_success

_ASK_KIND = (
    b'<?xml version="1.0" encoding="utf-8"?>'
    b'<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/>'
    b"<getetag/><getlastmodified/></prop></propfind>"
)
_ASK_ROOM = (
    b'<?xml version="1.0" encoding="utf-8"?>'
    b'<propfind xmlns="DAV:"><prop><quota-available-bytes/></prop></propfind>'
)
_XML = "application/xml"
_ALL = range(300, 600)
_TAKEN = HTTPStatus.PRECONDITION_FAILED
# No other way of writing helps against these.
_FINAL = frozenset({401, 413, 423, 429, 503, 507})
# The server takes an address for another's, for behind a proxy it is called otherwise.
_NOT_ITS_OWN = frozenset({400, 404, 409, 502})
# Neither does trying again.
_RULES = frozenset({400, 403, 404, 405, 409, 412, 501, 502})
_NOT_LISTED = frozenset({403, 405, 501})


class WebdavTarget:
    """A folder on a WebDAV server (RFC 4918).

    A file is uploaded aside and moved, for a server may show one that is only half there. Where
    nothing can be moved the file is written over, and read back by who publishes.
    """

    def __init__(self, session: WebdavSession) -> None:
        self._session = session
        self._made: set[str] = set()
        self._left: list[str] = []
        self._moves = True
        self._whole_addresses = True

    @property
    def swaps(self) -> bool:
        """Whether files are written aside and moved, as far as was seen."""
        return self._moves

    def enter(self) -> None:
        """See whether the folder of the address is there; it is never made.

        Raises:
            TargetError: it is not.

        """
        path = self._path("")
        answer = self._propfind(path, _ASK_KIND, "0", expected=_ALL)
        if answer.status == HTTPStatus.NOT_FOUND:
            raise self._session.error("target.no_folder", f"404 {answer.phrase}", path)
        if answer.status == HTTPStatus.UNAUTHORIZED:
            self._session.refuse(answer, "PROPFIND", path)

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        missing = HTTPStatus.NOT_FOUND
        answer = self._session.request("GET", self._path(place), expected=[missing])
        return None if answer.status == missing else answer.content

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and move it."""
        self._bring(place, _aside(place, secrets.token_hex(8)), data, overwrite=True)

    def write_new(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none.

        It is moved to its place without leave to overwrite, which every server must obey; that
        it looks and moves in one step the standard does not say.
        """
        if self.read(place) is not None:
            return False
        aside = _aside(place, secrets.token_hex(8))
        return self._bring(place, aside, data, overwrite=False) and self.read(place) == data

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""
        missing = [HTTPStatus.NOT_FOUND]
        self._session.request("DELETE", self._path(place), expected=missing)
        folder = place.rpartition("/")[0]
        # Deleting a folder would delete what is in it; where folders are not listed, they stay.
        with suppress(TargetError):
            while folder and self._list(f"{folder}/") == []:
                self._session.request("DELETE", self._path(f"{folder}/"), expected=missing)
                self._made.discard(self._path(f"{folder}/"))
                folder = folder.rpartition("/")[0]

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        for place, _ in self._walk(folder):
            yield place

    def remote_files(self, folder: str = "") -> dict[str, RemoteFile]:
        """Return what the server tells of all files below ``folder``, by place."""
        return remote_files_in(self._walk(folder))

    def sizes(self, folder: str = "") -> dict[str, int]:
        """Return how many bytes the files below ``folder`` have, as far as the server tells.

        Where it lists no folders that is nothing, and no error.
        """
        try:
            found = list(self._walk(folder))
        except TargetError as error:
            if error.code != "target.no_listing":
                raise
            return {}
        return {place: entry.size for place, entry in found if entry.size is not None}

    def room(self) -> int | None:
        """Return how many bytes there is room for; None where the server does not tell."""
        answer = self._propfind(self._path(""), _ASK_ROOM, "0", expected=_ALL)
        return available(answer.content) if answer.status == HTTPStatus.MULTI_STATUS else None

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _path(self, place: str) -> str:
        return self._session.folder + place

    def _bring(self, place: str, aside: str, data: bytes, *, overwrite: bool) -> bool:
        """Upload a file aside and move it; say whether the place was free, or made free."""
        refused, uploaded = None, False
        if self._moves:
            uploaded, answer = self._aside_and_move(place, aside, data, overwrite=overwrite)
            if is_success(answer):
                return True
            if answer.status == _TAKEN and not overwrite:
                return False
            method, path = ("MOVE", self._path(place)) if uploaded else ("PUT", self._path(aside))
            if answer.status in _FINAL:
                self._session.refuse(answer, method, self._path(place))
            refused = (answer, method, path)
        condition = {} if overwrite else {"If-None-Match": "*"}
        answer = self._put(self._path(place), data, condition)
        if answer.status == _TAKEN and not overwrite:
            return False
        if not is_success(answer) and overwrite and uploaded:
            # Only who can write new files may delete the old.
            self._session.request("DELETE", self._path(place), expected=[404])
            answer = self._put(self._path(place), data, {})
        if not is_success(answer):
            self._session.refuse(*(refused or (answer, "PUT", self._path(place))))
        # What a server refuses by rule is not tried with every file.
        if refused and refused[0].status in _RULES:
            self._moves = False
        return True

    def _aside_and_move(
        self, place: str, aside: str, data: bytes, *, overwrite: bool
    ) -> tuple[bool, Answer]:
        """Return whether the file could be uploaded, and the last answer."""
        while self._left:
            self._discard(self._left[-1])
            self._left.pop()
        try:
            answer = self._put(self._path(aside), data, {})
            if not is_success(answer):
                self._discard(aside)
                return False, answer
            answer = self._move(aside, place, overwrite=overwrite)
        except TargetError as error:
            if error.code == "target.unreachable":
                # The server may still be writing there; so that name is not used again.
                self._left.append(aside)
            else:
                self._discard(aside)
            raise
        if not is_success(answer):
            self._discard(aside)
        return True, answer

    def _move(self, aside: str, place: str, *, overwrite: bool) -> Answer:
        path = self._path(place)
        # RFC 4918 has both; some know only whole addresses, and those their own name for them.
        whole, short = self._session.url(path), quote(path)
        forms = (whole, short) if self._whole_addresses else (short,)
        answers = []
        for form in forms:
            headers = {"Destination": form, "Overwrite": "T" if overwrite else "F"}
            answer = self._session.request(
                "MOVE", self._path(aside), headers=headers, expected=_ALL
            )
            answers.append(answer)
            if is_success(answer):
                self._whole_addresses = form == whole
            if answer.status not in _NOT_ITS_OWN:
                return answer
        return answers[0]

    def _put(self, path: str, data: bytes, headers: dict[str, str]) -> Answer:
        """Upload a file, making its folders where they seem to be missing."""
        folder = _parent(path)
        answer = self._session.request("PUT", path, content=data, headers=headers, expected=_ALL)
        made = folder in self._made or folder == self._path("")
        if not is_success(answer) and answer.status not in {*_FINAL, _TAKEN} and not made:
            self._make(folder)
            answer = self._session.request(
                "PUT", path, content=data, headers=headers, expected=_ALL
            )
        if is_success(answer):
            self._made.add(folder)
        return answer

    def _make(self, folder: str) -> None:
        """Make a folder below that of the address, and those that it is in."""
        if folder in self._made or len(folder) <= len(self._path("")):
            return
        # What could not be made is told by whoever writes into it.
        answer = self._session.request("MKCOL", folder, expected=_ALL)
        if answer.status in {HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND, 500}:
            self._make(_parent(folder))
            self._session.request("MKCOL", folder, expected=_ALL)

    def _discard(self, place: str) -> None:
        self._session.request("DELETE", self._path(place), expected=_ALL)

    def _walk(self, folder: str) -> Iterator[tuple[str, Entry]]:
        return walk(lambda each: self._list(each) or [], folder, self._session.bounds, self._refuse)

    def _refuse(self, reason: str) -> NoReturn:
        raise self._session.error("target.listing", reason)

    def _propfind(self, path: str, asked: bytes, depth: str, *, expected: range) -> Answer:
        headers = {"Depth": depth, "Content-Type": _XML}
        return self._session.request(
            "PROPFIND", path, headers=headers, content=asked, expected=expected
        )

    def _list(self, folder: str) -> list[Entry] | None:
        """Return what is in a folder; None where there is none."""
        path = self._path(folder)
        answer = self._propfind(path, _ASK_KIND, "1", expected=_ALL)
        if answer.status == HTTPStatus.NOT_FOUND:
            return None
        if answer.status in _NOT_LISTED:
            answered = f"{answer.status} {answer.phrase}"
            raise self._session.error("target.no_listing", answered, f"PROPFIND {path}")
        if answer.status != HTTPStatus.MULTI_STATUS:
            self._session.refuse(answer, "PROPFIND", path)
        try:
            return entries_of(answer.content, path)
        except ValueError as error:
            self._refuse(f"{path}: {error}")


def _aside(place: str, mark: str) -> str:
    """Return a name beside a place.

    Not one that begins with the file's own: where a server chooses between languages or forms
    (Apache's MultiViews) it would give ``index.html.part`` to who asks for ``index.html``.
    """
    folder, slash, name = place.rpartition("/")
    return f"{folder}{slash}part-{mark}{name}"


def _parent(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0] + "/"


def open_webdav(
    target: PublishTarget, password: str | None, bounds: Bounds = USUAL
) -> WebdavTarget:
    """Return the target of a ``webdav:`` or ``webdavs:`` address, logged in.

    Raises:
        ExtraError: the packages for WebDAV are not installed.
        TargetError: it cannot be reached, its certificate does not fit, it refuses the login, or
            there is no such folder.

    """
    session = WebdavSession(target, password, bounds)
    opened = WebdavTarget(session)
    try:
        session.login()
        opened.enter()
    except TargetError:
        session.close()
        raise
    return opened
