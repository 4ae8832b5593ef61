"""Addresses as they go over the wire."""

from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from disclosure.uri import percent_encoded


@given(st.text())
def test_a_text_in_an_address(text: str) -> None:
    """A text is encoded as Python's own function does it, and can be read back."""
    encoded = percent_encoded(text)
    assert encoded == quote(text, safe="")
    assert unquote(encoded) == text
