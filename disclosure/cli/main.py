"""From arguments to an exit status (``disclosure.cli.console``)."""

import gc
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import disclosure
from disclosure.cli.arguments import Request, asked_language, parse_arguments
from disclosure.cli.console import FAILED, INTERRUPTED, WRONG_USAGE, print_aside
from disclosure.cli.program_place import as_called, program_root
from disclosure.errors import DisclosureError, UsageError
from disclosure.messages import explain, say

# Every command has a module of its name, but for these.
_HOMES: Final = {"diff": "seal", "import": "import_file"}
# A notice makes thousands of values and hardly a circle among them; looking for some after each
# 700, as Python does, took a tenth of a build.
_VALUES_BETWEEN_COLLECTIONS: Final = 100_000


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for and return the exit status.

    Args:
        arguments: without the program's name.

    """
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS)
    _make_streams_safe()
    language = asked_language(arguments)
    try:
        request = parse_arguments(arguments, program_root(), disclosure.__version__)
        status = _dispatch(request)
        sys.stdout.flush()
    except DisclosureError as error:
        print_aside(as_called(explain(error, language)))
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        # Whoever read the output has stopped (``| head``); nobody is left to tell.
        _drop_output()
        return FAILED
    except KeyboardInterrupt:
        print_aside(say("cli.interrupted", language))
        return INTERRUPTED
    except Exception as error:
        print_aside(_told_of_crash(error, language))
        _drop_output()
        return FAILED
    return status


def _told_of_crash(error: Exception, language: str) -> str:
    try:
        from disclosure.crash import record_crash  # rare, it is hoped

        return record_crash(error, program_root() / ".cache", disclosure.__version__, language)
    except Exception:  # without memory, files or depth even that may fail
        sentence = say("crash.other", language)
        return say("crash.nowhere", language, {"told": sentence, "error": repr(error)[:300]})


def _drop_output() -> None:
    """Let Python write what is left of the output nowhere, for where it goes takes no more."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        return
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


def _make_streams_safe() -> None:
    """Let no console's encoding (GBK, ASCII) stop the program in the middle of a sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
