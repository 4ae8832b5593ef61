"""What the preview serves, what it refuses, and what it tells of mistakes."""

import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from disclosure.pipeline.build import build_site
from tests.conftest import NOTICE, Project
from tests.preview.running import Running, builder_of, children_of, wait_for, without_script

pytestmark = pytest.mark.servers

Tree = Callable[[Path], dict[str, bytes]]
PAGE = "/notices/first/"


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a running preview for tests that change nothing."""
    running = Running(Project(tmp_path_factory.mktemp("steady")).settings)
    yield running
    running.stop()


def test_serves_what_build_writes(preview: Running, project: Project, tree: Tree) -> None:
    """Every file but for the one script is byte for byte what a build writes."""
    elsewhere = project.own_templates()._replace(
        output=project.root / "built", cache=project.root / "other"
    )
    build_site(elsewhere)
    built = tree(elsewhere.output)
    assert len(built) == 15
    for name, content in built.items():
        status, headers, body = preview.get(f"/{name}")
        assert status == 200
        assert headers["cache-control"] == "no-store"
        if name.endswith(".html"):
            assert body.count(b"/livereload.js?seen=") == 1
            assert body.index(b"/livereload.js?seen=") < body.index(b"<meta")
            assert headers["content-type"] == "text/html; charset=utf-8"
        assert without_script(body) == content, name


def test_folders_and_missing_pages(steady: Running) -> None:
    """A folder's address gets its slash; what is missing gets the site's own 404 page."""
    status, headers, _ = steady.get("/notices/first")
    assert (status, headers["location"]) == (302, "/notices/first/")
    status, _, body = steady.get("/no/such/page.html")
    assert status == 404
    assert "没有找到这一页".encode() in body
    assert b"/livereload.js?seen=" in body


def test_site_below_a_folder_of_its_host(steady: Running) -> None:
    """Addresses that hold the path of base_url, as the 404 page's do, are served, too."""
    assert steady.get("/gk/notices/first/")[0] == 200
    assert b'href="/gk/assets/style.' in steady.get("/nothing")[2]


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yaml", "/%2e%2e/content/site.yaml", "/..%2fcontent/site.yaml", "//etc/passwd",
        "/.staging/journal.json", "/notices/../../content/site.yaml", "/notices/first/..%5c..",
        "/C:/windows/win.ini", "/%00", "/forcereload",
    ],
)  # fmt: skip
def test_nothing_outside_the_site(steady: Running, path: str) -> None:
    """What lies outside, is hidden, or is livereload's own door is not found."""
    status, _, body = steady.get(path)
    assert status == 404
    assert b"organizer" not in body


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"}, {"Host": "127.0.0.1"}, {"Host": "evil.example:{port}"},
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [PAGE, "/-preview/state.json", "/livereload"])
def test_foreign_hosts_and_origins(steady: Running, headers: dict[str, str], path: str) -> None:
    """A page of another site can neither read nor listen (DNS rebinding, cross-site sockets)."""
    given = {name: value.format(port=steady.port) for name, value in headers.items()}
    if path == "/livereload":
        given |= {
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }  # fmt: skip
    assert steady.get(path, **given)[0] == 403


