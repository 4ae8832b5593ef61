"""The README's first five minutes, command by command, on what is shipped."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def commands() -> list[str]:
    """Return the commands of the section, from the check before signing on."""
    text = (ROOT / "README.zh-CN.md").read_text("utf-8")
    section = text.partition("## 五分钟上手")[2].partition("\n## ")[0]
    found = re.findall(r"^   python3 build\.py ?(.*)$", section, re.MULTILINE)
    return found[next(at for at, each in enumerate(found) if each.startswith("check")) :]


@pytest.mark.slow
def test_walk_through(tmp_path: Path) -> None:
    """The line that the README names is the one to waive; then every command of it succeeds."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content" / "notices", content / "notices")
    shutil.copy(ROOT / "content" / "site.yaml", content / "site.yaml")
    text = (ROOT / "README.zh-CN.md").read_text("utf-8")
    waiver = re.search(r"^   ( *# 豁免 \S+)$", text, re.MULTILINE)
    line = re.search(r"第 (\d+) 行照登", text)
    assert waiver
    assert line
    notice = content / "notices" / "2022-02-23-jxzszx.yaml"
    lines = notice.read_text("utf-8").split("\n")

    def run(options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "disclosure", *options.split()],
            env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    todo = [each or "build" for each in commands()]
    assert len(todo) >= 8
    here = f"--content {content} --output {tmp_path / 'site'}"
    assert run(f"{todo[1]} {here}").returncode == 1
    lines.insert(int(line[1]) - 1, waiver[1])
    notice.write_text("\n".join(lines), "utf-8")
    for command in todo:
        done = run(f"{command} {here}")
        assert done.returncode == 0, (command, done.stdout[-500:], done.stderr)
    assert (tmp_path / "审批表" / "approval-2022-02-23-jxzszx.html").is_file()
    assert (tmp_path / "交付" / "2022-02-23-jxzszx-delivery" / "README.txt").is_file()
    assert "已审签" in (tmp_path / "site/notices/2022-02-23-jxzszx/index.html").read_text("utf-8")
