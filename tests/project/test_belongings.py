"""What a bundle takes: an allow-list; the rest is named, whatever it is called."""

import os
import shutil

import pytest

from disclosure.pipeline.build import build_site
from disclosure.project.belongings import Belongings, belongings_of
from tests.conftest import NOTICE, ROOT, Project
from tests.versioning.sealer import sign_and_seal

KEY = b"-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n"
# What clerks, editors and other programs leave in folders; none of it is ours.
SECRETS = (
    "netrc", "credentials", "credentials.json", "key.der", "jwk.json", "x.keystore", "x.jks", "id_rsa", "id_ed25519.pub",
    "passwords.txt", "密码.xlsx", "vpn.ovpn", "cert.pfx", "winscp.ini", "filezilla.xml", ".env", "env", "token", "a.pem",
    "aws.yaml", "kubeconfig", "htpasswd", "site.yaml~", "site.yaml.bak", "site.yml", "Site.yaml", "site (副本).yaml",
    "site.yaml.orig", "#site.yaml#", ".site.yaml.swp", "~$site.docx", "Thumbs.db", "desktop.ini", ".DS_Store", "core",
    "C:x.txt", "a\\..\\..\\evil.txt", "..\\evil.txt", "con", "x\ny.txt", "x\x1b[2J.txt", "x\u202etxt.exe", " ", "...",
    "notices/_draft.yaml", "notices/first.yaml~", "notices/first.yaml.bak", "notices/.first.yaml.swp", "notices/first.docx",
    "notices/first/unnamed.pdf", "notices/first/plan.pdf~", "notices/first/Plan.pdf", "notices/id_rsa", "notices/first/id_rsa",
    "notices/second.txt", "notices/gone/plan.pdf", "reviews/zhang", "reviews/other.yaml", "reviews/first.yaml~", "reviews/key.pem",
    "reviews/allowed_signers.bak", "archive/notes.txt", "archive/first/1/extra.txt", "archive/first/2/index.html",
    "archive/first/x/sha256sum.txt", "archive/log.jsonl~", "archive/key", "published/key.pem", "published/web.json", "schema/key.json",
)  # fmt: skip


@pytest.fixture
def full(project: Project) -> Project:
    """Give a project of everything that belongs to one, with a program and templates of its own."""
    (project.content / "notices" / "first").mkdir()
    (project.content / "notices" / "first" / "plan.pdf").write_bytes(b"plan")
    project.write("first", NOTICE + "attachments: [{title: 整改方案, file: plan.pdf}]\n")
    (project.content / "terms.yaml").write_text("forbidden: []\n", encoding="utf-8")
    sign_and_seal(project.settings, "first", "首次公布")
    for name in (
        "reviews/allowed_signers",
        "published/web.txt",
        "published/log.jsonl",
        "schema/site.schema.json",
    ):
        (project.content / name).parent.mkdir(exist_ok=True)
        (project.content / name).write_bytes(b"x")
    for name in ("build.py", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, project.root)
    shutil.copytree(ROOT / "requirements", project.root / "requirements")
    shutil.copytree(ROOT / "disclosure" / "zh", project.root / "disclosure" / "zh")
    project.own_templates()
    return project


def look(project: Project) -> Belongings:
    """Return the belongings of a project with its own templates."""
    return belongings_of(project.own_templates())


def test_everything_that_is_ours(full: Project) -> None:
    """Nothing that the loader and the build read is missing, and nothing is left out of a tidy project."""
    files, left_out = look(full)
    assert left_out == ()
    standing = {
        path.relative_to(full.root).as_posix()
        for top in ("content", "templates", "requirements", "disclosure")
        for path in (full.root / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert set(files) == standing | {"build.py", "pyproject.toml", "README.md"}
    assert all(path.read_bytes() == (full.root / name).read_bytes() for name, path in files.items())


def test_shipped_project_is_tidy() -> None:
    """Of this program itself nothing is left out but the cache and such."""
    settings = Project.__new__(Project)
    settings.root, settings.content, settings.output = ROOT, ROOT / "content", ROOT / "site"
    files, left_out = belongings_of(settings.settings)
    assert not [name for name in left_out if not name.rpartition("/")[2].startswith(".")]
    for name in (
        "disclosure/checks/words.yaml",
        "disclosure/checks/dictionary.txt",
        "disclosure/preview/client/client.js",
        "requirements/core.lock",
    ):
        assert name in files


def test_whatever_else_lies_there(full: Project) -> None:
    """Keys, passwords, drafts and leftovers are left out and named, also beside templates and program."""
    before = set(look(full).files)
    planted = set()
    for name in SECRETS:
        path = full.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(b"secret")
            planted.add(f"content/{name}")
    for top in ("templates", "templates/components", "disclosure", "requirements"):
        for name in ("id_rsa", "netrc", "key.der", "x.html~", ".env", "a.pem", "x.bak"):
            (full.root / top / name).write_bytes(b"secret")
            planted.add(f"{top}/{name}")
    for name in ("templates/key.html", "disclosure/zh/key.py", "content/notices/first/plan.pdf"):
        (full.root / name).write_bytes(KEY)
        planted.add(name)
    files, left_out = look(full)
    assert set(files) == before - {"content/notices/first/plan.pdf"}
    assert planted - set(left_out) == set()
    assert len(planted) >= 90


def test_no_files_at_all(full: Project) -> None:
    """FIFOs, sockets and links out are told; a link inside the content travels as the file itself."""
    outside = full.root / "outside"
    outside.mkdir()
    (outside / "x.html").write_bytes(b"secret")
    for name in (
        "content/fifo",
        "content/notices/second.yaml",
        "templates/fifo.html",
        "disclosure/fifo.py",
    ):
        os.mkfifo(full.root / name)
    for name in ("content/lnk", "content/notices/lnk", "templates/lnk", "disclosure/lnk"):
        (full.root / name).symlink_to(outside)
    for name in ("templates/lnk.html", "disclosure/lnk.py", "content/terms.yml"):
        (full.root / name).symlink_to(outside / "x.html")
    plan = full.content / "notices" / "first" / "plan.pdf"
    plan.rename(full.content / "plan.pdf")
    plan.symlink_to("../../plan.pdf")
    files, left_out = look(full)
    assert not any("lnk" in name or "fifo" in name or "second" in name for name in files)
    assert files["content/notices/first/plan.pdf"].read_bytes() == b"plan"
    assert set(left_out) == {
        "content/fifo", "content/lnk", "content/notices/lnk", "content/notices/second.yaml", "content/plan.pdf",
        "content/terms.yml", "disclosure/fifo.py", "disclosure/lnk", "disclosure/lnk.py", "templates/fifo.html",
        "templates/lnk", "templates/lnk.html",
    }  # fmt: skip


def test_own_locks_are_passed_over(full: Project) -> None:
    """Locks beside the archive and the sign-offs are neither taken nor named, nor do they disturb a build."""
    for name in (".archive.lock", ".reviews-first.lock", ".archive.lock.held"):
        (full.content / name).write_bytes(b"")
    assert look(full).left_out == ()
    assert build_site(full.settings).built


def test_folder_is_no_attachment(full: Project) -> None:
    """A folder of attachments that is a link out of the content gives none."""
    folder = full.content / "notices" / "first"
    moved = full.root / "moved"
    folder.rename(moved)
    folder.symlink_to(moved)
    files, left_out = look(full)
    assert "content/notices/first/plan.pdf" not in files
    assert any("first" in name for name in left_out)
