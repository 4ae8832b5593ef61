"""``export`` as a command line; bags, WARC and WACZ in the hands of other programs."""

import gzip
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from disclosure.files import draft_beside
from disclosure.handover.export import Form, export
from disclosure.project.site_file import load_site_file
from tests.cli.test_seal import edit, run, sealed
from tests.conftest import ROOT, Project
from tests.killing import killed, measured
from tests.required import peer
from tests.small_disks import small_disk

BASE = "https://www.example.gov.cn/gk/archive/"
NAMES = {
    "--bag": "archive-20220216083000-bag",
    "--warc": "archive-20220216083000-00000-www.example.gov.cn.warc.gz",
    "--wacz": "archive-20220216083000.wacz",
}
# What py-wacz says of each package, and between NULs the status that its command would end with.
VALIDATE = """
import sys, traceback
from wacz.main import main
for each in sys.argv[1:]:
    try:
        status = main(["validate", "-f", each])
    except SystemExit as end:
        status = end.code
    except Exception:
        traceback.print_exc()
        status = 1
    print(end=f"\\0{int(status or 0)}\\0")
"""
OFFICE = {"notice.yaml", "site.yaml", "reviews.yaml", "check.html", "check.json"}
Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with two sealed versions and an attachment; tests do not change it."""
    project = Project(tmp_path_factory.mktemp("archived"))
    (project.content / "notices" / "first").mkdir()
    (project.content / "notices" / "first" / "Plan.pdf").write_bytes(b"%PDF-1.4 \x00\r\n\xff")
    edit(project, "lead:", "attachments: [{title: 方案, file: Plan.pdf}]\nlead:")
    sealed(project, 1)
    edit(project, "value: 38", "value: 41")
    sealed(project, 2, "更新数据")
    return project


def exported(project: Project, folder: Path, *options: str) -> Path:
    """Export and return what was written."""
    done = run(project, "export", *options, "--to", str(folder))
    assert done.returncode == 0, done.stderr
    path = Path(done.stdout.strip().partition("，")[2])
    assert path.parent == folder
    return path


def call(*command: Path | str) -> subprocess.CompletedProcess[str]:
    """Run a program of others."""
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )


def flip(path: Path) -> Path:
    """Flip a bit in the first page of a file."""
    data = bytearray(path.read_bytes())
    data[data.index(b"<!DOCTYPE html>") + 5] ^= 1
    path.write_bytes(data)
    return path


def published(project: Project) -> dict[str, bytes]:
    """Return what is public of the versions, by address."""
    archive = project.content / "archive"
    return {
        BASE + path.relative_to(archive).as_posix().removesuffix("index.html"): path.read_bytes()
        for path in sorted(archive.rglob("*"))
        if path.is_file() and path.name not in OFFICE
    }


@pytest.mark.servers
def test_bag(archived: Project, tmp_path: Path) -> None:
    """bagit-python accepts the bag, and refuses it after one added byte."""
    bag = exported(archived, tmp_path, "--bag")
    validate = (peer("python"), peer("bagit.py"), "--validate", bag)
    done = call(*validate)
    assert done.returncode == 0, done.stderr
    info = (bag / "bag-info.txt").read_text("utf-8").splitlines()
    assert "Bagging-Date: 2022-02-16" in info
    assert "External-Identifier: first/2" in info
    assert info.count("题名: 中共某县某局党组关于巡察整改进展情况的通报") == 1
    assert "版本说明: 进展更新：更新数据" in info
    archive = archived.content / "archive"
    payload = {path.relative_to(bag / "data") for path in (bag / "data").rglob("*")}
    assert payload == {path.relative_to(archive) for path in archive.rglob("*")}
    with (bag / "data/first/2/notice.txt").open("ab") as file:
        file.write(b" ")
    assert call(*validate).returncode == 1


def test_bag_is_verified(archived: Project, tmp_path: Path) -> None:
    """``verify`` reads bags of the whole archive and of one version, and names what is spoilt."""
    whole = exported(archived, tmp_path, "--bag")
    one = exported(archived, tmp_path, "first", "1", "--bag")
    for bag, held in ((whole, "2"), (one, "1"), (whole / "data", "")):
        done = run(archived, "verify", str(bag))
        assert done.returncode == 0, done.stdout + done.stderr
        assert (f"移交包里有 {held} 版" in done.stdout) == bool(held)
    with zipfile.ZipFile(tmp_path / "bag.zip", "w") as package:
        for path in sorted(one.rglob("*")):
            package.write(path, path.relative_to(one))
    assert run(archived, "verify", str(tmp_path / "bag.zip")).returncode == 0
    (one / "data/first/1/index.html").write_bytes(b"forged")
    (one / "data/new").write_bytes(b"new")
    (one / "bag-info.txt").unlink()
    (one / "manifest-sha512.txt").write_bytes(b"\xff")
    done = run(archived, "verify", str(one))
    assert done.returncode == 1
    for told in (
        *("data/first/1/index.html: 真实性", "first/1/index.html: 真实性", "data/new: 安全性"),
        *("bag-info.txt: 完整性", "manifest-sha512.txt: 可用性"),
    ):
        assert told in done.stdout, told


@pytest.mark.servers
def test_warc(archived: Project, tmp_path: Path) -> None:
    """Warcio finds every digest right, and one wrong after a flipped byte; gzip finds it, too."""
    warc = exported(archived, tmp_path, "--warc")
    assert warc.name == NAMES["--warc"]
    done = call(peer("warcio"), "check", "-v", warc)
    assert done.returncode == 0, done.stdout
    records = [line.split()[-1] for line in done.stdout.splitlines() if "WARC-Record-ID" in line]
    assert records == ["warcinfo", *records[1:]]
    assert records.count("resource") == len(published(archived))
    assert records.count("metadata") == 2
    assert done.stdout.count("digest pass") == len(records)
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(warc.read_bytes()))
    assert call(peer("warcio"), "check", plain).returncode == 0
    assert call(peer("warcio"), "check", flip(plain)).returncode == 1
    # Of a broken gzip member warcio tells only on stderr.
    assert call("gzip", "-t", warc).returncode == 0
    assert call("gzip", "-t", flip(warc)).returncode == 1


@pytest.mark.servers
def test_warc_index(archived: Project, tmp_path: Path) -> None:
    """Indexers find exactly what is public, with its kind, at the time of its sealing."""
    warc = exported(archived, tmp_path, "first", "--warc")
    done = call(peer("cdxj-indexer"), "-s", warc)
    rows = [json.loads(line.split(" ", 2)[2]) for line in done.stdout.splitlines()]
    assert sorted(row["url"] for row in rows) == sorted(published(archived))
    kinds = {row["url"].removeprefix(f"{BASE}first/1/"): row["mime"] for row in rows}
    assert kinds[""] == "text/html"
    assert kinds["files/Plan.pdf"] == "application/pdf"
    times = {line.split(" ")[1] for line in done.stdout.splitlines()}
    assert times == {"20220216082820", "20220216083000"}


@pytest.mark.servers
def test_wacz(archived: Project, tmp_path: Path) -> None:
    """py-wacz accepts the package, and refuses it after a flipped byte in any of its files."""
    wacz = exported(archived, tmp_path, "--wacz")
    done = call(peer("wacz"), "validate", "-f", wacz)
    assert (done.returncode, "is valid" in done.stdout) == (0, True), done.stdout + done.stderr
    with zipfile.ZipFile(wacz) as package:
        members = package.infolist()
        files = {member.filename: package.read(member) for member in members}
    assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}
    assert {member.date_time[0] for member in members} == {1980}
    spoiled = []
    for number, (name, data) in enumerate(files.items()):
        # A flipped byte that only the list of resources can tell, not the zip's checksum.
        spoiled.append(tmp_path / f"{number}.wacz")
        with zipfile.ZipFile(spoiled[-1], "w") as package:
            for other, content in (files | {name: data[:-2] + b" " + data[-1:]}).items():
                package.writestr(other, content)
    # All in one start; the sound one last, so that it is seen that none spoils another.
    done = call(peer("python"), "-c", VALIDATE, *spoiled, wacz)
    found = dict(zip((*files, "sound"), done.stdout.split("\0")[1::2], strict=True))
    assert found == dict.fromkeys(files, "1") | {"sound": "0"}, done.stdout + done.stderr


@pytest.mark.servers
def test_wacz_index(archived: Project, tmp_path: Path) -> None:
    """The index is, byte for byte, the one that cdxj-indexer makes of the WARC inside."""
    wacz = exported(archived, tmp_path, "--wacz")
    with zipfile.ZipFile(wacz) as package:
        warc = Path(package.extract("archive/data.warc.gz", tmp_path))
        index = package.read("indexes/index.cdx").decode()
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").splitlines()]
    assert index == call(peer("cdxj-indexer"), "-s", warc).stdout
    assert [page.get("url") for page in pages] == [None, f"{BASE}first/1/", f"{BASE}first/2/"]
    assert [page.get("ts") for page in pages[1:]] == [
        "2022-02-16T08:28:20Z",
        "2022-02-16T08:30:00Z",
    ]


@pytest.fixture(scope="module")
def player(archived: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run pywb over a WARC and a WACZ of the archive, and give its address."""
    folder = tmp_path_factory.mktemp("pywb")
    for name, options in (("warc", ()), ("wacz", ("--unpack-wacz",))):
        source = exported(archived, folder, f"--{name}")
        for words in (("init", name), ("add", *options, name, str(source))):
            subprocess.run(
                [peer("wb-manager"), *words], cwd=folder, check=True, capture_output=True
            )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with (folder / "log").open("wb") as log:
        command = [peer("wayback"), "-b", "127.0.0.1", "-p", str(port)]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address, timeout=30).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize("collection", ["warc", "wacz"])
