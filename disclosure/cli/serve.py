"""``serve``: the preview, until Ctrl-C."""

import asyncio
import sys

from disclosure.cli.arguments import Request
from disclosure.cli.status import CLEAN
from disclosure.messages import say
from disclosure.preview.server import Preview, Wishes


def run_serve(request: Request) -> int:
    """Serve the preview; what happens is told on stderr."""
    settings = request.settings
    preview = Preview(settings, _tell)
    wishes = Wishes(request.port, request.lan, request.open_browser)
    try:
        asyncio.run(preview.run(wishes))
    except KeyboardInterrupt:
        _tell(say("preview.stopped", settings.language))
    return CLEAN


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201
