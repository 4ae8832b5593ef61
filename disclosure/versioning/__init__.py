"""Sealed versions: made, described, rebuilt, stamped with a time, and fetched back."""
