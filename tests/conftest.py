"""What tests of more than one package share."""

import functools
import gc
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest

from disclosure.project.settings import Settings
from tests.chromium import browser as browser
from tests.chromium import context as context
from tests.chromium import node_modules as node_modules
from tests.compiled import Compiled
from tests.shipped_words import ShippedWords

# The same examples every time, so that main is green or red for a reason; DISCLOSURE_FUZZ=1
# searches anew.
hypothesis.settings.register_profile(
    "house", deadline=None, derandomize=not os.environ.get("DISCLOSURE_FUZZ")
)
hypothesis.settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]

SITE = """\
name: 某县人民政府
base_url: https://www.example.gov.cn/gk/
organizer: 某县人民政府
site_code: 3418230001
icp: 皖ICP备12345678号-1
police_record: 皖公网安备 34182302000001号
report_error: https://www.example.gov.cn/jiucuo
column: {name: 巡视巡察, description: 公布整改情况, keywords: [巡察, 整改], type: 党务公开}
"""

NOTICE = """\
title: 中共某县某局党组关于巡察整改进展情况的通报
issuer: 中共某县某局党组
source: 某县纪委
published: 2022-02-23
published_time: 09:30
metrics:
  - {id: built, name: 新建项目, value: 38, unit: 个, yoy: 18.7%, headline: true}
  - {id: funds, name: 到位资金, value: 75, unit: 亿元, yoy: -3.2%}
lead: 现将巡察整改进展情况予以公布。
sections:
  - title: 整改情况
    sections:
      - title: 招商成效不明显。
        kind: 问题
        outcomes:
          - 新建项目{built}，同比增长{built.yoy}。
          - 到位资金{funds}，同比下降{funds.yoy}。
contact: {phone: 0563-2263070, email: office@example.com}
"""


# What these fixtures start or build is no part of a quick run, whichever test asks for them.
_MARK_OF_FIXTURE = {
    "browser": "browser",
    "node_modules": "browser",
    "sshd": "servers",
    "keep": "servers",
    "service": "servers",
    "authority": "servers",
    "player": "servers",
    "preview": "servers",
    "desk": "servers",
    "running": "servers",
    "hostile_sites": "slow",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test by what its fixtures start."""
    for item in items:
        for name in _MARK_OF_FIXTURE.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(_MARK_OF_FIXTURE[name])


# How many objects are made before those that refer to each other are looked for: with Python's
# own 700 every tenth second of a run goes there.
_OBJECTS = 10_000


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let the collector look at what tests make, not again and again at thousands of tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 10, 10)


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compile the templates and read the program's words once for all sites of this process."""
    with pytest.MonkeyPatch.context() as patch:
        Compiled().put_in(patch)
        ShippedWords().put_in(patch)
        yield


class Project:
    """A small project on disk, with the real templates."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.output = root / "site"
        (self.content / "notices").mkdir(parents=True)
        (self.content / "site.yaml").write_text(SITE, encoding="utf-8")
        self.write("first", NOTICE)

    @property
    def settings(self) -> Settings:
        """Settings of the project."""
        return Settings(
            root=self.root,
            content=self.content,
            templates=ROOT / "templates",
            output=self.output,
            cache=self.root / ".cache",
        )

    def write(self, slug: str, text: str) -> Path:
        """Write a notice."""
        path = self.content / "notices" / f"{slug}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def take(self, made: "Project") -> "Project":
        """Take all files of a project that was made once for many tests."""
        shutil.copytree(made.root, self.root, symlinks=True, dirs_exist_ok=True)
        return self

    def own_templates(self) -> Settings:
        """Return settings with a copy of the templates that a test may spoil."""
        folder = self.root / "templates"
        if not folder.exists():
            shutil.copytree(ROOT / "templates", folder)
        plain = self.settings
        return Settings(plain.root, plain.content, folder, plain.output, plain.cache)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a project with one sound notice."""
    return Project(tmp_path)


@pytest.fixture(scope="session")
def documents() -> dict[Path, str]:
    """Give every generated document of this checkout as it should be, by its path."""
    from disclosure.cli.docs import generated_files

    return generated_files(ROOT)


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Give a function that reads every file below a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing; the tests speak."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Give a function that serves a folder on this machine and returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = functools.partial(_QuietHandler, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
