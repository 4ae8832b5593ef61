"""Workers: notices in several processes, results in the order asked for.

Every result is the same whatever the number of processes; only the time differs.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait

from disclosure.errors import OutputError
from disclosure.model.site import Site
from disclosure.pipeline.inventory import NoticeFile
from disclosure.pipeline.jobs import Bench, NoticeResult, run_notice
from disclosure.pipeline.staging import Shelf
from disclosure.render.studio import open_studio
from disclosure.settings import Settings

# A forked process costs about 15 ms, a notice about 8; a spawned one half a second of imports.
_WORTH_FORKING = 24
_WORTH_SPAWNING = 250
_CHUNK = 16
_CHUNKS_AHEAD = 4  # for each worker: enough to keep it busy, few enough to stop soon


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


def run_notices(files: Sequence[NoticeFile], bench: Bench, workers: int) -> Iterator[NoticeResult]:
    """Yield the result of every notice, in order.

    Raises:
        TemplateError: a template is broken.
        OutputError: a file could not be written, or a worker died.
    """
    if workers < 2:
        for file in files:
            yield run_notice(file, bench)
        return
    context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    site = bench.studio.site if bench.studio else None
    pool = ProcessPoolExecutor(
        workers, context, initializer=_prepare, initargs=(bench.settings, site, bench.shelf)
    )
    with pool:
        chunks = iter([files[at : at + _CHUNK] for at in range(0, len(files), _CHUNK)])
        pending: deque[tuple[Sequence[NoticeFile], Future[list[NoticeResult]]]] = deque()
        chunk: Sequence[NoticeFile] = ()
        try:
            for ahead in islice(chunks, workers * _CHUNKS_AHEAD):
                pending.append((ahead, pool.submit(_run_chunk, ahead)))
            while pending:
                chunk, future = pending.popleft()
                yield from future.result()
                for following in islice(chunks, 1):
                    pending.append((following, pool.submit(_run_chunk, following)))
        except BrokenProcessPool:
            # The first result that is lost holds the notice at which a worker died, or stands
            # beside it in another worker.
            names = "、".join(file.path.name for file in chunk)
            raise OutputError("worker.died", notices=names) from None
        finally:
            for _, future in pending:
                future.cancel()


class _Worker:
    """State of one worker process; made by its initializer, never in the parent."""

    bench: Bench | None = None


def _prepare(settings: Settings, site: Site | None, shelf: Shelf) -> None:
    # Ctrl-C is the parent's to handle; it stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    studio = open_studio(site, settings.templates) if site else None
    _Worker.bench = Bench(settings, studio, shelf)


def _run_chunk(files: Sequence[NoticeFile]) -> list[NoticeResult]:
    bench = _Worker.bench
    if bench is None:  # pragma: no cover - the initializer has run
        raise RuntimeError("worker without a bench")
    return [run_notice(file, bench) for file in files]


def _die_with_parent() -> None:
    """End this process when its parent is killed; else it would keep the build's lock."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _can_fork() -> bool:
    # macOS can, but its system libraries do not bear it.
    return sys.platform == "linux"
