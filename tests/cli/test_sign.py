"""``sign`` as a command line, with real keys."""

import shutil
import subprocess

import pytest

from disclosure.pipeline.build import build_site
from tests.command import PATH, Done, command
from tests.conftest import Project

EPOCH = 1_645_000_000  # 2022-02-16 16:26:40 in China
needs_openssh = pytest.mark.skipif(
    not shutil.which("ssh-keygen"), reason="OpenSSH is not installed"
)


def sign(project: Project, *options: str, at: int = EPOCH, path: str = PATH) -> Done:
    """Run ``sign`` at a given time."""
    environment = {"PATH": path, "SOURCE_DATE_EPOCH": str(at), "HOME": str(project.root)}
    words = ("sign", *options, "--content", str(project.content))
    return command(*words, cwd=project.root, environment=environment)


def sign_all(project: Project) -> None:
    """Let three people sign."""
    for number, (role, name) in enumerate((("初审", "张三"), ("复审", "李四"), ("终审", "王五"))):
        done = sign(project, "first", "--role", role, "--name", name, at=EPOCH + number)
        assert done.returncode == 0, done.stderr


def page(project: Project) -> str:
    """Build and return the notice's page."""
    outcome = build_site(project.settings)
    assert outcome.built
    return (project.output / "notices" / "first" / "index.html").read_text("utf-8")


def require_review(project: Project, more: str = "") -> None:
    """Ask for sign-offs in the site's file."""
    site = project.content / "site.yaml"
    text = "review:\n  steps: [{role: 初审}, {role: 复审}, {role: 终审, kind: 签发}]\n" + more
    site.write_text(site.read_text("utf-8") + text, encoding="utf-8")


def warned(project: Project) -> list[str]:
    """Build and return the codes of what was found."""
    return [each.code for each in build_site(project.settings).diagnostics]


def test_signed_bytes_survive_git(project: Project) -> None:
    """From the first sign-off on git is told to keep line ends: attachments are what was signed."""
    assert sign(project, "first").returncode == 0
    assert not (project.content / ".gitattributes").exists()
    done = sign(project, "first", "--role", "初审", "--name", "张三")
    assert (done.returncode, "gitattributes" in done.stdout) == (0, False)
    assert "notices/*/** -text" in (project.content / ".gitattributes").read_text("utf-8")
    (project.content / ".gitattributes").write_text("* text=auto\n", "utf-8")
    done = sign(project, "first", "--role", "复审", "--name", "李四")
    assert (done.returncode, "gitattributes" in done.stdout) == (0, True)


def test_three_people(project: Project) -> None:
    """Three people sign; only then the page has its stamp, without their names."""
    require_review(project)
    assert "dn-stamp" not in page(project)
    assert warned(project) == ["review.pending"]
    sign_all(project)
    assert warned(project) == []
    html = page(project)
    assert 'class="dn-stamp"' in html
    assert "2022年2月16日" in html
    assert "张三" not in html


def test_names_where_the_unit_says_so(project: Project) -> None:
    """Names stand on the page only where the unit makes them public."""
    require_review(project, "  names_public: true\n")
    sign_all(project)
    assert "张三" in page(project)


def test_changed_value_and_changed_comment(project: Project) -> None:
    """A changed value makes the signatures stale, a comment does not."""
    require_review(project)
    sign_all(project)
    path = project.content / "notices" / "first.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        "# 说明\n" + text.replace("title: 中共", "title:   '中共").replace("通报\n", "通报'\n", 1),
        "utf-8",
    )
    assert warned(project) == []
    path.write_text(text.replace("38", "39"), encoding="utf-8")
    assert warned(project) == ["review.stale"]
    assert "dn-stamp" not in page(project)
    told = sign(project, "first").stdout
    assert told.count("已失效") == 3


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (("--role", "复审", "--name", "李四"), 2, "还没有轮到"),
        (("--role", "四审", "--name", "李四"), 2, "初审、复审、终审"),
        (("--role", "初审"), 2, "--name"),
        (("--role", "初审", "--name", "张三", "--decision", "好"), 2, "退回"),
    ],
)
def test_refused(project: Project, options: tuple[str, ...], status: int, says: str) -> None:
    """What makes no sense is refused in plain words, and nothing is written."""
    done = sign(project, "first", *options)
    assert (done.returncode, says in done.stderr) == (status, True), done.stderr
    assert not (project.content / "reviews").exists()


def test_same_person(project: Project) -> None:
    """Nobody signs two of three steps; nobody signs the same step twice."""
    sign(project, "first", "--role", "初审", "--name", "张三")
    done = sign(project, "first", "--role", "复审", "--name", "张三", at=EPOCH + 1)
    assert done.returncode == 2
    assert "3 个不同的人" in done.stderr
    done = sign(project, "first", "--role", "初审", "--name", "李四", at=EPOCH + 1)
    assert done.returncode == 2
    assert "已经审签过" in done.stderr


def test_clock_set_back(project: Project) -> None:
    """A clock that was ahead blocks nobody: the next signature has its time, and says what the clock said."""
    sign(project, "first", "--role", "初审", "--name", "张三", at=EPOCH + 10**8)
    options = ("--role", "复审", "--name", "李四", "--decision", "退回")
    for wanted in (options[:-2], options):
        done = sign(project, "first", *wanted)
        assert done.returncode == 0, done.stderr
        assert "校准时间" in done.stdout
        assert "2022-02-16T16:26:40+08:00" in done.stdout
    record = (project.content / "reviews" / "first.yaml").read_text("utf-8")
    assert record.count('at: "2025-04-') == 3
    assert record.count('clock: "2022-02-16T16:26:40+08:00"') == 2


