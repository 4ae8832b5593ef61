"""Folders and files given on the command line."""

from pathlib import Path


def given_folder(given: Path | None, default: Path) -> Path:
    """Return what was given, relative to where the command was typed, or the default."""
    return default if given is None else Path.cwd() / given


def maybe_folder(given: Path | None) -> Path | None:
    """Return what was given, relative to where the command was typed."""
    return None if given is None else Path.cwd() / given
