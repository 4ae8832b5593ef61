"""Texts are found on pages of every kind; what is changed stands in the block that was clicked."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import Any, ClassVar, NamedTuple

import pytest
from playwright.sync_api import Browser

import disclosure.desk
from disclosure.editing.apply import applied
from disclosure.editing.edit import Edit, SetValue
from disclosure.editing.texts import EditableText, editable_texts
from disclosure.model.status import Status
from disclosure.source.load import load_notice
from tests.browser.conftest import build
from tests.checks.desk import to_yaml
from tests.conftest import ROOT, SITE
from tests.document.full_notice import FULL, UNHEADED
from tests.pictures.drawn import drawn

pytestmark = pytest.mark.browser
CLIENT = Path(disclosure.desk.__file__).parent / "client"
STATES = [each.value for each in Status]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What a form changes: pages print it nowhere, or worked into something else, or in many places.
# Printed nowhere in the notice that fills every field: its own ``unprinted`` says so, or a mark
# that two notes have.
UNPRINTED = {
    ("sections", 0, "lead_unit"),
    ("sections", 1, "leader"),
    ("sections", 1, "status"),
    ("notes", 0, "mark"),
}
APART = {"keywords", "summary", "labels", "declared", "metrics"}
NOT_ALONE = {"alt", "file", "url", "about", "unit", "amount", "parts", "offices"}
NAMES = sorted(path.stem for path in (ROOT / "tests" / "cases" / "notices").glob("*.yaml"))
NAMES += ["2022-02-23-jxzszx", "full", "unheaded"]
# The notice that the full one continues, with the problems that it goes on with.
EARLIER = """\
title: 首次通报
issuer: 某县某局
published: 2021-08-23
sections:
  - {title: 总体情况, body: 已部署。}
  - title: 整改情况
    sections:
      - {title: 甲。, progress: 在改。}
      - {title: 乙。, progress: 在改。}
contact: {phone: 0563-2263070}
"""
FIND = """async texts => {
  const { match } = await import("/-client/match.js");
  const { slotsOf } = await import("/-client/slots.js");
  const slots = slotsOf(document.querySelector("main"));
  const blocks = [];
  for (const slot of slots) blocks[slot.block] = slot.element.textContent;
  return { blocks, found: match(texts, slots).map(all => all.map(at => slots[at].block)) };
}"""


class _Site(SimpleHTTPRequestHandler):
    extensions_map: ClassVar = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        if path.startswith("/-client/"):
            return str(CLIENT / path.rpartition("/")[2])
        return super().translate_path(path)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing; the tests speak."""