def test_errors_are_not_signed(project: Project) -> None:
    """A text with errors cannot be signed until they are mended or waived."""
    path = project.content / "notices" / "first.yaml"
    text = path.read_text("utf-8")
    wrong = text.replace("lead: 现将", "lead: 手机13812345678。现将").replace(
        "公布。\n", "公布。{}\n", 1
    )
    path.write_text(wrong.replace("{}", ""), encoding="utf-8")
    done = sign(project, "first", "--role", "初审", "--name", "张三")
    assert done.returncode == 1
    assert "privacy.mobile" in done.stdout
    assert not (project.content / "reviews").exists()
    path.write_text(wrong.replace("{}", "  # 豁免 privacy.mobile：本人书面同意"), encoding="utf-8")
    assert sign(project, "first", "--role", "初审", "--name", "张三").returncode == 0


def test_sent_back(project: Project) -> None:
    """What is sent back is told, with its opinion on the sheet."""
    require_review(project)
    sign(project, "first", "--role", "初审", "--name", "张三")
    options = (
        "--role",
        "复审",
        "--name",
        "李四",
        "--decision",
        "退回",
        "--opinion",
        '数字："再核" #1',
    )
    assert sign(project, "first", *options, at=EPOCH + 1).returncode == 0
    assert warned(project) == ["review.reopened"]
    folder = project.root / "out"
    sign(project, "first", "--sheet", str(folder))
    sheet = (folder / "approval-first.html").read_text("utf-8")
    assert "数字：&#34;再核&#34; #1" in sheet
    assert "已退回" in sheet


def test_sheet(project: Project) -> None:
    """The sheet holds the digest of the text, who signed, and the findings."""
    sign_all(project)
    done = sign(project, "--sheet", str(project.root / "out"))
    sheet = (project.root / "out" / "approval-first.html").read_text("utf-8")
    page(project)
    listed = (project.output / "sha256sum.txt").read_text("utf-8")
    digest = next(line.split()[0] for line in listed.splitlines() if line.endswith("notice.json"))
    assert digest in sheet
    assert "审签完成" in done.stdout
    for name in ("张三", "李四", "王五", "2022-02-16 16:26:41"):
        assert name in sheet


def test_record_is_only_added_to(project: Project) -> None:
    """A further signature leaves every byte before it as it was."""
    sign(project, "first", "--role", "初审", "--name", "张三")
    path = project.content / "reviews" / "first.yaml"
    before = path.read_bytes()
    sign(project, "first", "--role", "复审", "--name", "李四", at=EPOCH + 1)
    assert path.read_bytes().startswith(before)
    assert len(path.read_bytes()) > len(before)


def test_damaged_record(project: Project) -> None:
    """A record edited by hand is told with line and column, and stops the build."""
    sign(project, "first", "--role", "初审", "--name", "张三")
    path = project.content / "reviews" / "first.yaml"
    path.write_text(path.read_text("utf-8").replace("2022-02-16T", "2022-02-16 "), encoding="utf-8")
    outcome = build_site(project.settings)
    assert not outcome.built
    assert [(each.code, each.line) for each in outcome.diagnostics] == [("review.moment", 6)]
    done = sign(project, "first", "--role", "复审", "--name", "李四", at=EPOCH + 1)
    assert done.returncode == 1


@needs_openssh
def test_keys(project: Project) -> None:
    """A key's signature is verified; another value, or another's key, voids it."""
    require_review(project)
    key = project.root / "key"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)]
    subprocess.run(command, check=True)
    done = sign(project, "first", "--role", "初审", "--name", "张三", "--key", str(key))
    assert done.returncode == 0, done.stderr
    assert warned(project) == ["review.pending"]
    path = project.content / "reviews" / "first.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("张三", "赵六"), encoding="utf-8")
    assert warned(project) == ["review.forged"]
    path.write_text(text, encoding="utf-8")
    signers = project.content / "reviews" / "allowed_signers"
    public = key.with_suffix(".pub").read_text("utf-8")
    signers.write_text(f"张三 {public}", encoding="utf-8")
    assert warned(project) == ["review.pending"]
    other = project.root / "other"
    subprocess.run([*command[:-1], str(other)], check=True)
    signers.write_text(f"张三 {other.with_suffix('.pub').read_text('utf-8')}", encoding="utf-8")
    assert warned(project) == ["review.forged"]
    assert "签名不符" in sign(project, "first").stdout


def test_no_openssh(project: Project) -> None:
    """Without OpenSSH a key cannot be used, and that is said; without keys nothing is missing."""
    done = sign(project, "first", "--role", "初审", "--name", "张三", "--key", "key", path="")
    assert done.returncode == 1
    assert "OpenSSH" in done.stderr
    assert not (project.content / "reviews").exists()
    assert sign(project, "first", "--role", "初审", "--name", "张三", path="").returncode == 0


def test_unreadable_key(project: Project) -> None:
    """A key that is none is told in plain words."""
    (project.root / "key").write_text("no key", encoding="utf-8")
    done = sign(project, "first", "--role", "初审", "--name", "张三", "--key", "key")
    assert done.returncode == 1
    assert "签名失败" in done.stderr
