"""Attachments belong to what is signed and sealed."""

import json
import shutil
from pathlib import Path

import pytest

from disclosure.archive.verify import verify
from disclosure.editorial.check import CheckContext, Checked, check_project
from disclosure.editorial.sign import review_of
from disclosure.errors import OutputError
from disclosure.handover.deliver import make_delivery
from disclosure.model.canonical import canonical_bytes, signed_bytes
from disclosure.page_texts import page_texts
from disclosure.pipeline.build import build_site
from disclosure.project.sealed_archive import store_of
from disclosure.project.versions import compare_versions, sealed_text
from disclosure.publish.preflight import run_preflight
from disclosure.versioning.rebuild import rebuild
from disclosure.versioning.seal import current_text, seal
from tests.conftest import NOTICE, ROOT, Project
from tests.versioning.sealer import seal_signed, sign_and_seal, sign_off

TWO = "attachments:\n  - {title: 方案, file: plan.txt}\n  - {title: 清单, file: list.csv}\nlead:"


@pytest.fixture
def attached(project: Project) -> Path:
    """Give the folder of a notice with two attachments, whose site asks for sign-offs."""
    project.write("first", NOTICE.replace("lead:", TWO))
    folder = project.content / "notices" / "first"
    folder.mkdir()
    (folder / "plan.txt").write_bytes(b"plan\r\n")
    (folder / "list.csv").write_bytes(b"1,2\n")
    site = project.content / "site.yaml"
    site.write_text(site.read_text("utf-8") + "review: {people: 3}\n", encoding="utf-8")
    return folder


def look(project: Project) -> tuple[Checked, CheckContext]:
    """Check the notice."""
    checking = check_project(project.settings)
    assert checking.context is not None
    return next(iter(checking.notices)), checking.context


def complete(project: Project) -> bool:
    """Say whether the notice as it stands is signed."""
    review = review_of(*look(project))
    return review is not None and review.verdict.complete


def stamped(project: Project) -> bool:
    """Build, and say whether the page shows the sign-off."""
    assert build_site(project.settings).built
    return b"dn-stamp" in (project.output / "notices/first/index.html").read_bytes()


def blockers(project: Project) -> list[str]:
    """Return what keeps the site from being published."""
    return [each.code for each in run_preflight(project.settings).blockers]


def swap(folder: Path) -> None:
    """Exchange the bytes of the two attachments."""
    plan, rows = folder / "plan.txt", folder / "list.csv"
    old = plan.read_bytes()
    plan.write_bytes(rows.read_bytes())
    rows.write_bytes(old)


