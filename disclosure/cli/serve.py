"""``serve``: the preview and the desk, until Ctrl-C."""

import asyncio
import logging

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, print_aside
from disclosure.cli.logs import PrintedLog
from disclosure.messages import say
from disclosure.preview.beside import Beside
from disclosure.preview.server import Preview, PreviewOptions


def run_serve(request: Request) -> int:
    """Serve the preview, and the desk unless others may look; what happens is told on stderr."""
    settings = request.settings
    logging.getLogger().addHandler(PrintedLog(settings.cache, settings.language, print_aside))
    preview = Preview(settings, print_aside, beside_of(request))
    options = PreviewOptions(request.port, request.lan, request.open_browser)
    try:
        asyncio.run(preview.run(options))
    except KeyboardInterrupt:
        print_aside(say("preview.stopped", settings.language))
    return CLEAN


def beside_of(request: Request) -> Beside | None:
    """Return the desk; None where other machines may look."""
    if request.lan:
        return None
    from disclosure.desk.desk import Desk  # who only shows pages waits for nothing of it

    return Desk(request.settings)
