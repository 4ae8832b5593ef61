"""Publishing: the plan, the work with its progress, going back; and a delivery to download."""

import asyncio
import io
import zipfile
from pathlib import PurePosixPath
from typing import Final

from disclosure.desk.actions import publish
from disclosure.desk.answers import of_diagnostic
from disclosure.desk.handlers.base import Asking, DeskHandler, Refusal
from disclosure.desk.jobs import Job
from disclosure.editorial.check import check_file
from disclosure.handover.deliver import make_delivery
from disclosure.project.notices import NoticeFile
from disclosure.zip_stored import pack

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
        self._publish(job, name, dry=True)

    def _publish(self, job: Job, name: str, *, dry: bool = False) -> None:
        desk = self.desk
        context = desk.check_context()
        plan = publish.do(context, desk.published, name, job.progress, dry=dry)
        job.ok, job.said = plan.published is not None and (dry or not plan.blockers), plan.said
        job.told = {
            "blockers": [of_diagnostic(each, desk) for each in plan.blockers[:_MOST]],
            **(publish.places_of(plan.published) if plan.published else {}),
        }

    def _back(self, job: Job, name: str) -> None:
        job.said = publish.back(self.desk.check_context(), self.desk.published, name)
        job.ok = True


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
        data = await asyncio.to_thread(self._zip, self.notice(slug))
        name = f"{slug}-delivery.zip"
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(data)

    def _zip(self, file: NoticeFile) -> bytes:
        context = self.desk.check_context()
        delivery = make_delivery(check_file(file, context), context)
        folder = PurePosixPath(f"{file.slug}-delivery")
        made = io.BytesIO()
        with zipfile.ZipFile(made, "x") as package:
            for name in sorted(delivery.files):
                pack(package, (folder / name).as_posix(), delivery.files[name], modes=False)
        return made.getvalue()
