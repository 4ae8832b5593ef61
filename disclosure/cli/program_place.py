"""Where the program lies: in its own folder beside the content, or installed as a package.

A wheel carries the templates inside the package (see ``pyproject.toml``); by them an installed
program knows that it is one. Everything else then lies where the content is.
"""

import os
import re
from pathlib import Path
from typing import Final

import disclosure

_CARRIED: Final = "_templates"
_SETUP: Final = r"python3 build\.py setup ([a-z0-9]+)"
_PACKAGE: Final = Path(disclosure.__file__).resolve().parent


def program_root() -> Path:
    """Return the folder that a project is looked for in: the program's, or the current one."""
    return Path.cwd() if is_installed() else _PACKAGE.parent


def project_root(root: Path, content: Path) -> Path:
    """Return the project: what is built and noted for ``content`` lies beside it.

    Args:
        root: where a project was looked for.
        content: the folder that was asked for.

    """
    return Path(os.path.normpath(content)).parent if is_installed() else root


def default_templates(root: Path) -> Path:
    """Return the project's own templates or, where it has none, those of an installed program."""
    own = root / "templates"
    return own if own.is_dir() or not is_installed() else _PACKAGE / _CARRIED


def is_installed() -> bool:
    """Say whether the program was installed from a wheel."""
    return (_PACKAGE / _CARRIED).is_dir()


def as_called(sentence: str) -> str:
    """Return a sentence with the commands in it as this program is called."""
    if not is_installed():
        return sentence
    sentence = re.sub(_SETUP, r'pip install "disclosure[\1]"', sentence)
    return sentence.replace("python3 build.py", "disclosure")
