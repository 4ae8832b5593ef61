"""Word files of notices: as they are now, or as they were sealed."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import choose_notices
from disclosure.errors import OutputError
from disclosure.files import write_file, written_aside
from disclosure.handover.export import sealed_entries
from disclosure.model.site import Site
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notices
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.settings import Settings
from disclosure.render.composed import compose
from disclosure.render.deliveries.word.fonts import FontFamily
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.renderer import open_renderer
from disclosure.versioning.rebuild import read_version
from disclosure.versioning.version_files import SITE, read_site, read_source

__all__ = ["FontFamily", "WordFiles", "export_docx"]
_WITH_NUMBER = 2  # a notice and the number of a version


class WordFiles(NamedTuple):
    """What was written, or why nothing was."""

    paths: tuple[Path, ...]
    wrong: tuple[Diagnostic, ...] = ()


def export_docx(
    settings: Settings, site: Site, wanted: Sequence[str], folder: Path, family: FontFamily
) -> WordFiles:
    """Write notices as Word files; all of them, or none.

    Somebody may have marked up what stands there already, so it is never replaced.

    Args:
        settings: the project.
        site: the site that carries the notices.
        wanted: a notice, or a notice and the number of a sealed version; nothing means every
            notice as it is now.
        folder: where to.
        family: which typefaces the files name.

    Raises:
        OutputError: a picture must not go out, the archive does not verify, or a file cannot
            be written or stands there already.
        TemplateError: a template is broken.
        UsageError: there is no such notice or version.

    """
    if len(wanted) == _WITH_NUMBER:
        files = _sealed(settings, wanted, family)
    else:
        files, wrong = _current(settings, site, wanted, family)
        if wrong:
            return WordFiles((), wrong)
    paths = {folder / name: data for name, data in files.items()}
    for path in paths:
        if os.path.lexists(path):
            raise OutputError("output.exists", path=path.as_posix())
    return WordFiles(tuple(_written(path, data) for path, data in paths.items()))


def _current(
    settings: Settings, site: Site, wanted: Sequence[str], family: FontFamily
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    found, wrong = find_notices(settings)
    files: dict[str, bytes] = {}
    unreadable = list(wrong)
    renderer = open_renderer(site, settings.templates, settings.compiled)
    for file in choose_notices(found, wanted) if found or not wrong else ():
        reading = read_notice(file, settings)
        if reading.loaded is None:
            unreadable += reading.found
            continue
        for fault in reading.attached.wrong:
            if fault.code.startswith("picture."):  # what must not go out would stand in the text
                raise OutputError(fault.code, **dict(fault.params))
        composed = compose(reading.source(reading.loaded), renderer)
        files[f"{file.slug}.docx"] = render_docx(composed, family)
    return files, tuple(unreadable)


def _sealed(settings: Settings, wanted: Sequence[str], family: FontFamily) -> dict[str, bytes]:
    with archive_lock(settings) as store:
        (entry,) = sealed_entries(store, wanted)
        standing = read_version(store, entry)
    site = read_site(standing.material.papers[SITE], entry.folder)
    source = read_source(standing.material, entry, site, standing.before)
    composed = compose(source, open_renderer(site, settings.templates, settings.compiled))
    return {f"{entry.slug}-{entry.number}.docx": render_docx(composed, family)}


def _written(path: Path, data: bytes) -> Path:
    with written_aside(path) as draft:
        write_file(draft, data)
    return path
