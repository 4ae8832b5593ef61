"""Signing: one more signature under one text, if its turn has come."""

from pathlib import Path
from typing import NamedTuple

from disclosure.clock import moment_in_china
from disclosure.diagnostics import has_errors
from disclosure.errors import OutputError, UsageError
from disclosure.files import exclusive
from disclosure.model.canonical import canonical_bytes, content_digest
from disclosure.model.review import Decision, ReviewPolicy, ReviewVerdict, SignOff, StepState
from disclosure.pipeline.checking import Checked, Desk
from disclosure.pipeline.keys import sign_statement
from disclosure.pipeline.publication_date import refuse_publication_date
from disclosure.pipeline.reviews import (
    Review,
    add_sign_off,
    look_at_review,
    policy_of,
    review_path,
)
from disclosure.settings import name_for


class Wish(NamedTuple):
    """A signature that somebody wishes to give.

    Attributes:
        role: the step.
        name: who signs.
        decision: in words.
        opinion: in words; may be empty.
        key: private SSH key; None for none.
    """

    role: str
    name: str
    decision: str
    opinion: str
    key: Path | None


def review_of(checked: Checked, desk: Desk) -> Review | None:
    """Return how the sign-off of a checked notice stands; None when it cannot be read."""
    if checked.loaded is None:
        return None
    digest = content_digest(canonical_bytes(checked.loaded.notice))
    return look_at_review(desk.settings, desk.site, checked.file.slug, digest)


def sign(checked: Checked, desk: Desk, wish: Wish) -> SignOff:
    """Record a signature under the text that was checked.

    Raises:
        UsageError: the wish makes no sense: an unknown step, no name, not their turn.
        OutputError: the text has errors, or the record cannot be written.

    """
    project = name_for(desk.settings.content)
    lock = desk.settings.cache / f"sign-{project}-{checked.file.slug}.lock"
    with exclusive(lock):
        review = review_of(checked, desk)
        if review is None or has_errors(checked.diagnostics) or review.found:
            raise OutputError("sign.errors", path=checked.file.path.name)
        policy = policy_of(desk.site)
        decision = _decision(wish.decision)
        _refuse_nonsense(wish, policy)
        if decision is not Decision.RETURNED:
            refuse_publication_date(checked)
            _refuse_out_of_turn(wish, policy, review.verdict)
        if checked.loaded is None:  # pragma: no cover - there is a review
            raise OutputError("sign.errors", path=checked.file.path.name)
        given = SignOff(
            role=wish.role,
            name=wish.name,
            decision=decision,
            opinion=wish.opinion or None,
            at=moment_in_china(),
            digest=content_digest(canonical_bytes(checked.loaded.notice)),
        )
        if any(each.at > given.at for each in review.record.signatures):
            raise OutputError("sign.clock", at=given.at)
        if wish.key:
            signature = sign_statement(given.statement, wish.key)
            given = given.model_copy(update={"signature": signature})
        path = review_path(desk.settings, checked.file.slug)
        add_sign_off(path, review.data, given)
    return given


def _decision(text: str) -> Decision:
    try:
        return Decision(text)
    except ValueError:
        known = "、".join(Decision)
        raise UsageError("cli.bad_choice", name="--decision", what=text, known=known) from None


def _refuse_nonsense(wish: Wish, policy: ReviewPolicy) -> None:
    roles = [step.role for step in policy.steps]
    if wish.role not in roles:
        raise UsageError("cli.bad_choice", name="--role", what=wish.role, known="、".join(roles))
    if not wish.name.strip() or not wish.name.isprintable():
        raise UsageError("cli.no_value", name="--name")


def _refuse_out_of_turn(wish: Wish, policy: ReviewPolicy, verdict: ReviewVerdict) -> None:
    names: set[str] = set()
    left = 0
    for step in verdict.steps:
        if step.step.role == wish.role:
            if step.state is StepState.SIGNED:
                raise UsageError("sign.already", role=wish.role)
            break
        if step.state is not StepState.SIGNED or step.signed is None:
            raise UsageError("sign.turn", role=step.step.role)
        names.add(step.signed.name)
    roles = [step.role for step in policy.steps]
    left = len(roles) - roles.index(wish.role) - 1
    if len(names | {wish.name}) + left < policy.people:
        raise UsageError("sign.same_person", name=wish.name, people=str(policy.people))
