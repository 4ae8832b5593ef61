"""A notice with pictures in its text."""

from pathlib import Path

import pytest

from tests.conftest import NOTICE, Project
from tests.pictures.drawn import drawn

CONTENT = """\
        content:
          - 河岸堆放垃圾。
          - answer: {label: 整改情况, text: 已清运。}
          - pictures:
              - {file: before.jpg, alt: 河岸上的垃圾堆, caption: 整改前}
              - {file: after.jpg, alt: 种上草皮的河岸, caption: 整改后}
          - 现由专人巡查。
          - picture: {file: board.png, alt: 新的公示栏}
contact:"""
START = NOTICE.index("        outcomes:")
PICTURED = NOTICE[:START] + CONTENT + NOTICE[NOTICE.index("contact:") + len("contact:") :]
PICTURED = PICTURED.replace("unit: 个, yoy: 18.7%, headline: true", "unit: 个")


@pytest.fixture
def pictured(project: Project) -> Path:
    """Give the folder of the project's notice, with three sound pictures in it."""
    project.write("first", PICTURED)
    folder = project.content / "notices" / "first"
    folder.mkdir()
    (folder / "before.jpg").write_bytes(drawn())
    (folder / "after.jpg").write_bytes(drawn(width=16, height=24))
    (folder / "board.png").write_bytes(drawn("PNG"))
    return folder
