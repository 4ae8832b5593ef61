"""``check`` as a command line."""

import http.server
import json
import resource
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import Done, command
from tests.conftest import NOTICE, Project


def check(project: Project, *options: str) -> Done:
    """Run ``check`` on a project."""
    words = ("check", *options, "--content", str(project.content))
    return command(*words, cwd=project.root, environment={"PATH": ""})


def spoil(project: Project) -> Path:
    """Put an identity number, a wrong mark and a wrong rate into the notice."""
    path = project.content / "notices" / "first.yaml"
    text = path.read_text("utf-8").replace(
        "lead: 现将", "lead: 身份证号11010519491231002X，会议3次,学习2次。现将"
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_sound(project: Project) -> None:
    """A sound notice: exit 0 and one line."""
    done = check(project)
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1].startswith("检查了 1 份通报：0 处错误")


def test_errors(project: Project) -> None:
    """An error: exit 1, its place, and no digit of the number."""
    spoil(project)
    done = check(project)
    assert done.returncode == 1
    assert "first.yaml:9:11: 错误 这里有居民身份证号（11*************02X）" in done.stdout
    assert "[privacy.identity]" in done.stdout
    assert "19491231" not in done.stdout + done.stderr


def test_strict(project: Project) -> None:
    """With --strict warnings fail; without they do not."""
    path = project.content / "notices" / "first.yaml"
    path.write_text(path.read_text("utf-8").replace("现将", "会议3次,学习2次。现将"), "utf-8")
    assert check(project).returncode == 0
    assert check(project, "--strict").returncode == 1


@pytest.mark.parametrize("form", ["json", "github"])
def test_formats(project: Project, form: str) -> None:
    """The report in other forms, and in English."""
    spoil(project)
    done = check(project, "--format", form, "--lang", "en")
    assert done.returncode == 1
    if form == "json":
        found = {each["code"]: each for each in json.loads(done.stdout)}
        assert found["privacy.identity"]["level"] == "error"
        assert found["privacy.identity"]["line"] == 9
        assert "identity number" in found["privacy.identity"]["message"]
    else:
        assert done.stdout.startswith("::")
        assert "line=9,col=11::there is an identity number" in done.stdout
    assert "1 notices checked" in done.stderr


def test_named_notices(project: Project) -> None:
    """Only what is named is checked; an unknown name is wrong usage."""
    project.write("second", (project.content / "notices" / "first.yaml").read_text("utf-8"))
    spoil(project)
    assert check(project, "second").returncode == 0
    assert check(project, "--lang", "zh", "second", "--format", "text").returncode == 0
    assert check(project, "content/notices/first.yaml").returncode == 1
    done = check(project, "third")
    assert done.returncode == 2
    assert "third" in done.stderr


def test_rules(project: Project) -> None:
    """Every rule is listed with level, reason and source."""
    lines = check(project, "--rules").stdout.splitlines()
    assert len(lines) > 80
    assert any(
        line.startswith("privacy.identity") and "错误" in line and "GB 11643" in line
        for line in lines
    )


def test_fix(project: Project) -> None:
    """--fix shows and changes nothing; --write does what was shown, and nothing more."""
    path = spoil(project)
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    shown = check(project, "--fix")
    assert shown.returncode == 0
    assert "+lead: 身份证号11010519491231002X，会议3次，学习2次。" in shown.stdout
    assert path.read_bytes() == before
    done = check(project, "--fix", "--write")
    assert "已改正 1 处" in done.stdout
    copy = path.with_name("first.yaml.bak")
    assert copy.read_bytes() == before
    assert "改正前的文件存为" in done.stdout
    assert "content/notices/first.yaml.bak；要恢复原样" in done.stdout
    assert path.read_bytes() == before.replace("3次,学".encode(), "3次，学".encode())
    assert "没有可以确定改正的地方" in check(project, "--fix").stdout
    assert check(project, "--write").returncode == 2


def test_fix_keeps_every_copy(project: Project) -> None:
    """A copy of before is never written over: the next has a number; mending twice does nothing."""
    path = spoil(project)
    before = path.read_bytes()
    path.with_name("first.yaml.bak").write_text("earlier", "utf-8")
    assert "first.yaml.bak2；要恢复原样" in check(project, "--fix", "--write").stdout
    assert path.with_name("first.yaml.bak").read_text("utf-8") == "earlier"
    assert path.with_name("first.yaml.bak2").read_bytes() == before
    once = path.read_bytes()
    assert "没有可以确定改正的地方" in check(project, "--fix", "--write").stdout
    assert path.read_bytes() == once
    assert len(list(path.parent.glob("first.yaml.bak*"))) == 2


