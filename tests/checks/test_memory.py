"""A long notice takes memory in proportion to its length."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

# KiB. Not getrusage: it counts the process that started this one, however large that had grown.
_LIMIT = 400 * 1024
_CODE = """
import re, sys
from pathlib import Path
from tests.checks.desk import SOUND, to_yaml, verdict_of

rows = "".join(sys.argv[2].format(number) for number in range(8_000))
head = to_yaml({key: value for key, value in SOUND.items() if key != "sections"})
verdict_of(head + "sections:\\n- title: 下一步工作\\n" + sys.argv[1] + "\\n" + rows)
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
@pytest.mark.parametrize(
    ("key", "row"),
    [
        ("  measures:", "  - 完成整改{0}项\n"),
        ("  body: |", "    完成整改{0}项。\n"),
    ],
    ids=["items", "paragraphs"],
)
def test_eight_thousand(key: str, row: str) -> None:
    """Eight thousand items or paragraphs are checked in less than 400 MB."""
    command = [sys.executable, "-P", "-c", _CODE, key, row]
    done = subprocess.run(
        command,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < _LIMIT
