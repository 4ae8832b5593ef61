"""What the last build noted spares work, and is never believed against the files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.errors import OutputError
from disclosure.locks import exclusive
from disclosure.pipeline.build import build_site, cache_path
from disclosure.pipeline.cache import BadCacheError, load_cache, save_cache
from disclosure.project.settings import Settings
from tests.conftest import NOTICE, ROOT, SITE, Project


@pytest.fixture
def three(project: Project) -> Project:
    """Give a project of three notices, built once and settled."""
    project.write("second", NOTICE)
    project.write("third", NOTICE)
    for path in project.content.rglob("*.yaml"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    build_site(project.settings)
    return project


def test_unchanged_notices_are_not_made(three: Project) -> None:
    """Of three notices only the one that changed is read and rendered."""
    three.write("second", NOTICE.replace("38", "39"))
    result = build_site(three.settings)
    assert (result.notices, result.made) == (3, 1)
    assert build_site(three.settings).made == 0


def test_nothing_changed_imports_nothing_heavy(three: Project) -> None:
    """A build that changes nothing imports neither pydantic, Jinja, PyYAML nor livereload."""
    script = (
        "import sys\nfrom disclosure.cli.main import main\n"
        f"status = main(['--content', {str(three.content)!r}, '--output', {str(three.output)!r}])\n"
        "heavy = {'pydantic', 'jinja2', 'yaml', 'markdown', 'nh3', 'segno', 'livereload', 'tornado'}\n"
        "print(status, sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-P", "-c", script],
            env={"PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stderr.splitlines()[-1]
        for _ in range(2)
    ]
    assert "pydantic" in runs[0]
    assert runs[1] == "0 []"


def test_comment_and_new_time_change_no_file(three: Project) -> None:
    """A notice with a new time and the same text is hashed, not made."""
    (three.content / "notices" / "first.yaml").touch()
    assert build_site(three.settings).made == 0


def test_list_template_leaves_notices_alone(three: Project) -> None:
    """A template that only the lists use makes no notice anew; one that notices use, all."""
    settings = three.own_templates()
    build_site(settings)
    for name, made in (("index.html", 0), ("404.html", 0), ("components/answers.html", 3)):
        path = settings.templates / name
        path.write_text(path.read_text(encoding="utf-8") + "{# changed #}\n", encoding="utf-8")
        assert build_site(settings).made == made, name


def test_unused_file_among_templates(three: Project) -> None:
    """A file that no page is made with makes nothing anew."""
    settings = three.own_templates()
    build_site(settings)
    (settings.templates / "notes.txt").write_text("x", encoding="utf-8")
    result = build_site(settings)
    assert (result.made, result.written) == (0, 0)


def test_warnings_are_repeated(three: Project) -> None:
    """Warnings of notices that were not read again are still told, and still fail --strict."""
    three.write("second", NOTICE.replace("published_time: 09:30\n", ""))
    first = build_site(three.settings)
    second = build_site(three.settings)
    assert second.made == 0
    assert [d.code for d in first.diagnostics] == ["notice.no_time"]
    assert first.diagnostics == second.diagnostics
    assert not build_site(three.settings, strict=True).built


def test_lost_output_is_made_again(three: Project) -> None:
    """A file that was deleted from the site, or changed in it, is made again."""
    page = three.output / "notices" / "first" / "index.html"
    whole = page.read_bytes()
    page.unlink()
    assert build_site(three.settings).made == 1
    assert page.read_bytes() == whole
    feed = three.output / "feed.xml"
    feed.write_bytes(feed.read_bytes().replace(b"a", b"b"))
    assert build_site(three.settings).written == 1


def test_lost_list_is_made_again_with_a_notice(three: Project) -> None:
    """A change that no list shows leaves the lists, but not one that was lost or changed."""
    feed, index = three.output / "feed.xml", three.output / "index.html"
    before = (feed.read_bytes(), index.read_bytes())
    three.write("second", NOTICE.replace("38", "39"))
    feed.unlink()
    index.write_bytes(before[1] + b" ")
    assert build_site(three.settings).made == 1
    assert (feed.read_bytes(), index.read_bytes()) == before


def test_changed_title_reaches_the_lists(three: Project) -> None:
    """What a list shows of a changed notice stands there after the build."""
    three.write("second", NOTICE.replace("进展情况", "第二轮情况"))
    assert build_site(three.settings).made == 1
    assert "第二轮情况" in (three.output / "index.html").read_text(encoding="utf-8")
    assert "第二轮情况" in (three.output / "feed.xml").read_text(encoding="utf-8")


def test_forged_state_is_caught_by_verify(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even the status time was kept, --verify-cache reads the file and names it."""
    path = three.content / "notices" / "first.yaml"
    note = cache_path(three.settings)
    path.write_bytes(path.read_bytes().replace(b"value: 38", b"value: 83"))
    found = path.stat()
    cache = load_cache(note)
    assert cache is not None
    record = cache.notices["first"]
    stats = f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"
    forged = record._replace(source=record.source[:65] + stats)
    notices = {**cache.notices, "first": forged}
    save_cache(note, notices.items(), [cache.lines], cache.common)
    assert build_site(three.settings).stale_stats == ()
    page = three.output / "notices" / "first" / "index.html"
    assert "<strong>83</strong>" not in page.read_text(encoding="utf-8")
    result = build_site(three.settings, verify=True)
    assert result.stale_stats == (path.as_posix(),)
    assert "83" in page.read_text(encoding="utf-8")
    assert build_site(three.settings, verify=True).stale_stats == ()


