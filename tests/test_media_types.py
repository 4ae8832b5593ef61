"""Media types by name."""

import pytest

from disclosure.media_types import media_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html"),
        ("ledger.csv", "text/csv"),
        ("log.jsonl", "application/jsonl"),
        ("files/Plan.PDF", "application/pdf"),
        ("sha256sum.txt.tsr", "application/timestamp-reply"),
        ("files/plan.unknown", "application/octet-stream"),
        ("files/plan", "application/octet-stream"),
    ],
)
def test_media_type(name: str, kind: str) -> None:
    """Kinds follow from names, whatever the machine's own table says."""
    assert media_type(name) == kind
