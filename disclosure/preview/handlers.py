"""What answers the browser: pages, the script that reloads them, and the preview's state.

livereload's own handlers serve the socket and its script; what they let through is closed
here: only our own hosts and origins, only reading, nothing kept in the browser's cache.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from tornado import web

from disclosure.preview.beside import Beside
from disclosure.preview.site import find_file, is_folder, waiting_page, with_script
from disclosure.preview.state import State

_CLIENT = Path(__file__).parent / "client"
_PREFIX = "/-preview/"
_STATE = "/-preview/state.json"  # client.js knows it by this name
_SCRIPT = "/livereload.js"  # livereload's script finds its server by this name


class PreviewContext(NamedTuple):
    """What every handler needs.

    Attributes:
        output: the built site.
        root: path of the site on its host, ``/`` or ``/gk/``; pages are served there, too.
        state: what the last build said.
        hosts: names and port under which this server may be addressed.
        ready: waits for the first build.
        title: of the page that stands where none was built.
        beside: what else answers on this server; None for nothing.
    """

    output: Path
    root: Callable[[], str]
    state: State
    hosts: frozenset[str]
    ready: Callable[[], Any]
    title: str
    beside: Beside | None = None


class _NoWatcher:
    """livereload asks its watcher which file was changed; the builder knows better."""

    filepath = "*"
    _tasks: Any = ()


class Socket(LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket, for our own pages only."""

    watcher = _NoWatcher()

    def initialize(self, context: PreviewContext) -> None:
        """Keep the context."""
        self._desk = context

    def prepare(self) -> None:
        """Refuse foreign hosts."""
        if self.request.host not in self._desk.hosts:
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """Say whether a page of ``origin`` may listen."""
        return urlsplit(origin).netloc in self._desk.hosts


class _Reader(web.RequestHandler):
    """Answers GET and HEAD from our own hosts; everything else is refused."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, context: PreviewContext) -> None:
        self.context = context

    def prepare(self) -> None:
        origin = self.request.headers.get("Origin")
        foreign = origin is not None and urlsplit(origin).netloc not in self.context.hosts
        if foreign or self.request.host not in self.context.hosts:
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def compute_etag(self) -> None:
        return None

    async def head(self, *arguments: str) -> None:
        await self.get(*arguments)

    async def get(self, *arguments: str) -> None:
        raise NotImplementedError


class Page(_Reader):
    """Files of the site; pages get the preview's script."""

    async def get(self, *arguments: str) -> None:
        """Send a file, or the 404 page."""
        (address,) = arguments
        await self.context.ready()
        root = self.context.root().lstrip("/")
        found = find_file(self.context.output, address)
        if found is None or (found.status == 404 and root and address.startswith(root)):
            found = find_file(self.context.output, address.removeprefix(root))
        if found is None:
            self.set_status(503)
            self._send("text/html; charset=utf-8", waiting_page(self.context.title))
            return
        if found.status == 404 and is_folder(self.context.output, address):
            self.redirect(f"/{address}/")
            return
        self.set_status(found.status)
        self._send(found.kind, found.content, address)

    def _send(self, kind: str, content: bytes, address: str = "") -> None:
        self.set_header("Content-Type", kind)
        beside = self.context.beside
        for name, value in beside.headers(self.request, address, kind) if beside else ():
            self.set_header(name, value)
        if kind.startswith("text/html"):
            script = f'<script src="{_SCRIPT}?seen={self.context.state.version}"></script>'
            more = beside.head(self.request) if beside else b""
            content = with_script(content, script.encode() + more)
        self.finish(content)


class Script(_Reader):
    """The preview's script: ours and livereload's in one."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        vendor = Path(livereload.__file__).parent / "vendors" / "livereload.js"
        ours = (_CLIENT / "client.js").read_bytes()
        self.finish(ours + b"\n;\n" + vendor.read_bytes())


class Style(_Reader):
    """The style of overlay and panel."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish((_CLIENT / "client.css").read_bytes())


class Status(_Reader):
    """What the last build said, for the overlay and the panel."""

    async def get(self, *arguments: str) -> None:
        """Send it as JSON."""
        self.finish(self.context.state.as_json(self.get_query_argument("page", "")))


def application(context: PreviewContext, before: Sequence[tuple[Any, ...]] = ()) -> web.Application:
    """Return the web application.

    Args:
        context: what every handler needs.
        before: handlers of what stands beside the preview; they go before the pages.
    """
    given = {"context": context}
    return web.Application(
        [
            *before,
            (r"/livereload", Socket, given),
            (_SCRIPT, Script, given),
            (_PREFIX + "client.css", Style, given),
            (_STATE, Status, given),
            (r"/(.*)", Page, given),
        ],
        log_function=lambda handler: None,
        compress_response=False,
    )


def reload_pages() -> None:
    """Tell every open page to load itself again."""
    Socket.reload_waiters("*")


def tell_pages() -> None:
    """Tell every open page that there is something new to say of it."""
    Socket.reload_waiters(_STATE)
