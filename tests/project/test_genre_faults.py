"""What is wrong with a unit's own genre files: every code, with its place."""

import pytest

from disclosure.project.genres import read_genres
from tests.conftest import Project

HEAD = "name: 自定\nabout: 试一试\n"


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ("required: [标题]\n", "genre.key_always", (3, 12)),
        ("required: [点击量]\n", "genre.key", (3, 12)),
        ("required: [sections, content]\n", "genre.two_texts", (3, 11)),
        ("required: [unit, conact]\n", "genre.key_near", (3, 18)),
        ("required: [contact]\nusual: [contact]\n", "genre.twice", (4, 9)),
        ("rules_off: [no.such]\n", "genre.rule", (3, 13)),
        ("rules_off: [structure.respons]\n", "genre.rule_near", (3, 13)),
        ("labels: {unit: 无}\n", "labels.word", (3, 16)),
        ("labels: &a {unit: *a}\n", "yaml.anchor", (3, 9)),
        ("usual：[contact]\n", "yaml.wide_colon", (3, 6)),
    ],
)
def test_fault_of_a_genre_file(
    project: Project, more: str, code: str, place: tuple[int, int]
) -> None:
    """A genre file that cannot be meant so is told with its line and column."""
    folder = project.root / "content" / "genres"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text(HEAD + more, encoding="utf-8")
    _, found = read_genres(project.settings)
    assert [(each.code, (each.line, each.column)) for each in found] == [(code, place)]


def test_two_files_of_one_name(project: Project) -> None:
    """Of two genres of one name the second is told, and the first is used."""
    folder = project.root / "content" / "genres"
    folder.mkdir(parents=True)
    for key in ("one", "two"):
        (folder / f"{key}.yaml").write_text(HEAD, encoding="utf-8")
    genres, found = read_genres(project.settings)
    assert [(each.code, each.path.name) for each in found] == [("genre.same_name", "two.yaml")]
    first = genres.find("自定")
    assert first is not None
    assert first.key == "one"
