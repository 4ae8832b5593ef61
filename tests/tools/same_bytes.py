"""Whether another revision makes the same bytes of the same content; prints where they differ.

    python tests/tools/same_bytes.py REVISION [CORPUS_CONTENT] [--deliver N] [--keep FOLDER]

Both programs run on the first notice, on the golden case, on versions sealed long ago and, if
given, on a content folder of many notices (``bench/corpus.py`` makes one): they build, check in
both languages, deliver, sign, seal, verify, rebuild, compare and export. Files and console are
compared name by name. Exit status 1 where anything differs. ``--deliver`` says how many notices of
each content are delivered, ``--keep`` leaves what both made in a folder, to look at.

This is a tool for those who move code, not a test: it takes minutes.
"""

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_EPOCH = "1790000000"  # the same moment for both: sign-offs and seals are dated
_WORKING = "."
_PLACES = ("--content", "content", "--output", "site")
_NAMES = ("张甲", "李乙", "王丙")
_ROLES = ("初审", "复审", "终审")  # where the site names none


def main(revision: str, corpus: Path | None, deliver: int, keep: Path | None) -> int:
    """Compare, print and return the exit status."""
    with tempfile.TemporaryDirectory() as made:
        made_in = keep or Path(made)
        old, new = made_in / "old", made_in / "new"
        programs = [old / "program", new / "program"]
        for revised, program in zip((revision, _WORKING), programs, strict=True):
            _check_out(revised, program)
        for name, content in _contents(corpus):
            signable = _signable(programs, made_in / "signable" / name, content)
            for place, program in zip((old, new), programs, strict=True):
                _run_all(program, place / "work" / name, content, signable, deliver)
        found = sorted(_differences(old / "work", new / "work"))
        files = sum(path.is_file() for path in (new / "work").rglob("*"))
    for line in found:
        print(line)
    print(f"{files} files compared, {len(found)} differ")
    return 1 if found else 0


def _check_out(revision: str, program: Path) -> None:
    """Put a revision, or what is tracked as it lies in the checkout, into a folder."""
    if revision == _WORKING:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE)
        for name in filter(None, listed.stdout.decode().split("\0")):
            if (ROOT / name).is_file():
                (program / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, program / name)
        return
    data = subprocess.run(
        ["git", "archive", revision], cwd=ROOT, stdout=subprocess.PIPE, check=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(program, filter="data")


def _contents(corpus: Path | None) -> Iterator[tuple[str, Path]]:
    yield "first", ROOT / "content"
    yield "golden", ROOT / "tests" / "golden" / "every-part" / "content"
    yield "sealed", ROOT / "tests" / "cases" / "sealed-before" / "content"
    if corpus:
        yield "corpus", corpus


def _slugs(content: Path) -> list[str]:
    return sorted(path.stem for path in (content / "notices").glob("*.yaml"))


def _roles(content: Path) -> tuple[str, ...]:
    found = re.findall(
        r"^ +- \{role: (\w+)", (content / "site.yaml").read_text("utf-8"), re.MULTILINE
    )
    return tuple(found) or _ROLES


def _run_all(program: Path, place: Path, content: Path, signable: str, deliver: int) -> None:
    shutil.copytree(content, place / "content")
    slugs = _slugs(content)
    _run(program, place, "build", "build", "--jobs", "2")
    for language in ("zh", "en"):
        for form in ("text", "json"):
            name = f"check-{language}-{form}"
            _run(program, place, name, "check", "--lang", language, "--format", form)
    for slug in slugs[:deliver]:
        _run(program, place, f"deliver-{slug}", "deliver", slug, "--to", f"delivered-{slug}")
    slug = slugs[0]
    (place / "content" / "notices" / f"{slug}.yaml").write_text(signable, "utf-8")
    for number, (role, name) in enumerate(zip(_roles(content), _NAMES, strict=True)):
        _run(program, place, f"sign-{number}", "sign", slug, "--role", role, "--name", name)
    _run(program, place, "sheet", "sign", slug, "--sheet", "sheets")
    _run(program, place, "seal", "seal", slug, "--note", "首次公布。")
    _run(program, place, "diff", "diff", slug)
    _run(program, place, "verify", "verify")
    _run(program, place, "rebuild", "verify", "--rebuild", slug, "1")
    _run(program, place, "build-sealed", "build")
    _run(program, place, "report", "check", "--report", "report")
    for form in ("bag", "warc", "wacz"):
        _run(program, place, f"export-{form}", "export", f"--{form}", "--to", f"exported-{form}")


def _signable(programs: Sequence[Path], place: Path, content: Path) -> str:
    """Return the first notice with a waiver for each of its errors, and other words than before.

    Both programs say what is an error, and both are given the same text.
    """
    shutil.copytree(content, place / "content")
    slug = _slugs(content)[0]
    notice = place / "content" / "notices" / f"{slug}.yaml"
    text = notice.read_text("utf-8")
    if "keywords:" not in text:  # what was sealed before must differ to be sealed again
        text = text.rstrip("\n") + "\nkeywords: [巡察, 整改]\n"
    notice.write_text(text, "utf-8")
    for program in programs:
        _run(program, place, "check", "check", slug, "--format", "json")
        said = (
            (place / "check.console").read_text("utf-8").split("\n", 1)[1].rpartition("\n--\n")[0]
        )
        lines = notice.read_text("utf-8").split("\n")
        errors = {
            (each["line"], each["code"]) for each in json.loads(said) if each["level"] == "error"
        }
        for line, code in sorted(errors, reverse=True):
            if line:
                indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
                lines.insert(line - 1, f"{' ' * indent}# 豁免 {code}：照登报原文")
        notice.write_text("\n".join(lines), "utf-8")
    return notice.read_text("utf-8")


def _run(program: Path, place: Path, name: str, *arguments: str) -> None:
    """Run a command, and put status and console into a file."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(program),
        "SOURCE_DATE_EPOCH": _EPOCH,
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "disclosure", *arguments, *_PLACES],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = f"{done.returncode}\n{done.stdout}\n--\n{done.stderr}"
    (place / f"{name}.console").write_text(said, "utf-8")


def _differences(old: Path, new: Path) -> Iterator[str]:
    names = {path.relative_to(root) for root in (old, new) for path in root.rglob("*")}
    for name in names:
        one, other = old / name, new / name
        if one.is_dir() or other.is_dir():
            continue
        if not one.is_file() or not other.is_file():
            yield f"{'added' if other.is_file() else 'gone'}: {name}"
        elif _bytes(one, old) != _bytes(other, new):
            yield f"differs: {name}"


def _bytes(path: Path, root: Path) -> bytes:
    """Return a file with the one folder that is not the same for both left out."""
    return path.read_bytes().replace(str(root.parent).encode(), b"")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare two revisions byte for byte.")
    parser.add_argument("revision")
    parser.add_argument("corpus", nargs="?", type=lambda name: Path(name).resolve())
    parser.add_argument("--deliver", type=int, default=5)
    parser.add_argument("--keep", type=lambda name: Path(name).resolve())
    return parser.parse_args()


if __name__ == "__main__":
    given = _arguments()
    sys.exit(main(given.revision, given.corpus, given.deliver, given.keep))
