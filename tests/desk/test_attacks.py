"""Attacks on the desk: whoever is not the browser that was opened with the key changes nothing."""

import http.client
import resource
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import pytest

from tests.conftest import NOTICE, Project
from tests.desk.conftest import PATIENCE, Answer, Browser, RunningDesk, files_of

HOSTILE = "<script>alert(1)</script>'><img src=x onerror=alert(1)>"
TITLE = "中共某县某局党组关于巡察整改进展情况的通报"
EDIT = {"edits": [{"kind": "set", "path": ["title"], "value": "假的标题", "was": TITLE}]}
# Everything that may change a file or begin some work, with a body that would do it.
CHANGES: tuple[tuple[str, Any], ...] = (
    ("edit/first", EDIT),
    (
        "edit/-site",
        {"edits": [{"kind": "set", "path": ["name"], "value": "假", "was": "某县人民政府"}]},
    ),
    ("paste/first", {"text": "甲\t已完成", "first": 0, "key": "title"}),
    ("undo/first", {}),
    ("redo/first", {}),
    ("fix/first", {"code": "typography.dash", "path": ["title"]}),
    ("waive/first", {"code": "site.index", "path": [], "reason": "假"}),
    ("import/0123456789abcdef01234567/keep", {"slug": "false", "confirmed": True}),
    ("new", {"genre": "整改进展通报", "slug": "false"}),
    ("sign/first", {"role": "初审", "name": "假"}),
    ("return/first", {"role": "初审", "name": "假"}),
    ("seal/first", {"note": "假", "reason": "首次公布"}),
    ("publish/plan", {}),
    ("publish/run", {}),
    ("publish/back", {}),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a desk over content that would act if it were taken for anything but text."""
    project = Project(tmp_path_factory.mktemp("hostile"))
    folder = project.content / "notices" / "second"
    folder.mkdir()
    for name in ("a.html", "b.svg"):
        (folder / name).write_text(f"<html>{HOSTILE}</html>", encoding="utf-8")
    rows = "attachments:\n  - {title: 甲, file: a.html}\n  - {title: 乙, file: b.svg}\n"
    project.write("second", NOTICE.replace(TITLE, f"{TITLE}{HOSTILE}") + rows)
    (project.content / "genres").mkdir()
    genre = f"name: 类{HOSTILE.replace(chr(39), '')}\nabout: 说明<b>x</b>\n"
    (project.content / "genres" / "own.yaml").write_text(genre, encoding="utf-8")
    running = RunningDesk(project.settings)
    running.ask("GET", "/")  # once it is built
    project.write("third", f"title: {HOSTILE}\n{HOSTILE}: x\n")
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def _nothing_changes(desk: RunningDesk, opened: Browser) -> Iterator[None]:
    """Whatever a test of this module does, every file is afterwards what it was."""
    before = files_of(desk.settings.root)
    yield
    assert files_of(desk.settings.root) == before


def refused(answer: Answer) -> None:
    """Say that a request was refused, with a reason, and told nothing."""
    assert answer.status in {400, 403, 404, 405, 413, 415}, answer
    assert answer.status == 405 or answer.told["ok"] is False
    assert TITLE.encode() not in answer.body


@pytest.mark.parametrize("path", [each for each, _ in CHANGES])
def test_without_any_one_proof(desk: RunningDesk, opened: Browser, path: str) -> None:
    """Cookie, token, origin and kind of content: without any one of them nothing is done."""
    body = dict(CHANGES)[path]
    for left_out in ("Cookie", "X_Desk_Token", "Origin", "Content_Type"):
        headers = {name: text for name, text in opened.headers.items() if name != left_out}
        refused(desk.ask("POST", f"/-desk/api/{path}", body, **headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
        {"Content_Type": "multipart/form-data; boundary=x"},
        {"Host": "evil.example"},
        {"Host": "localhost"},
        {"Host": "127.0.0.1.evil.example"},
        {"X_Desk_Token": "x"},
        {"X_Desk_Token": ""},
        {"Cookie": "disclosure-desk=x"},
    ],
)
def test_cross_site_and_forged(desk: RunningDesk, opened: Browser, headers: dict[str, str]) -> None:
    """A page of another site, a form, another name for this machine, a token that is none."""
    for path, body in CHANGES:
        refused(desk.ask("POST", f"/-desk/api/{path}", body, **(opened.headers | headers)))


def test_rebinding(desk: RunningDesk, opened: Browser) -> None:
    """A foreign name that leads to this machine sees neither the desk nor a page of the site."""
    for host in ("evil.example", f"evil.example:{desk.port}", "0.0.0.1", f"localhost:{desk.port}"):
        for path in ("/-desk/", "/-desk/api/token", "/-desk/api/texts/first", "/-desk/desk.js"):
            refused_page = opened.get(path, Host=host)
            assert refused_page.status == 403, (host, path)
            assert opened.token.encode() not in refused_page.body
    assert desk.ask("GET", "/", Host=f"evil.example:{desk.port}").status == 403


def test_token_only_for_own_pages(desk: RunningDesk, opened: Browser) -> None:
    """The token is told to pages of this very origin, and stands in no script."""
    for site in ("cross-site", "same-site", "none"):
        answer = opened.get("/-desk/api/token", Sec_Fetch_Site=site)
        assert answer.status == 403, site
        assert opened.token.encode() not in answer.body
    bare = desk.ask("GET", "/-desk/api/token", Cookie=opened.cookie)
    assert bare.status == 403
    for path in ("/-desk/desk.js", "/livereload.js", "/notices/first/", "/"):
        assert opened.token.encode() not in opened.get(path).body, path
    assert opened.token.encode() in opened.get("/-desk/").body
    assert opened.get("/-desk/").headers["x-frame-options"] == "SAMEORIGIN"


def test_tokens_of_others(desk: RunningDesk, opened: Browser) -> None:
    """Each browser has a token of its own; another's, and one of an earlier start, is none."""
    other = desk.browser()
    assert other.token != opened.token
    refused(opened.post("/-desk/api/edit/first", EDIT, X_Desk_Token=other.token))


def test_second_start(tmp_path_factory: pytest.TempPathFactory, opened: Browser) -> None:
    """Cookie and token of one start open nothing at the next."""
    again = RunningDesk(Project(tmp_path_factory.mktemp("again")).settings)
    try:
        before = files_of(again.settings.root)
        cookie = opened.cookie.replace(str(opened.desk.port), str(again.port))
        headers = opened.headers | {"Cookie": cookie, "Origin": again.origin}
        refused(again.ask("POST", "/-desk/api/edit/first", EDIT, **headers))
        assert again.ask("GET", "/-desk/", Cookie=cookie).status == 403
        assert files_of(again.settings.root) == before
    finally:
        again.stop()


def test_second_browser_reads_only(desk: RunningDesk) -> None:
    """Without the cookie the preview is there, and nothing else."""
    assert desk.ask("GET", "/notices/first/").status == 200
    for path, body in CHANGES:
        refused(desk.ask("POST", f"/-desk/api/{path}", body, Origin=desk.origin, Content_Type="application/json"))  # fmt: skip
    assert desk.ask("POST", "/notices/first/", b"").status == 405


UPWARD = (
    "..", "../site", "..%2fsite", "%2e%2e/site", "..%5csite", "first%2f..%2fsecond", "first.yaml", "first/",
    "/etc/passwd", "C:", "first%00", "FIRST", "first%20", "con", "~", "first::$DATA", "．．", "x" * 300,
)  # fmt: skip


@pytest.mark.parametrize("slug", UPWARD)
def test_climbing_slugs(opened: Browser, slug: str) -> None:
    """A name that is no notice's leads nowhere, in an address and in what is sent."""
    quoted = quote(slug, safe="%/:$~")
    for route in ("texts", "value", "findings", "form", "problems", "compare", "deliver"):
        answer = opened.get(f"/-desk/api/{route}/{quoted}")
        assert answer.status in {400, 403, 404, 405}, (route, answer)
    assert opened.get(f"/-desk/notice/{quoted}/").status in {400, 403, 404}
    for path, body in CHANGES:
        if path.endswith("/first"):
            refused(opened.post(f"/-desk/api/{path.removesuffix('first')}{quoted}", body))
    for genre in ("整改进展通报", "../x"):
        answer = opened.post("/-desk/api/new", {"genre": genre, "slug": slug})
        assert answer.told["ok"] is False, slug


@pytest.mark.parametrize(
    "path",
    [
        ["__class__"], ["..", "site"], ["title", "__len__"], [], ["sections", -1], ["sections", 10**9], "title",
        [None], [["title"]], [True], ["sections", 0.5], ["\u202e"], ["x"] * 10_000, {"a": 1},
    ],
)  # fmt: skip
def test_climbing_value_paths(opened: Browser, path: Any) -> None:
    """A value path leads through the notice's own values, or nowhere."""
    edit = {"edits": [{"kind": "set", "path": path, "value": "x", "was": "y"}]}
    assert opened.post("/-desk/api/edit/first", edit).told["ok"] is False
    for route in ("fix", "waive"):
        asked = {"code": "typography.dash", "path": path, "reason": "x"}
        assert opened.post(f"/-desk/api/{route}/first", asked).told["ok"] is False


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"edits": "x"}', b'{"edits": [1]}', b'{"edits": []}', b"[" * 500_000],
)  # fmt: skip
def test_bodies_that_are_none(opened: Browser, body: bytes) -> None:
    """What is no question gets an answer all the same, and no crash."""
    answer = opened.post("/-desk/api/edit/first", body)
    assert answer.status == 400
    assert answer.told["ok"] is False
    assert not list(opened.desk.settings.cache.glob("crash-*"))


