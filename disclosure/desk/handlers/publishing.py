"""Publishing: the plan, the work with its progress, going back; and a delivery to download."""

import asyncio
from typing import Final

from disclosure.desk.actions import deliver, publish
from disclosure.desk.actions.said import Done
from disclosure.desk.handlers.base import Asking, DeskHandler, Refusal
from disclosure.desk.jobs import Job

_ABSENT, _BUSY = 404, 409
_MOST: Final = 100


class Publish(Asking):
    """Begins a plan, a publication or the way back."""

    SUPPORTED_METHODS: tuple[str, ...] = ("POST",)

    async def post(self, *arguments: str) -> None:
        """Begin it; how far it is, ``jobs/<id>`` says."""
        (what,) = arguments
        name = self.text(self.body(), "target")
        if self.desk.jobs.busy:
            raise Refusal(_BUSY, self.desk.say("desk.busy"))
        work = self._back if what == "back" else self._plan if what == "plan" else self._publish
        self.answer(job=self.desk.jobs.begin(lambda job: work(job, name)))

    def _plan(self, job: Job, name: str) -> None:
        plan = publish.plan(self.desk.check_context(), self.desk.published, name)
        job.ok, job.said = not plan.blockers, plan.said
        job.told = {
            "blockers": [each._asdict() for each in plan.blockers[:_MOST]],
            "written": plan.write[:_MOST],
            "deleted": plan.delete[:_MOST],
            "unchanged": plan.unchanged,
            "notes": plan.notes,
        }

    def _publish(self, job: Job, name: str) -> None:
        desk = self.desk
        _take(publish.do(desk.check_context(), desk.published, name, job.progress), job)

    def _back(self, job: Job, name: str) -> None:
        _take(publish.back(self.desk.check_context(), self.desk.published, name), job)


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
