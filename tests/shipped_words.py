"""The program's own lists of words are read once a process, not once a site.

Every check of a small site reads the same large YAML file anew. What comes of a file depends on its
bytes and its name and on nothing else, and is frozen; so it is kept in the memory of the tests'
process. A unit's own ``terms.yaml`` goes the same way: other bytes are read anew.
"""

from pathlib import PurePosixPath

import pytest

from disclosure.model.terms import Terms
from disclosure.source import load_terms
from disclosure.source.load import Loaded, load_model


class ShippedWords:
    """Lists of words that were read in this process."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[bytes, PurePosixPath], Loaded[Terms]] = {}

    def put_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let the program ask here before it reads lists of words."""
        patch.setattr(load_terms, "load_model", self._load)

    def _load(self, data: bytes, shown: PurePosixPath, model: type[Terms]) -> Loaded[Terms]:
        if (data, shown) not in self._loaded:
            self._loaded[data, shown] = load_model(data, shown, model)
        return self._loaded[data, shown]