def test_own_names(steady: Running) -> None:
    """Under its own names, and from its own pages, it answers."""
    for host in ("127.0.0.1", "localhost", "[::1]"):
        name = f"{host}:{steady.port}"
        assert steady.get(PAGE, Host=name, Origin=f"http://{name}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_read_only(steady: Running, method: str) -> None:
    """Only reading is answered."""
    assert steady.get(PAGE, method=method)[0] == 405


def test_head(steady: Running) -> None:
    """HEAD gives the same headers and no body."""
    _, asked, body = steady.get(PAGE)
    status, headers, nothing = steady.get(PAGE, method="HEAD")
    assert (status, nothing) == (200, b"")
    assert headers["content-length"] == asked["content-length"] == str(len(body))


def test_port_that_is_taken(project: Project) -> None:
    """Where the port is taken the next free one is used, and told."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        first = taken.getsockname()[1]
        running = Running(project.settings, "--port", str(first))
        assert first < running.port < first + 20
        assert running.get("/")[0] == 200
        running.stop()


def test_only_this_machine(steady: Running) -> None:
    """The server listens on the loopback address and nowhere else."""
    listening = [
        row.split()[1]
        for row in Path("/proc/net/tcp").read_text(encoding="utf-8").splitlines()[1:]
        if row.split()[3] == "0A" and row.split()[1].endswith(f":{steady.port:04X}")
    ]
    assert listening == [f"0100007F:{steady.port:04X}"]


def test_lan_is_told(project: Project) -> None:
    """With --lan it listens everywhere and says under which address."""
    running = Running(project.settings, "--lan")
    rows = Path("/proc/net/tcp").read_text(encoding="utf-8")
    assert f"00000000:{running.port:04X}" in rows
    wait_for(running.built)
    told = [line for line in running.lines if "已向所在网络开放" in line]
    for line in told:
        address = line.rpartition("：")[2].removeprefix("http://").rstrip("/")
        assert running.get("/", Host=address)[0] == 200
    assert running.get("/", Host=f"evil.example:{running.port}")[0] == 403
    running.stop()


@pytest.mark.skipif(os.name == "nt", reason="a console's Ctrl-C cannot be sent alone")
def test_stops_cleanly(project: Project) -> None:
    """Ctrl-C ends it with status 0 and a word; no process and no half-written file is left."""
    running = Running(project.settings)
    wait_for(running.built)
    below = children_of(running.process.pid)
    assert below
    assert running.stop() == 0
    assert running.lines[-1] == "预览已停止"
    assert not [line for line in running.lines if "Traceback" in line]
    wait_for(lambda: not [pid for pid in below if Path(f"/proc/{pid}/status").exists()])
    assert not (project.output / ".staging").exists()


@pytest.mark.skipif(os.name == "nt", reason="killed by a POSIX signal")
def test_builder_that_dies(preview: Running, project: Project) -> None:
    """When the building process is killed the pages stay, and the next save builds again."""
    wait_for(preview.built)
    os.kill(builder_of(preview.process.pid), 9)
    project.write("first", NOTICE.replace("38", "39"))
    wait_for(lambda: "意外结束" in preview.state()["failed"])
    assert preview.get(PAGE)[0] == 200
    project.write("first", NOTICE.replace("38", "41"))
    wait_for(lambda: b"41" in preview.get(PAGE)[2] and not preview.state()["failed"])


def test_error_keeps_the_page(preview: Running, project: Project) -> None:
    """A broken save keeps the last good page; all errors are told with line and place."""
    wait_for(preview.built)
    good = preview.get(PAGE)[2]
    project.write("first", NOTICE.replace("2022-02-23", "2022-02-30").replace("38", "三十八"))
    state = wait_for(lambda: preview.state()["failed"] and preview.state())
    assert [error["code"] for error in state["errors"]] == ["field.date_missing", "field.number"]
    first = state["errors"][0]
    assert first["place"].endswith("first.yaml:4:12")
    assert first["excerpt"][first["column"] :][: first["span"]] == "2022-02-30"
    assert first["page"] == PAGE
    assert preview.get(PAGE)[2] == good
    project.write("first", NOTICE)
    wait_for(lambda: not preview.state()["failed"])


def test_broken_template_is_named(preview: Running) -> None:
    """A broken template is told with its name and line."""
    wait_for(preview.built)
    page = preview.settings.templates / "notice.html"
    whole = page.read_text(encoding="utf-8")
    page.write_text(whole.replace("{% block tools %}", "{% block tools"), encoding="utf-8")
    state = wait_for(lambda: preview.state()["failed"] and preview.state())
    (error,) = state["errors"]
    line = whole[: whole.index("{% block tools %}")].count("\n") + 1
    assert error["code"] == "template.broken"
    assert "templates/notice.html" in error["place"]
    assert abs(int(error["place"].split(":")[1]) - line) <= 1
    page.write_text(whole, encoding="utf-8")
    wait_for(lambda: not preview.state()["failed"])


def test_very_first_build_fails(project: Project) -> None:
    """Without any page there is one that says so, and it heals."""
    project.write("first", NOTICE.replace("title:", "titel:"))
    running = Running(project.settings)
    status, _, body = running.get(PAGE)
    assert status == 503
    assert "还没有可以显示的网页".encode() in body
    assert b"/livereload.js?seen=" in body
    assert running.state()["errors"]
    project.write("first", NOTICE)
    wait_for(lambda: running.get(PAGE)[0] == 200)
    running.stop()


def test_findings_lead_to_their_page(preview: Running, project: Project) -> None:
    """Warnings are told with the address of the page that they are about."""
    project.write("first", NOTICE.replace("published_time: 09:30\n", ""))
    wait_for(lambda: preview.state()["findings"])
    found = preview.state()["findings"]
    (finding,) = (each for each in found if each["code"] == "notice.no_time")
    assert finding["page"] == PAGE
    assert not finding["is_error"]


def test_what_the_rules_find_is_shown(preview: Running, project: Project) -> None:
    """Errors, warnings and hints of the rules come after the build, masked, and go when mended."""
    slips = "身份证号11010519491231002X，会议3次,学习2次。现将"
    project.write("first", NOTICE.replace("现将", slips))
    wanted = {"privacy.identity", "typography.half_width"}
    wait_for(lambda: wanted <= {each["code"] for each in preview.state()["findings"]})
    state = preview.state()
    assert not state["failed"]
    assert "19491231" not in str(state)
    levels = {each["code"]: each["is_error"] for each in state["findings"]}
    assert levels["privacy.identity"]
    assert not levels["typography.half_width"]
    assert [each["number"] for each in state["findings"]] == list(range(len(state["findings"])))
    project.write("first", NOTICE)
    wait_for(lambda: not wanted & {each["code"] for each in preview.state()["findings"]})


def test_a_page_is_told_its_own(preview: Running, project: Project) -> None:
    """A notice's page gets what was found in it, and of the others where and how many."""
    project.write("second", NOTICE.replace("现将", "会议3次,学习2次。现将"))
    wait_for(lambda: any(each["page"] == "/notices/second/" for each in _state(preview)["others"]))
    state = _state(preview)
    assert {each["page"] for each in state["findings"]} <= {PAGE}
    project.root.joinpath("content", "notices", "second.yaml").unlink()
    wait_for(lambda: not _state(preview)["others"])


def _state(preview: Running) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(preview.get(f"/-preview/state.json?page={PAGE}")[2])
    return found


def test_six_saves_are_one_build(preview: Running, project: Project) -> None:
    """Six files saved at once are built together."""
    wait_for(preview.built)
    # Nobody looks meanwhile, however long this process is kept from writing.
    preview.process.send_signal(signal.SIGSTOP)
    for number in range(6):
        project.write(f"n-{number}", NOTICE)
    preview.process.send_signal(signal.SIGCONT)
    wait_for(lambda: preview.get("/notices/n-5/")[0] == 200)
    time.sleep(0.5)
    assert preview.built() == 2
    assert all(preview.get(f"/notices/n-{number}/")[0] == 200 for number in range(6))


def test_page_without_a_head(preview: Running, tmp_path: Path) -> None:
    """Pages with a huge head, or none, get the script all the same."""
    wait_for(preview.built)
    for name, text in (("bare", "<p>x"), ("long", f"<head>{' ' * 200_000}</head>")):
        (preview.settings.output / f"{name}.html").write_text(text, encoding="utf-8")
        body = preview.get(f"/{name}.html")[2]
        assert body.count(b"/livereload.js?seen=") == 1
        assert without_script(body).decode() == text
