"""Publishing over SFTP, to OpenSSH."""

import json
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import Target, TargetError
from disclosure.publish.targets.sftp import SftpTarget, open_sftp
from tests.conftest import NOTICE, Project
from tests.publish.scenario import (
    READS,
    Office,
    furnish,
    interrupted_everywhere,
    life,
    publications,
    rolls_back,
)
from tests.publish.sshd import Sshd
from tests.publish.targets.contract import links_and_switches, parametrize_contract
from tests.publish.test_publication import MODES, Reader
from tests.required import program
from tests.small_disks import small_disk


def target_of(sshd: Sshd, folder: Path, **values: str) -> PublishTarget:
    """Return the target for a folder on the server, with its host key pinned."""
    told = {"name": "web", "url": sshd.url(folder), "host_key": sshd.fingerprint} | values
    return PublishTarget.model_validate({key: value for key, value in told.items() if value})


def opened(sshd: Sshd, folder: Path) -> SftpTarget:
    """Return the folder on the server, connected."""
    folder.mkdir(exist_ok=True)
    return open_sftp(target_of(sshd, folder), None)


@parametrize_contract()
def test_contract(sshd: Sshd, tmp_path: Path, part: Callable[[Target], None]) -> None:
    """SFTP does all that is asked of a target."""
    target = opened(sshd, tmp_path / "网站 一")
    part(target)
    target.close()


def test_releases(sshd: Sshd, tmp_path: Path) -> None:
    """SFTP can switch releases; what is linked is the same file."""
    target = opened(sshd, tmp_path / "web")
    links_and_switches(target)
    target.write("releases/two/a", b"a")
    pairs = [("releases/two/a", f"releases/three/{n}/a") for n in range(600)]
    target.link_many(pairs)
    assert (tmp_path / "web/releases/three/599/a").stat().st_nlink == 601
    target.remove_folder("releases/three")
    assert target.folders("releases") == ("two",)
    target.close()


def test_server_without_extensions(tmp_path: Path, sshd: Sshd) -> None:
    """A server that knows neither hard links nor renaming over a file still serves."""
    other = Sshd(program("sshd"), tmp_path / "old", "-P hardlink,posix-rename")
    (other.folder / "authorized_keys").write_text((sshd.home / ".ssh/id_ed25519.pub").read_text())
    target = opened(other, tmp_path / "web")
    links_and_switches(target)
    target.close()
    other.stop()


@pytest.mark.parametrize("known", [True, False])
def test_host_key(sshd: Sshd, tmp_path: Path, known: bool) -> None:
    """Only a host whose key is pinned or known is spoken to; the key that was seen is named."""
    for name in ("other", "third"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True
        )
    if known:
        sshd.know_host()
        open_sftp(target_of(sshd, tmp_path, host_key=""), None).close()
        sshd.know_host(tmp_path / "other.pub")
        wrong = target_of(sshd, tmp_path, host_key="")
    else:
        wrong = target_of(sshd, tmp_path, host_key="SHA256:" + "A" * 43)
    with pytest.raises(TargetError) as caught:
        open_sftp(wrong, None)
    assert caught.value.code == "target.host_key"
    if not known:
        assert sshd.fingerprint in caught.value.params["reason"]


def test_unknown_host(sshd: Sshd, tmp_path: Path) -> None:
    """A host that was never seen is refused, and its key named for the clerk to compare."""
    with pytest.raises(TargetError) as caught:
        open_sftp(target_of(sshd, tmp_path, host_key=""), None)
    assert caught.value.code == "target.host_key"
    assert sshd.fingerprint in caught.value.params["reason"]


def test_login(sshd: Sshd, tmp_path: Path) -> None:
    """Without a key that fits, and with a wrong password, the login is refused and said."""
    (sshd.folder / "authorized_keys").write_text("")
    for password in (None, "wrong"):
        with pytest.raises(TargetError) as caught:
            open_sftp(target_of(sshd, tmp_path), password)
        assert caught.value.code == "target.login"
        assert caught.value.params["variable"] == "DISCLOSURE_WEB_PASSWORD"
        assert "wrong" not in json.dumps(caught.value.params)


def test_nobody_there(sshd: Sshd, tmp_path: Path) -> None:
    """A server that does not answer is said."""
    target = target_of(sshd, tmp_path)
    sshd.stop()
    with pytest.raises(TargetError) as caught:
        open_sftp(target, None)
    assert caught.value.code == "target.unreachable"


