"""Sign-off (审签): who has read exactly this text, in which order, and what follows from it."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from disclosure.model.fields import Count, Flag, Model, Text, refuse
from disclosure.zh.same_name import same_name

_MOMENT: Final = r"(?a)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00"
_DIGEST: Final = r"[0-9a-f]{64}"


class StepKind(StrEnum):
    """What is done in a step."""

    REVIEW = "审"
    PROOF = "校"
    SECRECY = "保密"
    ISSUE = "签发"


class Decision(StrEnum):
    """What a signer decides."""

    AGREED = "同意"
    AGREED_AFTER_CHANGES = "修改后同意"
    RETURNED = "退回"


class StepState(StrEnum):
    """How a step stands with respect to the text as it is now.

    ``REOPENED`` was signed, but a later step has sent this very text back: nothing is wrong with
    the signature, the round begins again.
    """

    SIGNED = "signed"
    STALE = "stale"
    RETURNED = "returned"
    REOPENED = "reopened"
    FORGED = "forged"
    UNSIGNED = "unsigned"
    MISSING = "missing"


class Step(Model):
    """One step of the chain; chains differ from place to place."""

    role: Text = Field(description="步骤名称，如 初审、股室负责人、分管领导")
    kind: StepKind = Field(StepKind.REVIEW, description="审、校、保密 或 签发")


DEFAULT_STEPS = (
    Step(role="初审", kind=StepKind.REVIEW),
    Step(role="复审", kind=StepKind.REVIEW),
    Step(role="终审", kind=StepKind.ISSUE),
)


class ReviewPolicy(Model):
    """Which steps a text goes through before it is published."""

    steps: tuple[Step, ...] = Field(DEFAULT_STEPS, min_length=1, description="依次的步骤")
    people: Count = Field(3, description="至少由几个不同的人审签")
    names_public: Flag = Field(False, description="公布姓名，true 时在网页上公布审签人姓名")

    @model_validator(mode="after")
    def _possible(self) -> "ReviewPolicy":
        if self.people > len(self.steps):
            raise refuse("review.people", at="people", steps=str(len(self.steps)))
        roles = [step.role for step in self.steps]
        if len(set(roles)) < len(roles):
            raise refuse("review.roles", at="steps")
        return self


def _moment(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_MOMENT, value):
        raise refuse("review.moment", value=str(value))
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise refuse("review.moment", value=value) from None
    return value


def _digest(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_DIGEST, value):
        raise refuse("review.digest", value=str(value))
    return value


Moment = Annotated[str, BeforeValidator(_moment), WithJsonSchema({"type": "string"})]
Digest = Annotated[str, BeforeValidator(_digest), WithJsonSchema({"type": "string"})]


class SignOff(Model):
    """One signature; written by ``sign``, never by hand."""

    role: Text = Field(description="步骤")
    name: Text = Field(description="审签人")
    decision: Decision = Field(description="意见")
    opinion: Text | None = Field(None, description="审签意见")
    at: Moment = Field(description="时间，北京时间")
    clock: Moment | None = Field(None, description="当时的电脑时间，只在它早于前一次审签时才记")
    digest: Digest = Field(description="所审文字和附件的内容摘要")
    signature: str | None = Field(None, description="SSH 签名")

    @property
    def statement(self) -> str:
        """The text that a key signs: everything but the signature, a line each."""
        shown = [self.role, self.name, self.decision, self.opinion or "", self.at, self.digest]
        if self.clock:
            shown.append(self.clock)
        return "".join(f"{value}\n" for value in shown)


class ReviewRecord(Model):
    """All signatures of one notice, in the order in which they were given."""

    signatures: tuple[SignOff, ...] = Field((), description="审签记录")


class StepVerdict(NamedTuple):
    """How one step stands.

    Attributes:
        step: what the chain asks for.
        state: whether the text as it is now was signed.
        signed: the signature that counts; None where there is none.
    """

    step: Step
    state: StepState
    signed: SignOff | None


class ReviewVerdict(NamedTuple):
    """How the whole chain stands.

    Attributes:
        steps: one by one.
        people: how many different people have signed this text; names that look alike are one.
        complete: every step was signed, in order, by enough people, for this very text.
    """

    steps: tuple[StepVerdict, ...]
    people: int
    complete: bool

    @property
    def next_step(self) -> Step | None:
        """The first step that is not signed; None when all are."""
        return next((v.step for v in self.steps if v.state is not StepState.SIGNED), None)


def judge(
    policy: ReviewPolicy,
    record: ReviewRecord,
    digest: str,
    forged: frozenset[SignOff] = frozenset(),
    *,
    keyed: bool = False,
) -> ReviewVerdict:
    """Say how the chain stands for a text.

    Args:
        policy: the steps asked for.
        record: the signatures given.
        digest: of the text as it is now.
        forged: signatures whose key does not fit.
        keyed: the keys of the signers are known, so that a sign-off without one does not count.

    """
    found: list[StepVerdict] = []
    before = ""
    for step in policy.steps:
        verdict = _judge_step(step, record, digest, forged)
        if keyed and verdict.state is StepState.SIGNED and not _has_key(verdict):
            verdict = verdict._replace(state=StepState.UNSIGNED)
        signed = verdict.signed
        # Who signs before the step ahead was signed has signed what could still be sent back.
        if verdict.state is StepState.SIGNED and signed is not None:
            if any(v.state is not StepState.SIGNED for v in found) or signed.at < before:
                verdict = verdict._replace(state=StepState.STALE)
            before = max(before, signed.at)
        found.append(verdict)
    names = {same_name(v.signed.name) for v in found if v.state is StepState.SIGNED and v.signed}
    whole = all(v.state is StepState.SIGNED for v in found)
    return ReviewVerdict(tuple(found), len(names), whole and len(names) >= policy.people)


def _has_key(verdict: StepVerdict) -> bool:
    return verdict.signed is not None and bool(verdict.signed.signature)


def _judge_step(
    step: Step, record: ReviewRecord, digest: str, forged: frozenset[SignOff]
) -> StepVerdict:
    given = [at for at, each in enumerate(record.signatures) if each.role == step.role]
    if not given:
        return StepVerdict(step, StepState.MISSING, None)
    last = record.signatures[given[-1]]
    if last in forged:
        return StepVerdict(step, StepState.FORGED, last)
    if last.digest != digest:
        return StepVerdict(step, StepState.STALE, last)
    if last.decision is Decision.RETURNED:
        return StepVerdict(step, StepState.RETURNED, last)
    # A text that somebody has sent back since is to be signed anew.
    later = record.signatures[given[-1] + 1 :]
    if any(each.decision is Decision.RETURNED and each.digest == digest for each in later):
        return StepVerdict(step, StepState.REOPENED, last)
    return StepVerdict(step, StepState.SIGNED, last)
