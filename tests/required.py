"""What the tests need beyond Python: skipped with the reason where missing, required in CI."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[1]


def missing(what: str) -> NoReturn:
    """Skip, saying what is missing; in CI, where everything is installed, fail."""
    if os.environ.get("DISCLOSURE_REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is required here")
    pytest.skip(f"{what} is not installed")


def program(name: str) -> Path:
    """Return the path of a program of the system."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    return Path(found) if found else missing(name)


def peer(name: str) -> Path:
    """Return the path of a program of the ``peers`` environment (requirements/peers.lock)."""
    found = ROOT / ".peers" / "bin" / name
    return found if found.exists() else missing(f".peers/bin/{name}")