def test_replay(archived: Project, player: str, collection: str) -> None:
    """Pywb serves every public file of every version byte for byte, and nothing of the office."""
    for address, data in published(archived).items():
        with urllib.request.urlopen(f"{player}{collection}/2022id_/{address}") as answer:
            assert answer.read() == data, address
            if address.endswith("/"):
                assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    for name in OFFICE:
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{player}{collection}/2022id_/{BASE}first/1/{name}")


@pytest.mark.parametrize("form", NAMES)
def test_same_bytes(archived: Project, tmp_path: Path, tree: Tree, form: str) -> None:
    """Two exports of the same versions are the same, from another place and at another time."""
    one = exported(archived, tmp_path / "one", form)
    moved = Project.__new__(Project)
    moved.root = tmp_path / "moved"
    shutil.copytree(archived.content, moved.root / "content")
    moved.content = moved.root / "content"
    two = exported(moved, tmp_path / "two", form)
    assert (one.name, two.name) == (NAMES[form], NAMES[form])
    assert tree(one.parent) == tree(two.parent)


def test_one_version(archived: Project, tmp_path: Path) -> None:
    """A version can be handed over by itself, with the log that proves it."""
    bag = exported(archived, tmp_path, "first", "1", "--bag")
    assert bag.name == "first-1-20220216082820-bag"
    assert {path.name for path in (bag / "data").iterdir()} == {"first", "log.jsonl"}
    assert [path.name for path in (bag / "data/first").iterdir()] == ["1"]


