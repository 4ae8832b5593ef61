"""Several processes give what one gives, and a dead one is told."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.errors import OutputError, TemplateError
from disclosure.pipeline import notice_job, workers
from disclosure.pipeline.build import build_site
from disclosure.pipeline.workers import choose_workers
from disclosure.project.settings import Settings
from tests.conftest import NOTICE, ROOT, Project
from tests.preview.running import children_of

Tree = Callable[[Path], dict[str, bytes]]


def with_jobs(project: Project, count: int, folder: str) -> Settings:
    """Return the project's settings with a number of processes and an output of its own."""
    plain = project.settings
    output = project.root / folder
    return Settings(plain.root, plain.content, plain.templates, output, plain.cache, jobs=count)


@pytest.mark.slow
def test_same_bytes_for_any_number(project: Project, tree: Tree) -> None:
    """One, two and five processes write the same site."""
    for number in range(40):
        project.write(f"n-{number:02}", NOTICE.replace("38", str(number)))
    sites = []
    for count in (1, 2, 5):
        settings = with_jobs(project, count, f"site-{count}")
        assert build_site(settings).built
        sites.append(tree(settings.output))
    assert sites[0] == sites[1] == sites[2]


def test_same_findings_for_any_number(project: Project) -> None:
    """Errors come in the same order from any number of processes."""
    for number in range(40):
        project.write(f"n-{number:02}", NOTICE.replace("2022-02-23", f"2022-02-{number:02}"))
    found = [build_site(with_jobs(project, count, "site")).diagnostics for count in (1, 3)]
    assert found[0] == found[1]
    assert len([each for each in found[0] if each.code == "field.date_missing"]) == 12


@pytest.mark.skipif(os.name == "nt", reason="workers are killed by a POSIX signal")
def test_dead_worker_is_told(project: Project, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is killed is an error that names what it was at; the site stays."""
    build_site(project.settings)
    before = tree(project.output)
    for number in range(40):
        project.write(f"n-{number:02}", NOTICE)
    parent = os.getpid()
    render = notice_job.render_notice

    def die_at_seven(*arguments: object) -> object:
        if getattr(arguments[0], "slug", "") == "n-07" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return render(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(notice_job, "render_notice", die_at_seven)
    with pytest.raises(OutputError) as caught:
        build_site(with_jobs(project, 2, "site"))
    assert caught.value.code == "worker.died"
    assert "n-07.yaml" in caught.value.params["notices"]
    assert tree(project.output) == before


@pytest.mark.slow
def test_spawned_workers_do_the_same(
    project: Project, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes cannot fork (Windows, macOS) they are spawned, with the same result."""
    for number in range(20):
        project.write(f"n-{number:02}", NOTICE)
    one, two = with_jobs(project, 1, "one"), with_jobs(project, 2, "two")
    build_site(one)
    monkeypatch.setattr(workers, "_can_fork", lambda: False)
    build_site(two)
    assert tree(one.output) == tree(two.output)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a POSIX signal")
def test_workers_die_with_a_killed_build(project: Project, tree: Tree) -> None:
    """After kill -9 on the build its workers end too, and the next build is not locked out."""
    for number in range(60):
        project.write(f"n-{number:02}", NOTICE)
    command = [
        sys.executable, "-P", "-m", "disclosure", "--jobs", "3", "--content",
        str(project.content), "--output", str(project.output),
    ]  # fmt: skip
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    for delay in (0, 0.1, 0.2, 0.35):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        while process.poll() is None and not children_of(process.pid):
            time.sleep(0.01)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        result = subprocess.run(command, env=environment, capture_output=True, check=False)
        for _ in range(50):  # the last worker may take a moment to notice
            if result.returncode == 0:
                break
            time.sleep(0.1)
            result = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert result.returncode == 0
        built = [place for place in tree(project.output) if place.startswith("notices/")]
        assert len(built) == 6 * 61


def test_broken_template_is_told_from_workers(project: Project) -> None:
    """An exception crosses from a worker with its message whole."""
    for number in range(40):
        project.write(f"n-{number:02}", NOTICE)
    settings = project.own_templates()
    page = settings.templates / "notice.html"
    page.write_text(page.read_text("utf-8").replace("{{ frame", "{{ frome", 1), encoding="utf-8")
    several = Settings(
        settings.root, settings.content, settings.templates, settings.output, settings.cache, jobs=2
    )
    (found,) = build_site(several).diagnostics
    assert found.code == "template.undefined"
    assert isinstance(TemplateError("x").__reduce__(), tuple)


def test_few_notices_need_no_workers() -> None:
    """Processes are used only where there is enough work, or where they are asked for."""
    assert choose_workers(1, None) == 1
    assert choose_workers(10_000, None) == (os.cpu_count() or 1)
    assert choose_workers(10_000, 3) == 3
    assert choose_workers(1, 3) == 1
