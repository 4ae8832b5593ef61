"""``publish`` as a command line: gates, choices, what it says."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_seal import EPOCH, edit, run, sealed
from tests.conftest import Project

DAYS = 8 * 86400  # what is signed a week ahead is published on its day
TARGETS = "publish: {{targets: [{{name: web, url: 'file://{web}'}}]}}\n"


@pytest.fixture
def web(project: Project) -> Path:
    """Give the folder that the project publishes to."""
    folder = project.root / "web"
    site = project.content / "site.yaml"
    site.write_text(site.read_text("utf-8") + TARGETS.format(web=folder), encoding="utf-8")
    return folder


def publish(project: Project, *options: str) -> tuple[int, str, str]:
    """Publish, and return status, output and messages."""
    output = ("--output", str(project.output))
    done = run(project, "publish", *options, *output, at=EPOCH + DAYS)
    return done.returncode, done.stdout, done.stderr


def test_published(project: Project, web: Path) -> None:
    """What is signed and sealed is published; the record says so; again, nothing travels."""
    sealed(project, 1)
    status, said, _ = publish(project, "--verbose")
    assert status == 0
    assert "已发布到 web：传了" in said
    assert said.splitlines()[-1].startswith("末行摘要 ")
    assert (web / "index.html").is_file()
    line = json.loads((project.content / "published" / "log.jsonl").read_text("utf-8"))
    assert (line["target"], line["time"]) == ("web", "2022-02-24T16:26:40+08:00")
    assert line["head"] in said
    again = publish(project, "web")[1]
    assert "传了 0 个文件，删了 0 个" in again
    assert not re.search(r"[0-9a-f]{64}", again)


def test_gates(project: Project, web: Path) -> None:
    """Not signed, not sealed, or with errors: refused with what to do, unless forced with a reason."""
    status, said, wrong = publish(project)
    assert (status, "请先用 sign 审签" in said, "没有发布" in wrong) == (1, True, True)
    sealed(project, 1)
    edit(project, "value: 38", "value: 39")
    assert "请先用 sign 审签" in publish(project)[1]
    edit(project, "value: 39", "value: 38")
    edit(project, "lead: 现将", "lead: 手机13812345678。现将")
    assert "privacy." in publish(project)[1]
    assert not web.exists()
    assert publish(project, "--force")[0] == 2
    status, _, _ = publish(project, "--force", "--reason", "领导批示先发")
    assert status == 0
    log = (project.content / "published" / "log.jsonl").read_text("utf-8").splitlines()
    assert json.loads(log[-1])["forced"] == "领导批示先发"


def test_unsealed(project: Project, web: Path) -> None:
    """Signed but not sealed is not enough."""
    from tests.cli.test_sign import sign_all

    sign_all(project)
    status, said, _ = publish(project)
    assert (status, "请先用 seal 定版" in said) == (1, True)
    assert not web.exists()


def test_dry_run(project: Project, web: Path) -> None:
    """A dry run lists what would travel and touches nothing."""
    status, said, _ = publish(project, "--dry-run")
    assert (status, "请先用 sign 审签" in said, "没有动目标" in said) == (1, True, True)
    sealed(project, 1)
    status, said, _ = publish(project, "--dry-run")
    assert status == 0
    assert "传 notices/first/index.html" in said
    assert said.splitlines()[0].startswith(f"目标文件夹：{web}（")
    assert said.splitlines()[-1].endswith("没有动目标")
    assert not web.exists()


def test_choices(project: Project, web: Path) -> None:
    """No target, one that is not there, several: said, with those there are."""
    sealed(project, 1)
    assert "有的是 web" in publish(project, "other")[2]
    site = project.content / "site.yaml"
    text = site.read_text("utf-8")
    site.write_text(text.replace("]}", ", {name: usb, url: 'file:../usb'}]}"), encoding="utf-8")
    assert "请写明是哪一个：web、usb" in publish(project)[2]
    assert publish(project, "web", "--rollback")[0] == 2
    site.write_text(text.partition("publish:")[0], encoding="utf-8")
    assert "没有写发布目标" in publish(project)[2]
    assert not web.exists()


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("{name: 网站, url: 'file:../x'}", "小写字母"),
        ("{name: web, url: 'http://example.com/'}", "sftp:"),
        ("{name: web, url: 'sftp://me:secret@example.com/www'}", "不要写密码"),
        ("{name: web, url: 'sftp://example.com/', host_key: 'MD5:00'}", "指纹"),
        ("{name: web, url: 'sftp:///www'}", "sftp:"),
        ("{name: web, url: 'file:'}", "sftp:"),
        ("{name: web, url: 'ftp://example.com/www', mode: 整体切换}", "不能整体切换"),
    ],
)
def test_bad_target(project: Project, target: str, says: str) -> None:
    """A target that cannot be meant is named with what to write instead; no secret is printed."""
    sealed(project, 1)
    site = project.content / "site.yaml"
    told = f"publish: {{targets: [{target}]}}\n"
    site.write_text(site.read_text("utf-8") + told, encoding="utf-8")
    status, said, wrong = publish(project)
    assert status in {1, 2}
    assert says in said + wrong
    assert "secret" not in said + wrong


def test_verify_target(project: Project, web: Path) -> None:
    """``verify`` with a target's name says which files there differ, are gone, or are others'."""
    sealed(project, 1)
    assert "没有从这里向 web 发布过" in run(project, "verify", "web").stderr
    publish(project)
    done = run(project, "verify", "web")
    assert (done.returncode, "0 个不同或不见了" in done.stdout) == (0, True)
    (web / "notices/first/index.html").write_bytes(b"defaced")
    (web / "feed.xml").unlink()
    (web / "logo.png").write_bytes(b"theirs")
    done = run(project, "verify", "web")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == [
        "notices/first/index.html: 与发布的不同",
        "feed.xml: 不见了",
        "logo.png: 不是本程序发布的",
    ]
    assert done.stdout.splitlines()[-1].endswith("python3 build.py publish web --repair")
    assert "传了 2 个文件" in publish(project, "--repair")[1]
    assert run(project, "verify", "web").returncode == 0


def test_verify_address(project: Project, web: Path, serve: Callable[[Path], str]) -> None:
    """A published site is compared by its address too, its pages as well as its archive."""
    sealed(project, 1)
    publish(project)
    address = serve(web)
    done = run(project, "verify", address)
    assert (done.returncode, "0 个不同或不见了" in done.stdout, "共 1 版" in done.stdout) == (
        0,
        True,
        True,
    )
    (web / "notices/first/index.html").write_bytes(b"defaced")
    (web / "feed.xml").unlink()
    done = run(project, "verify", address)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == [
        "notices/first/index.html: 与发布的不同",
        "feed.xml: 不见了",
    ]


def test_check(project: Project, web: Path) -> None:
    """``--check`` tries the target, a line each, and leaves nothing there."""
    web.mkdir()
    status, said, _ = publish(project, "web", "--check")
    lines = said.splitlines()
    assert lines[0] == "可以  连接和登录"
    assert "可以  替换已有的文件" in lines
    # The readers' address is not to be reached from here.
    assert (status, lines[-1]) == (0, "可以发布到这里")
    assert not list(web.iterdir())
