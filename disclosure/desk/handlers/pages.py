"""Pages of the desk: the start page, a notice's page, and a new notice."""

from typing import Any

from disclosure.desk.handlers.base import DeskHandler
from disclosure.project.notices import find_notices


class DeskPage(DeskHandler):
    """Sends pages."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def page(self, name: str, **values: object) -> None:
        """Send a page by the name of its template."""
        session = self.desk.guard.session_of(self.request)
        page = self.desk.templates.render(
            name,
            say=self.desk.say,
            token=session.token if session else "",
            language="zh-CN" if self.desk.settings.language == "zh" else "en",
            **values,
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page)

    def write_error(self, status_code: int, **about: Any) -> None:
        """Say on a page why not."""
        error = about.get("exc_info", (None, None, None))[1]
        self.page("refused.html", said=self._said(error))


class Start(DeskPage):
    """The start page."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        files, _ = find_notices(self.desk.settings)
        self.page("start.html", notices=[file.slug for file in files])
