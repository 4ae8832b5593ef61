"""Pages of the desk: the start page, a notice's page, and a new notice."""

from typing import Any, Final

from disclosure.desk.handlers.base import DeskHandler, Refusal
from disclosure.stages.stage import Standing, Step

_ABSENT: Final = 404


class DeskPage(DeskHandler):
    """Sends pages."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET", "HEAD")

    def page(self, name: str, **values: object) -> None:
        """Send a page by the name of its template."""
        guard = self.desk.guard
        # Who is refused is told why, and nothing that would open the door.
        session = None if guard.refusal(self.request) else guard.session_of(self.request)
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
    """The start page: every notice with where it stands, and what is due."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        desk = self.desk
        whole = await desk.look()
        self.page(
            "start.html", notices=[self._row(each) for each in whole.standings], due=whole.due
        )

    def _row(self, standing: Standing) -> dict[str, Any]:
        return standing._asdict() | {
            "name": self.desk.told(standing.name),
            "said": self.desk.told(standing.next),
            "key": standing.stage.value.rpartition(".")[2],
        }


class Notice(Start):
    """A notice's page: the steps, with the present one open."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (slug,) = arguments
        file = self.notice(slug)
        whole = await self.desk.look()
        standing = next((each for each in whole.standings if each.slug == file.slug), None)
        if standing is None:
            raise Refusal(_ABSENT, self.desk.say("desk.no_notice", slug=slug))
        steps = [(step.name.lower(), step.value, step is standing.step) for step in Step]
        passed = list(Step).index(standing.step)
        self.page(
            "notice.html",
            notice=self._row(standing),
            steps=steps,
            passed=passed,
            page=f"/notices/{slug}/",
        )