def _send(
    desk: RunningDesk, headers: dict[str, str], size: int, *, chunked: bool
) -> tuple[int, int]:
    """Send zeros; return the status, 0 where the connection was cut, and how much was taken."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=PATIENCE)
    connection.putrequest("POST", "/-desk/api/import")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    if chunked:
        connection.putheader("Transfer-Encoding", "chunked")
    else:
        connection.putheader("Content-Length", str(size))
    sent, piece = 0, b"\0" * (1 << 20)
    try:
        connection.endheaders()
        while sent < size:
            connection.send(b"100000\r\n" + piece + b"\r\n" if chunked else piece)
            sent += len(piece)
    except OSError:
        pass
    try:
        return connection.getresponse().status, sent
    except (OSError, http.client.HTTPException):
        return 0, sent
    finally:
        connection.close()


@pytest.mark.parametrize("chunked", [False, True])
def test_large_uploads(desk: RunningDesk, opened: Browser, *, chunked: bool) -> None:
    """200 MB are refused while they come, and not kept in memory meanwhile."""
    size = 200 << 20
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    headers = opened.headers | {
        "Content_Type": "application/octet-stream",
        "X_File_Name": "a.docx",
    }
    status, sent = _send(desk, headers, size, chunked=chunked)
    assert status in {0, 400, 413}
    assert sent < size / 2
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most
    assert grown < 60 * 1024  # KB
    assert opened.get("/-desk/").status == 200


def test_uploads_of_others(desk: RunningDesk, opened: Browser) -> None:
    """Who may not send a file is told so before it has come; a large question is none."""
    headers = {**opened.headers, "Content_Type": "application/octet-stream", "X_Desk_Token": "x"}
    status, sent = _send(desk, headers, 40 << 20, chunked=False)
    assert status in {0, 403}
    assert sent < 40 << 20
    with suppress(OSError):  # cut off while it was sent
        assert opened.post("/-desk/api/edit/first", b"x" * (2 << 20)).status == 400


def test_hostile_content_is_text(opened: Browser) -> None:
    """What titles, files and genres say is shown as text, wherever the desk shows it."""
    for path in ("/-desk/", "/-desk/new", "/-desk/notice/second/", "/-desk/notice/third/"):
        page = opened.get(path)
        assert page.status == 200, path
        for tag in (b"<script>alert", b"<img", b"<b>x"):
            assert tag not in page.body, path
    assert b"&lt;script&gt;alert" in opened.get("/-desk/").body
    brought = opened.post(
        "/-desk/api/import",
        f"标题{HOSTILE}\n\n正文。\n".encode(),
        Content_Type="application/octet-stream",
        X_File_Name=quote(f"../../{HOSTILE}.txt"),
    )
    assert brought.status == 200, brought
    account = opened.get(brought.told["account_html_url"])
    assert b"<script>alert" not in account.body
    assert b"<img" not in account.body
    policy = account.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy


def test_attached_pages_do_not_act(opened: Browser) -> None:
    """A page that an office attached is shown where no script runs and nothing has our origin."""
    for name in ("a.html", "b.svg"):
        shown = opened.get(f"/notices/second/files/{name}")
        assert shown.status == 200
        assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    page = opened.get("/notices/second/")
    assert "content-security-policy" not in page.headers
    assert page.headers["x-frame-options"] == "SAMEORIGIN"
