"""The state of the preview, as the page in the browser is told of it."""

from pathlib import PurePosixPath
from typing import Any

from disclosure.diagnostics import Diagnostic, Level
from disclosure.messages import say
from disclosure.pipeline.result import BuildResult
from disclosure.preview.builder import Built
from disclosure.project.settings import Settings
from disclosure.report.text import level_name, printable_place, sentence


class State:
    """What the last build said.

    Attributes:
        version: of the pages that are served; grows with every build that changed one.
        shown: what browsers show; see ``as_json``.
    """

    def __init__(self, settings: Settings, first_version: int) -> None:
        self._settings = settings
        self.version = first_version
        self.shown: dict[str, Any] = {"failed": "", "errors": [], "findings": []}

    def take(self, built: Built) -> bool:
        """Take in what a build said; return whether browsers must be told."""
        before, result = self.shown, built.result
        language = self._settings.language
        if result is None:
            failed = say(built.code, language, dict(built.params))
            self.shown = {"failed": failed, "errors": [], "findings": before["findings"]}
            return self.shown != before
        errors = [d for d in result.diagnostics if d.level is Level.ERROR]
        others = [d for d in result.diagnostics if d.level is not Level.ERROR]
        self.shown = {
            "failed": "" if result.built else say("preview.failed", language),
            "errors": [self._plain(d) for d in errors],
            "findings": [self._plain(d) for d in others] if result.built else before["findings"],
        }
        changed = _changed_pages(result)
        if changed:
            self.version += 1
        return changed or self.shown != before

    def as_json(self) -> dict[str, Any]:
        """Return what browsers are told.

        Returns:
            ``version``; ``failed``, why the pages are not of the last save, or empty;
            ``errors`` and ``findings``, each with ``level``, ``place``, ``message``, ``code``,
            ``excerpt``, ``column`` (0-based), ``span`` and ``page``, the address of the page
            that it is about, or empty; and ``words`` for what stands around them.

        """
        there = (self._settings.output / "index.html").is_file()
        codes = {
            "findings": "preview.findings",
            "none": "preview.none",
            "jump": "preview.jump",
            "hint": "preview.last_good" if there else "preview.no_page",
        }
        words = {name: say(code, self._settings.language) for name, code in codes.items()}
        return {"version": self.version, "words": words, **self.shown}

    def _plain(self, diagnostic: Diagnostic) -> dict[str, Any]:
        language = self._settings.language
        return {
            "level": level_name(diagnostic.level, language),
            "is_error": diagnostic.level is Level.ERROR,
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
