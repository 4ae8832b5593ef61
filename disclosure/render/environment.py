"""The Jinja environment: everything escaped, nothing undefined passes, words come by name.

``{{ "ledger.title"|text }}`` prints a text of the catalogue. Jinja works out a filter of a
constant when it compiles the template, so such a word costs a page nothing.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup, escape

from disclosure.errors import TemplateError
from disclosure.page_texts import PageTexts, page_texts
from disclosure.render.template_cache import CompiledTemplates
from disclosure.render.template_code import Pages, TemplateCode
from disclosure.render.template_runtime import Page, PieceMacro, SharedPart, encoded

_SAFE_FILTER = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_REFERENCE: Final = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL
)
_NAMED: Final = re.compile(
    r"""\s*["']([^"'\\]+)["']\s*(?:(?:import|as|ignore|with|without)\b.*)?""", re.DOTALL
)


class _GuardedLoader(FileSystemLoader):
    """Refuses a template that switches escaping off."""

    def get_source(self, environment: Environment, template: str) -> Any:
        source, name, uptodate = super().get_source(environment, template)
        if match := _SAFE_FILTER.search(source):
            line = source.count("\n", 0, match.start()) + 1
            raise TemplateSyntaxError(f"'{match[0]}' is banned", line, template)
        return source, name, uptodate


T = TypeVar("T")


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
        return self._told(name, lambda template: template.render(**values))

    def render_encoded(self, name: str, **values: object) -> bytes:
        """Return a rendered page in UTF-8; parts that it shares with others are encoded already.

        Raises:
            TemplateError: as of ``render``.

        """
        return self._told(name, lambda template: encoded(template, values))

    def render_part(self, name: str, *values: object) -> SharedPart:
        """Return what the macro ``part`` of a template prints.

        Raises:
            TemplateError: as of ``render``.

        """

        def make(template: Template) -> SharedPart:
            part: PieceMacro = vars(template.module)["part"]
            return SharedPart("".join(part.pieces(*values)))

        return self._told(name, make)

    def _told(self, name: str, make: Callable[[Template], T]) -> T:
        try:
            return make(self.environment.get_template(name))
        except TemplateSyntaxError as error:
            shown = error.name or name
            detail = error.message or ""
            raise TemplateError(
                "template.broken", name=shown, line=str(error.lineno), detail=detail
            ) from error
        except TemplateNotFound as error:
            raise TemplateError("template.absent", name=str(error.name or name)) from error
        except (UndefinedError, AttributeError) as error:
            where, line = self._place(error, name)
            raise TemplateError(
                "template.undefined", name=where, line=line, detail=str(error)
            ) from error
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
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
        from traceback import extract_tb  # imported here: templates are hardly ever broken

        for frame in reversed(extract_tb(error.__traceback__)):
            path = Path(frame.filename)
            if path.is_relative_to(self.folder):
                return path.relative_to(self.folder).as_posix(), str(frame.lineno)
        return name, "?"


def open_templates(
    folder: Path,
    compiled: Path | None = None,
    texts: PageTexts | None = None,
    *,
    dicts: bool = False,
) -> Templates:
    """Prepare the templates in ``folder``; each is compiled when first used.

    Args:
        folder: the templates.
        compiled: where to keep them compiled for the next time; None keeps nothing.
        texts: the words that they print by name; None for the usual ones.
        dicts: whether they are given dictionaries and name what these hold as attributes.

    """
    texts = texts or page_texts()
    environment = Pages(
        loader=_GuardedLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # all are kept: there are few
        keep_trailing_newline=True,
        bytecode_cache=CompiledTemplates(compiled, texts) if compiled else None,
    )
    environment.template_class = Page
    environment.code_generator_class = TemplateCode
    environment.texts = texts.texts
    environment.dicts = dicts
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
