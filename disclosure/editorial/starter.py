"""Starters: a new notice of a genre, with every value to be filled in and a word on each."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from disclosure.clock import moment_in_china
from disclosure.diagnostics import Diagnostic, has_errors
from disclosure.errors import OutputError, UsageError
from disclosure.files import written_aside
from disclosure.model.genre import OPEN_END, OPEN_START, Genre, GenreFile, Genres
from disclosure.model.notice import Notice
from disclosure.page_texts import page_texts
from disclosure.project.notices import slug_fault, standing_file
from disclosure.project.settings import Settings
from disclosure.source.load import load_notice
from disclosure.source.reader import parse

_OPEN: Final = f"{OPEN_START}{OPEN_END}"
_DAY: Final = "{day}"
_KEY: Final = re.compile(r"([a-z_]+):")
_DATED: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=-|$)")
# What is written for a key that the genre's own text does not have. A value with a form that
# 〔请填写〕 has not is an example, to be changed.
_EXAMPLES: Final = {
    "published": _DAY,
    "published_time": "09:30",
    "as_of": _DAY,
    "index_number": "003241234/202611-00001",
    "keywords": f"[{_OPEN}]",
    "inspection": (f"\n  team: {_OPEN}\n  start: {_DAY}\n  end: {_DAY}\n  feedback: {_DAY}"),
    "declared": "\n  problems: 1",
    "metrics": f"\n  - {{id: figure_1, name: {_OPEN}, value: 1}}",
    "sections": f"\n  - title: {_OPEN}\n    body: {_OPEN}",
    "attachments": f"\n  - title: {_OPEN}\n    url: https://www.example.com/",
    "posting_period": f"\n  start: {_DAY}\n  end: {_DAY}",
    "feedback": f"\n  invitation: {_OPEN}",
    "contact": (f"\n  name: {_OPEN}\n  # phone: 0563-1234567\n  address: {_OPEN}"),
    "signature": f"\n  name: {_OPEN}\n  date: {_DAY}",
}


# They come behind the text.
_LAST: Final = frozenset({"sections", "content", "contact", "signature"})


class Started(NamedTuple):
    """What came of beginning a notice.

    Attributes:
        path: of its file.
        genre: which it is of.
        found: what is wrong with what the genre gives; then no file was written.

    """

    path: Path
    genre: Genre
    found: tuple[Diagnostic, ...]


def start_notice(genre: str, slug: str, genres: Genres, settings: Settings) -> Started:
    """Write a new notice into the content folder; what stands there is never touched.

    Args:
        genre: its Chinese name, or the name of its file.
        slug: name of the notice's file, without suffix.
        genres: those of the project.
        settings: the project.

    Raises:
        UsageError: there is no such genre, or no notice can have that name.
        OutputError: such a notice is there, or the file cannot be written.

    """
    chosen = genres.find(genre) or next((e for e in genres.files if e.key == genre), None)
    if chosen is None:
        code, params = genres.unknown(genre)
        raise UsageError(code, **dict(params))
    slug = slug.removesuffix(".yaml")
    if fault := slug_fault(slug):
        raise UsageError(fault, slug=slug)
    path = settings.content / "notices" / f"{slug}.yaml"
    if (there := standing_file(slug, settings)) is not None:
        raise OutputError("new.exists", path=settings.display_path(there).as_posix())
    data = starter_text(chosen.genre, slug, _day_of(slug)).encode()
    found = _faults(data, settings.display_path(path), chosen)
    if not has_errors(found):
        with written_aside(path) as draft, draft.open("xb") as file:
            file.write(data)
    return Started(path, chosen.genre, found)


def starter_text(genre: Genre, slug: str, day: str) -> str:
    """Return the text of a new notice.

    Args:
        genre: which it is to be of.
        slug: name of its file.
        day: the date that is written where one is needed, as YYYY-MM-DD.

    """
    texts = page_texts()
    parsed = parse(genre.starter).data if genre.starter else {}
    given = parsed if isinstance(parsed, dict) else {}
    needed = {key for key, info in Notice.model_fields.items() if info.is_required()}
    if not {"sections", "content"} & {*given, *genre.required}:
        needed.add("sections")
    # A notice without a date is a draft; the day is known from the name of the file.
    wanted = {k for k in (*needed, "published", *genre.required) if k not in given}
    asked = [key for key in Notice.model_fields if key in wanted]
    title, rest = _parts(genre.starter)
    text = "\n".join(
        (
            texts.text("starter.head", name=genre.name, about=genre.about, slug=slug),
            f"genre: {genre.name}\n",
            *_explained(title, genre),
            *(_value(key, genre) for key in asked if key not in _LAST),
            *_explained(rest, genre),
            *(_value(key, genre) for key in asked if key in _LAST),
        )
    )
    if usual := [key for key in genre.usual if key not in given]:
        text += texts.text("starter.usual")
        text += "\n".join(_commented(_value(key, genre)) for key in usual)
    return text.replace(_DAY, day)


def _parts(starter: str) -> tuple[str, str]:
    """Return a genre's text in two: down to its title, if that stands first, and the rest."""
    rows = starter.split("\n")
    keys = [number for number, row in enumerate(rows) if _KEY.match(row)]
    if not keys or not rows[keys[0]].startswith("title:"):
        return "", starter
    return "\n".join(rows[: keys[0] + 1]), "\n".join(rows[keys[0] + 1 :])


def _said(key: str, genre: Genre) -> str:
    # What the page calls the unit says better who is meant.
    return genre.called(key) if key == "unit" else str(Notice.model_fields[key].description)


def _value(key: str, genre: Genre) -> str:
    example = _EXAMPLES.get(key, _OPEN)
    gap = "" if example.startswith("\n") else " "
    return f"# {_said(key, genre)}\n{key}:{gap}{example}\n"


def _explained(rows: str, genre: Genre) -> Iterator[str]:
    """Yield lines of a genre's text, key by key; one without a word above it gets the usual one."""
    before = ""
    for row in rows.strip("\n").split("\n") if rows else ():
        key = _KEY.match(row)
        if before and not before.startswith("#") and (key or row.startswith("#")):
            yield ""
        if key and key[1] in Notice.model_fields and not before.startswith("#"):
            yield f"# {_said(key[1], genre)}"
        yield row
        before = row
    yield from [""] if rows else []


def _commented(text: str) -> str:
    return "".join(
        row if row.startswith("# ") or not row.strip() else f"# {row}"
        for row in text.splitlines(keepends=True)
    )


def _day_of(slug: str) -> str:
    """Return the date that a name begins with, else today's."""
    match = _DATED.match(slug)
    try:
        return date.fromisoformat(match[0]).isoformat() if match else moment_in_china()[:10]
    except ValueError:
        return moment_in_china()[:10]


def _faults(data: bytes, shown: PurePosixPath, chosen: GenreFile) -> tuple[Diagnostic, ...]:
    loaded, found = load_notice(data, shown, lambda: Genres((chosen,)))
    return () if loaded else found
