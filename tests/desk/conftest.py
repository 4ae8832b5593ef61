"""A desk on a port of its own, in the process of the test, and a browser's part to speak to it."""

import asyncio
import http.client
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from disclosure.desk.desk import Desk
from disclosure.preview.server import Preview, PreviewOptions
from disclosure.project.settings import Settings
from tests.conftest import Project

PATIENCE = 20.0


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class RunningDesk:
    """The real server in a thread of its own."""

    def __init__(self, settings: Settings, *, beside: bool = True, port: int = 0) -> None:
        # As ``serve`` has it: what is published lies elsewhere.
        settings = settings._replace(output=settings.cache / "preview")
        self.settings = settings
        self.lines: list[str] = []
        self.desk = Desk(settings)
        self._port = port
        self._beside = self.desk if beside else None
        self._started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._started.wait(PATIENCE)
        self.port = int(re.search(r":(\d+)/", self.lines[-1])[1])  # type: ignore[index]
        self.host = f"127.0.0.1:{self.port}"
        self.origin = f"http://{self.host}"

    def _tell(self, line: str) -> None:
        self.lines.append(line)
        if "预览地址" in line:
            self._started.set()

    def _run(self) -> None:
        preview = Preview(self.settings, self._tell, self._beside)
        self._task = self._loop.create_task(preview.run(PreviewOptions(self._port)))
        try:
            self._loop.run_until_complete(self._task)
        except asyncio.CancelledError:
            pass
        finally:
            self._started.set()
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    def stop(self) -> None:
        """End it."""
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """Send a request with just these headers, and a Host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            data = body if isinstance(body, bytes) else b""
            if body is not None and not isinstance(body, bytes):
                data = json.dumps(body).encode()
            if body is not None:
                connection.putheader("Content-Length", str(len(data)))
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders(data)
            found = connection.getresponse()
            named = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, named, found.read())
        finally:
            connection.close()

    def browser(self) -> "Browser":
        """Open the desk with its key."""
        opened = self.ask(
            "GET", urlsplit(self.desk.address)[2] + "?" + urlsplit(self.desk.address)[3]
        )
        assert opened.status == 303
        return Browser(self, opened.headers["set-cookie"].partition(";")[0])


class Browser:
    """What a browser sends that was opened with the key."""

    def __init__(self, desk: RunningDesk, cookie: str) -> None:
        self.desk = desk
        self.cookie = cookie
        self.token = str(self.get("/-desk/api/token").told["token"])

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for something as a page of the desk does."""
        own = {"Cookie": self.cookie, "Sec_Fetch_Site": "same-origin"}
        return self.desk.ask("GET", path, None, **(own | headers))

    @property
    def headers(self) -> dict[str, str]:
        """Headers of a request that changes something."""
        return {
            "Cookie": self.cookie,
            "Sec_Fetch_Site": "same-origin",
            "Origin": self.desk.origin,
            "X_Desk_Token": self.token,
            "Content_Type": "application/json",
        }

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        """Ask for a change as a page of the desk does."""
        return self.desk.ask("POST", path, {} if body is None else body, **(self.headers | headers))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a running desk for the tests of one module."""
    running = RunningDesk(Project(tmp_path_factory.mktemp("desk")).settings)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def opened(desk: RunningDesk) -> Browser:
    """Give a browser that was opened with the key."""
    return desk.browser()


def files_of(root: Path) -> dict[str, bytes]:
    """Return what people write in a project, by its place."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "content").rglob("*"))
        if path.is_file()
    }
