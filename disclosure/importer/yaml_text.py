"""The draft as YAML, as a person would have written it by hand.

Block style, one value a line, quotes only where the value would be read otherwise. A guess
stands as a comment above its value: behind it, the loader would take it for a text cut off.
"""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from disclosure.importer.draft import Entry, Fields, Guess, Items, Scalar, Value
from disclosure.messages import say
from disclosure.source.colon_slips import colon_slip
from disclosure.visible import visible

_STEP: Final = "  "
_LONGEST_ROW: Final = 100
# What begins something else to YAML, or to our loader (a tight dash).
_OPENING: Final = re.compile(r"[\s\-?:,\[\]{}#&*!|>'\"%@`=~]|---|\.\.\.")
# A key, a comment; and tabs, which a plain value may not begin or end with.
_INSIDE: Final = re.compile(r":(?=\s|$)|\s#|[\n\t]")
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_IN_ROW: Final = re.compile(r"[,\[\]{}:#]")
# Read back as they stand between | and the next value.
_SOUND_LINES: Final = re.compile(r"(?! )[^\n\t]*[^\s](?:\n+[^\n]*[^\s])+\Z")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write(fields: Fields, language: str = "zh") -> str:
    """Return the draft's text; ``source.reader.parse`` gives every value back as it was.

    Args:
        fields: of the draft. Its texts hold no character that files may not hold
            (``characters.REFUSED``) and no carriage return.
        language: of the comments.

    """
    rows: list[str] = list(_said(fields.guess, "", language))
    before_was_large = False
    for entry in fields.entries:
        written = list(_entry(entry, "", language))
        large = isinstance(entry.value, Items | Fields) and len(written) > 1
        if rows and (large or before_was_large):
            rows.append("")
        rows += written
        before_was_large = large
    return "\n".join(rows) + "\n" if rows else ""


def _entry(entry: Entry, indent: str, language: str) -> Iterator[str]:
    yield from _said(entry.value.guess, indent, language)
    match entry.value:
        case Scalar():
            yield from _scalar_rows(f"{indent}{entry.key}: ", entry.value, indent)
        case Items(values=()):
            yield f"{indent}{entry.key}: []"
        case Fields(entries=()):
            yield f"{indent}{entry.key}: {{}}"
        case Items():
            yield f"{indent}{entry.key}:"
            yield from _items(entry.value, indent + _STEP, language, top=not indent)
        case Fields():
            yield f"{indent}{entry.key}:"
            for inner in entry.value.entries:
                yield from _entry(inner, indent + _STEP, language)


def _items(items: Items, indent: str, language: str, *, top: bool = False) -> Iterator[str]:
    for number, value in enumerate(items.values):
        rows = list(_item(value, indent, language))
        # Between chapters, as by hand.
        if top and number and len(rows) > _STEP.count(" ") * 2:
            yield ""
        yield from rows


def _item(value: Value, indent: str, language: str) -> Iterator[str]:
    yield from _said(value.guess, indent, language)
    match value:
        case Scalar():
            yield from _scalar_rows(f"{indent}- ", value, indent)
        case Items():
            yield from _list_in_list(value, indent, language)
        case Fields(entries=()):
            yield f"{indent}- {{}}"
        case Fields():
            rows: list[str] = []
            for inner in value.entries:
                rows += _entry(inner, indent + _STEP, language)
            yield from _dashed(rows, indent)


def _list_in_list(items: Items, indent: str, language: str) -> Iterator[str]:
    """Yield a row of a table, on one line if it is short."""
    texts = [each for each in items.values if isinstance(each, Scalar)]
    if len(texts) == len(items.values) and not any(each.guess for each in texts):
        row = f"{indent}- [{', '.join(_in_row(each) for each in texts)}]"
        if not texts or len(row) <= _LONGEST_ROW:
            yield row
            return
    yield from _dashed(list(_items(items, indent + _STEP, language)), indent)


def _dashed(rows: list[str], indent: str) -> Iterator[str]:
    """Yield rows with the dash of a list in the first that is no comment."""
    begun = False
    for row in rows:
        if begun:
            yield row
        elif row.lstrip().startswith("#"):
            # Further in, it would still be of a text behind | above.
            yield indent + row.lstrip()
        else:
            begun = True
            yield f"{indent}- {row[len(indent) + len(_STEP) :]}"


def _said(guess: Guess | None, indent: str, language: str) -> Iterator[str]:
    if guess:
        reason = say(guess.code, language, dict(guess.params))
        yield f"{indent}# {visible(say('import.confirm', language, {'reason': reason}))}"


def _scalar_rows(before: str, value: Scalar, indent: str) -> Iterator[str]:
    text = str(value.text)
    if "\n" in text and _SOUND_LINES.match(text):
        yield f"{before}|-"
        inner = indent + _STEP
        yield from (inner + line if line else "" for line in text.split("\n"))
    else:
        yield before + _one_line(text, free=value.plain)


def _in_row(value: Scalar) -> str:
    text = str(value.text)
    written = _one_line(text, free=value.plain)
    return _quoted(text) if written == text and _IN_ROW.search(text) else written


def _one_line(text: str, *, free: bool) -> str:
    if (
        text in _NOTHING
        or _OPENING.match(text)
        or _INSIDE.search(text)
        or text != text.strip()
        or colon_slip(text)
        or not (free or _is_text_to_all(text))
    ):
        return _quoted(text)
    return text


def _is_text_to_all(text: str) -> bool:
    """Say whether editors with their own rules take a bare value for a text as well."""
    known = yaml.SafeLoader.yaml_implicit_resolvers
    return not any(
        pattern.match(text) for first in (text[:1], None) for _, pattern in known.get(first, ())
    )


def _quoted(text: str) -> str:
    if "\n" in text or "\t" in text or ("'" in text and '"' not in text and "\\" not in text):
        return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'
    doubled = text.replace("'", "''")
    # Double quotes, as everywhere by hand, unless the text has them or a backslash.
    return f'"{text}"' if '"' not in text and "\\" not in text else f"'{doubled}'"
