"""From what the checks, sign-offs, archive and publications say to where a notice stands."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from disclosure.diagnostics import Level, has_errors
from disclosure.editorial.check import CheckContext, Checked, check_file, open_context
from disclosure.editorial.publication_date import PLANNED, publication_faults
from disclosure.editorial.sign import review_of
from disclosure.model.review import Decision, ReviewVerdict, SignOff, StepState
from disclosure.project.notices import NoticeFile, find_notices
from disclosure.project.settings import Settings
from disclosure.project.signoffs import Review
from disclosure.source.load import LoadedNotice
from disclosure.stages.known import Known, known_of
from disclosure.stages.stage import Saying, Stage, Standing, Step

_NO_DATE: Final = "publication.none"
_NAMED: Final = 5
_SAID: Final = {
    StepState.STALE: "next.sign_again",
    StepState.REOPENED: "next.sign_again",
    StepState.FORGED: "next.sign_forged",
    StepState.UNSIGNED: "next.sign_unsigned",
}


class _Found(NamedTuple):
    """How far a notice has come, and what is said of it."""

    stage: Stage
    step: Step
    next: Saying
    role: str = ""
    ready: bool = False


def standings(settings: Settings) -> tuple[Standing, ...]:
    """Return where every notice of a project stands, in the order of their files.

    Where the site's file cannot be read nothing can be checked, and no notice is ready.

    Raises:
        DisclosureError: the project cannot be read.

    """
    context, _ = open_context(settings)
    files, _ = find_notices(settings)
    if context is None:
        return tuple(standing_without_site(file) for file in files)
    known = known_of(settings)
    return with_company([standing_of(check_file(file, context), context, known) for file in files])


def standing_of(checked: Checked, context: CheckContext, known: Known) -> Standing:
    """Return where a notice stands; the date of publication is compared with today's.

    Args:
        checked: the notice, through all rules.
        context: what it was checked against.
        known: see ``known_of``.

    Raises:
        OutputError: a key is to be verified and OpenSSH is not there.

    """
    found = _found(checked, context, known)
    if known.withdrawn(checked.file.slug):
        found = _withdrawn(checked, known, found)
    slug, levels = checked.file.slug, [each.level for each in checked.diagnostics]
    return Standing(
        slug=slug,
        title=checked.loaded.notice.title if checked.loaded else "",
        stage=found.stage,
        step=found.step,
        errors=levels.count(Level.ERROR),
        warnings=levels.count(Level.WARNING),
        waiting_role=found.role,
        version=known.number(slug),
        published_version=known.published_number(slug),
        ready=found.ready,
        next=found.next,
    )


def standing_without_site(file: NoticeFile) -> Standing:
    """Return where a notice stands while ``site.yaml`` cannot be read."""
    said = Saying("next.site", {})
    return Standing(file.slug, "", Stage.ERRORS, Step.CHECK, 0, 0, "", 0, 0, False, said)


def with_company(every: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return all standings of a project, each told what others keep it from.

    A site is published whole: one notice that is not ready holds up all others.
    """
    unready = [each.slug for each in every if not each.ready]
    values = {"count": str(len(unready)), "slugs": "、".join(unready[:_NAMED])}

    def told(each: Standing) -> Standing:
        if not unready or each.next.code != "next.publish":
            return each
        return each._replace(next=Saying("next.publish_held", {**each.next.params, **values}))

    return tuple(told(each) for each in every)


def _found(checked: Checked, context: CheckContext, known: Known) -> _Found:
    errors = sum(each.level is Level.ERROR for each in checked.diagnostics)
    counted = {"count": str(errors)}
    if checked.loaded is None:
        return _Found(Stage.DRAFT_FAULTY, Step.WRITE, Saying("next.faulty", counted))
    if errors:
        return _Found(Stage.ERRORS, Step.CHECK, Saying("next.errors", counted))
    if has_errors(context.found):
        return _Found(Stage.ERRORS, Step.CHECK, Saying("next.site", {}))
    review = review_of(checked, context)
    if review is None or review.found:
        return _Found(Stage.ERRORS, Step.CHECK, Saying("next.review", {}))
    return _by_sign_offs(checked, checked.loaded, review, known)


