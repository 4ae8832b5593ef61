"""A draft is written whole, with its pictures beside it, over nothing that stands there."""

from dataclasses import replace

import pytest

from disclosure.errors import OutputError, UsageError
from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.importer.storing import place_of, store
from tests.conftest import Project

_TEXT = "关于整改的通报\n一、加强领导\n已召开会议3次。\n某局党组\n2024年6月15日\n"


@pytest.fixture
def draft() -> Imported:
    """Return a draft with a picture."""
    found = import_file("x.txt", _TEXT.encode(), ImportOptions())
    return replace(found, pictures={"picture-1.png": b"png"})


def test_pictures_lie_beside(project: Project, draft: Imported) -> None:
    """In the folder of the notice's name."""
    path = place_of(draft, None, project.settings)
    assert path == project.content / "notices" / "2024-06-15-1.yaml"
    store(draft, path)
    assert path.read_text("utf-8") == draft.text
    assert (path.with_suffix("") / "picture-1.png").read_bytes() == b"png"
    assert place_of(draft, None, project.settings).name == "2024-06-15-2.yaml"


def test_nothing_is_written_where_something_stands(project: Project, draft: Imported) -> None:
    """Neither the draft nor its pictures."""
    path = project.content / "notices" / "a.yaml"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        place_of(draft, path, project.settings)
    with pytest.raises(OutputError):
        store(draft, path)
    assert not path.with_suffix("").exists()
    assert path.read_text("utf-8") == "x"


def test_a_folder_of_that_name_is_taken(project: Project, draft: Imported) -> None:
    """Its pictures would be another notice's."""
    (project.content / "notices" / "b").mkdir()
    with pytest.raises(OutputError):
        place_of(draft, project.content / "notices" / "b.yaml", project.settings)


@pytest.mark.parametrize("name", ["大写.yaml", "A.yaml", "a_b.yaml"])
def test_names_that_no_notice_can_have(project: Project, draft: Imported, name: str) -> None:
    """They are refused before anything is written."""
    with pytest.raises(UsageError):
        place_of(draft, project.root / name, project.settings)


def test_a_suffix_is_added(project: Project, draft: Imported) -> None:
    """So that the file is a notice."""
    path = project.content / "notices" / "c"
    assert place_of(draft, path, project.settings).name == "c.yaml"


def test_a_draft_stands_among_the_notices(project: Project, draft: Imported) -> None:
    """Elsewhere neither check nor build would find it."""
    for folder in (project.root, project.content, project.content / "notices" / "sub"):
        with pytest.raises(UsageError):
            place_of(draft, folder / "c.yaml", project.settings)
