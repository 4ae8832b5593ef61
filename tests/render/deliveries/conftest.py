"""What the tests of deliveries need."""

import pytest

from tests.required import missing


@pytest.fixture(scope="session")
def weasyprint() -> None:
    """Skip where WeasyPrint, or the system's Pango below it, is not installed."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        missing("WeasyPrint")
