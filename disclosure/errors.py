"""Exceptions, for what an editor cannot mend in the text.

    DisclosureError
    ├── UsageError         the command line asks for something impossible
    │   └── ExtraError     it needs packages that are not installed
    ├── ImportRefusedError a file cannot be imported as it is
    ├── OutputError        site/ cannot be written as planned
    │   └── LockedError    somebody else is writing there
    ├── UnprintableError   characters cannot be printed rightly on this machine
    └── TemplateError      a template is broken or names something undefined

What an editor can mend is a ``Diagnostic``, never an exception.
"""


class DisclosureError(Exception):
    """Base of all; carries a message code and the values its sentence needs."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders by pickle, which calls __init__ with args only.
        return (_revive, (type(self), self.code, self.params))


class UsageError(DisclosureError):
    """The command line asks for something impossible; exit status 2."""


class ExtraError(UsageError):
    """Packages are missing that only some commands need."""

    def __init__(self, name: str) -> None:
        super().__init__("extra.missing", name=name)

    def __reduce__(self) -> tuple[object, ...]:
        return (ExtraError, (self.params["name"],))


class ImportRefusedError(DisclosureError):
    """A file cannot be imported: its kind, its protection, its size; nothing was written."""


class OutputError(DisclosureError):
    """The output folder cannot be written; what was there is untouched."""


class LockedError(OutputError):
    """Another process holds the lock of what is to be written; it lets go when it is done."""


class UnprintableError(DisclosureError):
    """Characters that no font of this machine shows, or that would be read as others.

    Attributes:
        lost: each of them, with what it would be read as; empty where there is no glyph.

    """

    def __init__(self, lost: tuple[tuple[str, str], ...]) -> None:
        super().__init__("pdf.unprintable", count=str(len(lost)))
        self.lost = lost

    def __reduce__(self) -> tuple[object, ...]:
        return (UnprintableError, (self.lost,))


class TemplateError(DisclosureError):
    """A template cannot be compiled or names something undefined."""


def _revive(kind: type[DisclosureError], code: str, params: dict[str, str]) -> DisclosureError:
    return kind(code, **params)
