"""A WebDAV server, plain or encrypted."""

import secrets
from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

# What the server writes is read with expat, which opens nothing and stops expanding in time.
from xml.etree import ElementTree

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.webdav_session import WebdavSession

_ASK_KIND = (
    b'<?xml version="1.0" encoding="utf-8"?>'
    b'<propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'
)
_NO_FOLDER = (HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND)


class WebdavTarget:
    """A folder on a WebDAV server (RFC 4918).

    A file is uploaded aside and moved, for a server may show one that is only half there.
    """

    def __init__(self, session: WebdavSession) -> None:
        self._session = session
        self._made: set[str] = set()

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        missing = HTTPStatus.NOT_FOUND
        answer = self._session.request("GET", self._path(place), expected=[missing])
        return None if answer.status_code == missing else answer.content

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and move it."""
        self._bring(place, f"{place}.part", data, overwrite=True)

    def claim(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none.

        It is moved to its place without leave to overwrite, which every server must obey; that
        it looks and moves in one step the standard does not say.
        """
        if self.read(place) is not None:
            return False
        return self._bring(place, f"{place}.{secrets.token_hex(8)}.part", data, overwrite=False)

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""
        missing = [HTTPStatus.NOT_FOUND]
        self._session.request("DELETE", self._path(place), expected=missing)
        folder = place.rpartition("/")[0]
        # Deleting a folder would delete what is in it.
        while folder and self._list(f"{folder}/") == []:
            self._session.request("DELETE", self._path(f"{folder}/"), expected=missing)
            self._made.discard(self._path(f"{folder}/"))
            folder = folder.rpartition("/")[0]

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        for name, is_folder in sorted(self._list(folder) or ()):
            if is_folder:
                yield from self.places(f"{folder}{name}/")
            else:
                yield folder + name

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _path(self, place: str) -> str:
        return self._session.folder + place

    def _bring(self, place: str, aside: str, data: bytes, *, overwrite: bool) -> bool:
        """Upload a file aside and move it; say whether the place was free, or made free."""
        taken = HTTPStatus.PRECONDITION_FAILED
        headers = {
            "Destination": self._session.url(self._path(place)),
            "Overwrite": "T" if overwrite else "F",
        }
        try:
            self._upload(self._path(aside), data)
            answer = self._session.request(
                "MOVE", self._path(aside), headers=headers, expected=[] if overwrite else [taken]
            )
        except TargetError as error:
            if error.code != "target.unreachable":
                self._discard(aside)
            raise
        if answer.status_code == taken:
            self._discard(aside)
        return answer.status_code != taken

    def _upload(self, path: str, data: bytes) -> None:
        folder = _parent(path)
        expected = () if folder in self._made else _NO_FOLDER
        answer = self._session.request("PUT", path, content=data, expected=expected)
        if answer.status_code in expected:
            self._make(folder)
            self._session.request("PUT", path, content=data)
        self._made.add(folder)

    def _make(self, folder: str) -> None:
        """Make a folder and those that it is in, also those that the address names."""
        there = HTTPStatus.METHOD_NOT_ALLOWED
        above = () if folder == "/" else _NO_FOLDER
        answer = self._session.request("MKCOL", folder, expected=[there, *above])
        if answer.status_code in above:
            self._make(_parent(folder))
            self._session.request("MKCOL", folder, expected=[there])

    def _discard(self, place: str) -> None:
        everything = range(300, 600)
        self._session.request("DELETE", self._path(place), expected=everything)

    def _list(self, folder: str) -> list[tuple[str, bool]] | None:
        """Return names in a folder, and which are folders; None where there is none."""
        answer = self._session.request(
            "PROPFIND",
            self._path(folder),
            headers={"Depth": "1", "Content-Type": "application/xml"},
            content=_ASK_KIND,
            expected=[HTTPStatus.NOT_FOUND],
        )
        if answer.status_code == HTTPStatus.NOT_FOUND:
            return None
        if answer.status_code != HTTPStatus.MULTI_STATUS:
            self._session.refuse(answer)
        try:
            entries = _parse_entries(answer.content)
        except ElementTree.ParseError as error:
            self._session.fail(str(error))
        # The folder itself is one of them; behind a proxy it may be called otherwise than here.
        own = min((path for path, _ in entries), key=len, default="")
        names = ((path[len(own) :].strip("/"), is_folder) for path, is_folder in entries)
        return [(name, is_folder) for name, is_folder in names if name]


def _parse_entries(content: bytes) -> list[tuple[str, bool]]:
    root = ElementTree.fromstring(content)  # noqa: S314
    entries = []
    for response in root.iter("{DAV:}response"):
        href = response.findtext("{DAV:}href", "").strip()
        is_folder = response.find(".//{DAV:}resourcetype/{DAV:}collection") is not None
        entries.append((unquote(urlsplit(href).path).rstrip("/"), is_folder))
    return entries


def _parent(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0] + "/"


def open_webdav(target: PublishTarget, password: str | None) -> WebdavTarget:
    """Return the target of a ``webdav:`` or ``webdavs:`` address, logged in.

    Raises:
        ExtraError: the packages for WebDAV are not installed.
        TargetError: it cannot be reached, its certificate does not fit, or it refuses the login.

    """
    session = WebdavSession(target, password)
    try:
        session.login()
    except TargetError:
        session.close()
        raise
    return WebdavTarget(session)
