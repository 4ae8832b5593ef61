"""The key on the terminal, the cookie, the token, and the script in pages."""

import re

from tests.desk.conftest import Browser, RunningDesk

PAGE = "/notices/first/"


def test_key_opens_once(desk: RunningDesk) -> None:
    """A key opens one browser; a second one is told where the new key stands."""
    used = desk.desk.address.removeprefix(desk.origin)
    first = desk.ask("GET", used)
    assert first.status == 303
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    second = desk.ask("GET", used)
    assert second.status == 403
    assert "set-cookie" not in second.headers
    assert desk.desk.address.endswith(desk.lines[-1].rpartition("key=")[2])


def test_script_only_for_the_opened_browser(desk: RunningDesk, opened: Browser) -> None:
    """Pages of the site hold the desk's script for the opened browser alone."""
    assert b"/-desk/desk.js" in opened.get(PAGE).body
    assert b"/-desk/" not in desk.ask("GET", PAGE).body
    assert b"/-desk/" not in opened.get(PAGE, Cookie="disclosure-desk=x").body


def test_pages_and_files(desk: RunningDesk, opened: Browser) -> None:
    """The start page names the notices; without the cookie nothing of the desk is shown."""
    page = opened.get("/-desk/")
    assert page.status == 200
    assert b"/-desk/notice/first/" in page.body
    assert "unsafe" not in page.headers["content-security-policy"]
    assert opened.get("/-desk/desk.css").status == 200
    for path in ("/-desk/", "/-desk/desk.js", "/-desk/api/token", "/-desk/none"):
        closed = desk.ask("GET", path)
        assert closed.status == 403, path
        assert b"first" not in closed.body
    assert opened.get("/-desk/none").status == 404


def test_a_refusal_has_its_styles(desk: RunningDesk) -> None:
    """Whoever is refused is told so on a page as it is meant, and still gets no script."""
    page = desk.ask("GET", "/-desk/").body.decode()
    styles = re.findall(r'(?:href|src)="(/-desk/[^"]+\.(?:css|svg|js))"', page)
    assert len(styles) == 4
    for path in styles:
        assert desk.ask("GET", path).status == 200, path
        assert desk.ask("GET", path, Host="evil.example").status == 403, path
        assert desk.ask("GET", path, Sec_Fetch_Site="cross-site").status == 403, path
