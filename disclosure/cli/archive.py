"""``seal``, ``verify`` and ``diff``: the record and what it proves."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosure.archive.log import Entry, head_of
from disclosure.archive.store import LOG
from disclosure.archive.verify import Head, verify
from disclosure.cli.arguments import Request
from disclosure.cli.printing import print_lines
from disclosure.cli.status import CLEAN, FAILED
from disclosure.errors import OutputError, UsageError
from disclosure.messages import say
from disclosure.model.wording import Change, Op
from disclosure.pipeline.checking import check_project
from disclosure.pipeline.editions import Text, compare_editions, sealed_text, text_of
from disclosure.pipeline.sealing import archive_lock, current_text, seal, store_of
from disclosure.report.formats import render_report

_LARGEST_ZIP = 4 * 1024**3


def run_seal(request: Request) -> int:
    """Seal the named notice and print the head digest."""
    language = request.settings.language
    checking = check_project(request.settings, request.slugs)
    notices = tuple(checking.notices)
    if len(notices) != 1 or checking.desk is None:
        print_lines(render_report(checking.found, request.form, language))
        raise UsageError("seal.which")
    print_lines(render_report(notices[0].diagnostics, request.form, language))
    sealed = seal(notices[0], checking.desk, request.record.note, request.record.reason)
    entry = sealed.entry
    values = {"number": str(entry.number), "folder": f"content/archive/{entry.folder}"}
    print_lines(
        [say("seal.done", language, values), say("seal.head", language, {"head": sealed.head})]
    )
    return CLEAN


def run_verify(request: Request) -> int:
    """Verify the archive, or a copy of it, and report under the four heads."""
    if not request.slugs:
        with archive_lock(request.settings) as store:
            return _verify(store.folder, request)
    with _copy(Path.cwd() / request.slugs[0]) as folder:
        return _verify(folder, request, published=_is_site(folder))


def _is_site(folder: Path) -> bool:
    """Whether a copy is one as the site has it: with pages among the versions."""
    return any(folder.glob("*/index.html"))


def _verify(folder: Path, request: Request, *, published: bool = False) -> int:
    language = request.settings.language
    lines, faults = verify(folder, request.record.head, published=published)
    for fault in faults:
        sentence = say(fault.code, language, {"place": fault.place})
        print_lines([f"{fault.place}: {fault.head} {sentence} [{fault.code}]"])
    for head in Head:
        count = sum(fault.head is head for fault in faults)
        state = say("verify.faults" if count else "verify.sound", language, {"count": str(count)})
        print_lines([f"{head}: {state}"])
    versions = {"versions": str(len(lines))}
    print_lines([say("verify.versions", language, versions)])
    if lines:
        print_lines([say("seal.head", language, {"head": head_of(lines)})])
    return FAILED if faults else CLEAN


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """Give the archive folder of a published copy: a site, an archive or a zip of either."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = path
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                if sum(info.file_size for info in packed.infolist()) > _LARGEST_ZIP:
                    raise UsageError("verify.no_archive", path=path.as_posix())
                packed.extractall(scratch)
            folder = Path(scratch)
        for candidate in (folder, folder / "archive", folder / "content" / "archive"):
            if (candidate / LOG).is_file():
                yield candidate
                return
        raise UsageError("verify.no_archive", path=path.as_posix())


def run_diff(request: Request) -> int:
    """Print what changed between two versions, or since the last one; 0 where nothing did."""
    language = request.settings.language
    if not request.slugs:
        raise UsageError("diff.which")
    slug, *numbers = request.slugs
    store = store_of(request.settings)
    versions = store.versions(slug)
    if numbers:
        if len(numbers) != 2:
            raise UsageError("diff.which")
        old, new = (sealed_text(store, _version(versions, number)) for number in numbers)
    else:
        new = _current(slug, request)
        if not versions:
            raise UsageError("diff.no_version", slug=slug)
        old = sealed_text(store, versions[-1])
    comparison = compare_editions(old, new)
    changed = [change for change in comparison.wording if change.changed]
    for each in comparison.structure:
        arrow = f"{each.before or '—'} → {each.after or '—'}"
        print_lines([f"{each.kind}  {each.what}: {arrow}"])
    if comparison.structure and changed:
        print_lines([""])
    print_lines(_shown(change) for change in changed)
    if not comparison.structure and not changed:
        print_lines([say("diff.same", language)])
    return CLEAN


def _version(versions: tuple[Entry, ...], number: str) -> Entry:
    known = {str(entry.number): entry for entry in versions}
    if number not in known:
        raise UsageError("diff.unknown", number=number, known="、".join(known) or "—")
    return known[number]


def _current(slug: str, request: Request) -> Text:
    checking = check_project(request.settings, (slug,))
    checked = next(iter(checking.notices), None)
    if checking.desk is None or checked is None or checked.loaded is None:
        found = checked.diagnostics if checked else checking.found
        print_lines(render_report(found, request.form, request.settings.language))
        raise OutputError("seal.errors", path=f"{slug}.yaml")
    return text_of(checked.loaded, current_text(checked, checking.desk))


def _shown(change: Change) -> str:
    marks = {Op.SAME: ("", ""), Op.DELETED: ("[-", "-]"), Op.INSERTED: ("{+", "+}")}
    return "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in change.runs)