def test_fix_ends_what_it_begins(project: Project) -> None:
    """What one repair makes certain is repaired in the same run."""
    path = spoil(project)
    text = path.read_text("utf-8")
    path.write_text(text.replace("会议3次,", "（２００６-２００７年）会议3次,"), "utf-8")
    done = check(project, "--fix", "--write")
    assert "已改正 4 处" in done.stdout
    assert "（2006—2007年）会议3次，" in path.read_text("utf-8")


def test_fix_without_room(project: Project) -> None:
    """Where the copy cannot be written, the file stays as it was, and no half of a copy stays."""
    path = spoil(project)
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        done = check(project, "--fix", "--write")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert done.returncode == 1
    assert "first.yaml.bak" in done.stdout + done.stderr
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.bak*"))


def test_many_of_a_kind(project: Project) -> None:
    """More than five of one kind are one with a count; --all, JSON and the report hold them all."""
    slips = "".join(f"第{number}次会议,学习。" for number in range(1, 9))
    project.write("first", NOTICE.replace("现将", f"{slips}现将"))
    shown = check(project).stdout
    assert shown.count("[typography.half_width]") == 1
    assert "这一类共 8 处，前五处在（行:列）9:12, 9:21, 9:30, 9:39, 9:48；" in shown
    assert check(project, "--all").stdout.count("[typography.half_width]") == 8
    found = json.loads(check(project, "--format", "json").stdout)
    assert [each["code"] for each in found].count("typography.half_width") == 8
    check(project, "--report", str(project.root / "out"))
    report = (project.root / "out" / "report.html").read_text("utf-8")
    assert report.count("typography.half_width") == 8


def test_report(project: Project, tmp_path: Path) -> None:
    """The report is one page that needs nothing else, and the same as data."""
    path = spoil(project)
    path.write_text(
        path.read_text("utf-8").replace(
            "title: 招商成效不明显。",
            "title: 招商 成效不明显。 # 豁免 typography.spaces：照<b>原文",
        ),
        encoding="utf-8",
    )
    check(project, "--report", str(tmp_path / "out"))
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    data = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert "居民身份证号" in page
    assert "照&lt;b&gt;原文" in page
    assert [each["reason"] for each in data["waived"]] == ["照<b>原文"]
    assert data["notices"][0]["digest"] in page
    for text in (page, str(data)):
        assert "19491231" not in text
    assert "http" not in page.replace("http-equiv", "")


@pytest.fixture
def server() -> Iterator[str]:
    """Serve one page on this machine; everything else is not found."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200 if self.path == "/there" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{found.server_address[1]}"
        found.shutdown()
        thread.join()


def test_online(project: Project, server: str) -> None:
    """--online tells of addresses that do not open, and only of those."""
    path = project.content / "notices" / "first.yaml"
    site = project.content / "site.yaml"
    own = site.read_text("utf-8").replace("https://www.example.gov.cn", server)
    site.write_text(own, encoding="utf-8")  # else the server is an inner host of others
    lead = f"见[甲]({server}/there)和[乙]({server}/gone)。"
    path.write_text(path.read_text("utf-8").replace("lead: 现将", f"lead: {lead}现将"), "utf-8")
    assert "links.online" not in check(project).stdout
    found = [
        line for line in check(project, "--online").stdout.splitlines() if "links.online" in line
    ]
    assert len(found) == 1
    assert "/gone”打不开：HTTP 404" in found[0]


def test_own_words(project: Project) -> None:
    """A unit's own word list is used, and a mistake in it is told with its place."""
    terms = project.content / "terms.yaml"
    terms.write_text("forbidden: [招商]\n", encoding="utf-8")
    assert "[names.forbidden]" in check(project).stdout
    terms.write_text("forbiden: [招商]\n", encoding="utf-8")
    done = check(project)
    assert done.returncode == 1
    assert "terms.yaml:1:1: 错误 不认识“forbiden”" in done.stdout


def test_unreadable_notice(project: Project) -> None:
    """A notice that cannot be read is told as in a build, and the others are checked."""
    project.write("second", "title: [")
    done = check(project)
    assert done.returncode == 1
    assert "second.yaml:1" in done.stdout
    assert "检查了 2 份通报" in done.stdout


def test_printed_fields_of_the_site(project: Project) -> None:
    """A mobile number in the site's own fields is an error of its file; a comment waives it."""
    site = project.content / "site.yaml"
    text = site.read_text("utf-8")
    spoiled = text.replace(
        "description: 公布整改情况", "description: 公布整改情况，电话13812345678"
    )
    site.write_text(spoiled, "utf-8")
    done = check(project)
    assert done.returncode == 1
    assert "site.yaml:8:" in done.stdout
    assert "[privacy.mobile]" in done.stdout
    assert "13812345678" not in done.stdout + done.stderr
    reason = "type: 党务公开}  # 豁免 privacy.mobile：值班手机，经批准公布"
    site.write_text(spoiled.replace("type: 党务公开}", reason), "utf-8")
    done = check(project)
    assert done.returncode == 0, done.stdout
