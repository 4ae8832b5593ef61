"""The preview server: watches, has things built, and tells open pages."""

import asyncio
import errno
import gc
import math
import socket
import time
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from tornado.httpserver import HTTPServer

from disclosure.errors import OutputError
from disclosure.messages import say
from disclosure.preview.beside import Beside, Serving
from disclosure.preview.builder import DIED, Builder, Built
from disclosure.preview.changes import Changes
from disclosure.preview.handlers import PreviewContext, application, reload_pages, tell_pages
from disclosure.preview.state import State
from disclosure.project.settings import Settings

_TURN = 0.08  # seconds between two looks
_PAUSE = 0.05  # seconds without a change after which a save is taken to be over
_QUIET = 2.0  # seconds after a build before all the other notices are checked, as after the start
_LONGEST_WAIT = 0.5  # a stream of saves is built at least so often
_PORTS_TRIED = 20
_USUAL_PORT = 80  # of http
_LARGEST_BODY = 1024 * 1024  # of a request; who takes more says so before it comes
_LOOPBACK = "127.0.0.1"
_OWN_NAMES = (_LOOPBACK, "localhost", "[::1]")


class PreviewOptions(NamedTuple):
    """How the preview was asked for.

    Attributes:
        port: the first to try; 0 takes any.
        lan: whether other machines may look.
        open_browser: whether to open a browser.
    """

    port: int
    lan: bool = False
    open_browser: bool = False


class Preview:
    """One running preview."""

    def __init__(
        self, settings: Settings, tell: Callable[[str], None], beside: Beside | None = None
    ) -> None:
        """Prepare a preview.

        Args:
            settings: the project; its output is best not the site that is published.
            tell: prints a line for the person at the terminal.
            beside: what else answers on this server; None for nothing.
        """
        self._beside = beside
        self._woken = asyncio.Event()
        self._settings = settings
        self._tell = tell
        self._builder = Builder(settings)
        # A page of an earlier preview must not take itself for one of this.
        self._state = State(settings, first_version=time.time_ns() // 1_000_000)
        self._changes = Changes([settings.content, settings.templates])
        self._root = "/"
        self._built_at = 0.0
        self._check_from = 0.0  # when the rules may look again; never where they have seen all

    async def run(self, options: PreviewOptions) -> None:
        """Serve until cancelled.

        Raises:
            OutputError: no port is free.
        """
        ready = asyncio.Event()
        sockets = _listen(options)
        port = sockets[0].getsockname()[1]
        names = _names(options)
        context = PreviewContext(
            self._settings.output,
            lambda: self._root,
            self._state,
            _hosts(names, port),
            ready.wait,
            say("preview.title", self._settings.language),
            self._beside,
        )
        serving = Serving(port, context.root, self._state, self._woken.set, self._tell)
        before = self._beside.routes(serving) if self._beside else ()
        server = HTTPServer(application(context, before), max_body_size=_LARGEST_BODY)
        server.add_sockets(sockets)
        address = f"http://{_LOOPBACK}:{port}/"
        self._tell(say("preview.serving", self._settings.language, {"address": address}))
        for name in names[len(_OWN_NAMES) :]:
            shown = {"address": f"http://{name}:{port}/"}
            self._tell(say("preview.lan", self._settings.language, shown))
        if options.open_browser:
            opened = self._beside.address if self._beside else address
            await asyncio.to_thread(webbrowser.open, opened)
        try:
            await self._build()
            ready.set()
            await self._prepare()
            while True:
                await self._changed()
                await self._build()
        finally:
            server.stop()
            await server.close_all_connections()
            self._builder.stop()

    async def _prepare(self) -> None:
        """Have ready what requests need, so that none of them waits for it."""
        if self._beside:
            await asyncio.to_thread(self._beside.prepare)
        # What is loaded by now stays; looking through it for what nobody needs any more held up
        # a save for a tenth of a second now and then.
        gc.collect()
        gc.freeze()

    async def _changed(self) -> None:
        """Wait until something was saved, and then until the saving is over."""
        while not self._changes.look():
            if self._woken.is_set():
                break
            if time.monotonic() >= self._check_from:
                await self._check()
            else:
                await self._turn()
        if self._woken.is_set():  # who has written it says so: the saving is over
            self._woken.clear()
            self._changes.look()
            return
        begun = time.monotonic()
        while time.monotonic() - begun < _LONGEST_WAIT:
            await asyncio.sleep(_PAUSE)
            if not self._changes.look():
                return

    async def _turn(self) -> None:
        """Wait until it is time to look again, or until somebody says that there is something."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), _TURN)

    async def _build(self) -> None:
        built = await asyncio.to_thread(self._builder.build)
        self._root = built.root or self._root
        self._take(built)
        self._built_at = time.monotonic()
        # What was saved last is looked at first, and at once.
        self._check_from = self._built_at if built.result else math.inf

    def _take(self, built: Built) -> None:
        if self._state.take(built):
            self._say(built)
            reload_pages()

    async def _check(self) -> None:
        """Let the rules look at some of what has changed: while nobody waits for a build."""
        looked = await asyncio.to_thread(self._builder.look)
        more = looked is not None and looked.more
        self._check_from = self._built_at + _QUIET if more else math.inf
        if looked is None:
            self._take(DIED)
        elif self._state.take_findings(looked):
            tell_pages()

    def _say(self, built: Built) -> None:
        language, result = self._settings.language, built.result
        if result is None:
            self._tell(say(built.code, language, dict(built.params)))
        elif result.built:
            counts = {"written": str(result.written), "deleted": str(result.deleted)}
            self._tell(say("preview.built", language, counts))
        else:
            errors = str(len(self._state.errors))
            self._tell(say("preview.errors", language, {"errors": errors}))


def _names(options: PreviewOptions) -> list[str]:
    """Return under which names the server may be asked, this machine's own first."""
    own = list(_OWN_NAMES)
    if not options.lan:
        return own
    found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    return [*own, *dict.fromkeys(str(entry[4][0]) for entry in found if entry[4][0] != _LOOPBACK)]


def _hosts(names: Sequence[str], port: int) -> frozenset[str]:
    """Return what browsers call this server; they leave out the port of the scheme."""
    bare = names if port == _USUAL_PORT else ()
    return frozenset([*(f"{name}:{port}" for name in names), *bare])


def _listen(options: PreviewOptions) -> Sequence[socket.socket]:
    from tornado.netutil import bind_sockets

    address = "0.0.0.0" if options.lan else _LOOPBACK  # noqa: S104 - asked for, and told
    for port in range(options.port, options.port + _PORTS_TRIED):
        try:
            return bind_sockets(port, address, family=socket.AF_INET)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES} or not options.port:
                raise
    tried = {"first": str(options.port), "last": str(options.port + _PORTS_TRIED - 1)}
    raise OutputError("preview.no_port", **tried)
