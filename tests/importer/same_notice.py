"""One notice in many kinds of files, and where what is read of them differs."""

import html
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.model.notice import Notice
from disclosure.source.load_genres import shipped_genres
from tests.importer.word_files import docx, font, levels, num, p, r
from tests.required import program

# The marks that Word counts: format, text of the level, how the mark is typed.
_COUNTED: Final = (
    ("chineseCountingThousand", "%1、", re.compile("([一二三四五六七八九十]+)、")),
    ("chineseCounting", "（%1）", re.compile("[(（]([一二三四五六七八九十]+)[)）]")),
    ("decimal", "%1、", re.compile("([0-9]+)、")),
    ("decimal", "%1.", re.compile(r"([0-9]+)\.(?![0-9])")),
    ("decimal", "（%1）", re.compile(r"[(（]([0-9]+)[)）]")),
)
_NUMERALS: Final = "零一二三四五六七八九十"
_CENTRED: Final = '<w:jc w:val="center"/>'
_RIGHT: Final = '<w:jc w:val="right"/>'
_INDENTED: Final = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_BLACK: Final = ("方正小标宋简体", "44")
_TEXT: Final = ("仿宋_GB2312", "32")
_SIGNED: Final = re.compile(r"(?:20[0-9]{2}年[0-9]+月[0-9]+日|[^，。：；,;:]{4,24})$")
_FILTERS: Final = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf", "doc": "doc:MS Word 97"}
_BREAK: Final = "<w:r><w:br/></w:r>"


def lines_of(path: Path) -> tuple[str, ...]:
    """Return the lines of a text without its note on where it comes from."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return tuple(line.strip() for line in lines if line.strip())


def imported(name: str, data: bytes) -> Imported:
    """Import a file of which every character must have gone somewhere."""
    made = import_file(name, data, ImportOptions(), shipped_genres)
    lost = [made.account.characters[each.start : each.end] for each in made.account.lost]
    assert lost == []
    assert made.loaded is not None, made.found
    return made


def differences(wanted: Notice, found: Notice) -> dict[str, tuple[Any, Any]]:
    """Return by its path every value that two notices do not have in common."""
    pair = [dict(_values(each.model_dump(mode="json"))) for each in (wanted, found)]
    keys = dict.fromkeys([*pair[0], *pair[1]])
    return {
        key: (pair[0].get(key), pair[1].get(key))
        for key in keys
        if pair[0].get(key) != pair[1].get(key)
    }


def _values(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value with its path; what is empty says nothing."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _values(inner, f"{at}.{key}" if at else str(key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value):
            yield from _values(inner, f"{at}.{number}")
    elif value not in (None, "", False):
        yield at, value


def signature_of(lines: Sequence[str]) -> int:
    """Return the number of the first line of the signature; that of the end where there is none."""
    start = len(lines)
    while start > 1 and _SIGNED.match(lines[start - 1]):
        start -= 1
    return start


def word_file(lines: Sequence[str], *, counted: bool) -> bytes:
    """Return a Word file as an office sets it, with numbers that Word makes or that are typed.

    The title stands on two lines, the signature to the right.
    """
    numbers = _Numbers()
    title, signed = lines[0], signature_of(lines)
    middle = len(title) * 3 // 5
    made = [
        p(_run(title[:middle], *_BLACK), _BREAK, _run(title[middle:], *_BLACK), properties=_CENTRED)
    ]
    for number, line in enumerate(lines[1:], 1):
        if number >= signed:
            made.append(p(_run(line, *_TEXT), properties=_RIGHT))
        elif counted and (found := numbers.of(line)):
            place, rest = found
            made.append(p(_run(rest, *_TEXT), number=place, properties=_INDENTED))
        else:
            made.append(p(_run(line, *_TEXT), properties=_INDENTED))
    return docx("".join(made), numbering=numbers.xml if counted else "")


class _Numbers:
    """Lists whose counting goes on, or begins anew where the text does."""

    def __init__(self) -> None:
        self._last = [0] * len(_COUNTED)
        self._lists: list[str] = []
        self._of_kind = [0] * len(_COUNTED)

    def of(self, line: str) -> tuple[tuple[int, int], str] | None:
        """Return list and level of a line that begins with a mark, and its text."""
        for kind, (_, _, pattern) in enumerate(_COUNTED):
            found = pattern.match(line)
            if found:
                return self._next(kind, _number(found[1])), line[found.end() :]
        return None

    def _next(self, kind: int, number: int) -> tuple[int, int]:
        if number != self._last[kind] + 1:
            start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>'
            self._of_kind[kind] = 0
        else:
            start = ""
        self._last[kind] = number
        if not self._of_kind[kind]:
            self._lists.append(num(len(self._lists) + 1, kind, start))
            self._of_kind[kind] = len(self._lists)
        return self._of_kind[kind], 0

    @property
    def xml(self) -> str:
        """What stands in ``w:numbering``."""
        kinds = (levels((kind, text), abstract=n) for n, (kind, text, _) in enumerate(_COUNTED))
        return "".join((*kinds, *self._lists))


def _number(said: str) -> int:
    if said.isdecimal():
        return int(said)
    tens, _, ones = said.rpartition("十")
    ten = 10 * (_NUMERALS.index(tens) if tens else 1) if "十" in said else 0
    return ten + (_NUMERALS.index(ones) if ones else 0)


def _run(text: str, family: str, size: str) -> str:
    return r(html.escape(text, quote=False), f'{font(family)}<w:sz w:val="{size}"/>')


def markdown(lines: Sequence[str]) -> bytes:
    """Return a text with its title and its chapters as headings of Markdown."""
    said = [f"# {lines[0]}"]
    said += [f"## {line}" if _COUNTED[0][2].match(line) else line for line in lines[1:]]
    return "\n\n".join(said).encode()


def page(lines: Sequence[str]) -> str:
    """Return a plain page as it is printed."""
    signed = signature_of(lines)
    style = (
        "@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:'— ' counter(page) ' —'}}"
        "body{font:16pt/28.95pt 'Noto Serif CJK SC'} p{text-indent:2em;margin:0}"
        "h1{font-size:22pt;text-align:center;margin:0 0 1em} .s{text-align:right}"
    )
    body = "".join(
        f"<p{' class=s' if number >= signed else ''}>{html.escape(line)}</p>"
        for number, line in enumerate(lines[1:], 1)
    )
    return f"<meta charset=utf-8><style>{style}</style><h1>{html.escape(lines[0])}</h1>{body}"


def converted(files: Mapping[str, bytes], kind: str, folder: Path) -> dict[str, bytes]:
    """Return files as LibreOffice saves them, by their names without suffix, with one start.

    Its profile is in ``folder``, so that several may run at once.
    """
    soffice = program("soffice")
    sources = folder / "in"
    sources.mkdir()
    for name, data in files.items():
        (sources / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--norestore", "--convert-to", _FILTERS[kind]]
    command += ["--outdir", str(folder / "out"), *map(str, sorted(sources.iterdir()))]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {path.stem: path.read_bytes() for path in sorted((folder / "out").iterdir())}
