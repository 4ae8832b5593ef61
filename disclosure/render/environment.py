"""The Jinja environment: everything escaped, nothing undefined passes, words come by name.

``{{ "ledger.title"|text }}`` prints a text of the catalogue. Jinja works out a filter of a
constant when it compiles the template, so such a word costs a page nothing.
"""

import re
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import Any, Final, NamedTuple

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from disclosure.errors import TemplateError
from disclosure.page_texts import PageTexts, page_texts
from disclosure.render.template_cache import CompiledTemplates

_SAFE_FILTER = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_REFERENCE: Final = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL
)
_NAMED: Final = re.compile(
    r"""\s*["']([^"'\\]+)["']\s*(?:(?:import|as|ignore|with|without)\b.*)?""", re.DOTALL
)
_SPECIAL: Final = re.compile("[&<>'\"]").search
_SHORT: Final = 40


class _GuardedLoader(FileSystemLoader):
    """Refuses a template that switches escaping off."""

    def get_source(self, environment: Environment, template: str) -> Any:
        source, name, uptodate = super().get_source(environment, template)
        if match := _SAFE_FILTER.search(source):
            line = source.count("\n", 0, match.start()) + 1
            raise TemplateSyntaxError(f"'{match[0]}' is banned", line, template)
        return source, name, uptodate


class _Page(Template):
    """A template that does not copy what needs no escaping: a notice has 1,200 such texts."""

    @classmethod
    def from_code(cls, *arguments: Any, **more: Any) -> Template:
        made = super().from_code(*arguments, **more)
        made.root_render_func.__globals__["escape"] = escape_where_needed
        return made


def escape_where_needed(value: object) -> str:
    """Return ``value`` as HTML, as ``markupsafe.escape`` does, but plain texts as they are."""
    # In longer texts the search takes longer than the copy.
    if type(value) is str and len(value) < _SHORT and not _SPECIAL(value):
        return value
    if type(value) is int:
        return str(value)
    return value if isinstance(value, Markup) else escape(value)


class _Calls(Context):
    """Calls a macro at once, where Jinja first asks what else it may be: 160 times a notice."""

    def call(self, called: Any, /, *arguments: Any, **named: Any) -> Any:
        """Return what ``called`` returns; a macro takes no variables of the loop around it."""
        if type(called) is not Macro:
            return super().call(called, *arguments, **named)
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*arguments, **named)


class Templates(NamedTuple):
    """The page templates of one project."""

    environment: Environment
    folder: Path
    texts: PageTexts

    def render(self, name: str, **values: object) -> str:
        """Return a rendered page.

        Raises:
            TemplateError: the template is missing, broken, or names something undefined.

        """
        try:
            return self.environment.get_template(name).render(**values)
        except TemplateSyntaxError as error:
            shown = error.name or name
            detail = error.message or ""
            raise TemplateError(
                "template.broken", name=shown, line=str(error.lineno), detail=detail
            ) from error
        except TemplateNotFound as error:
            raise TemplateError("template.absent", name=str(error.name or name)) from error
        except UndefinedError as error:
            where, line = self._place(error, name)
            raise TemplateError(
                "template.undefined", name=where, line=line, detail=error.message or ""
            ) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            where, line = self._place(error, name)
            raise TemplateError(
                "template.broken", name=where, line=line, detail=str(error)
            ) from error

    def names(self) -> list[str]:
        """Return the names of all templates."""
        return self.environment.list_templates(["html"])

    def references(self, name: str) -> set[str | None]:
        """Return what a template extends, includes and imports; None where that is worked out.

        Raises:
            jinja2.TemplateError: it is missing, or switches escaping off.

        """
        source, _, _ = _GuardedLoader(self.folder).get_source(self.environment, name)
        # Parsed, the templates would take a tenth of a second in every cold build. Whatever is
        # not plainly a name counts as worked out.
        tags = _REFERENCE.findall(_COMMENT.sub("", source))
        return {found[1] if (found := _NAMED.fullmatch(tag)) else None for tag in tags}

    def _place(self, error: Exception, name: str) -> tuple[str, str]:
        """Return the template and line in which ``error`` arose."""
        for frame in reversed(extract_tb(error.__traceback__)):
            path = Path(frame.filename)
            if path.is_relative_to(self.folder):
                return path.relative_to(self.folder).as_posix(), str(frame.lineno)
        return name, "?"


def open_templates(
    folder: Path, compiled: Path | None = None, texts: PageTexts | None = None
) -> Templates:
    """Prepare the templates in ``folder``; each is compiled when first used.

    Args:
        folder: the templates.
        compiled: where to keep them compiled for the next time; None keeps nothing.
        texts: the words that they print by name; None for the usual ones.

    """
    texts = texts or page_texts()
    environment = Environment(
        loader=_GuardedLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
        bytecode_cache=CompiledTemplates(compiled, texts) if compiled else None,
    )
    environment.template_class = _Page
    environment.context_class = _Calls
    environment.filters["text"] = _filter_of(texts)
    return Templates(environment, folder, texts)


def _filter_of(texts: PageTexts) -> Callable[..., str]:
    """Return the filter: a text by its name; values that are markup stay so, all else is text."""
    by_name = texts.texts

    def text(name: str, /, **values: object) -> str:
        found = by_name[name]
        if not values:
            return found
        # Asked for each problem: no detours.
        if Markup in map(type, values.values()):
            return escape(found).format_map(values)
        return found.format_map(values)

    return text
