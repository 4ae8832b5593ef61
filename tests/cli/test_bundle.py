"""``bundle``: one zip, unpacked and started where there is no network at all."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import Done, command, whole
from tests.conftest import Project
from tests.required import missing, program

KEY = b"-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n"
# Inside the network namespace, which has a loopback and nothing else.
INSIDE = """
import pathlib, socket, subprocess, sys, urllib.request
subprocess.run([sys.argv[1], "link", "set", "lo", "up"], check=True)
try:
    socket.create_connection(("192.0.2.1", 80), 2)
    sys.exit("there is a network")
except OSError as error:
    print(error)
started = subprocess.Popen(["sh", "start.sh"], stderr=subprocess.PIPE, text=True)
try:
    for line in started.stderr:
        print(line, end="", flush=True)
        if "http://127.0.0.1:" in line:
            address = "http://127.0.0.1:" + line.split("http://127.0.0.1:")[1].split("/")[0] + "/"
            with urllib.request.urlopen(address + "notices/first/", timeout=60) as answer:
                pathlib.Path("seen.html").write_bytes(answer.read())
            break
finally:
    started.terminate()
    started.wait()
"""


def bundle(
    project: Project, *options: str, how: Callable[..., Done] = command, **more: str
) -> Done:
    """Run ``bundle`` with pip's own configuration."""
    words = ("bundle", *options, "--content", str(project.content))
    return how(*words, cwd=project.root, environment={**os.environ, **more})


def plant_secrets(project: Project) -> None:
    """Put into the content what must never travel."""
    (project.content / "reviews").mkdir()
    (project.content / "reviews" / "allowed_signers").write_bytes(b"x ssh-ed25519 AAAA\n")
    (project.content / "reviews" / "zhang").write_bytes(KEY)
    (project.content / "zhang.p12").write_bytes(b"\x30\x82")
    (project.content / "winscp.txt").write_bytes(b"PuTTY-User-Key-File-3: ssh-ed25519\n")
    (project.content / ".netrc").write_bytes(b"machine example.com")
    (project.content / ".git").mkdir()
    (project.content / ".git" / "config").write_bytes(b"x")
    outside = project.root / "outside.txt"
    outside.write_bytes(b"x")
    (project.content / "link.txt").symlink_to(outside)


@pytest.mark.slow
def test_runs_without_a_network(project: Project, tmp_path: Path) -> None:
    """Unpacked where there is no route, one command builds the site and starts the preview."""
    if subprocess.run(
        [program("unshare"), "-rn", "true"], check=False, capture_output=True
    ).returncode:
        missing("the right to make a network namespace")
    ip = program("ip")
    plant_secrets(project)
    done = bundle(project, "--to", "out", "--extras", "archive", how=whole)
    if "下载不了" in done.stderr:
        missing("a package index")
    assert done.returncode == 0, done.stderr
    left_out = {line.split("：")[1].split("（")[0] for line in done.stdout.splitlines()[:-1]}
    left_out = {name for name in left_out if name.startswith("content/")}
    assert left_out == {
        "content/reviews/zhang", "content/zhang.p12", "content/winscp.txt", "content/link.txt",
        "content/.netrc", "content/.git/",
    }  # fmt: skip
    path = Path(done.stdout.splitlines()[-1].partition("：")[2])
    assert bundle(project, "--to", "again", "--extras", "archive").returncode == 0
    assert path.read_bytes() == (project.root / "again" / path.name).read_bytes()

    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        package.extractall(tmp_path / "there")
    folder = tmp_path / "there" / "disclosure"
    assert all(name.isascii() for name in names)
    assert not any(part[0] == "." or part == "site" for name in names for part in name.split("/"))
    assert (folder / "content/reviews/allowed_signers").is_file()
    assert not any((folder / name).exists() for name in left_out)
    assert b"\r\n" in (folder / "start.bat").read_bytes()
    assert (folder / "README.txt").read_bytes().startswith("\ufeff公开通报".encode())

    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.symlink_to(getattr(sys, "_base_executable", sys.executable))
    environment = {
        "PATH": f"{python.parent}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "BROWSER": "true",
    }
    ran = subprocess.run(
        [program("unshare"), "-rn", python, "-c", INSIDE, ip],
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "unreachable" in ran.stdout
    page = (folder / "site" / "notices" / "first" / "index.html").read_text("utf-8")
    assert "中共某县某局党组关于巡察整改进展情况的通报" in page
    assert "中共某县某局党组" in (folder / "seen.html").read_text("utf-8")
    added = subprocess.run(
        [program("unshare"), "-rn", python, "build.py", "setup", "archive"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert added.returncode == 0, added.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            ("--extras", "archive，none"),
            "没有附加功能“none”；可写 archive、pdf、pdf-text、pictures、s3",
        ),
        (("--extras", "dev"), "没有附加功能“dev”"),
        (("--platform", "Windows"), "win_amd64"),
        (("--python-version", "3.10"), "3.11 或更新"),
        (("first",), "first"),
    ],
)
def test_wrong_usage(project: Project, options: tuple[str, ...], says: str) -> None:
    """What does not exist is named, and nothing is downloaded."""
    done = bundle(project, *options, "--to", "out", PIP_NO_INDEX="1")
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert not (project.root / "out").exists()


@pytest.mark.slow
def test_nothing_half_written(project: Project) -> None:
    """Where packages cannot be downloaded, nothing stands in the folder."""
    done = bundle(project, "--to", "out", PIP_NO_INDEX="1")
    assert (done.returncode, "下载不了 core.lock" in done.stderr) == (1, True), done.stderr
    assert list((project.root / "out").iterdir()) == []
