"""A desk in a real browser: a project of its own for each test, opened with the key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import Project
from tests.desk.conftest import RunningDesk
from tests.preview.running import wait_for, without_script

SOON = 30_000  # milliseconds; what takes a fifth of a second may wait on a machine at work
NOTICE = """\
title: 中共某县某局党组关于巡察整改进展情况的通报
issuer: 中共某县某局党组
source: 某县纪委
published: 2022-02-23
published_time: 09:30
unit: 某县某局
as_of: 2022-01-31
metrics:
  - {id: built, name: 新建项目, value: 38, unit: 个, yoy: 18.7%, headline: true}
lead:
  - 现将巡察整改进展情况予以公布。
  - 新建项目{built}，同比增长{built.yoy}。
sections:
  - title: 整改情况
    sections:
      - title: 招商成效不明显。
        kind: 问题
        status: 正在整改
        leader: 张某某
        department: 办公室
        outcomes:
          - 召开会议3次。
          - 开展培训2次。
          - 修订制度1项。
      - title: 学习不够深入。
        kind: 问题
        status: 正在整改
        leader: 李某某
        department: 办公室
        outcomes:
          - 集中学习4次。
          - 撰写体会8篇。
contact: {phone: 0563-2263070, email: office@example.com}
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a running desk for the tests of one module."""
    made = Project(tmp_path_factory.mktemp("desk"))
    made.write("first", NOTICE)
    running = RunningDesk(made.settings)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def first_page(running: RunningDesk) -> bytes:
    """Give the page of the notice as every test finds it."""
    return served(running)


@pytest.fixture
def project(running: RunningDesk, first_page: bytes) -> Project:
    """Give its project, with the one notice as it was."""
    found = Project.__new__(Project)
    found.root = running.settings.root
    found.content, found.output = running.settings.content, running.settings.output
    found.write("first", NOTICE)
    wait_for(lambda: served(running) == first_page)
    return found


@pytest.fixture
def desk(running: RunningDesk, project: Project) -> RunningDesk:
    """Give the desk with the one notice as it was."""
    return running


def served(running: RunningDesk) -> bytes:
    """Return the notice's page as a browser without the key gets it."""
    return without_script(running.ask("GET", "/notices/first/").body)


@pytest.fixture
def page(desk: RunningDesk, context: BrowserContext) -> Page:
    """Give the notice's page, with texts that can be changed."""
    return opened(desk, context)


def opened(desk: RunningDesk, context: BrowserContext, place: str = "notices/first/") -> Page:
    """Open a page of the site in a browser to which the desk was opened with its key.

    The start page, to which the key leads, is left out: it takes as long as the page itself, and
    tests of its own go through it.
    """
    name, _, value = desk.browser().cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": desk.origin}])
    page = context.new_page()
    page.goto(f"{desk.origin}/{place}")
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the texts of a page can be changed."""
    expect(page.locator("#dn-desk[data-ready]")).to_be_attached(timeout=SOON)