def spoil(note: Path, how: str) -> None:
    """Damage the cache in one of several ways."""
    data = note.read_bytes()
    rest, _, foot = data.rpartition(b"\n")
    spoiled = {
        "flipped": data[:400] + bytes([data[400] ^ 4]) + data[401:],
        "cut": data[: len(data) // 2],
        "empty": b"",
        "other": b"\x80\x04pickle",
        "older": rest + b"\n" + foot.replace(b"-10 ", b"-9 "),
        "no line": foot,
        "one more": rest + b"\n\n" + foot,
    }
    note.write_bytes(spoiled[how])


@pytest.mark.parametrize(
    "how", ["flipped", "cut", "empty", "other", "older", "no line", "one more"]
)
def test_damaged_cache_is_discarded(three: Project, how: str) -> None:
    """A cache that is damaged in any way is not believed, and that is told once."""
    note = cache_path(three.settings)
    spoil(note, how)
    result = build_site(three.settings)
    assert (result.discarded, result.made, result.written) == (True, 3, 0)
    assert not build_site(three.settings).discarded


@pytest.mark.parametrize("part", ["lines", "few lines", "notices", "all"])
def test_cache_of_another_shape_is_discarded(three: Project, part: str) -> None:
    """Even with a right checksum, values of another shape are not believed."""
    note = cache_path(three.settings)
    cache = load_cache(note)
    assert cache is not None
    rows = list(cache.row_by_slug().items())
    strange = [(slug, b'"%b":1' % slug.encode()) for slug in cache.notices]
    lines = bytes(cache.lines).split(b",\n")
    if part == "all":
        note.write_bytes(b"[]")
    elif part == "notices":
        save_cache(note, strange, lines, cache.common)
        with pytest.raises(BadCacheError):
            load_cache(note)
    else:
        spoiled = [b"[1]"] * 3 if part == "lines" else lines[:2]
        save_cache(note, rows, spoiled, cache.common)
    three.write("second", NOTICE.replace("38", "39"))
    result = build_site(three.settings)
    assert (result.built, result.discarded) == (True, True)


def test_cache_can_be_deleted(three: Project) -> None:
    """Without a cache everything is made again and nothing is written; no word is said."""
    cache_path(three.settings).unlink()
    result = build_site(three.settings)
    assert (result.made, result.written, result.discarded) == (3, 0, False)


def test_failed_build_notes_nothing(three: Project) -> None:
    """After a build with errors the next one still knows what it has to make."""
    three.write("second", NOTICE.replace("38", "39"))
    three.write("third", "title: x\n")
    assert not build_site(three.settings).built
    three.write("third", NOTICE)
    assert build_site(three.settings).made == 1
    page = (three.output / "notices/second/index.html").read_text(encoding="utf-8")
    assert "39" in page


def test_site_file_decides(three: Project) -> None:
    """What site.yaml says stands on every page, so all are made when it changes."""
    path = three.content / "site.yaml"
    path.write_text(SITE.replace("name: 某县人民政府", "name: 某市人民政府"), encoding="utf-8")
    assert build_site(three.settings).made == 3


def test_second_build_is_told(three: Project) -> None:
    """A build that finds another at work says so and touches nothing."""
    (lock,) = three.root.glob(".site.lock")
    with exclusive(lock), pytest.raises(OutputError) as caught:
        build_site(three.settings)
    assert caught.value.code == "output.busy"


def test_lock_deleted_under_a_build(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build whose lock was deleted changes nothing, for another may be at work."""
    from disclosure.pipeline import run

    three.write("second", NOTICE.replace("38", "39"))
    before = (three.output / "notices/second/index.html").read_bytes()
    read = run.read_site_file

    def delete_lock(settings: Settings) -> object:
        for lock in three.root.glob(".*.lock"):
            lock.unlink()
        return read(settings)

    monkeypatch.setattr(run, "read_site_file", delete_lock)
    with pytest.raises(OutputError) as caught:
        build_site(three.settings)
    assert caught.value.code == "output.unlocked"
    assert (three.output / "notices/second/index.html").read_bytes() == before


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the processes are compared by their exit status")
def test_two_builds_at_once(three: Project) -> None:
    """Of several builds at once each ends well or says that another is at work; the site is whole."""
    command = [sys.executable, "-P", "-m", "disclosure", "--lang", "en"]
    command += ["--content", str(three.content), "--output", str(three.output)]
    for number in range(3):
        three.write("second", NOTICE.replace("38", f"4{number}"))
        racing = [
            subprocess.Popen(
                command,
                env={"PYTHONPATH": str(ROOT)},
                stderr=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            for _ in range(3)
        ]
        told = [process.communicate()[1].decode() for process in racing]
        statuses = [process.returncode for process in racing]
        assert 0 in statuses
        for status, text in zip(statuses, told, strict=True):
            assert status == 0 or "another build is at work" in text
    assert build_site(three.settings).written == 0
    page = (three.output / "notices/second/index.html").read_text(encoding="utf-8")
    assert "42" in page
