"""Readiness: sealing, publishing and delivering give the same answer, each in its words."""

import pytest

from disclosure.editorial.check import CheckContext, Checked, check_project
from disclosure.editorial.readiness import (
    delivery_concerns,
    publication_blockers,
    refuse_unready,
    signed_by,
)
from disclosure.errors import OutputError
from disclosure.project.sealed_archive import store_of
from tests.conftest import NOTICE, Project
from tests.versioning.sealer import seal_signed, sign_off

FAULTY = NOTICE.replace("lead:", "keywords: [13812345678]\nlead:", 1)


def look(project: Project) -> tuple[Checked, CheckContext]:
    """Check the notice."""
    checking = check_project(project.settings)
    assert checking.context is not None
    return next(iter(checking.notices)), checking.context


def answers(project: Project) -> tuple[str, set[str], tuple[str, ...]]:
    """Return what seal, publish and deliver have to say of the notice."""
    checked, context = look(project)
    try:
        refuse_unready(checked, context)
        refused = ""
    except OutputError as error:
        refused = error.code
    versions = store_of(project.settings).versions("first")
    last = (versions[-1].number, versions[-1].content) if versions else None
    blockers = publication_blockers(checked, context, last[1] if last else "")
    concerns = delivery_concerns(checked, context, signed_by(checked, context), last)
    return refused, {each.code for each in blockers}, tuple(each.code for each in concerns)


def test_unsigned(project: Project) -> None:
    """What nobody has signed is neither sealed nor published, and told when it is delivered."""
    assert answers(project) == ("seal.unsigned", {"publish.unsigned"}, ("deliver.unsigned",))


def test_signed_then_sealed_then_changed(project: Project) -> None:
    """Signed it may be sealed, sealed it may be published; another word, and it may not."""
    sign_off(project.settings, "first")
    assert answers(project) == ("", {"publish.unsealed"}, ())
    seal_signed(project.settings, "first", "首次公布")
    assert answers(project) == ("", set(), ())
    project.write("first", NOTICE.replace("lead:", "summary: 另一句话。\nlead:", 1))
    told = ("deliver.unsigned", "deliver.changed")
    assert answers(project) == ("seal.unsigned", {"publish.unsigned"}, told)


@pytest.mark.parametrize("text", [FAULTY, "title: [\n"])
def test_errors(project: Project, text: str) -> None:
    """With errors nothing goes out, and publishing names each of them, and nothing else."""
    project.write("first", text)
    refused, blockers, concerns = answers(project)
    assert refused == "seal.errors"
    assert blockers
    assert not any(code.startswith("publish.") for code in blockers)
    assert concerns == ("deliver.errors", "deliver.unsigned")
