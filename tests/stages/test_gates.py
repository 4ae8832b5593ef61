"""Stages agree with the gates: what is said to come next succeeds, and nothing before its turn."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.errors import DisclosureError
from disclosure.publish.preflight import run_preflight
from disclosure.stages.stage import Stage, Standing
from tests.conftest import Project
from tests.stages.office import change, publish_it, seal_it, sign_as, stand

EPOCH = 1_646_000_000  # 2022-02-28 in China
TO_SIGN = {Stage.TO_SIGN, Stage.CHANGED, Stage.RETURNED}
ROLES = ("初审", "复审", "终审")


def does(act: Callable[[], object]) -> bool:
    """Try something, and say whether it was done."""
    try:
        act()
    except DisclosureError:
        return False
    return True


def take_a_step(project: Project, rng: random.Random, number: int) -> None:
    """Do something at random, whether or not its turn has come."""
    role, path = rng.choice(ROLES), project.content / "notices" / "first.yaml"
    steps: tuple[Callable[[], object], ...] = (
        lambda: sign_as(project, role, f"{role}{number}"),
        lambda: sign_as(project, role, f"{role}{number}", "退回"),
        lambda: change(
            project, *(("38", "39") if "38" in path.read_text("utf-8") else ("39", "38"))
        ),
        lambda: seal_it(project),
    )
    does(rng.choices(steps, (4, 1, 1, 3))[0])
    if stand(project).ready and rng.random() < 0.7:
        publish_it(project)


def assert_agrees(project: Project, standing: Standing, number: int) -> None:
    """Try every gate that the stage says is open or shut; doing so is the next step."""
    assert (not run_preflight(project.settings).blockers) is standing.ready
    for role in ROLES:
        if role != standing.waiting_role:
            assert not does(lambda role=role: sign_as(project, role, f"丁{number}"))  # type: ignore[misc]
    assert does(lambda: seal_it(project)) is (standing.stage is Stage.TO_SEAL)
    if standing.stage in TO_SIGN:
        assert does(lambda: sign_as(project, standing.waiting_role, f"戊{number}"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_stages_agree_with_gates(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over histories of signing, sending back, changing, sealing and publishing at random."""
    (tmp_path / "project").mkdir()
    project, rng = Project(tmp_path / "project"), random.Random(seed)
    seen = set()
    for number in range(14):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH + 100 * number))
        take_a_step(project, rng, number)
        standing = stand(project)
        seen.add(standing.stage)
        if number % 3 == seed % 3:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH + 100 * number + 50))
            assert_agrees(project, standing, number)
    assert len(seen) > 1
