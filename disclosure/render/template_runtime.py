"""What compiled templates call while they are rendered: escaping, and macros that give pieces."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import markupsafe
from jinja2 import Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# What ``escape`` does to a ``str``, without making markup of it, which takes ten times as long.
escape_text: Final[Callable[[str], str]] = getattr(markupsafe, "_escape_inner", escape)


class SharedPart(Markup):
    """A part of several pages, which is encoded once.

    Attributes:
        encoded: its bytes.

    """

    __slots__ = ("encoded",)
    encoded: bytes

    def __new__(cls, html: str) -> "SharedPart":
        """Return a part.

        Args:
            html: what a template has escaped.

        """
        made: SharedPart = str.__new__(cls, html)
        made.encoded = html.encode()
        return made


class PieceMacro(Macro):
    """A macro whose function returns pieces.

    Attributes:
        pieces: called with the arguments, returns what is printed, escaped.

    """

    pieces: Callable[..., Iterable[str]]

    def __init__(
        self, environment: Any, function: Any, name: str, arguments: list[str], *more: Any
    ) -> None:
        def joined(*given: Any) -> str:
            return "".join(function(*given))

        super().__init__(environment, joined, name, arguments, *more)
        if self.catch_kwargs or self.catch_varargs or self.caller:
            self.pieces = lambda *given: (self(*given),)
        else:
            # As Jinja fills in what is not given; the function puts its default there.
            function.__defaults__ = (missing,) * len(arguments)
            self.pieces = function


class Page(Template):
    """A template with these ways of escaping and of calling macros."""

    @classmethod
    def from_code(cls, *arguments: Any, **more: Any) -> Template:
        """Return the template that compiled code makes."""
        made = super().from_code(*arguments, **more)
        made.root_render_func.__globals__.update(escape=escape_where_needed, Macro=PieceMacro)
        return made

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        # Jinja looks each time whether the page was given globals that this template was not.
        # None is, and a page asks for ten modules.
        return super()._get_default_module()


def escape_where_needed(value: object) -> str:
    """Return ``value`` as HTML, as ``markupsafe.escape`` does, but plain texts as they are."""
    kind = type(value)
    if kind is str:
        return escape_text(value)  # type: ignore[arg-type]
    if kind is int:
        return str(value)
    return value if isinstance(value, Markup) else escape(value)


def encoded(page: Template, values: dict[str, object]) -> bytes:
    """Return a page as bytes, made as ``Template.generate`` does; parts are encoded already.

    Args:
        page: its template.
        values: what it is given.

    """
    try:
        return _encoded(page.root_render_func(page.new_context(values)))
    except Exception:
        page.environment.handle_exception()  # adds the line of the template


def _encoded(pieces: Iterable[str]) -> bytes:
    done: list[bytes] = []
    own: list[str] = []
    for piece in pieces:
        if type(piece) is SharedPart:
            done += ("".join(own).encode(), piece.encoded)
            own = []
        else:
            own.append(piece)
    done.append("".join(own).encode())
    return b"".join(done)