def _withdrawn(checked: Checked, known: Known, found: _Found) -> _Found:
    """Return how far a withdrawn notice has come; its text holds up nobody else's.

    One that has been changed since is on its way to stand again.
    """
    slug = checked.file.slug
    if checked.digest != known.content(slug):
        return found._replace(ready=True)
    numbered = {"number": str(known.number(slug))}
    if known.published_number(slug) == known.number(slug):
        return _Found(Stage.WITHDRAWN, Step.PUBLISH, Saying("next.withdrawn", numbered), ready=True)
    said = Saying("next.publish_withdrawal", numbered)
    return _Found(Stage.TO_PUBLISH, Step.PUBLISH, said, ready=True)


def _by_sign_offs(checked: Checked, loaded: LoadedNotice, review: Review, known: Known) -> _Found:
    slug, number = checked.file.slug, known.number(checked.file.slug)
    if review.verdict.complete and checked.digest == known.content(slug):
        return _sealed(checked, loaded, known)
    for fault in publication_faults(loaded, PLANNED):
        said = Saying(fault.code, dict(fault.params))
        if fault.code == _NO_DATE:
            return _Found(Stage.DRAFT, Step.WRITE, Saying("next.draft", {}))
        return _Found(Stage.ERRORS, Step.CHECK, said)
    if not review.verdict.complete:
        return _unsigned(checked, review, known)
    said = Saying("next.seal" if number else "next.seal_first", {"number": str(number + 1)})
    return _Found(Stage.TO_SEAL, Step.SEAL, said)


def _unsigned(checked: Checked, review: Review, known: Known) -> _Found:
    step = review.verdict.next_step
    if step is None:  # the chain is whole, but too few people stand in it
        last = review.verdict.steps[-1].step.role
        few = {"people": str(review.verdict.people), "role": last}
        return _Found(Stage.TO_SIGN, Step.SIGN, Saying("next.few", few), last)
    first = {"role": step.role}
    if returned := _sent_back(review, checked.digest):
        whose = {"by": returned.role, "name": returned.name, "opinion": returned.opinion or ""}
        code = "next.returned_why" if returned.opinion else "next.returned"
        return _Found(Stage.RETURNED, Step.WRITE, Saying(code, {**first, **whose}), step.role)
    published = known.published_number(checked.file.slug)
    if published and not _anybody(review.verdict):
        said = Saying("next.changed", {**first, "number": str(published)})
        return _Found(Stage.CHANGED, Step.SIGN, said, step.role)
    state = next(v.state for v in review.verdict.steps if v.step == step)
    return _Found(Stage.TO_SIGN, Step.SIGN, Saying(_SAID.get(state, "next.sign"), first), step.role)


def _sealed(checked: Checked, loaded: LoadedNotice, known: Known) -> _Found:
    slug = checked.file.slug
    number, published = known.number(slug), known.published_number(slug)
    numbered = {"number": str(number)}
    if number == published and checked.digest == known.published_text(slug):
        said = Saying("next.published", numbered)
        return _Found(Stage.PUBLISHED, Step.PUBLISH, said, ready=True)
    for fault in publication_faults(loaded, timedelta(0)):
        return _Found(Stage.TO_PUBLISH, Step.PUBLISH, Saying(fault.code, dict(fault.params)))
    return _Found(Stage.TO_PUBLISH, Step.PUBLISH, Saying("next.publish", numbered), ready=True)


def _sent_back(review: Review, digest: str) -> SignOff | None:
    """Return who has sent this very text back, where nobody has signed it since."""
    last = next(reversed(review.record.signatures), None)
    back = last is not None and last.decision is Decision.RETURNED and last.digest == digest
    return last if back else None


def _anybody(verdict: ReviewVerdict) -> bool:
    return any(step.state is StepState.SIGNED for step in verdict.steps)
