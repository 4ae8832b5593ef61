"""The notice as a reader meets it, from first line to last: read once, here, for all writers."""
