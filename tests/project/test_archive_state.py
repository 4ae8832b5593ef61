"""The archive is part of every build: what was touched in it or has vanished stops build and seal."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.pipeline.build import build_site
from disclosure.pipeline.result import BuildResult
from disclosure.project import archive_state
from disclosure.project.archive_state import state_of_archive
from tests.conftest import Project
from tests.versioning.sealer import seal_signed, sign_and_seal

Act = Callable[[Path], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with a sealed version, built, that no test touches."""
    project = Project(tmp_path_factory.mktemp("made"))
    sign_and_seal(project.settings, "first", "首次公布")
    assert build_site(project.settings).built
    return project


@pytest.fixture
def sealed(project: Project, made: Project) -> Project:
    """Give a project with a sealed version, built."""
    return project.take(made)


def codes(result: BuildResult) -> set[str]:
    """Return the codes of what was found."""
    return {each.code.partition("[")[0] for each in result.diagnostics}


CHANGES: dict[str, Act] = {
    "page": lambda a: (a / "first/1/index.html").write_bytes(b"forged"),
    "same size": lambda a: (a / "first/1/notice.txt").write_bytes(
        (a / "first/1/notice.txt").read_bytes().replace(b"3", b"4", 1)
    ),
    "office file": lambda a: (a / "first/1/reviews.yaml").write_bytes(b"signatures: []\n"),
    "file gone": lambda a: (a / "first/1/ledger.csv").unlink(),
    "file more": lambda a: (a / "first/1/more.txt").write_bytes(b"x"),
    "file beside": lambda a: (a / "first/note.txt").write_bytes(b"x"),
    "listing": lambda a: (a / "first/1/sha256sum.txt").write_bytes(b""),
    "link": lambda a: (
        (a / "first/1/ledger.csv").replace(a / "../l")
        or (a / "first/1/ledger.csv").symlink_to(a / "../l")
    ),
    "renamed": lambda a: (a / "first/1").rename(a / "first/2"),
    "emptied": lambda a: (a / "first/1/metrics.csv").write_bytes(b""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_touched(sealed: Project, change: str) -> None:
    """Whatever is touched in the archive alone, the next build stops, names it and leaves the site."""
    page = (sealed.output / "archive/first/1/index.html").read_bytes()
    CHANGES[change](sealed.content / "archive")
    result = build_site(sealed.settings)
    assert not result.built
    assert "archive.restore" in codes(result)
    assert (sealed.output / "archive/first/1/index.html").read_bytes() == page


VANISHING: dict[str, Act] = {
    "archive": lambda c: shutil.rmtree(c / "archive"),
    "log": lambda c: (c / "archive/log.jsonl").unlink(),
    "emptied log": lambda c: (c / "archive/log.jsonl").write_bytes(b""),
    "archive emptied": lambda c: shutil.rmtree(c / "archive") or (c / "archive").mkdir(),
    "archive and notes": lambda c: (
        shutil.rmtree(c / "archive"),
        shutil.rmtree(c.parent / ".cache"),
    ),
    "archive and the site's copy": lambda c: (
        shutil.rmtree(c / "archive"),
        shutil.rmtree(c.parent / "site/archive"),
    ),
}


@pytest.mark.parametrize("vanish", VANISHING)
def test_vanished(sealed: Project, vanish: str) -> None:
    """Versions that vanish stop build and seal; nothing published is deleted, numbers do not begin anew."""
    VANISHING[vanish](sealed.content)
    result = build_site(sealed.settings)
    assert not result.built
    assert codes(result) == {"archive.vanished"}
    with pytest.raises(OutputError) as caught:
        seal_signed(sealed.settings, "first", "首次公布")
    assert caught.value.code == "archive.vanished"
    assert not (sealed.content / "archive/first/2").exists()


def test_shorter_log(sealed: Project) -> None:
    """A version cut off the log with its folder is vanished, too."""
    log = sealed.content / "archive/log.jsonl"
    first = log.read_bytes()
    seal_signed(sealed.settings, "first", "撤回", "撤回")
    assert build_site(sealed.settings).built
    log.write_bytes(first)
    shutil.rmtree(sealed.content / "archive/first/2")
    assert codes(build_site(sealed.settings)) == {"archive.vanished"}


def test_published_versions(sealed: Project) -> None:
    """Where the site is gone too, the records of publications know of the version."""
    head = seal_signed(sealed.settings, "first", "撤回", "撤回").head
    log = sealed.content / "published" / "log.jsonl"
    log.parent.mkdir()
    log.write_text(f'garbage\n{{"head": "{head}"}}\n{{"head": 5}}\n[]\n', encoding="utf-8")
    assert build_site(sealed.settings).built
    shutil.rmtree(sealed.content / "archive")
    shutil.rmtree(sealed.output)
    result = build_site(sealed.settings)
    assert codes(result) == {"archive.vanished"}
    assert dict(result.diagnostics[0].params)["witness"] == "content/published/log.jsonl"


def test_restored(sealed: Project) -> None:
    """Restored from a backup, everything goes on."""
    backup = shutil.copytree(sealed.content / "archive", sealed.root / "backup")
    shutil.rmtree(sealed.content / "archive")
    assert not build_site(sealed.settings).built
    shutil.copytree(backup, sealed.content / "archive")
    result = build_site(sealed.settings)
    assert result.built
    assert (result.written, result.deleted) == (0, 0)


def test_spoilt_copy_is_mended(sealed: Project) -> None:
    """A copy of the log in the site that somebody has spoilt is no witness; the build mends it."""
    copy = sealed.output / "archive/log.jsonl"
    whole = copy.read_bytes()
    copy.write_bytes(whole.replace(b"first", b"other"))
    assert build_site(sealed.settings).built
    assert copy.read_bytes() == whole


def test_every_file_counts(sealed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state is another after any file is written, made, deleted or moved, and else the same."""
    # Long enough for times of files to differ; how long a file counts as young is no matter here.
    monkeypatch.setattr(archive_state, "SETTLED_AFTER_NS", 50_000_000)
    folder = sealed.content / "archive"
    states: list[str] = []
    spare = folder / "first/1/spare"
    for act in (
        lambda: None,
        lambda: spare.write_bytes(b"a"),
        lambda: spare.rename(spare.with_name("other")),
        lambda: spare.with_name("other").chmod(0o600),
        lambda: spare.with_name("other").unlink(),
    ):
        act()
        states.append(_settled_state(folder))
        assert _settled_state(folder) == states[-1]
    assert len(set(states[:4])) == 4
    assert states[4] == states[0]


def _settled_state(folder: Path) -> str:
    import time

    deadline = time.monotonic() + 30
    while (state := state_of_archive(folder.as_posix())) == "?" and time.monotonic() < deadline:
        time.sleep(0.01)
    return state
