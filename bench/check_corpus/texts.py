"""Real texts, each made a notice in memory."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

# A notice that the rules have little to say of; what they say of it alone is taken off.
BASE: dict[str, Any] = {
    "title": "中共青山县财政局党组关于巡察整改进展情况的通报",
    "issuer": "中共青山县财政局党组",
    "source": "中共青山县财政局党组",
    "published": "2022-02-23",
    "published_time": "09:30",
    "keywords": ["巡察整改"],
    "contact": {"phone": "0563-2263070", "email": "office@example.com"},
}
SECTION = "下一步工作"
_DAY = re.compile(r"(20[012]\d|199\d)[年\-./](\d{1,2})[月\-./](\d{1,2})日?")
_YEAR = re.compile(r"(?<!\d)((?:199|20[012])\d)年")
_TITLE = re.compile(
    r"(?:通报|公告|公示|报告|情况|通知|意见|方案|办法|规定|决定|总结|计划|要点|讲话|制度|细则|条例|工作|建议|答复)(?:[（(].{1,20}[)）])?$"
)
_CHAPTER = re.compile(r"([一二三四五六七八九十]+)、")
_PART = re.compile(r"[（(]([一二三四五六七八九十]+)[)）]")
_NUMBERS = [
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
    "二十",
]
_LONGEST_HEADING = 40


class Text(NamedTuple):
    """One document.

    Attributes:
        name: of its file.
        title: its first line, where it looks like one; "" else.
        paragraphs: the other lines.
        day: what it is taken to have been published on: its last date, or the last year's end.
    """

    name: str
    title: str
    paragraphs: tuple[str, ...]
    day: str

    @property
    def size(self) -> int:
        """Return its number of characters."""
        return len(self.title) + sum(map(len, self.paragraphs))


def read_texts(folder: Path) -> Iterator[Text]:
    """Yield the ``.txt`` files of a folder, by name."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text("utf-8", "replace").splitlines()
        yield text_of(path.stem, lines)


def text_of(name: str, lines: Sequence[str]) -> Text:
    """Return what the lines of a document are; lines that begin with ``# `` are none of it."""
    kept = [line.strip(" \t\u3000\ufeff") for line in lines if not line.startswith("# ")]
    kept = ["".join(each for each in line if each >= " ") for line in kept if line]
    title = kept[0] if kept and _is_title(kept[0]) else ""
    return Text(name, title, tuple(kept[1:] if title else kept), _last_day(kept))


def notice_of(text: Text, *, headings: bool = True) -> dict[str, Any]:
    """Return a notice that holds a document.

    Args:
        text: the document.
        headings: short lines 一、 and （一） in the right order become sections; else all lines
            are paragraphs.

    """
    paragraphs = [_escaped(each) for each in text.paragraphs]
    sections = _sections(paragraphs) if headings else [_section(SECTION, paragraphs)]
    own = {"title": _escaped(text.title)} if text.title else {}
    return BASE | {"published": text.day} | own | {"sections": sections}


def base_of(text: Text) -> dict[str, Any]:
    """Return the same notice with nothing but a sentence in it."""
    return BASE | {
        "published": text.day,
        "sections": [_section(SECTION, ["持续抓好整改。"])],
    }


def _is_title(line: str) -> bool:
    return 6 <= len(line) <= 80 and bool(_TITLE.search(line)) and "。" not in line


def _last_day(lines: Sequence[str]) -> str:
    found = []
    whole = "\n".join(lines)
    for match in _DAY.finditer(whole):
        try:
            found.append(date(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            continue
    now = date.today()  # noqa: DTZ011
    found = [each for each in found if each <= now]
    years = [int(each) for each in _YEAR.findall(whole) if int(each) < now.year]
    if found and max(found).year >= max(years, default=0):
        return max(found).isoformat()
    return f"{max(years)}-12-31" if years else str(BASE["published"])


def _escaped(text: str) -> str:
    return re.sub(r"([\\*{\[])", r"\\\1", text)


def _section(title: str, body: list[str]) -> dict[str, Any]:
    return {"title": title, "body": body}


def _heading(pattern: re.Pattern[str], line: str, count: int) -> str:
    """Return the words of a heading whose number comes next; "" for any other line."""
    match = pattern.match(line)
    fits = match and count < len(_NUMBERS) and match[1] == _NUMBERS[count]
    if not match or not fits or len(line) > _LONGEST_HEADING or line[-1] in "。；：，":
        return ""
    return line[match.end() :].strip()


def _sections(paragraphs: Sequence[str]) -> list[dict[str, Any]]:
    """Return chapters and their parts; a heading without a text below stays a paragraph."""
    chapters: list[dict[str, Any]] = []
    for number, line in enumerate(paragraphs):
        behind = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        chapter = _heading(_CHAPTER, line, sum("mark" in each for each in chapters))
        inner = chapters[-1].get("sections", []) if chapters and "mark" in chapters[-1] else []
        part = _heading(_PART, line, len(inner))
        if chapter and behind and not _CHAPTER.match(behind):
            chapters.append({"title": chapter, "mark": True})
        elif part and behind and "mark" in (chapters or [{}])[-1] and not _PART.match(behind):
            chapters[-1].setdefault("sections", []).append(_section(part, []))
        else:
            if not chapters:
                chapters.append(_section(SECTION, []))
            (inner[-1] if inner else chapters[-1]).setdefault("body", []).append(line)
    for each in chapters:
        each.pop("mark", None)
    return _without_empty(chapters)


def _without_empty(chapters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for each in chapters:
        each["sections"] = [part for part in each.get("sections", []) if part["body"]]
        if not each["sections"]:
            del each["sections"]
            each.setdefault("body", ["持续抓好整改。"])
    return chapters or [_section(SECTION, ["持续抓好整改。"])]
