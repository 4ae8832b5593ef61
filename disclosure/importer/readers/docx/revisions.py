"""Revisions: which of both texts of a marked-up file is read."""

from enum import StrEnum


class Revisions(StrEnum):
    """The text with all changes taken over, or as it was before them."""

    FINAL = "final"
    ORIGINAL = "original"
