"""``publish --check``: whether a target will do what publishing asks of it, a line each."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.messages import explain, say
from disclosure.model.publishing import PublishTarget
from disclosure.publish.probe import Found, probe


def run_probe(target: PublishTarget, base_url: str, request: Request) -> int:
    """Try a target, and say what works and what does not."""
    status = CLEAN
    language = request.settings.language
    for found in probe(target, request.settings, base_url):
        print_lines([_line(found, language)])
        status = FAILED if found.well is False else status
    print_lines([say("probe.ready" if status == CLEAN else "probe.not_ready", language)])
    return status


def _line(found: Found, language: str) -> str:
    kind = {True: "probe.well", False: "probe.bad", None: "probe.note"}[found.well]
    what = say(found.code, language, found.params)
    line = say(kind, language, {"what": what})
    if found.error is None:
        return line
    why = explain(found.error, language)
    return say("probe.why", language, {"line": line, "why": why})
