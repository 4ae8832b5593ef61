"""Load the lists of words: the shipped ones, and the unit's own ``terms.yaml``."""

import os
from pathlib import Path, PurePosixPath

from disclosure.diagnostics import Diagnostic
from disclosure.model.terms import Terms
from disclosure.source.load import load_model, read_bytes


def load_terms(
    shipped: Path, own: Path, shown: PurePosixPath
) -> tuple[Terms, tuple[Diagnostic, ...]]:
    """Return the words to look for and what is wrong with the unit's file.

    Args:
        shipped: the lists that come with the program.
        own: the unit's file; it need not be there.
        shown: its path as diagnostics name it.

    Raises:
        ValueError: the shipped lists are damaged.

    """
    base = load_model(shipped.read_bytes(), PurePosixPath(shipped.name), Terms)
    if base.model is None:
        raise ValueError(base.diagnostics)
    if not os.path.lexists(own):
        return base.model, ()
    data, unreadable = read_bytes(own, shown, own.parent)
    if unreadable:
        return base.model, unreadable
    loaded = load_model(data, shown, Terms)
    if loaded.model is None:
        return base.model, loaded.diagnostics
    return base.model.joined(loaded.model), loaded.diagnostics