@pytest.mark.parametrize("form", NAMES)
def test_nothing_is_overwritten(archived: Project, tmp_path: Path, tree: Tree, form: str) -> None:
    """What stands there already stays as it is, and is named."""
    path = exported(archived, tmp_path, form)
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.write_bytes(b"mine")
    done = run(archived, "export", form, "--to", str(tmp_path))
    assert (done.returncode, "没有覆盖" in done.stderr) == (1, True)
    assert tree(tmp_path) == {path.name: b"mine"}


def test_archive_with_faults(archived: Project, tmp_path: Path) -> None:
    """An archive that does not verify is not handed over, not even the part that is sound."""
    project = Project.__new__(Project)
    project.root = tmp_path
    project.content = Path(shutil.copytree(archived.content, tmp_path / "content"))
    (project.content / "archive/first/1/notice.txt").write_bytes(b"x")
    done = run(project, "export", "first", "2", "--bag", "--to", "out")
    assert done.returncode == 1
    assert "1 处异常" in done.stderr
    assert "first/1/notice.txt" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("first",), "--bag、--warc、--wacz 或 --docx"),
        (("--bag", "--warc"), "--bag、--warc、--wacz 或 --docx"),
        (("first", "1", "2", "--bag"), "--bag、--warc、--wacz 或 --docx"),
        (("second", "--bag"), "定过版的有：first"),
        (("first", "3", "--warc"), "有的是 1、2"),
    ],
)
def test_wrong_usage(archived: Project, options: tuple[str, ...], says: str) -> None:
    """A form must be named, and the notice and version must be there."""
    done = run(archived, "export", *options)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr


