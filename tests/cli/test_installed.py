"""The program installed from a wheel works where there is nothing but content."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
import zipfile
from pathlib import Path

import pytest

import disclosure
from tests.conftest import ROOT, Project
from tests.required import missing

pytestmark = pytest.mark.slow


def pip(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run pip with its own configuration."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    return subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a wheel of the checkout, made by ``pip wheel``."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed, made = tmp_path_factory.mktemp("needed"), tmp_path_factory.mktemp("made")
    if pip("download", "--dest", needed, *settings["build-system"]["requires"]).returncode:
        missing("what builds a wheel (no package index)")
    built = pip("wheel", "--no-deps", "--no-index", "--find-links", needed, "-w", made, ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = made.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the ``disclosure`` command of an environment that the wheel is installed into."""
    place = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    folder = Path(sysconfig.get_path("purelib", vars={"base": str(place)}))
    # The packages that it needs are those of the tests.
    (folder / "tests.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", vars={"base": str(place)}))
    installed = pip("--python", scripts / "python", "install", "--no-deps", "--no-index", wheel)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return scripts / "disclosure"


def run(command: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, knowing nothing of the checkout."""
    return subprocess.run(
        [command, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file by its name."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_wheel_holds_what_is_read(wheel: Path) -> None:
    """The program's files and the templates are in the wheel, its licence too, and no test."""
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    for folder, packed in (("disclosure", "disclosure"), ("templates", "disclosure/_templates")):
        wanted = {
            f"{packed}/{name}" for name in files_below(ROOT / folder) if "__pycache__" not in name
        }
        assert wanted - names == set()
    rest = {name.partition("/")[0] for name in names}
    described = f"disclosure-{disclosure.__version__}.dist-info"
    assert rest == {"disclosure", described}
    assert f"{described}/licenses/LICENSE" in names


def test_begins_a_notice(command: Path, project: Project) -> None:
    """The genres are in the package: ``new`` writes a notice, and names the command as it is."""
    begun = run(command, project.root, "new", "信访件办理", "second")
    assert begun.returncode == 0, begun.stdout + begun.stderr
    assert "再运行 disclosure check second" in begun.stdout
    assert (project.content / "notices" / "second.yaml").is_file()


def test_build_beside_the_content(command: Path, project: Project) -> None:
    """In a folder with content alone it builds what the checkout builds, beside the content."""
    built = run(command, project.root)
    assert built.returncode == 0, built.stdout + built.stderr
    made = {path.name for path in project.root.iterdir()}
    assert made == {"content", "site", ".cache", ".site.lock"}
    options = ("--content", str(project.content), "--output", str(project.root / "other"))
    subprocess.run([sys.executable, ROOT / "build.py", *options], check=True, capture_output=True)
    assert files_below(project.root / "other") == files_below(project.output)
    assert "没有变化" in run(command, project.root).stdout


def test_content_elsewhere(command: Path, project: Project, tmp_path: Path) -> None:
    """Asked for content elsewhere, it leaves the current folder alone."""
    here = tmp_path / "here"
    here.mkdir()
    built = run(command, here, "--content", str(project.content))
    assert built.returncode == 0, built.stdout + built.stderr
    assert list(here.iterdir()) == []
    assert (project.output / "index.html").is_file()


def test_own_templates_come_first(command: Path, project: Project) -> None:
    """Templates beside the content are used instead of those in the package."""
    folder = project.own_templates().templates
    (folder / "404.html").write_text("ours\n", encoding="utf-8")
    assert run(command, project.root).returncode == 0
    assert (project.output / "404.html").read_text(encoding="utf-8") == "ours\n"


def test_check_docs_and_help(command: Path, project: Project) -> None:
    """Checks run, schemas are written beside the content, and messages name the command."""
    checked = run(command, project.root, "check")
    assert checked.returncode in {0, 1}, checked.stderr
    assert "检查了 1 份通报" in checked.stdout
    assert run(command, project.root, "docs").returncode == 0
    schema = "schema/notice.schema.json"
    assert (project.content / schema).read_bytes() == (ROOT / "content" / schema).read_bytes()
    assert sorted(path.name for path in project.root.iterdir()) == ["content"]
    told = run(command, project.root, "--help").stdout
    assert "disclosure [命令]" in told
    assert "build.py" not in told
    refused = run(command, project.root, "--no-such-option")
    assert refused.returncode == 2
    assert "disclosure --help" in refused.stderr
    refused = run(command, project.root, "bundle")
    assert refused.returncode == 2
    assert "build.py" in refused.stderr  # where it would work


def test_preview(command: Path, project: Project) -> None:
    """The preview shows the notice."""
    process = subprocess.Popen(
        [command, "serve", "--port", "18431"],
        cwd=project.root,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stderr is not None
        said = iter(process.stderr)
        told = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in said)
        address = next(found[0] for found in told if found)
        with urllib.request.urlopen(f"{address}notices/first/", timeout=60) as answer:
            assert "巡察整改进展情况的通报" in answer.read().decode()
    finally:
        process.terminate()
        process.communicate()