CHANGES = {
    "other bytes": lambda folder: (folder / "plan.txt").write_bytes(b"other"),
    "one byte more": lambda folder: (folder / "plan.txt").write_bytes(b"plan\r\n\0"),
    "line end": lambda folder: (folder / "plan.txt").write_bytes(b"plan\n"),
    "emptied": lambda folder: (folder / "plan.txt").write_bytes(b""),
    "same size": lambda folder: (folder / "plan.txt").write_bytes(b"plum\r\n"),
    "case": lambda folder: (folder / "plan.txt").write_bytes(b"Plan\r\n"),
    "the other one": lambda folder: (folder / "list.csv").write_bytes(b"1,3\n"),
    "exchanged": swap,
    "gone": lambda folder: (folder / "plan.txt").unlink(),
    "copied over": lambda folder: shutil.copy(folder / "list.csv", folder / "plan.txt"),
    "byte order mark": lambda folder: (folder / "list.csv").write_bytes(b"\xef\xbb\xbf1,2\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_swapped_after_signing(project: Project, attached: Path, change: str) -> None:
    """Any change of an attachment voids the sign-offs: no seal, no stamp, no publication."""
    sign_off(project.settings, "first")
    assert complete(project)
    CHANGES[change](attached)
    assert not complete(project)
    with pytest.raises(OutputError) as caught:
        seal_signed(project.settings, "first", "首次公布")
    assert caught.value.code == ("seal.errors" if change == "gone" else "seal.unsigned")
    assert not (project.content / "archive").exists()
    assert blockers(project) == ["attachment.absent" if change == "gone" else "publish.unsigned"]


def test_stamp_goes_with_the_attachment(project: Project, attached: Path) -> None:
    """The page shows the sign-off for exactly the files that were signed; digests stand in notice.json."""
    sign_off(project.settings, "first")
    assert stamped(project)
    before = (project.output / "notices/first/notice.json").read_bytes()
    assert b'"attached_sha256"' in before
    (attached / "plan.txt").write_bytes(b"other")
    assert not stamped(project)
    assert (project.output / "notices/first/notice.json").read_bytes() != before
    (attached / "plan.txt").write_bytes(b"plan\r\n")
    assert stamped(project)


def test_swapped_after_sealing(project: Project, attached: Path) -> None:
    """A file swapped after sealing is not published; signed again it can be sealed as a correction."""
    settings = project.settings
    sign_and_seal(settings, "first", "首次公布")
    assert blockers(project) == []
    (attached / "plan.txt").write_bytes(b"corrected")
    assert blockers(project) == ["publish.unsigned"]
    checked, context = look(project)
    told = compare_versions(
        sealed_text(store_of(settings), store_of(settings).versions("first")[0]),
        current_text(checked, context),
    )
    assert [each.kind for each in told.structure] == [page_texts().document.changes.attached]
    sign_off(settings, "first")
    assert blockers(project) == ["publish.unsealed"]
    assert [each.code for each in make_delivery(*look(project)).concerns] == ["deliver.changed"]
    assert seal_signed(settings, "first", "换了附件", "更正").entry.number == 2
    assert blockers(project) == []
    assert build_site(settings).built
    assert verify(project.content / "archive")[1] == ()
    page = (project.output / "archive/first/1...2/index.html").read_text("utf-8")
    assert "附件" in page


def test_swapped_while_sealing(project: Project, attached: Path) -> None:
    """What is sealed is what was checked: a file swapped in between is refused."""
    sign_off(project.settings, "first")
    checked, context = look(project)
    (attached / "plan.txt").write_bytes(b"other")
    for act in (
        lambda: seal(checked, context, "首次公布", ""),
        lambda: make_delivery(checked, context),
    ):
        with pytest.raises(OutputError) as caught:
            act()
        assert caught.value.code == "fix.changed"


def test_without_attachments_nothing_is_new(project: Project) -> None:
    """A notice without attachments keeps its canonical form, and so its signatures."""
    checked, _ = look(project)
    assert checked.loaded is not None
    assert signed_bytes(checked.loaded.notice, {}) == canonical_bytes(checked.loaded.notice)


@pytest.fixture
def before(tmp_path: Path) -> Project:
    """Give a project that an older program signed and sealed, with an attachment."""
    return sealed_long_ago(tmp_path, "sealed-before")


def sealed_long_ago(tmp_path: Path, case: str) -> Project:
    """Return a copy of a project of ``tests/cases``."""
    shutil.copytree(ROOT / "tests/cases" / case, tmp_path, dirs_exist_ok=True)
    project = Project.__new__(Project)
    project.root, project.content, project.output = (
        tmp_path,
        tmp_path / "content",
        tmp_path / "site",
    )
    return project


def test_sealed_before(before: Project) -> None:
    """What was sealed before attachments were signed stays signed, sealed, verified and rebuilt."""
    assert complete(before)
    assert blockers(before) == []
    assert stamped(before)
    sealed = before.content / "archive/first/1"
    built = (before.output / "notices/first/notice.json").read_bytes()
    assert built == (sealed / "notice.json").read_bytes()
    assert verify(before.content / "archive")[1] == ()
    store = store_of(before.settings)
    different = rebuild(store, store.versions("first")[0], before.settings).different
    # The page, and what lists its digest, are made by newer templates, which rebuilding names.
    assert set(different) <= {"index.html", "record.json", "sha256sum.txt"}
    assert "保管期限" in (sealed / "record.json").read_text("utf-8")
    with pytest.raises(OutputError) as caught:
        seal_signed(before.settings, "first", "再次")
    assert caught.value.code == "seal.nothing"


def test_sealed_without_the_index_number(tmp_path: Path) -> None:
    """A version whose text does not tell its index number is rebuilt as it was sealed."""
    project = sealed_long_ago(tmp_path, "sealed-without-index")
    assert verify(project.content / "archive")[1] == ()
    store = store_of(project.settings)
    entry = store.versions("first")[0]
    assert "索引号" not in store.read(entry, "notice.txt").decode()
    different = rebuild(store, entry, project.settings).different
    assert set(different) <= {"index.html", "record.json", "sha256sum.txt"}
    # Today's text of the same notice tells it.
    assert build_site(project.settings).built
    today = (project.output / "notices/first/notice.txt").read_text("utf-8-sig")
    assert "\n索引号：003241234/202202-00001\n" in today


def test_sealed_before_typed_marks_counted(tmp_path: Path) -> None:
    """A version in which nothing went on from a typed mark is rebuilt with its own marks."""
    project = sealed_long_ago(tmp_path, "sealed-before-marks")
    assert verify(project.content / "archive")[1] == ()
    store = store_of(project.settings)
    entry = store.versions("first")[0]
    assert "（一）学习不够深入。" in store.read(entry, "notice.txt").decode()
    different = rebuild(store, entry, project.settings).different
    assert set(different) <= {"index.html", "record.json", "sha256sum.txt"}
    # Today's text of the same notice goes on from it.
    assert build_site(project.settings).built
    today = (project.output / "notices/first/notice.txt").read_text("utf-8-sig")
    assert "\n（三）学习不够深入。\n" in today


def test_sealed_with_typed_marks_counted(project: Project) -> None:
    """A version sealed today is rebuilt with the marks of today."""
    numbered = "      - title: 学习不够深入。\n        outcomes: 已改。\ncontact:"
    text = NOTICE.replace("kind: 问题\n", "kind: 问题\n        mark: （二）\n")
    project.write("first", text.replace("contact:", numbered, 1))
    sealed = sign_and_seal(project.settings, "first", "首次公开")
    store = store_of(project.settings)
    assert "（三）学习不够深入。" in store.read(sealed.entry, "notice.txt").decode()
    assert rebuild(store, sealed.entry, project.settings).different == ()


@pytest.mark.parametrize("forged", [False, True])
def test_sealed_before_and_swapped(before: Project, forged: bool) -> None:
    """The older form holds for the sealed bytes alone; a listing that the log does not name is no seal."""
    plan = before.content / "notices/first/plan.txt"
    plan.write_bytes(b"other")
    if forged:
        import hashlib

        listing = before.content / "archive/first/1/sha256sum.txt"
        old = hashlib.sha256(b"plan\r\n").hexdigest()
        text = listing.read_text("utf-8").replace(old, hashlib.sha256(b"other").hexdigest())
        listing.write_text(text, "utf-8", newline="\n")
    assert not complete(before)
    assert blockers(before) == ["publish.unsigned"]
    if not forged:
        sign_and_seal(before.settings, "first", "换了附件", "更正")
        assert blockers(before) == []
        assert verify(before.content / "archive")[1] == ()


def test_withdrawn_as_it_was_sealed(before: Project) -> None:
    """A version sealed before can be withdrawn without being signed again."""
    assert seal_signed(before.settings, "first", "撤回", "撤回").entry.number == 2
    assert verify(before.content / "archive")[1] == ()


@pytest.mark.parametrize("given", ["", "永久", "10年"])
def test_retention(project: Project, given: str) -> None:
    """How long a version is to be kept is stated where the unit says so, and nowhere else."""
    if given:
        site = project.content / "site.yaml"
        text = site.read_text("utf-8") + f"archive: {{retention: {given}}}\n"
        site.write_text(text, encoding="utf-8")
    sign_and_seal(project.settings, "first", "首次公布")
    record = json.loads((project.content / "archive/first/1/record.json").read_text("utf-8"))
    assert record.get("保管期限", "") == given
    store = store_of(project.settings)
    assert rebuild(store, store.versions("first")[0], project.settings).different == ()