def test_nothing_sealed(project: Project) -> None:
    """Where nothing was ever sealed, the command says what comes first."""
    done = run(project, "export", "--bag")
    assert (done.returncode, "seal" in done.stderr) == (2, True)


@pytest.mark.parametrize("form", ["--warc", "--wacz"])
def test_without_warcio(archived: Project, tmp_path: Path, form: str) -> None:
    """Without the packages the command says how to get them, and leaves nothing behind."""
    hidden = tmp_path / "hidden" / "warcio"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ModuleNotFoundError(name='warcio')\n")
    command = [sys.executable, "-P", "-m", "disclosure", "export", form, "--to", "out"]
    done = subprocess.run(
        [*command, "--content", str(archived.content)],
        env={"PYTHONPATH": f"{hidden.parent}:{ROOT}", "PYTHONUTF8": "1", "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "setup archive" in done.stderr) == (2, True), done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_full_disk(archived: Project, tmp_path: Path) -> None:
    """When the disk is full, nothing stands there, and the message says so."""
    disk = tmp_path / "disk"
    with small_disk(disk, "size=60k"):
        for form in NAMES:
            done = run(archived, "export", form, "--to", str(disk))
            assert (done.returncode, "磁盘已满" in done.stderr) == (1, True), done.stderr
            assert list(disk.iterdir()) == []


@pytest.mark.slow
def test_killed_at_any_moment(archived: Project, tmp_path: Path, tree: Tree) -> None:
    """After kill -9 at random moments, what stands under its name is whole."""
    whole = tmp_path / "whole"
    for form in NAMES:
        exported(archived, whole, form)
    right = tree(whole)
    site, _ = load_site_file(archived.settings)

    def export_all(folder: Path, number: int) -> None:
        for form in Form:
            export(archived.settings, site, form, (), folder / str(number))

    seconds = measured(lambda: export_all(tmp_path / "measured", 0))
    chance, halves = random.Random(1), 0
    for number in range(20):
        out = tmp_path / str(number)
        killed(partial(export_all, out), 2 * seconds, chance)
        for folder in out.glob("*"):
            found = tree(folder)
            named = {name: data for name, data in found.items() if not name.startswith(".")}
            halves += len(named) < len(found)
            tops = {name.split("/")[0] for name in named}
            assert named == {name: right[name] for name in right if name.split("/")[0] in tops}
    assert halves > 0


def test_leftovers_of_a_killed_export(archived: Project, tmp_path: Path, tree: Tree) -> None:
    """What a killed export left aside does not get into the next one."""
    left = draft_beside(tmp_path / NAMES["--bag"])
    (left / "data").mkdir(parents=True)
    (left / "data" / "half").write_bytes(b"x")
    os.utime(left, (0, 0))
    bag = exported(archived, tmp_path, "--bag")
    assert not any("half" in name for name in tree(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [bag.name]
