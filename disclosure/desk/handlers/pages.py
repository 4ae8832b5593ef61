"""Pages of the desk: the start page, a notice's page, and a new notice."""

import asyncio
from types import MappingProxyType
from typing import Any, Final

from disclosure.desk.actions import publish
from disclosure.desk.answers import of_diagnostic
from disclosure.desk.handlers.base import DeskHandler, Refusal
from disclosure.editorial.check import check_file
from disclosure.editorial.sign import review_of
from disclosure.model.review import StepVerdict
from disclosure.project.notices import NoticeFile
from disclosure.stages.stage import Standing, Step
from disclosure.versioning.seal import Reason

_ABSENT: Final = 404
_MOST: Final = 100  # findings on the page; the rest is told when these are mended
_COMMON: Final = MappingProxyType(
    {"reasons": [each.value for each in Reason], "keys": (), "can_go_back": False}
)


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
        values = await asyncio.to_thread(self._values, file)
        self.page("notice.html", notice=self._row(standing), **_steps(standing.step), **values)

    def _values(self, file: NoticeFile) -> dict[str, object]:
        """Return what the page shows beside the standing; called in a thread."""
        desk = self.desk
        context = desk.checks.look()
        if context is None:
            return {"findings": (), "signing": (), "targets": (), **_COMMON, "page": ""}
        checked = check_file(file, context)
        review = review_of(checked, context)
        found = [of_diagnostic(each, desk) for each in checked.diagnostics]
        return {
            **_COMMON,
            "findings": sorted(found, key=lambda each: not each["is_error"])[:_MOST],
            "signing": [self._signed(step) for step in review.verdict.steps] if review else (),
            "will": {"sign": "", "return": "", "seal": "", "publish": publish.will(context)},
            "targets": [
                {"name": each.name, "shown": each.url} for each in context.site.publish.targets
            ],
            "page": f"/notices/{file.slug}/",
        }

    def _signed(self, verdict: StepVerdict) -> dict[str, str]:
        given = verdict.signed
        return {
            "role": verdict.step.role,
            "state": self.desk.say(f"step.{verdict.state.value}"),
            "who": given.name if given else "",
            "when": given.at[:16].replace("T", " ") if given else "",
        }


def _steps(here: Step) -> dict[str, object]:
    """Return the steps of a notice's way, as the page shows them."""
    every = list(Step)
    at = every.index(here)
    states = ["past" if n < at else "here" if n == at else "later" for n in range(len(every))]
    return {
        "here": here.name.lower(),
        "names": {step.name.lower(): step.value for step in every},
        "steps": [
            (step.name.lower(), step.value, state)
            for step, state in zip(every, states, strict=True)
        ],
    }
