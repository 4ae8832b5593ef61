"""The state of the preview, as the page in the browser is told of it."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from disclosure.diagnostics import Diagnostic, Level
from disclosure.messages import say
from disclosure.pipeline.result import BuildResult
from disclosure.preview.builder import Built
from disclosure.preview.findings import Looked
from disclosure.project.settings import Settings
from disclosure.report.text import level_name, printable_place, sentence

_MOST = 100  # findings on a page that is no notice's
_WORDS = {
    "findings": "preview.findings",
    "none": "preview.none",
    "jump": "preview.jump",
    "others": "preview.others",
    "alike": "preview.alike",
}
Plain = dict[str, Any]


class State:
    """What the last build and the rules said.

    Attributes:
        version: of the pages that are served; grows with every build that changed one.
        failed: why the pages are not of the last save, or empty.
        errors: what stopped the build.
    """

    def __init__(self, settings: Settings, first_version: int) -> None:
        self._settings = settings
        self.version = first_version
        self.failed = ""
        self.errors: list[Plain] = []
        self._told: dict[PurePosixPath, list[Plain]] = {}  # by the last build, beside errors
        self._looked: dict[PurePosixPath, list[Plain]] = {}

    def take(self, built: Built) -> bool:
        """Take in what a build said; return whether browsers must be told."""
        before = (self.failed, self.errors, self._told)
        language, result = self._settings.language, built.result
        if result is None:
            self.failed, self.errors = say(built.code, language, dict(built.params)), []
            return (self.failed, self.errors, self._told) != before
        self.failed = "" if result.built else say("preview.failed", language)
        self.errors = [self._plain(d) for d in result.diagnostics if d.level is Level.ERROR]
        if result.built:
            self._told = self._by_file(d for d in result.diagnostics if d.level is not Level.ERROR)
        changed = _changed_pages(result)
        if changed:
            self.version += 1
        return changed or (self.failed, self.errors, self._told) != before

    def take_findings(self, looked: Looked) -> bool:
        """Take in what the rules say; return whether browsers must be told."""
        before = {path: self._looked.get(path) for path in looked.found}
        changed = any(self._looked.pop(gone, None) for gone in looked.gone)
        for path, found in looked.found.items():
            self._looked[path] = [self._plain(each) for each in found]
        return changed or any(self._looked[path] != known for path, known in before.items())

    def as_json(self, page: str = "") -> Plain:
        """Return what browsers are told.

        Args:
            page: the path of the page that asks. A notice's page is told all that was found in
                the notice, any other the first hundred findings.

        Returns:
            ``version``; ``failed``, why the pages are not of the last save, or empty;
            ``errors`` and ``findings``, each with ``level``, ``place``, ``message``, ``code``,
            ``excerpt``, ``column`` (0-based), ``span``, ``page``, the address of the page that
            it is about, or empty, and ``number`` among the findings of that page; ``others``,
            the pages of which more was found, each with ``page``, ``count`` and ``is_error``;
            and ``words`` for what stands around them.

        """
        there = (self._settings.output / "index.html").is_file()
        codes = {**_WORDS, "hint": "preview.last_good" if there else "preview.no_page"}
        shown: list[Plain] = []
        others: list[Plain] = []
        for group in self._groups():
            address = group[0]["page"]
            if not address or (page.endswith(address) if "/notices/" in page else True):
                room = len(group) if address and "/notices/" in page else _MOST - len(shown)
                shown += group[: max(0, room)]
                group = group[max(0, room) :]
            if group:
                worst = any(each["is_error"] for each in group)
                others.append({"page": address, "count": len(group), "is_error": worst})
        return {
            "version": self.version,
            "failed": self.failed,
            "errors": self.errors,
            "findings": shown,
            "others": others,
            "words": {name: say(code, self._settings.language) for name, code in codes.items()},
        }

    def _groups(self) -> Iterator[list[Plain]]:
        """Yield what was found in each file, by its name.

        What the rules read of a notice has what the build says of it, with what is private masked.
        """
        every = {**self._told, **self._looked}
        for path in sorted(every, key=PurePosixPath.as_posix):
            if every[path]:
                yield [{**each, "number": number} for number, each in enumerate(every[path])]

    def _by_file(self, diagnostics: Iterable[Diagnostic]) -> dict[PurePosixPath, list[Plain]]:
        found: dict[PurePosixPath, list[Plain]] = {}
        for each in diagnostics:
            found.setdefault(each.path, []).append(self._plain(each))
        return found

    def _plain(self, diagnostic: Diagnostic) -> Plain:
        language = self._settings.language
        return {
            "level": level_name(diagnostic.level, language),
            "is_error": diagnostic.level is Level.ERROR,
            "is_hint": diagnostic.level is Level.INFO,
            "place": printable_place(diagnostic),
            "message": sentence(diagnostic, language),
            "code": diagnostic.code,
            "excerpt": diagnostic.excerpt,
            "column": max(0, diagnostic.column - 1),
            "span": diagnostic.span,
            "page": self._page_of(diagnostic.path),
        }

    def _page_of(self, path: PurePosixPath) -> str:
        notices = self._settings.display_path(self._settings.content / "notices")
        return f"/notices/{path.stem}/" if path.parent == notices else ""


def _changed_pages(result: BuildResult) -> bool:
    return result.built and bool(result.written or result.deleted)
