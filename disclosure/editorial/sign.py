"""Signing: one more signature under one text, if its turn has come."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from disclosure.clock import moment_in_china
from disclosure.diagnostics import has_errors
from disclosure.editorial.check import CheckContext, Checked
from disclosure.editorial.publication_date import refuse_publication_date
from disclosure.editorial.sign_request import SignRequest, is_pattern, refuse_nonsense
from disclosure.errors import OutputError, UsageError
from disclosure.model.review import Decision, ReviewPolicy, ReviewVerdict, SignOff, StepState
from disclosure.project.lock_places import signing_lock
from disclosure.project.signoffs import (
    Review,
    add_sign_off,
    keys_known,
    look_at_review,
    policy_of,
    review_path,
    signers_path,
    with_sign_off,
)
from disclosure.project.ssh_signatures import fits, sign_statement
from disclosure.zh.same_name import same_name


class Given(NamedTuple):
    """A signature that was recorded.

    Attributes:
        sign_off: what stands in the record now.
        remarks: codes and values of what there is to say of it.
    """

    sign_off: SignOff
    remarks: tuple[tuple[str, dict[str, str]], ...]


def review_of(checked: Checked, context: CheckContext) -> Review | None:
    """Return how the sign-off of a checked notice stands; None when it cannot be read."""
    if checked.loaded is None:
        return None
    return look_at_review(context.settings, context.site, checked.file.slug, checked.digest)


def sign(checked: Checked, context: CheckContext, wanted: SignRequest) -> Given:
    """Record a signature under the text that was checked.

    Raises:
        UsageError: the wish makes no sense: an unknown step, no name, not their turn, no key
            where keys are known.
        OutputError: the text has errors, the key does not fit, or the record cannot be written.

    """
    with signing_lock(context.settings, checked.file.slug):
        review = review_of(checked, context)
        if review is None or has_errors(checked.diagnostics) or review.found or not checked.digest:
            raise OutputError("sign.errors", path=checked.file.name)
        if has_errors(context.found):
            raise OutputError("sign.errors", path="site.yaml")
        policy = policy_of(context.site)
        decision = _decision(wanted.decision)
        refuse_nonsense(wanted, policy, keyed=keys_known(context.settings))
        if decision is not Decision.RETURNED:
            refuse_publication_date(checked)
            _refuse_out_of_turn(wanted, policy, review.verdict)
        now = moment_in_china()
        last = max((each.at for each in review.record.signatures), default="")
        given = SignOff(
            role=wanted.role,
            name=wanted.name,
            decision=decision,
            opinion=wanted.opinion or None,
            at=max(now, last),
            # A clock that was, or is, wrong must not stop anybody; but an auditor must see it.
            clock=now if now < last else None,
            digest=checked.digest,
        )
        with_sign_off(review.data, given)  # before a key is asked for
        if wanted.key:
            given = _with_key(given, wanted.key, signers_path(context.settings))
        add_sign_off(review_path(context.settings, checked.file.slug), review.data, given)
    return Given(given, tuple(_remarks(given, review)))


def _with_key(given: SignOff, key: Path, signers: Path) -> SignOff:
    signature = sign_statement(given.statement, key)
    if not fits(given.statement, signature, given.name, signers):
        raise OutputError("sign.key_unknown", path=key.as_posix(), name=given.name)
    return given.model_copy(update={"signature": signature})


def _remarks(given: SignOff, review: Review) -> Iterator[tuple[str, dict[str, str]]]:
    if given.clock:
        yield "sign.clock", {"at": given.at, "clock": given.clock}
    if is_pattern(given.name):
        yield "sign.pattern_told", {"name": given.name}
    others = dict.fromkeys(each.name for each in review.record.signatures)
    for other in others:
        if other != given.name and same_name(other) == same_name(given.name):
            yield "sign.alike", {"name": given.name, "other": other}


def _decision(text: str) -> Decision:
    try:
        return Decision(text)
    except ValueError:
        known = "、".join(Decision)
        raise UsageError("cli.bad_choice", name="--decision", what=text, known=known) from None


def _refuse_out_of_turn(wanted: SignRequest, policy: ReviewPolicy, verdict: ReviewVerdict) -> None:
    names: set[str] = set()
    left = 0
    for step in verdict.steps:
        if step.step.role == wanted.role:
            if step.state is StepState.SIGNED:
                raise UsageError("sign.already", role=wanted.role)
            break
        if step.state is not StepState.SIGNED or step.signed is None:
            raise UsageError("sign.turn", role=step.step.role)
        names.add(same_name(step.signed.name))
    roles = [step.role for step in policy.steps]
    left = len(roles) - roles.index(wanted.role) - 1
    if len(names | {same_name(wanted.name)}) + left < policy.people:
        raise UsageError("sign.same_person", name=wanted.name, people=str(policy.people))
