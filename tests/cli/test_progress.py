"""The progress line is for eyes, and only for long work."""

import io

import pytest

from disclosure.cli import console
from disclosure.cli.console import ProgressLine


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


class Clock:
    """A clock that stands where it is put."""

    now = 100.0

    def monotonic(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give the progress line a clock of ours."""
    stopped = Clock()
    monkeypatch.setattr(console, "time", stopped)
    return stopped


def test_line_says_how_far_how_fast_how_long(clock: Clock) -> None:
    """After two seconds for 50 of 200 there are 25 a second and six seconds left."""
    terminal = Terminal()
    line = ProgressLine("zh", terminal)
    clock.now += 2
    line(50, 200)
    assert "[######------------------] 50/200 份，每秒 25 份，约余 6 秒" in terminal.getvalue()
    line.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_short_work_shows_nothing(clock: Clock) -> None:
    """What is over within a second leaves no trace."""
    terminal = Terminal()
    line = ProgressLine("zh", terminal)
    clock.now += 0.9
    line(1, 1)
    line.clear()
    assert terminal.getvalue() == ""


def test_pipe_shows_nothing(clock: Clock) -> None:
    """Where the output is not a terminal there is no line, however long it takes."""
    pipe = io.StringIO()
    line = ProgressLine("en", pipe)
    clock.now += 60
    line(1, 10)
    line.clear()
    assert pipe.getvalue() == ""


def test_line_is_not_written_too_often(clock: Clock) -> None:
    """A thousand notices in a moment are one line, not a thousand."""
    terminal = Terminal()
    line = ProgressLine("en", terminal)
    clock.now += 2
    for number in range(1000):
        line(number, 1000)
    assert terminal.getvalue().count("\r") == 1