def test_read_only(sshd: Sshd, tmp_path: Path) -> None:
    """A server that lets nobody write is said, and nothing is changed."""
    other = Sshd(program("sshd"), tmp_path / "reading", "-R")
    (other.folder / "authorized_keys").write_text((sshd.home / ".ssh/id_ed25519.pub").read_text())
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "index.html").write_bytes(b"old")
    target = opened(other, tmp_path / "web")
    for attempt in (
        lambda: target.write("index.html", b"new"),
        lambda: target.remove("index.html"),
        lambda: target.write_new("claim", b""),
    ):
        with pytest.raises(TargetError) as caught:
            attempt()
        assert caught.value.code == "target.denied"
    assert target.read("index.html") == b"old"
    target.close()
    other.stop()


def test_full_disk(sshd: Sshd, tmp_path: Path) -> None:
    """A full disk is said, and the old file is still there."""
    folder = tmp_path / "web"
    with small_disk(folder, "size=128k"):
        target = opened(sshd, folder)
        target.write("index.html", b"old")
        with pytest.raises(TargetError) as caught:
            target.write("index.html", b"x" * 500_000)
        assert caught.value.code == "target.full"
        assert target.read("index.html") == b"old"
        target.close()


def test_cut_off(sshd: Sshd, tmp_path: Path) -> None:
    """A connection that breaks in the middle of a file is said, and the old file is there."""
    target = opened(sshd, tmp_path / "web")
    target.write("index.html", b"old")
    timer = threading.Timer(0.05, sshd.stop)
    timer.start()

    def write_on() -> None:
        while True:
            target.write("big.bin", b"x" * 4_000_000)

    with pytest.raises(TargetError) as caught:
        write_on()
    timer.join()
    assert caught.value.code == "target.unreachable"
    assert (tmp_path / "web" / "index.html").read_bytes() == b"old"
    target.close()


def office_of(sshd: Sshd, project: Project, mode: str) -> tuple[Office, Path]:
    """Return an office that publishes over SFTP, and the folder that is served."""
    web = project.root / "web"
    web.mkdir()
    target = target_of(sshd, web, mode=mode)
    return Office(project, target), web / "current" if mode == MODES[1] else web


@pytest.mark.parametrize("mode", MODES)
def test_life(sshd: Sshd, project: Project, mode: str) -> None:
    """Only what changed travels, deleted notices go, and no link is ever broken."""
    furnish(project)
    office, served = office_of(sshd, project, mode)
    life(office, Reader(served))


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_interrupted_everywhere(sshd: Sshd, project: Project, mode: str) -> None:
    """Cut off after every second n-th change, with notices coming, changing and going."""
    furnish(project)
    office, served = office_of(sshd, project, mode)

    def change(number: int) -> None:
        office.change(100 + number)
        (project.content / "notices" / f"other-{number % 2}.yaml").unlink(missing_ok=True)
        project.write(f"other-{(number + 1) % 2}", NOTICE.replace("value: 75", f"value: {number}"))

    assert interrupted_everywhere(office, Reader(served), change, step=2) > 8


def test_roll_back(sshd: Sshd, project: Project) -> None:
    """The release before is a link away."""
    office, served = office_of(sshd, project, MODES[1])
    rolls_back(office, Reader(served))


@pytest.mark.slow
def test_readers_meanwhile(sshd: Sshd, project: Project, serve: Callable[[Path], str]) -> None:
    """A reader over HTTP during many publications meets no error and no torn or mixed page."""
    from urllib.request import urlopen

    office, served = office_of(sshd, project, MODES[1])
    office.publish()
    address = serve(served)
    wrong: list[str] = []
    figures: list[int] = []
    over = threading.Event()

    def read() -> None:
        while not over.wait(0.002):  # it must not keep the publisher from its work
            try:
                with urlopen(address + "notices/first/", timeout=10) as answer:
                    page = answer.read().decode()
            except OSError as error:
                wrong.append(str(error))
                continue
            # Every place that prints the figure prints the same one.
            found = {n for n in range(1000, 1100) if f"{n}个" in page} or {
                38 if "38个" in page else 0
            }
            figures.extend(found)
            if len(found) != 1 or "</html>" not in page:
                wrong.append(f"{found}")

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for figure in publications(lambda: len(figures)):
            office.change(1000 + figure)
            office.publish()
    finally:
        over.set()
        reader.join()
    assert wrong == []
    assert len(figures) > READS
    assert figures == sorted(figures, key=lambda figure: (figure != 38, figure))
