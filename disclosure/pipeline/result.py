"""What became of a build."""

from typing import NamedTuple

from disclosure.diagnostics import Diagnostic, Level, has_errors
from disclosure.errors import TemplateError
from disclosure.project.settings import Settings


class BuildResult(NamedTuple):
    """What a build did.

    Attributes:
        diagnostics: everything found, in reading order.
        built: whether the site now is what the content says.
        notices: how many notices it has.
        total: how many files.
        made: how many notices were read and rendered; the others had not changed.
        written: how many files were new or different.
        deleted: how many files of the former site are gone.
        recovered: whether an interrupted build was completed first.
        discarded: whether the cache was damaged, and so not believed.
        stale_stats: files that had changed although their stats had not.
        left: places in the site that should be gone and were left, for what stands there is not
            as a build made it.
        seconds: that each phase took, see ``timings``.

    """

    diagnostics: tuple[Diagnostic, ...]
    built: bool
    notices: int = 0
    total: int = 0
    made: int = 0
    written: int = 0
    deleted: int = 0
    recovered: bool = False
    discarded: bool = False
    stale_stats: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the site may be published: it was built, and nothing in it is an error."""
        return self.built and not has_errors(self.diagnostics)


def template_diagnostic(fault: TemplateError, settings: Settings) -> Diagnostic:
    """Return what is wrong with a template, with the line where the engine found it."""
    path = settings.templates / fault.params["name"]
    line = fault.params.get("line", "")
    number = int(line) if line.isdigit() else 0
    excerpt = ""
    if number and path.is_file():
        rows = path.read_text(encoding="utf-8", errors="replace").split("\n")
        excerpt = rows[number - 1] if number <= len(rows) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1 if number else 0
    return Diagnostic(
        settings.display_path(path),
        number,
        column,
        Level.ERROR,
        fault.code,
        tuple(fault.params.items()),
        excerpt,
        max(1, len(excerpt.strip())),
    )
