"""Publishing: the plan, the work with its progress, going back; and a delivery to download."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from disclosure.desk.actions import deliver, publish
from disclosure.desk.actions.publish import Blocker
from disclosure.desk.actions.said import LOCKED, Done
from disclosure.desk.handlers.base import Asking, DeskHandler, Refusal
from disclosure.desk.jobs import Job
from disclosure.errors import DisclosureError
from disclosure.project.notice_reader import read_notice
from disclosure.publish.targets.registry import choose_target

_ABSENT, _BUSY = 404, 409
_MOST: Final = 100
Work = Callable[[Job, str, bool], None]


class Publish(Asking):
    """Begins a plan, a publication or the way back."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Begin it; how far it is, ``jobs/<id>`` says."""
        (what,) = arguments
        desk, body = self.desk, self.body()
        name, unlock = self.text(body, "target"), body.get("unlock") is True
        # Nothing is begun for a target that there is not.
        await asyncio.to_thread(lambda: choose_target(desk.check_context().site, name))
        if desk.jobs.busy:
            raise Refusal(_BUSY, desk.say("desk.busy"))
        work = self._back if what == "back" else self._plan if what == "plan" else self._publish
        self.answer(job=desk.jobs.begin(lambda job: self._done(work, job, name, unlock=unlock)))

    def _done(self, work: Work, job: Job, name: str, *, unlock: bool) -> None:
        """Do some work, and tell what the clerk can do where it cannot be done."""
        try:
            work(job, name, unlock)
        except publish.BlockedError as error:
            job.told = {"blockers": self._told(error.blockers)}
            raise
        except DisclosureError as error:
            if error.code in LOCKED:
                job.told = {"unlock": publish.will_unlock(self.desk.check_context(), name)}
            raise

    def _told(self, blockers: Sequence[Blocker]) -> list[dict[str, str]]:
        """Return what is told of what forbids to publish, each notice by its title."""
        shown = blockers[:_MOST]
        titles = {slug: self._title(slug) for slug in {each.slug for each in shown}}
        return [{**each._asdict(), "title": titles[each.slug]} for each in shown]

    def _title(self, slug: str) -> str:
        file = self.desk.notice(slug) if slug else None
        loaded = read_notice(file, self.desk.settings).loaded if file else None
        return loaded.notice.title if loaded else ""

    def _plan(self, job: Job, name: str, unlock: bool) -> None:
        plan = publish.plan(self.desk.check_context(), self.desk.published, name)
        job.ok, job.said = not plan.blockers, plan.said
        job.told = {
            "blockers": self._told(plan.blockers),
            "written": plan.write[:_MOST],
            "deleted": plan.delete[:_MOST],
            "unchanged": plan.unchanged,
            "notes": plan.notes,
        }

    def _publish(self, job: Job, name: str, unlock: bool) -> None:
        desk, context = self.desk, self.desk.check_context()
        done = publish.do(context, desk.published, name, job.progress, unlock=unlock)
        _take(done, job)

    def _back(self, job: Job, name: str, unlock: bool) -> None:
        context = self.desk.check_context()
        _take(publish.back(context, self.desk.published, name, unlock=unlock), job)


def _take(done: Done, job: Job) -> None:
    job.ok, job.said, job.told = True, done.said, {"notes": done.notes}


class Progress(Asking):
    """Tells how far some work is."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send it."""
        (name,) = arguments
        job = self.desk.jobs.find(name)
        if job is None:
            raise Refusal(_ABSENT, self.desk.say("desk.no_job"))
        self.answer(
            ok=job.ok or not job.over,
            said=job.said,
            over=job.over,
            done=job.done,
            total=job.total,
            **(job.told if job.over else {}),
        )


class Deliver(DeskHandler):
    """Sends a notice as the files for an office that publishes by pasting."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    async def get(self, *arguments: str) -> None:
        """Send the zip that the command ``deliver --zip`` writes."""
        (slug,) = arguments
        file = self.notice(slug)
        made = await asyncio.to_thread(lambda: deliver.do(file, self.desk.check_context()))
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{made.name}"')
        self.finish(made.data)
