"""The builder: a process that builds and checks when told to; serving never waits for it.

A process, not a thread: it may start workers of its own, and a build does not slow a request.
"""

import multiprocessing
import signal
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

import disclosure
from disclosure.crash import record_crash
from disclosure.errors import DisclosureError
from disclosure.pipeline.result import BuildResult
from disclosure.preview.findings import Findings, Looked
from disclosure.project.settings import Settings

_BUILD, _LOOK = "build", "look"
_GRACE: Final = 1.0  # seconds for what it is just doing


class Built(NamedTuple):
    """What came of one build.

    Attributes:
        result: what was found and done; None when the build could not even run.
        code: of the message that says why it could not.
        params: its values.
        root: path of the site on its host, such as ``/gk/``; empty when unknown.
    """

    result: BuildResult | None
    code: str = ""
    params: tuple[tuple[str, str], ...] = ()
    root: str = ""


DIED: Final = Built(None, "preview.builder_died")


class Builder:
    """Holds the process; started when first needed, and again when it has died."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: Any = None
        self._pipe: Connection | None = None
        self._asking = Lock()  # held while a thread waits for an answer

    def build(self) -> Built:
        """Build and wait for it; meant for a thread beside the event loop."""
        built = self._ask(_BUILD)
        return built if isinstance(built, Built) else DIED

    def look(self) -> Looked | None:
        """Check some of what has changed, likewise; None when the process has died of it."""
        looked = self._ask(_LOOK)
        return looked if isinstance(looked, Looked) else None

    def _ask(self, word: str) -> Built | Looked | None:
        with self._asking:
            try:
                pipe = self._pipe or self._start()
                pipe.send(word)
                answer: Built | Looked = pipe.recv()
            except (EOFError, OSError):
                self._end()
                return None
            return answer

    def stop(self) -> None:
        """End the process; whoever still waits for its answer is told that there is none."""
        # A pipe that is closed below its reader leaves the reader waiting, on some days for ever.
        if not self._asking.acquire(timeout=_GRACE):
            if self._process is not None:
                self._process.kill()
            self._asking.acquire()
        self._end()
        self._asking.release()

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(_GRACE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._pipe = self._process = None

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._settings))
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours


def _serve(pipe: Connection, settings: Settings) -> None:
    """Build or check at every word that comes, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to handle
    findings = Findings(settings)
    while True:
        try:
            word = pipe.recv()
            pipe.send(_build(settings) if word == _BUILD else _look(findings))
        except (EOFError, OSError):
            return


def _look(findings: Findings) -> Looked:
    try:
        return findings.look()
    except DisclosureError:
        return Looked({})  # the build says what is wrong with the project


def _build(settings: Settings) -> Built:
    from disclosure.pipeline.build import build_site
    from disclosure.project.site_file import load_site_file
    from disclosure.render.urls import root_path

    try:
        result = build_site(settings)
        site, _ = load_site_file(settings)
        return Built(result, root=unquote(root_path(site.base_url)) if site else "")
    except DisclosureError as error:
        return Built(None, error.code, tuple(error.params.items()))
    except Exception as error:
        sentence = record_crash(error, settings.cache, disclosure.__version__, settings.language)
        return Built(None, "preview.crashed", (("detail", sentence),))
