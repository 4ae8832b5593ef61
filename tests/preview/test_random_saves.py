"""Two hundred saves at random end as a build would."""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.pipeline.build import build_site
from tests.conftest import NOTICE, SITE, Project
from tests.preview.running import Running, wait_for, without_script

pytestmark = pytest.mark.servers

Tree = Callable[[Path], dict[str, bytes]]


class Editor:
    """Saves good and bad things at random."""

    def __init__(self, project: Project, preview: Running) -> None:
        self.dice = random.Random(11)
        self.project = project
        self.templates = preview.settings.templates

    def save(self, number: int) -> None:
        """Save something."""
        dice, write = self.dice, self.project.write
        site = self.project.content / "site.yaml"
        style = self.templates / "styles" / "30-text.css"
        page = self.templates / "components" / "notice_head.html"
        kind = dice.randrange(10)
        name = dice.choice(["first", "second", "third"])
        path = self.project.content / "notices" / f"{name}.yaml"
        if kind < 4:
            write(name, NOTICE.replace("38", str(100 + number)))
        elif kind == 4:
            write(name, NOTICE.replace("2022-02-23", dice.choice(["2022-02-30", "昨天", ""])))
        elif kind == 5 and name != "first":
            path.unlink(missing_ok=True)
        elif kind == 6:
            draft = path.with_suffix(".tmp")
            draft.write_text(NOTICE.replace("38", str(300 + number)), encoding="utf-8")
            os.utime(draft, (1_500_000_000, 1_500_000_000))
            draft.replace(path)
        elif kind == 7:
            site.write_text(SITE.replace("某县人民政府\n", f"某县{number}\n", 1), encoding="utf-8")
        elif kind == 8:
            style.write_text(f"/* {number} */\n", encoding="utf-8")
        else:
            text = page.read_text(encoding="utf-8").replace("{% broken %}", "")
            page.write_text(text + dice.choice(["", "{% broken %}"]), encoding="utf-8")


def test_random_saves_end_as_a_build(preview: Running, project: Project, tree: Tree) -> None:
    """After two hundred saves, good and bad, page and errors agree with a fresh build."""
    editor = Editor(project, preview)
    for number in range(200):
        editor.save(number)
        time.sleep(editor.dice.choice([0, 0, 0.005, 0.02, 0.1]))
    for mended in (False, True):
        if mended:
            for name in ("first", "second", "third"):
                project.write(name, NOTICE)
            page = editor.templates / "components" / "notice_head.html"
            page.write_text(page.read_text("utf-8").replace("{% broken %}", ""), encoding="utf-8")
        fresh = project.root / f"fresh-{mended}"
        settings = preview.settings._replace(output=fresh / "site", cache=fresh / "cache")
        result = build_site(settings)
        codes = sorted(d.code for d in result.diagnostics if d.level.name == "ERROR")
        wait_for(lambda codes=codes: sorted(e["code"] for e in preview.state()["errors"]) == codes)
        if result.built:
            built = tree(settings.output)
            wait_for(lambda built=built: served(preview, built) == built)
        shutil.rmtree(fresh)
    assert result.built


def served(preview: Running, names: dict[str, bytes]) -> dict[str, bytes]:
    """Return what is served under some names."""
    return {name: without_script(preview.get(f"/{name}")[2]) for name in names}
