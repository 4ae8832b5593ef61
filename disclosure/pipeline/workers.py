"""Workers: notices in one process or several, results in the order asked for.

Every result is the same whatever the number of processes; only the time differs.
"""

import gc
import os
import sys
from collections.abc import Iterator, Sequence

from disclosure.pipeline.notice_job import JobContext, NoticeResult, run_notice
from disclosure.project.notices import NoticeFile

# A forked process costs about 15 ms, a notice about 8; a spawned one half a second of imports.
_WORTH_FORKING = 24
_WORTH_SPAWNING = 250


def choose_workers(notices: int, wanted: int | None) -> int:
    """Return how many processes to use.

    Args:
        notices: how many there are to do.
        wanted: as asked for; None leaves it to the work and the machine.
    """
    if wanted is not None:
        return max(1, min(wanted, notices))
    enough = _WORTH_FORKING if _can_fork() else _WORTH_SPAWNING
    return min(os.cpu_count() or 1, notices) if notices >= enough else 1


def run_notices(
    files: Sequence[NoticeFile], job_context: JobContext, workers: int
) -> Iterator[NoticeResult]:
    """Yield the result of every notice, in order.

    Raises:
        TemplateError: a template is broken.
        OutputError: a file could not be written, or a worker died.
    """
    if workers > 1 and not _can_fork():
        yield from _in_pool(files, job_context, workers, "spawn")
        return
    # What is made once is made at the first notice, before there are several processes. After
    # it no collection looks through all that, or writes into the pages that processes share.
    for file in files[:1]:
        yield run_notice(file, job_context)
    gc.freeze()
    try:
        if workers > 1:
            yield from _in_pool(files[1:], job_context, workers, "fork")
        else:
            for file in files[1:]:
                yield run_notice(file, job_context)
    finally:
        gc.unfreeze()


def _in_pool(
    files: Sequence[NoticeFile], job_context: JobContext, workers: int, method: str
) -> Iterator[NoticeResult]:
    # Imported here: most builds have one process, and ``multiprocessing`` takes 10 ms to load.
    from disclosure.pipeline.pool import run_in_pool

    return run_in_pool(files, job_context, workers, method)


def _can_fork() -> bool:
    # macOS can, but its system libraries do not bear it.
    return sys.platform == "linux"
