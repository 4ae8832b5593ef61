"""build.py on machines that lack something: one sentence that says what to do."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a folder with what build.py needs, and no environment."""
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def run(checkout: Path, before: str = "", *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run build.py after some Python that spoils the interpreter."""
    code = (
        f"import runpy, sys\nsys.argv = ['build.py', *{arguments!r}]\n{before}\n"
        f"runpy.run_path({str(checkout / 'build.py')!r}, run_name='__main__')"
    )
    # An address on this machine where nothing listens stands for a registry out of reach.
    environment = dict(
        os.environ,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_RETRIES="0",
        PIP_CONFIG_FILE=os.devnull,
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=checkout,
        check=False,
    )


def test_old_python(checkout: Path) -> None:
    """A Python before 3.11 is told which one is needed."""
    result = run(checkout, "sys.version_info = (3, 9, 2); sys.version = '3.9.2 (x)'")
    assert result.returncode == 2
    assert (
        result.stderr == "需要 Python 3.11 或更新的版本，现在是 3.9.2；请安装新版 Python 后再运行\n"
    )


def test_old_python_in_english(checkout: Path) -> None:
    """--lang en is understood before anything is installed."""
    result = run(checkout, "sys.version_info = (3, 9, 2)", "--lang", "en")
    assert result.stderr.startswith("Python 3.11 or newer is needed")


def test_syntax_is_read_by_old_pythons() -> None:
    """build.py has no syntax that an old Python cannot read, or it could not even complain."""
    text = (ROOT / "build.py").read_text(encoding="utf-8")
    compile(text, "build.py", "exec", dont_inherit=True)
    assert not any(
        mark in text for mark in (' f"', "(f'", ":=", "match ", ") -> ", "from __future__")
    )


def test_missing_venv_module(checkout: Path) -> None:
    """Debian without python3-venv is told what to install."""
    result = run(checkout, "sys.modules['ensurepip'] = None")
    assert result.returncode == 1
    assert "apt install python3-venv" in result.stderr.splitlines()[-1]


@pytest.mark.slow
def test_unreachable_registry(checkout: Path) -> None:
    """Without a network the wheels folder is offered, and nothing half-installed is believed."""
    for _ in range(2):
        result = run(checkout)
        assert result.returncode == 1
        last = result.stderr.splitlines()[-1]
        assert last.startswith("装不上需要的程序包（多半是连不上网络）")
        assert "wheels" in last
        assert "Traceback" not in result.stderr
    assert not list((checkout / ".venv").glob("*.installed"))


@pytest.mark.slow
def test_incomplete_wheels(checkout: Path) -> None:
    """A wheels folder that lacks packages is named as the cause."""
    (checkout / "wheels").mkdir()
    result = run(checkout)
    assert result.returncode == 1
    assert "离线安装包不全" in result.stderr.splitlines()[-1]


def test_environment_is_made_once() -> None:
    """In this checkout, which runs the tests, the stamp says that all is installed."""
    code = (
        "import runpy, sys\n"
        f"names = runpy.run_path({str(ROOT / 'build.py')!r})\n"
        "print(names['is_installed']('core'))"
    )
    python = ROOT / ".venv" / "bin" / "python"
    if not python.exists():
        pytest.skip("the tests run from another environment than .venv")
    shown = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "True\n"


def test_tests_write_in_memory_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder that somebody named stays; without one, memory serves, if it is there and large."""
    names = runpy.run_path(str(ROOT / "build.py"))
    asked = names["temporary_folder"]
    monkeypatch.setenv("TMPDIR", "named")
    assert asked() == "named"
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setitem(asked.__globals__, "MEMORY", str(tmp_path))
    monkeypatch.setitem(asked.__globals__, "ROOM", 1)
    assert asked() == str(tmp_path)
    monkeypatch.setitem(asked.__globals__, "ROOM", 2**80)
    assert asked() is None
    monkeypatch.setitem(asked.__globals__, "MEMORY", str(tmp_path / "none"))
    assert asked() is None


def test_locks_name_no_registry() -> None:
    """Lock files pin by hash and hold no address."""
    assert len(LOCKS) > 5
    for lock in LOCKS:
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text


@pytest.mark.parametrize("names", [(), ("nothing",), ("archive", "nothing"), ("core",)])
def test_unknown_extra(checkout: Path, names: tuple[str, ...]) -> None:
    """``setup`` without the name of an extra lists those there are, and installs nothing."""
    result = run(checkout, "", "setup", *names)
    assert result.returncode == 2
    assert "archive、pdf、pdf-text、pictures、s3、sftp、webdav" in result.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.slow
def test_extra_out_of_reach(checkout: Path) -> None:
    """``setup`` with a name tries to install it, in either language."""
    assert run(checkout, "", "setup", "archive").returncode == 1
    result = run(checkout, "", "setup", "archive", "--lang", "en")
    assert result.stderr.splitlines()[-1].startswith("The packages cannot be installed")


def test_locks_agree() -> None:
    """An extra pins what the core pins to the same version; so does the tests' environment."""

    def pins(path: Path) -> dict[str, str]:
        lines = path.read_text("utf-8").splitlines()
        found = (line.partition(" ")[0].split("==") for line in lines if "==" in line)
        return {name: version for name, version in found if not name.startswith("#")}

    dev = pins(ROOT / "requirements" / "dev.lock")
    assert len(dev) > 50
    for lock in LOCKS:
        if lock.stem != "peers":
            assert pins(lock).items() <= dev.items(), lock.name


@pytest.mark.parametrize(
    "kind", ["link", "link to an environment", "folder", "file", "folder with a link"]
)
def test_foreign_environment(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory, kind: str
) -> None:
    """A .venv that is a link, or was not made by this program, is left alone and named."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "thesis.txt").write_text("mine", encoding="utf-8")
    venv = checkout / ".venv"
    if kind == "link to an environment":
        (elsewhere / "pyvenv.cfg").write_text("home = /usr", encoding="utf-8")
    if kind.startswith("link"):
        venv.symlink_to(elsewhere)
    elif kind == "file":
        venv.write_text("mine", encoding="utf-8")
    elif kind == "folder":
        shutil.copytree(elsewhere, venv)
    else:
        (venv / "lib").mkdir(parents=True)
        (venv / "lib" / "x").symlink_to(elsewhere)
    result = run(checkout)
    assert result.returncode == 1
    assert f"{venv} 不是本程序建立的运行环境" in result.stderr
    assert "Traceback" not in result.stderr
    assert (elsewhere / "thesis.txt").read_text("utf-8") == "mine"
    assert venv.is_file() or kind == "folder with a link" or (venv / "thesis.txt").is_file()


@pytest.mark.slow
def test_environment_that_was_interrupted(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What a first run left that was killed is made anew; pip's log is not written through a link."""
    victim = tmp_path_factory.mktemp("elsewhere") / "victim"
    victim.write_text("mine", encoding="utf-8")
    (checkout / ".cache").mkdir()
    (checkout / ".cache" / "install.log").symlink_to(victim)
    (checkout / ".venv" / "bin").mkdir(parents=True)
    result = run(checkout)
    assert "不是本程序建立" not in result.stderr
    assert (checkout / ".venv" / "pyvenv.cfg").is_file()
    assert victim.read_text("utf-8") == "mine"


QUICK = ["-m", "not slow and not browser and not servers"]


@pytest.mark.parametrize(
    ("words", "first", "workers"),
    [
        ((), QUICK, "2"),
        (("-q", "-k", "tests"), QUICK, "2"),
        (("-n", "0"), QUICK, ""),
        (("--all",), [], "4"),
        (("--all", "--cov=disclosure"), [], "4"),
        (("--rest", "-q"), ["-m", f"not ({QUICK[1]})"], "4"),
        (("-m", "browser"), [], "4"),
        (("tests/zh",), [], ""),
        (("-q", "tests/zh/test_zh.py::test_display_width"), [], ""),
    ],
)
def test_which_tests_are_run(words: tuple[str, ...], first: list[str], workers: str) -> None:
    """``test`` runs the quick tests, ``--rest`` all others, ``--all`` every one, a path what it names; options stay."""
    names = runpy.run_path(str(ROOT / "build.py"))
    chosen = names["pytest_words"](words)
    rest = [word for word in words if word not in {"--all", "--rest"}]
    spread = [*names["SPREAD"], workers] if workers else []
    assert chosen == first + spread + rest
