"""Errors of our own."""

import pickle

import pytest

from disclosure.errors import DisclosureError, OutputError, TemplateError, UsageError


@pytest.mark.parametrize("kind", [DisclosureError, UsageError, OutputError, TemplateError])
def test_errors_cross_process_borders(kind: type[DisclosureError]) -> None:
    """An error comes out of a worker as it went in."""
    error = pickle.loads(pickle.dumps(kind("output.full", size="3")))  # noqa: S301 - our own bytes
    assert (type(error), error.code, error.params) == (kind, "output.full", {"size": "3"})
