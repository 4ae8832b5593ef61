"""The lowest layer: diagnostics, errors, files, settings."""

import errno
import pickle
from pathlib import Path, PurePosixPath

import pytest

from disclosure import files
from disclosure.diagnostics import Diagnostic, Level, has_errors, in_reading_order
from disclosure.errors import DisclosureError, OutputError, TemplateError, UsageError
from disclosure.locks import exclusive
from disclosure.project.settings import Settings


def diagnostic(path: str, line: int, column: int, level: Level = Level.ERROR) -> Diagnostic:
    """Return a diagnostic at a place."""
    return Diagnostic(PurePosixPath(path), line, column, level, "text.empty")


def test_reading_order() -> None:
    """Files, lines and columns in order, what weighs more first, each once."""
    ordered = (
        diagnostic("a", 1, 2),
        diagnostic("a", 2, 1),
        diagnostic("a", 2, 1, Level.WARNING),
        diagnostic("a", 10, 1),
        diagnostic("b", 1, 1),
    )
    assert in_reading_order([*reversed(ordered), ordered[0]]) == ordered


def test_has_errors() -> None:
    """Only errors are errors."""
    assert has_errors([diagnostic("a", 1, 1)])
    assert not has_errors([diagnostic("a", 1, 1, Level.WARNING)])
    assert not has_errors([])


@pytest.mark.parametrize("kind", [DisclosureError, UsageError, OutputError, TemplateError])
def test_errors_cross_process_borders(kind: type[DisclosureError]) -> None:
    """An error comes out of a worker as it went in."""
    error = pickle.loads(pickle.dumps(kind("output.full", size="3")))  # noqa: S301 - our own bytes
    assert (type(error), error.code, error.params) == (kind, "output.full", {"size": "3"})


def test_write_and_compare(tmp_path: Path) -> None:
    """A file is written whole, with its folders, and recognised by its bytes."""
    path = tmp_path / "a" / "b" / "c.txt"
    files.write_file(path, b"12", durable=True)
    files.write_file(path, b"3")
    assert path.read_bytes() == b"3"
    assert files.holds(path, b"3")
    assert not files.holds(path, b"4")
    assert not files.holds(path, b"34")
    assert not files.holds(tmp_path / "absent", b"3")


def test_remove_tree(tmp_path: Path) -> None:
    """A folder goes with what is in it; a link goes and its target stays."""
    kept = tmp_path / "kept" / "a"
    files.write_file(kept, b"x")
    link = tmp_path / "link"
    link.symlink_to(kept.parent)
    files.remove_tree(link)
    files.remove_tree(tmp_path / "absent")
    assert kept.exists()
    assert not link.is_symlink()
    files.remove_tree(kept.parent)
    assert not kept.parent.exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "output.full"),
        (errno.EACCES, "output.denied"),
        (errno.EROFS, "output.denied"),
        (errno.ENOTDIR, "output.folder"),
        (errno.EIO, "output.failed"),
    ],
)
def test_system_errors_in_plain_words(number: int, code: str) -> None:
    """Each way in which a disk refuses has its own sentence."""
    assert files.explain_os_error(OSError(number, "x"), Path("a")).code == code


def test_lock(tmp_path: Path) -> None:
    """Of two that want one lock the second is told at once; afterwards it is free again."""
    lock = tmp_path / "lock"
    with exclusive(lock):
        with pytest.raises(OutputError) as caught, exclusive(lock):
            pass
        assert caught.value.code == "output.busy"
    with exclusive(lock):
        pass


def test_digest() -> None:
    """The digest is what sha256sum prints."""
    assert files.sha256_hex(b"").startswith("e3b0c44298fc1c14")


def test_shown_paths(tmp_path: Path) -> None:
    """Paths inside the project are shown relative to it, others whole."""
    settings = Settings(tmp_path, tmp_path, tmp_path, tmp_path, tmp_path)
    assert settings.display_path(tmp_path / "content" / "a.yaml") == PurePosixPath("content/a.yaml")
    assert settings.display_path(Path("/elsewhere/a")) == PurePosixPath("/elsewhere/a")
