"""Starters: they load, say what is to be filled in, and never replace anything."""

import re
from pathlib import PurePosixPath

import pytest

from disclosure.editorial.starter import start_notice, starter_text
from disclosure.errors import OutputError, UsageError
from disclosure.model.genre import Genre, GenreFile
from disclosure.model.notice import Notice
from disclosure.pipeline.build import build_site
from disclosure.source.load import load_notice
from disclosure.source.load_genres import shipped_genres
from tests.checks.desk import verdict_of
from tests.conftest import Project
from tests.versioning.sealer import seal_signed

GENRES = shipped_genres()
SLUG = "2026-11-26-jxzszx"
KEY = re.compile(r"([a-z_]+):")


def text_of(file: GenreFile) -> str:
    """Return the starter of a genre."""
    return starter_text(file.genre, SLUG, "2026-11-26")


@pytest.mark.parametrize("file", GENRES.files, ids=lambda file: file.key)
def test_loads_and_is_to_be_filled_in(file: GenreFile) -> None:
    """A starter is a notice that builds, and ``check`` names as errors exactly what is open."""
    text = text_of(file)
    found = verdict_of(text).diagnostics
    errors = {each.code for each in found if each.code == "release.unfilled"}
    assert errors == {"release.unfilled"}
    told = sum(each.code == "release.unfilled" for each in found)
    # What is said of one is said of all: none in a value that is printed goes unseen.
    values = "".join(row.partition("#")[0] + "\n" for row in text.splitlines())
    assert told == values.count("〔请填写")


@pytest.mark.parametrize("file", GENRES.files, ids=lambda file: file.key)
def test_every_key_is_explained(file: GenreFile) -> None:
    """Above each outermost key stands a word about it, and what is required comes first."""
    rows = text_of(file).split("\n")
    keys = {}
    for number, row in enumerate(rows):
        if match := KEY.match(row):
            keys[match[1]] = number
            assert rows[number - 1].startswith("# "), row
    usual = next(
        (number for number, row in enumerate(rows) if "以下各项一般要写" in row), len(rows)
    )
    needed = {key for key, info in Notice.model_fields.items() if info.is_required()}
    assert needed | set(file.genre.required) <= keys.keys()
    assert max(keys.values()) < usual


@pytest.mark.parametrize("file", GENRES.files, ids=lambda file: file.key)
def test_what_is_usual_loads_without_its_signs(file: GenreFile) -> None:
    """Taking ``# `` away before the keys at the end gives a notice that loads."""
    head, mark, tail = text_of(file).partition("以下各项一般要写")
    rows = tail.split("\n")[1:]
    bare = [
        row.removeprefix("# ")
        if KEY.match(row.removeprefix("# ")) or row.startswith("#  ")
        else row
        for row in rows
    ]
    text = f"{head}{mark}\n" + "\n".join(bare)
    loaded, found = load_notice(text.encode(), PurePosixPath("a.yaml"), shipped_genres)
    assert loaded is not None, found
    assert all(getattr(loaded.notice, key) for key in file.genre.usual)


def test_written_once(project: Project) -> None:
    """The file is written under its name; what stands there already is never touched."""
    started = start_notice("信访件办理", SLUG, GENRES, project.settings)
    assert started.found == ()
    assert started.path == project.content / "notices" / f"{SLUG}.yaml"
    before = started.path.read_bytes()
    assert before.decode("utf-8").startswith(
        "# yaml-language-server: $schema=../schema/notice.schema.json\n# 信访件办理："
    )
    assert b"published: 2026-11-26\n" in before
    assert b"\r" not in before
    with pytest.raises(OutputError) as caught:
        start_notice("其他", f"{SLUG}.yaml", GENRES, project.settings)
    assert caught.value.code == "new.exists"
    assert started.path.read_bytes() == before
    assert {path.name for path in started.path.parent.iterdir()} == {"first.yaml", f"{SLUG}.yaml"}


def test_other_suffix_counts(project: Project) -> None:
    """A notice that stands as .yml is the same notice."""
    (project.content / "notices" / "second.yml").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        start_notice("其他", "second", GENRES, project.settings)


@pytest.mark.parametrize("slug", ["2026年通报", "A", "a/b", "../a", "con", "a" * 81, "-a", ""])
def test_name_that_cannot_be(project: Project, slug: str) -> None:
    """A name that no notice can have is refused as the build would refuse it."""
    with pytest.raises(UsageError) as caught:
        start_notice("其他", slug, GENRES, project.settings)
    assert caught.value.code in {"slug.form", "slug.reserved"}
    assert [path.name for path in (project.content / "notices").iterdir()] == ["first.yaml"]


def test_builds_but_is_not_sealed(project: Project) -> None:
    """A starter is built like any notice, and cannot be sealed by mistake."""
    start_notice("progress", SLUG, GENRES, project.settings)
    assert build_site(project.settings).built
    with pytest.raises(OutputError):
        seal_signed(project.settings, SLUG, "首次公布")


def test_wrong_starter_writes_nothing(project: Project) -> None:
    """A unit's starter that is no notice is told, and no file is written."""
    genre = Genre.model_validate(
        {"name": "甲", "about": "乙", "starter": "sections: [{titel: 丙}]"}
    )
    own = GENRES._replace(files=(GenreFile("own", genre, b""),))
    started = start_notice("甲", SLUG, own, project.settings)
    assert "shape.unknown_near" in {each.code for each in started.found}
    assert not started.path.exists()


def test_day_that_is_none(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that begins with no day of the calendar gives today's date."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1645000000")
    for slug in ("2026-02-30-a", "second"):
        path = start_notice("其他", slug, GENRES, project.settings).path
        assert "published: 2022-02-16\n" in path.read_text("utf-8")
