"""Work that takes a while: done in a thread, looked at from the browser."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import disclosure
from disclosure.crash import record_crash
from disclosure.desk.actions.said import refusal
from disclosure.errors import DisclosureError
from disclosure.project.settings import Settings

_MOST: Final = 20  # that are remembered
_SIZE: Final = 12


@dataclass
class Job:
    """One piece of work.

    Attributes:
        done: how many of its parts are done.
        total: how many there are; 0 while that is not known.
        over: whether it has ended.
        ok: whether it has done what it should.
        said: what it has to say, in one sentence; while it is at work, what it does.
        told: what else the browser is told when it has ended.
    """

    done: int = 0
    total: int = 0
    over: bool = False
    ok: bool = False
    said: str = ""
    told: dict[str, Any] = field(default_factory=dict)

    def progress(self, done: int, total: int) -> None:
        """Take note of how far it is; called in the thread of the work."""
        self.done, self.total = done, total


class Jobs:
    """The work of one desk; one at a time."""

    def __init__(self, settings: Settings) -> None:
        """Have done nothing yet.

        Args:
            settings: the project.
        """
        self._settings = settings
        self._jobs: dict[str, Job] = {}
        self._running: set[asyncio.Task[None]] = set()

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return bool(self._running)

    def begin(self, work: Callable[[Job], None]) -> str:
        """Begin a piece of work, and return the name by which it is looked at.

        Args:
            work: does it, and fills in what came of it; what it raises is said.
        """
        while len(self._jobs) >= _MOST:
            self._jobs.pop(next(iter(self._jobs)))
        name, job = secrets.token_hex(_SIZE), Job()
        self._jobs[name] = job
        task = asyncio.create_task(self._run(job, work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return name

    def find(self, name: str) -> Job | None:
        """Return the work of a name; None where there is none."""
        return self._jobs.get(name)

    async def _run(self, job: Job, work: Callable[[Job], None]) -> None:
        language = self._settings.language
        try:
            await asyncio.to_thread(work, job)
        except DisclosureError as error:
            job.ok, job.said = False, refusal(error, language)
        except Exception as error:
            cache, version = self._settings.cache, disclosure.__version__
            job.ok, job.said = False, record_crash(error, cache, version, language)
        finally:
            job.over = True
