"""Measure importing a Word file of sixty pages: the whole process, from the file to the draft.

    python bench/word.py [--pages 60] [--times 5]

Prints a line of Markdown; the machine should have nothing else to do.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.importer.word_files import docx, font, levels, num, p, r, tbl, tr  # noqa: E402

# A page of GB/T 9704 has 22 lines of 28 characters.
LINES, WIDTH = 22, 28
SENTENCE = "认真落实主体责任，建立健全各项制度，逐条逐项推进整改，"
SET = font("仿宋_GB2312") + '<w:sz w:val="32"/>'
OFFICIAL = levels(("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")) + num(
    1
)


def word_file(pages: int) -> bytes:
    """Return a file of that many pages, numbered by Word, its last tenth a ledger."""
    title = p(r("关于巡察整改进展情况的通报"), properties='<w:jc w:val="center"/>')
    lines = pages * LINES * 9 // 10
    paragraphs = []
    for number in range(lines // 4):
        head = number % 40 == 0
        level = (1, 0 if head else 1) if number % 8 == 0 else None
        # Word parts a line of text where digits or a changed spelling begin.
        runs = [r(SENTENCE, SET), r(str(number), SET), r("项。", SET)] * (1 if level else 4)
        paragraphs.append(p(*runs, number=level))
    rows = [tr(str(n), SENTENCE, "已完成", "办公室") for n in range(pages * LINES // 20)]
    ledger = tbl(tr("序号", "整改措施", "整改状态", "责任部门", head=True), *rows)
    return docx(title + "".join(paragraphs) + ledger, numbering=OFFICIAL)


def main() -> None:
    """Import the file several times, and print the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(word_file(options.pages))
        content = Path(folder) / "content"
        (content / "notices").mkdir(parents=True)
        command = [sys.executable, "-m", "disclosure", "import", str(file)]
        command += ["--content", str(content), "--to"]
        seconds = []
        for number in range(options.times):
            began = time.perf_counter()
            draft = str(content / "notices" / f"{number}.yaml")
            subprocess.run([*command, draft], cwd=ROOT, check=True, capture_output=True)
            seconds.append(time.perf_counter() - began)
    print(f"| import of a .docx of {options.pages} pages | {statistics.median(seconds):.2f} s |")


if __name__ == "__main__":
    main()