class Both(NamedTuple):
    """The notices as they are and with all texts changed, and where pages of both are."""

    texts: dict[str, tuple[EditableText, ...]]
    signs: dict[str, dict[int, str]]
    old: str
    new: str


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Build every notice twice: as it is, and with all texts changed that may be."""
    old, new = tmp_path_factory.mktemp("old"), tmp_path_factory.mktemp("new")
    texts: dict[str, tuple[EditableText, ...]] = {}
    signs: dict[str, dict[int, str]] = {}
    for root in (old, new):
        _write(root)
    for name in NAMES:
        path = new / "content" / "notices" / f"{name}.yaml"
        source = path.read_text(encoding="utf-8")
        texts[name] = editable_texts(_loaded(source))
        wanted = {
            at: _changed(each, at)
            for at, each in enumerate(texts[name])
            if each.path[0] not in APART
        }
        edits = {
            at: SetValue(texts[name][at].path, value, texts[name][at].raw)
            for at, (value, _) in wanted.items()
        }
        changed, made = _applied(source, edits)
        path.write_text(changed, encoding="utf-8")
        signs[name] = {at: wanted[at][1] for at in made}
    servers = []
    for root in (old, new):
        site = build(root, root / "content")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Site, directory=str(site)))
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
    addresses = [f"http://127.0.0.1:{server.server_port}/" for server in servers]
    yield Both(texts, signs, *addresses)
    for server in servers:
        server.shutdown()
        server.server_close()


def _write(root: Path) -> None:
    notices = root / "content" / "notices"
    notices.mkdir(parents=True)
    site = SITE.replace("example.gov.cn/gk/", "example.gov.cn/")
    (root / "content" / "site.yaml").write_text(site, encoding="utf-8")
    for folder in (ROOT / "tests" / "cases" / "notices", ROOT / "content" / "notices"):
        for path in folder.glob("*.yaml"):
            shutil.copy(path, notices / path.name)
    (notices / "every-part").mkdir()
    (notices / "every-part" / "plan.pdf").write_bytes(b"%PDF-1.4 test")
    (notices / f"{FULL['continues']}.yaml").write_text(EARLIER, encoding="utf-8")
    # Two notices cannot continue the same one.
    alone = {key: each for key, each in UNHEADED.items() if key not in {"continues", "dropped"}}
    for name, data in (("full", FULL), ("unheaded", alone)):
        (notices / f"{name}.yaml").write_text(to_yaml(data), encoding="utf-8")
        (notices / name).mkdir()
        (notices / name / "list.pdf").write_bytes(b"%PDF-1.4")
        (notices / name / "before.jpg").write_bytes(drawn("JPEG", 400, 300))
        (notices / name / "after.png").write_bytes(drawn("PNG", 400, 300))


def _loaded(source: str) -> Any:
    loaded, found = load_notice(source.encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    return loaded


def _changed(text: EditableText, number: int) -> tuple[str, str]:
    """Return another value for a text, and what then stands on the page."""
    if text.path[-1] == "status" and text.raw in STATES:
        state = STATES[(STATES.index(text.raw) + 1 + number) % len(STATES)]
        return state, state
    if DAY.fullmatch(text.raw):
        day = 1 + number % 28
        return f"{text.raw[:8]}{day:02}", f"(?<![0-9])0?{day}(?![0-9])"
    return f"{text.raw}乙{number}乙", f"乙{number}乙"


def _applied(source: str, edits: dict[int, Edit]) -> tuple[str, set[int]]:
    """Return a file's text with those edits made with which it loads, and which they are."""
    made: set[int] = set()

    def take(chosen: list[int]) -> None:
        nonlocal source
        try:
            changed = applied(source, [edits[at] for at in chosen])
            good = load_notice(changed.encode(), PurePosixPath("a.yaml"))[0] is not None
        except Exception:  # what cannot be changed so is no matter here
            good = False
        if good:
            source = changed
            made.update(chosen)
        elif len(chosen) > 1:
            take(chosen[: len(chosen) // 2])
            take(chosen[len(chosen) // 2 :])

    take(list(edits))
    return source, made


def looked_at(browser: Browser, address: str, texts: list[dict[str, Any]]) -> Any:
    """Return the blocks of a page, and in which of them the texts are found."""
    page = browser.new_page()
    page.goto(address)
    found = page.evaluate(FIND, texts)
    page.close()
    return found


@pytest.mark.parametrize("large", ["", "big/"])
@pytest.mark.parametrize("name", NAMES)
def test_found_where_they_stand(browser: Browser, both: Both, name: str, large: str) -> None:
    """Every text is found that stands alone somewhere, and none where another stands."""
    texts = both.texts[name]
    told = [{"path": list(each.path), "printed": each.printed} for each in texts]
    place = f"notices/{name}/{large}"
    old = looked_at(browser, both.old + place, told)
    new = looked_at(browser, both.new + place, [])
    assert len(old["blocks"]) == len(new["blocks"])
    wrong = [
        (texts[at].path, sign, new["blocks"][block])
        for at, sign in both.signs[name].items()
        for block in old["found"][at][:1]
        if not re.search(sign, re.sub(r"\s", "", new["blocks"][block]))
    ]
    assert wrong == []
    missing = [
        texts[at].path
        for at, blocks in enumerate(old["found"])
        if not blocks and not _stands_nowhere(texts[at])
    ]
    assert missing == []
    assert len(both.signs[name]) > len([each for each in texts if each.path[0] not in APART]) * 0.6


def _stands_nowhere(text: EditableText) -> bool:
    return (
        text.path in UNPRINTED
        or text.path[0] in APART
        or any(part in NOT_ALONE for part in text.path)
    )
