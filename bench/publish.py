"""Time publications of a site of 10,000 files: to a folder, and over SFTP to this machine.

    python bench/publish.py [FILES]

Prints the seconds of the first publication, of one where nothing has changed, and of one where
one file has, for both ways of publishing. SFTP needs OpenSSH's server and ssh-keygen.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from disclosure.archive.checksums import make_listing  # noqa: E402
from disclosure.model.publishing import Mode, PublishTarget  # noqa: E402
from disclosure.project.settings import Settings  # noqa: E402
from disclosure.publish.publication import PublishOptions, publish  # noqa: E402
from tests.publish.sshd import Sshd  # noqa: E402

FILES = 10_000
OPTIONS = PublishOptions(dry=False, unlock=False, forced="")


def make_site(folder: Path, files: int, figure: int) -> None:
    """Write a site whose pages are as long as real ones; one differs by the figure."""
    contents = {
        f"notices/n{number}/index.html": f"<!DOCTYPE html>{number} ".encode() * 1200
        for number in range(files - 1)
    }
    contents["index.html"] = f"{figure}".encode()
    for place, data in {**contents, "sha256sum.txt": make_listing(contents)}.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def watch(done: int, total: int) -> None:
    """Say nothing."""


def measure(name: str, target: PublishTarget, root: Path, files: int) -> None:
    """Print the times of one target."""
    shutil.rmtree(root / "content", ignore_errors=True)
    settings = Settings(root, root / "content", ROOT / "templates", root / "site", root / ".cache")
    times = []
    for figure in (1, 1, 2, 3):
        make_site(settings.output, files, figure)
        begun = time.perf_counter()
        done = publish(target, settings, OPTIONS, watch)
        times.append((time.perf_counter() - begun, len(done.written)))
    cells = "".join(f"{seconds:9.2f} s{written:7d}" for seconds, written in times)
    print(f"{name:<22}{cells}")


def main() -> None:
    """Measure and print."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    heads = ("first", "no change", "one change", "another")
    print(f"{'seconds, files sent':<22}" + "".join(f"{head:>18}" for head in heads))
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for mode in Mode:
            web = root / f"web-{mode.name}"
            target = {"name": "web", "url": f"file://{web}", "mode": mode.value}
            measure(f"folder {mode.name}", PublishTarget.model_validate(target), root, files)
        sshd = shutil.which("sshd", path="/usr/sbin:/usr/bin")
        if sshd is None:
            print("no OpenSSH server here")
            return
        server = Sshd(Path(sshd), root / "sshd")
        os.environ["HOME"] = str(server.home)
        for mode in Mode:
            web = root / f"sftp-{mode.name}"
            web.mkdir()
            told = {"name": "web", "url": server.url(web), "host_key": server.fingerprint}
            target = PublishTarget.model_validate({**told, "mode": mode.value})
            measure(f"sftp {mode.name}", target, root, files)
        server.stop()


if __name__ == "__main__":
    main()
