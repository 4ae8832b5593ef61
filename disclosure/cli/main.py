"""From arguments to an exit status (``disclosure.cli.status``)."""

import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import disclosure
from disclosure.cli.arguments import Request, asked_language, parse_arguments
from disclosure.cli.status import FAILED, INTERRUPTED, WRONG_USAGE
from disclosure.errors import DisclosureError, UsageError
from disclosure.messages import say

# Every command has a module of its name, but for these.
_HOMES: Final = {"seal": "archive", "diff": "archive"}


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for and return the exit status.

    Args:
        arguments: without the program's name.

    """
    _make_streams_safe()
    language = asked_language(arguments)
    try:
        request = parse_arguments(arguments, _project_root(), disclosure.__version__)
        return _dispatch(request)
    except DisclosureError as error:
        print(say(error.code, language, error.params), file=sys.stderr)  # noqa: T201
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        # Whoever read the output has stopped (``| head``); nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        print(say("cli.interrupted", language), file=sys.stderr)  # noqa: T201
        return INTERRUPTED


def _dispatch(request: Request) -> int:
    # Whatever else is installed must not change what is valid; it also saves a search for it.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    if "SOURCE_DATE_EPOCH" in os.environ:
        from disclosure.clock import moment_in_china

        moment_in_china()  # a time that is none is told before anything is done
    # Imported here: --help and a wrong option must not wait for pydantic and Jinja.
    module = importlib.import_module(
        f"disclosure.cli.{_HOMES.get(request.command, request.command)}"
    )
    run: Callable[[Request], int] = getattr(module, f"run_{request.command}")
    return run(request)


def _project_root() -> Path:
    return Path(disclosure.__file__).resolve().parents[1]


def _make_streams_safe() -> None:
    """Let no console's encoding (GBK, ASCII) stop the program in the middle of a sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
