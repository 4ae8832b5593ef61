"""Sealing as a whole: killed at any moment, and two at once."""

import os
import random
import signal
import subprocess
import sys
import time
from typing import IO

import pytest

from disclosure.archive.store import LOG
from disclosure.archive.verify import verify
from disclosure.errors import OutputError
from disclosure.project.sealed_archive import archive_lock
from tests.conftest import NOTICE, ROOT, Project
from tests.versioning.sealer import sign_and_seal, sign_off

pytestmark = pytest.mark.slow

ROUNDS = max(48, int(os.environ.get("DISCLOSURE_KILLS", "0")))
# Forks, so that not every round waits for the imports and the compiling of the templates; each
# child seals until it is killed.
SEALER = """
import os, sys
from pathlib import Path
import pytest
from disclosure.project.settings import Settings
from tests.compiled import Compiled
from tests.shipped_words import ShippedWords
from tests.versioning.sealer import seal_signed, sign_and_seal
root = Path(sys.argv[1])
settings = Settings(root, root / "content", Path(sys.argv[2]), root / "site", root / ".cache")
Compiled().put_in(pytest.MonkeyPatch())
ShippedWords().put_in(pytest.MonkeyPatch())
sign_and_seal(settings, "first", "首次公布")
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        while True:
            seal_signed(settings, "first", "撤回", "撤回")
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


def test_killed_at_any_moment(project: Project) -> None:
    """After kill -9 at many random moments of ``seal`` the archive is whole, old or new, and sound."""
    chance = random.Random(6)
    command = [sys.executable, "-c", SEALER, str(project.root), str(ROOT / "templates")]
    process = subprocess.Popen(
        command,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    into, out = _streams(process)
    settings, archive, kept = project.settings, project.content / "archive", 0
    # On a machine at work a seal takes longer; the moments are spread over two and a half seals.
    once, log = 0.0, archive / LOG
    for _ in range(ROUNDS):
        into.write(b"\n")
        into.flush()
        child = int(out.readline())
        began = time.monotonic()
        while not once and log.read_bytes().count(b"\n") < 2:
            time.sleep(0.002)
        once = once or time.monotonic() - began
        time.sleep(chance.random() * 2.5 * once)
        os.kill(child, signal.SIGKILL)
        assert out.readline() == b"gone\n"
        with archive_lock(settings):
            lines, faults = verify(archive)
        assert faults == ()
        assert len(lines) >= kept
        if len(lines) == kept:
            once *= 1.05  # the machine is busier now, or the archive larger
        kept = len(lines)
        assert {path.name for path in archive.iterdir()} == {LOG, "first"}
    into.close()
    process.wait()
    out.close()
    assert kept > ROUNDS // 4


def _streams(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def test_second_is_told(project: Project) -> None:
    """While one seals, another is told so, and nothing is written; afterwards it may."""
    settings = project.settings
    sign_off(settings, "first")
    with archive_lock(settings), pytest.raises(OutputError) as caught:
        sign_and_seal(settings, "first", "首次公布")
    assert caught.value.code == "archive.busy"
    assert not (project.content / "archive").exists()
    assert sign_and_seal(settings, "first", "首次公布").entry.number == 1


def test_two_at_once(project: Project) -> None:
    """Two processes that seal two notices at once: each is whole in the archive or was told to wait."""
    project.write("second", NOTICE)
    script = (
        "import sys; from pathlib import Path; from disclosure.project.settings import Settings; "
    )
    script += "from disclosure.errors import OutputError; from tests.versioning.sealer import *\n"
    script += "root = Path(sys.argv[1]); settings = Settings(root, root / 'content', Path(sys.argv[2]), root / 'site', root / '.cache')\n"
    script += "sign_off(settings, sys.argv[3])\nprint('ready', flush=True)\ninput()\n"
    script += "try: sign_and_seal(settings, sys.argv[3], '首次公布'); print('sealed')\n"
    script += "except OutputError as error: print(error.code)\n"
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"}
    arguments = [sys.executable, "-c", script, str(project.root), str(ROOT / "templates")]
    both = [
        subprocess.Popen(
            [*arguments, slug],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for slug in ("first", "second")
    ]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate()[0].strip() for process in both]
    assert set(said) <= {"sealed", "archive.busy"}
    assert "sealed" in said
    lines, faults = verify(project.content / "archive")
    assert (faults, len(lines)) == ((), said.count("sealed"))
