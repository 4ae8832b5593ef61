"""Sign-off: what the signatures given amount to."""

import pytest
from pydantic import ValidationError

from disclosure.model.review import (
    Decision,
    ReviewPolicy,
    ReviewRecord,
    SignOff,
    Step,
    StepState,
    judge,
)

TEXT, OTHER = "a" * 64, "b" * 64
POLICY = ReviewPolicy()


def signed(
    role: str, name: str, day: int, digest: str = TEXT, decision: Decision = Decision.AGREED
) -> SignOff:
    """Return a signature of a day in March."""
    at = f"2022-03-{day:02}T09:00:00+08:00"
    return SignOff(role=role, name=name, decision=decision, at=at, digest=digest)


THREE = (signed("初审", "张三", 1), signed("复审", "李四", 2), signed("终审", "王五", 3))


def states(*given: SignOff, digest: str = TEXT) -> list[str]:
    """Return how each step stands."""
    verdict = judge(POLICY, ReviewRecord(signatures=given), digest)
    return [step.state.value for step in verdict.steps]


def test_complete() -> None:
    """Three people, in order, for this text: complete."""
    verdict = judge(POLICY, ReviewRecord(signatures=THREE), TEXT)
    assert verdict.complete
    assert verdict.people == 3
    assert verdict.next_step is None


def test_nobody() -> None:
    """Nobody has signed: the first step is next."""
    verdict = judge(POLICY, ReviewRecord(), TEXT)
    assert not verdict.complete
    assert verdict.next_step == POLICY.steps[0]


def test_changed_text() -> None:
    """A changed text makes every signature stale."""
    assert states(*THREE, digest=OTHER) == ["stale"] * 3


def test_signed_again() -> None:
    """Only the last signature of a step counts; the steps behind it are to be signed again."""
    again = (*THREE, signed("初审", "张三", 5))
    assert states(*again) == ["signed", "stale", "stale"]
    more = (*again, signed("复审", "李四", 6), signed("终审", "王五", 7))
    assert states(*more) == ["signed"] * 3


def test_two_people() -> None:
    """One person in two steps is not enough people."""
    record = ReviewRecord(signatures=(*THREE[:2], signed("终审", "张三", 3)))
    verdict = judge(POLICY, record, TEXT)
    assert not verdict.complete
    assert judge(ReviewPolicy(people=2), record, TEXT).complete


def test_returned() -> None:
    """A text that was sent back is to be signed from the start, even unchanged."""
    returned = (*THREE[:2], signed("终审", "王五", 3, decision=Decision.RETURNED))
    assert states(*returned) == ["reopened", "reopened", "returned"]


def test_order() -> None:
    """A later step that was signed first does not count."""
    assert states(signed("复审", "李四", 1), signed("初审", "张三", 2)) == [
        "signed",
        "stale",
        "missing",
    ]
    assert states(THREE[1]) == ["missing", "stale", "missing"]


def test_forged() -> None:
    """A signature whose key does not fit voids its step and those behind it."""
    verdict = judge(POLICY, ReviewRecord(signatures=THREE), TEXT, frozenset({THREE[1]}))
    assert [step.state for step in verdict.steps] == [
        StepState.SIGNED,
        StepState.FORGED,
        StepState.STALE,
    ]


def test_unknown_step_is_no_step() -> None:
    """What stands in the record for no step of the chain counts for none."""
    assert states(signed("旁审", "赵六", 1)) == ["missing"] * 3


@pytest.mark.parametrize(
    "values",
    [
        {"people": 4},
        {"steps": [{"role": "初审"}, {"role": "初审"}], "people": 2},
        {"steps": [], "people": 0},
    ],
)
def test_impossible_policy(values: dict[str, object]) -> None:
    """A chain that nobody can complete is refused."""
    values = {key: str(value) if isinstance(value, int) else value for key, value in values.items()}
    with pytest.raises(ValidationError):
        ReviewPolicy.model_validate(values)


def test_own_chain() -> None:
    """Any chain will do, of any length."""
    policy = ReviewPolicy(steps=(Step(role="经办人"), Step(role="主要负责人")), people=2)
    record = ReviewRecord(signatures=(signed("经办人", "张三", 1), signed("主要负责人", "李四", 1)))
    assert judge(policy, record, TEXT).complete


def test_statement_tells_everything() -> None:
    """Any other value makes another text to sign."""
    first = THREE[0]
    changes = {"role": "复审", "name": "赵六", "decision": Decision.RETURNED, "opinion": "同意。"}
    changes |= {"at": "2022-03-02T09:00:00+08:00", "digest": OTHER}
    for name, value in changes.items():
        assert first.model_copy(update={name: value}).statement != first.statement
