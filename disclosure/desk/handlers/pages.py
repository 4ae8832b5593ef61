"""Pages of the desk: the start page, a notice's page, and a new notice."""

import asyncio
from pathlib import Path
from typing import Any, Final

from disclosure.desk.actions import deliver, publish, return_text, seal, sign
from disclosure.desk.actions.sign import key_choices
from disclosure.desk.answers import counted, of_diagnostic
from disclosure.desk.handlers.base import DeskHandler, Refusal
from disclosure.desk.overview import Whole
from disclosure.editorial.check import check_file
from disclosure.editorial.sign import review_of
from disclosure.errors import DisclosureError
from disclosure.model.review import StepVerdict
from disclosure.model.versions import minute_of
from disclosure.project.notices import NoticeFile
from disclosure.project.signoffs import keys_known
from disclosure.project.site_file import read_site_file
from disclosure.stages.stage import Standing, Step

_ABSENT: Final = 404
_SITE, _HELD = "next.site", "next.publish_held"
_MOST: Final = 100  # findings on the page; the rest is told when these are mended


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
        of_site = isinstance(error, DisclosureError) and error.code == "desk.site"
        self.page("refused.html", said=self._said(error), of_site=of_site)


class Start(DeskPage):
    """The start page: every notice with where it stands, and what is due."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        desk = self.desk
        whole = await desk.look()
        due = [{"slug": each.slug, "said": desk.told(each.saying)} for each in whole.due]
        self.page(
            "start.html",
            notices=[self._row(each, whole) for each in whole.standings],
            due=due,
            left=whole.left,
            faults=[of_diagnostic(each, desk) for each in whole.faults[:_MOST]],
            unread=[of_diagnostic(each, desk) for each in whole.unread[:_MOST]],
        )

    def _row(self, standing: Standing, whole: Whole) -> dict[str, Any]:
        told = standing.next
        # What the site's own files say wrong is said once, above all notices.
        said = "" if told.code == _SITE and whole.faults else self.desk.told(told)
        held = [each for each in whole.standings if not each.ready] if told.code == _HELD else []
        return standing._asdict() | {
            "name": self.desk.told(standing.name),
            "said": said if not held else self.desk.say("desk.held", **told.params),
            "key": standing.stage.value.rpartition(".")[2],
            "guesses": whole.guesses.get(standing.slug, 0),
            "held": [
                {"slug": each.slug, "title": each.title, "name": self.desk.told(each.name)}
                for each in held
            ],
        }


class Notice(Start):
    """A notice's page: the steps, with the present one open."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (slug,) = arguments
        file = self.notice(slug)
        whole = await self.desk.look(file.slug)
        standing = next((each for each in whole.standings if each.slug == file.slug), None)
        if standing is None:
            raise Refusal(_ABSENT, self.desk.say("desk.no_notice", slug=slug))
        values = await asyncio.to_thread(self._values, file, standing)
        row = self._row(standing, whole)
        self.page("notice.html", notice=row, **_steps(standing.step), **values)

    def _values(self, file: NoticeFile, standing: Standing) -> dict[str, object]:
        """Return what the page shows beside the standing; called in a thread."""
        desk = self.desk
        context = desk.check_context()
        checked = check_file(file, context)
        review = review_of(checked, context)
        verdicts = review.verdict.steps if review else ()
        complete = review is not None and review.verdict.complete
        signed = [each.signed for each in verdicts if complete and each.signed]
        found = [of_diagnostic(each, desk) for each in checked.diagnostics]
        targets = context.site.publish.targets
        return {
            "findings": sorted(found, key=lambda each: not each["is_error"])[:_MOST],
            "counted": counted((each.level for each in checked.diagnostics), desk),
            "signing": [self._signed(each) for each in verdicts],
            "keys": list(key_choices(Path.home())) if keys_known(desk.settings) else (),
            "reasons": seal.reasons(file, context),
            "targets": [(each.name, publish.will(context, each.name)) for each in targets],
            "back": [
                said for each in targets if (said := publish.will_go_back(context, each.name))
            ],
            "will": {
                "sign": sign.will(context, standing.waiting_role),
                "return": return_text.will(context),
                "seal": seal.will(file, context, signed),
                "deliver": deliver.will(context),
            },
        }

    def _signed(self, verdict: StepVerdict) -> dict[str, str]:
        given = verdict.signed
        return {
            "role": verdict.step.role,
            "state": self.desk.say(f"step.{verdict.state.value}"),
            "who": given.name if given else "",
            "when": minute_of(given.at) if given else "",
        }


class SitePage(DeskPage):
    """The site's data, which every notice carries."""

    async def get(self, *arguments: str) -> None:
        """Send it."""
        loaded = await asyncio.to_thread(read_site_file, self.desk.settings)
        found = [of_diagnostic(each, self.desk) for each in loaded.diagnostics]
        self.page("site.html", findings=found[:_MOST])


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
