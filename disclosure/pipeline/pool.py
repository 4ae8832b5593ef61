"""The pool: processes that make notices, a few chunks ahead of who takes them.

Imported only where there is enough to do: ``multiprocessing`` takes 10 ms to load.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait

from disclosure.errors import OutputError
from disclosure.model.site import Site
from disclosure.pipeline.notice_job import JobContext, NoticeResult, run_notice
from disclosure.project.notices import NoticeFile
from disclosure.render.renderer import open_renderer

_CHUNK = 16
_CHUNKS_AHEAD = 4  # for each worker: enough to keep it busy, few enough to stop soon


def run_in_pool(
    files: Sequence[NoticeFile], job_context: JobContext, workers: int, method: str
) -> Iterator[NoticeResult]:
    """Yield the result of every notice, in order.

    Args:
        files: the notices.
        job_context: what each worker needs.
        workers: how many.
        method: how processes are started, ``fork`` or ``spawn``.

    Raises:
        TemplateError: a template is broken.
        OutputError: a file could not be written, or a worker died.
    """
    initargs: tuple[object, ...]
    if method == "fork":
        initializer: Callable[..., None] = _begin
        initargs = (job_context,)
    else:
        site = job_context.renderer.site if job_context.renderer else None
        # A renderer cannot be sent.
        initializer, initargs = _prepare, (job_context._replace(renderer=None), site)
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(workers, context, initializer, initargs) as pool:
        chunks = _chunks(files, workers)
        pending: deque[tuple[Sequence[NoticeFile], Future[list[NoticeResult]]]] = deque()
        try:
            for ahead in islice(chunks, workers * _CHUNKS_AHEAD):
                pending.append((ahead, pool.submit(_run_chunk, ahead)))
            while pending:
                yield from pending[0][1].result()
                pending.popleft()
                for following in islice(chunks, 1):
                    pending.append((following, pool.submit(_run_chunk, following)))
        except BrokenProcessPool:
            # Chunks are begun in order: the worker that died was at one of the first lost ones.
            lost = [each for each, future in pending if _is_lost(future)][:workers]
            names = "、".join(file.name for chunk in lost for file in chunk)
            raise OutputError("worker.died", notices=names) from None
        finally:
            for _, future in pending:
                future.cancel()


def _chunks(files: Sequence[NoticeFile], workers: int) -> Iterator[Sequence[NoticeFile]]:
    """Yield all notices, towards the end fewer at once, so that no worker waits for another."""
    begin = 0
    while left := len(files) - begin:
        end = begin + max(1, min(_CHUNK, left // (workers * _CHUNKS_AHEAD)))
        yield files[begin:end]
        begin = end


def _is_lost(future: Future[list[NoticeResult]]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


class _Worker:
    """State of one worker process; made by its initializer, never in the parent."""

    job_context: JobContext | None = None


def _prepare(job_context: JobContext, site: Site | None) -> None:
    settings = job_context.settings
    renderer = open_renderer(site, settings.templates, settings.compiled) if site else None
    _begin(job_context._replace(renderer=renderer))


def _begin(job_context: JobContext) -> None:
    # Ctrl-C is the parent's to handle; it stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _Worker.job_context = job_context


def _run_chunk(files: Sequence[NoticeFile]) -> list[NoticeResult]:
    job_context = _Worker.job_context
    if job_context is None:  # pragma: no cover - the initializer has run
        raise RuntimeError("worker without a context")
    return [run_notice(file, job_context) for file in files]


def _die_with_parent() -> None:
    """End this process when its parent is killed; else it would keep the build's lock."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
