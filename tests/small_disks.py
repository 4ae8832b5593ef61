"""Small disks of their own for tests of what happens when they are full or read-only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.required import missing, program


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    """Mount a file system in memory on a folder, with options such as ``size=64k``."""
    if os.name == "nt":
        missing("a small disk (Linux)")
    folder.mkdir(exist_ok=True)
    mount = [program("mount"), "-t", "tmpfs", "-o", options, "tmpfs", folder]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        missing("the right to mount a small disk")
    try:
        yield folder
    finally:
        # Lazily: a server may still be leaving it.
        subprocess.run([program("umount"), "-l", folder], check=True)


def make_read_only(folder: Path) -> None:
    """Let nobody write on a small disk any more."""
    subprocess.run([program("mount"), "-o", "remount,ro", folder], check=True)
