"""Naming: what ``export`` would refuse later is an error while it can still be renamed.

Apart: check, build and seal ask it alike, before anything is handed over.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from disclosure.archive.names import name_faults
from disclosure.diagnostics import Diagnostic, Level


def attachment_faults(names: Iterable[str], shown: PurePosixPath) -> Iterator[Diagnostic]:
    """Yield an error for each attached file that could not be handed over under its name.

    Args:
        names: of the files.
        shown: the notice, as messages name it.

    """
    for fault in name_faults(dict.fromkeys(names)):
        code = "attachment.same_name" if fault.other else "attachment.unsafe_name"
        params = (("file", fault.name), ("other", fault.other))
        yield Diagnostic(shown, 0, 0, Level.ERROR, code, params)
