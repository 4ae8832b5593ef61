"""A real browser, a real server, sites built once a session."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.editorial.check import check_project
from disclosure.model.review import Decision, SignOff
from disclosure.pipeline.build import build_site
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import NoticeFile
from disclosure.project.settings import Settings
from disclosure.project.signoffs import add_sign_off
from disclosure.versioning.seal import seal
from tests.conftest import ROOT, SITE

REAL = "notices/2022-02-23-jxzszx/"
ARCHIVE = (
    "archive/13-triplet-status/",
    "archive/13-triplet-status/1/",
    "archive/13-triplet-status/1...2/",
    "archive/as-of/",
)
RICH = ("notices/every-part/", "notices/12-two-level/", "notices/13-triplet-status/")


def build(root: Path, content: Path) -> Path:
    """Build ``content`` and return the site."""
    output = root / "site"
    settings = Settings(root, content, ROOT / "templates", output, root / ".cache")
    outcome = build_site(settings)
    assert outcome.built, outcome.diagnostics
    return output


def sign_off(content: Path, slug: str) -> None:
    """Let three people sign a notice, so that its page has the stamp."""
    notice = NoticeFile(slug, content / "notices", f"{slug}.yaml")
    settings = Settings(content.parent, content, ROOT / "templates", content, content)
    digest = read_notice(notice, settings).digest
    assert digest
    path = content / "reviews" / f"{slug}.yaml"
    for role, name in (("初审", "张三"), ("复审", "李四"), ("终审", "王五")):
        at = "2024-01-10T09:30:00+08:00"
        given = SignOff(role=role, name=name, decision=Decision.AGREED, at=at, digest=digest)
        add_sign_off(path, path.read_bytes() if path.exists() else b"", given)


def seal_twice(root: Path) -> None:
    """Seal two versions of a notice, so that the site has an archive."""
    slug, content = "13-triplet-status", root / "content"
    settings = Settings(root, content, ROOT / "templates", root / "site", root / ".cache")
    path = content / "notices" / f"{slug}.yaml"
    for note in ("首次公布", "补充演练次数"):
        sign_off(content, slug)
        checking = check_project(settings, (slug,))
        assert checking.context is not None
        seal(next(iter(checking.notices)), checking.context, note, "")
        text = path.read_text("utf-8")
        assert "组织演练3次" in text or note != "首次公布"
        text = text.replace("组织演练3次", "组织演练4次")
        # The first of two moves on, so that the history has statuses to follow.
        text = text.replace("status: 基本完成", "status: 已完成", 1)
        for old, new in (("已完成: 8", "已完成: 9"), ("基本完成: 2", "基本完成: 1")):
            text = text.replace(old, new)
        text = text.replace("已完成整改8个，基本完成2个", "已完成整改9个，基本完成1个")
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real content."""
    return build(tmp_path_factory.mktemp("real"), ROOT / "content")


@pytest.fixture(scope="session")
def rich_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build notices that use every part of the model."""
    root = tmp_path_factory.mktemp("rich")
    notices = root / "content" / "notices"
    (notices / "every-part").mkdir(parents=True)
    # The 404 page links from the root of the host, so the site must be served as it is named.
    site = SITE.replace("example.gov.cn/gk/", "example.gov.cn/")
    (root / "content" / "site.yaml").write_text(site, encoding="utf-8")
    cases = ROOT / "tests" / "cases" / "notices"
    for path in cases.glob("*.yaml"):
        shutil.copy(path, notices / path.name)
    (notices / "every-part" / "plan.pdf").write_bytes(b"%PDF-1.4 test")
    sign_off(root / "content", "every-part")
    seal_twice(root)
    return build(root, root / "content")


@pytest.fixture(scope="session")
def real(real_site: Path, serve: Callable[[Path], str]) -> str:
    """Give the address of the real site."""
    return serve(real_site)


@pytest.fixture(scope="session")
def rich(rich_site: Path, serve: Callable[[Path], str]) -> str:
    """Give the address of the site with every part."""
    return serve(rich_site)
