"""What notices are checked against, read again only where it has changed: for who checks often."""

from disclosure.editorial.check import CheckContext, open_context
from disclosure.project.fingerprint import stat_of
from disclosure.project.settings import GENRES, Settings


class KeptContext:
    """Keeps the context of a project."""

    def __init__(self, settings: Settings) -> None:
        """Keep nothing yet.

        Args:
            settings: the project.
        """
        self._settings = settings
        self._context: CheckContext | None = None
        self._of_all = ""

    def look(self) -> CheckContext | None:
        """Return the context, the same object while it is the same; None where there is none.

        Raises:
            DisclosureError: the project cannot be read.

        """
        content = self._settings.content
        own = [content / "site.yaml", content / "terms.yaml"]
        own += sorted((content / GENRES).glob("*")) if (content / GENRES).is_dir() else []
        of_all = " ".join(stat_of(path.as_posix()) for path in own)
        if self._context is not None and of_all == self._of_all:
            return self._context
        self._context, _ = open_context(self._settings)
        self._of_all = of_all
        return self._context
