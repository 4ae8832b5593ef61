"""A preview as a person starts it: a process of its own, spoken to over HTTP."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from disclosure.project.settings import Settings
from tests.conftest import ROOT
from tests.pace import patient

PATIENCE = 20.0


def wait_for(what: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """Return what ``what`` returns, once that is true, on an idle machine within ``seconds``."""
    seconds = patient(seconds)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.01)
    raise AssertionError(f"nothing within {seconds:.0f} s")


class Running:
    """A running ``serve``."""

    def __init__(self, settings: Settings, *arguments: str) -> None:
        self.settings = settings
        self.lines: list[str] = []
        command = [sys.executable, "-P", "-m", "disclosure", "serve", *arguments]
        for name in ("content", "templates", "output"):
            command += [f"--{name}", str(getattr(settings, name))]
        self.process = subprocess.Popen(
            command,
            env=dict(os.environ, PYTHONPATH=str(ROOT)),
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        shown = wait_for(lambda: [line for line in list(self.lines) if "预览地址" in line])
        self.port = int(re.search(r":(\d+)/", shown[0])[1])  # type: ignore[index]
        self.address = f"http://127.0.0.1:{self.port}/"

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    def get(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask for something; return status, headers and body."""
        limit = patient(PATIENCE)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=limit)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read()
        finally:
            connection.close()

    def state(self) -> dict[str, Any]:
        """Return what browsers are told."""
        found: dict[str, Any] = json.loads(self.get("/-preview/state.json")[2])
        return found

    def built(self) -> int:
        """Return how many builds changed something."""
        return len([line for line in list(self.lines) if line.startswith("已更新")])

    def stop(self) -> int:
        """Press Ctrl-C; return the exit status."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(patient(PATIENCE))
        finally:
            self.process.kill()
            self._reader.join(patient(PATIENCE))
            if self.process.stderr is not None:
                self.process.stderr.close()


def without_script(page: bytes) -> bytes:
    """Return a served page as it was before the preview's script was put in."""
    return re.sub(rb'<script src="/livereload\.js\?seen=\d+"></script>', b"", page, count=1)


def children_of(pid: int) -> list[int]:
    """Return the processes below one, whichever of its threads started them."""
    found = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in listed.read_text(encoding="utf-8").split():
            found += [int(child), *children_of(int(child))]
    return found


def builder_of(pid: int) -> int:
    """Return the process that builds for a preview."""
    for child in children_of(pid):
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
    raise AssertionError("no builder")
