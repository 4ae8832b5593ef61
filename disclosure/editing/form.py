"""The head's and the site's data as the fields of a form, made from the JSON schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.source.document import Document, Path
from disclosure.source.key_names import forms_of, names_at, properties_at, required_at

# What of a notice is data and no text: before the text, and behind it.
_OF_NOTICE: Final = (
    *("genre", "title", "subtitle", "speaker", "issuer", "source", "published", "published_time"),
    *("as_of", "document_number", "index_number", "unit", "head", "summary", "keywords"),
    *("inspection", "declared", "addressee", "salutation"),
    *("posting_period", "feedback", "contact", "signature"),
)
_DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
_CLOCK: Final = r"^\d{2}:\d{2}$"


class FieldKind(StrEnum):
    """What is asked for in a field."""

    TEXT = "text"
    LIST = "list"
    DAY = "day"
    CLOCK = "clock"
    COUNT = "count"
    CHOICE = "choice"
    FLAG = "flag"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field.

    Attributes:
        path: of its value in the file; see ``edit``.
        key: its last key.
        label: its Chinese name.
        help: what is to be written, as the tables of the README say it.
        kind: what is asked for.
        value: as typed; a list where ``kind`` is one; None where nothing is given.
        required: whether it has to be given, once anything of its group is.
        choices: what may be chosen; empty where anything may be typed.
        group: Chinese names of what it is a part of, outermost first.

    """

    path: Path
    key: str
    label: str
    help: str
    kind: FieldKind
    value: str | list[str] | None
    required: bool
    choices: tuple[str, ...] = ()
    group: tuple[str, ...] = ()


def form_of(document: Document, model: type[Model]) -> tuple[FormField, ...]:
    """Return the fields of a file.

    Args:
        document: its values, also where they are no model yet.
        model: ``Notice`` or ``Site``.

    """
    return tuple(_fields(_Place(document, model), (), ()))


@dataclass(frozen=True, slots=True)
class _Place:
    document: Document
    model: type[Model]


def _fields(place: _Place, path: Path, group: tuple[str, ...]) -> Iterator[FormField]:
    names, required = names_at(place.model, path), required_at(place.model, path)
    for key, schema in properties_at(place.model, path).items():
        if not path and place.model is Notice and key not in _OF_NOTICE:
            continue
        here, forms = (*path, key), forms_of(place.model, schema)
        inside = next((each for each in forms if "properties" in each), None)
        items = next((each["items"] for each in forms if "items" in each), None)
        of_mappings = items is not None and any(
            "properties" in each for each in forms_of(place.model, items)
        )
        if of_mappings:
            yield from _listed(place, here, (*group, names[key]), single=inside is not None)
        elif inside is not None:
            yield from _fields(place, here, (*group, names[key]))
        elif leaf := _leaf(forms, is_list=items is not None):
            kind, choices = leaf
            value = _value(place.document, here)
            said = str(schema.get("description", ""))
            given = key in required
            yield FormField(here, key, names[key], said, kind, value, given, choices, group)


def _listed(
    place: _Place, path: Path, group: tuple[str, ...], *, single: bool
) -> Iterator[FormField]:
    """Yield the fields of each mapping of a list; of none, those of the first that may come.

    Of a list inside something else only what is there: contacts have lines or fields.
    """
    held = place.document.value_at(path)
    if held is None and len(path) > 1:
        return
    if isinstance(held, dict) or (held is None and single):
        yield from _fields(place, path, group)
        return
    count = len(held) if isinstance(held, list) else 1
    for number in range(max(1, count)):
        yield from _fields(place, (*path, number), group)


def _leaf(
    forms: tuple[Mapping[str, Any], ...], *, is_list: bool
) -> tuple[FieldKind, tuple[str, ...]] | None:
    """Return what is asked for; None where it is nothing that a field could hold."""
    kinds: list[tuple[FieldKind, tuple[str, ...]]] = []
    for form in forms:
        if choices := form.get("enum"):
            kinds.append((FieldKind.CHOICE, tuple(map(str, choices))))
        elif form.get("type") == "boolean":
            kinds.append((FieldKind.FLAG, ("true", "false")))
        elif form.get("type") == "integer":
            kinds.append((FieldKind.COUNT, ()))
        elif form.get("pattern") in {_DAY, _CLOCK}:
            kinds.append((FieldKind.DAY if form["pattern"] == _DAY else FieldKind.CLOCK, ()))
        elif form.get("format") == "uri":
            kinds.append((FieldKind.LINK, ()))
        elif form.get("type") in ("string", "number") or isinstance(form.get("type"), list):
            kinds.append((FieldKind.TEXT, ()))
    if is_list:
        return FieldKind.LIST, kinds[0][1] if kinds else ()
    return kinds[0] if kinds else None


def _value(document: Document, path: Path) -> str | list[str] | None:
    value = document.value_at(path) if path in document.values else None
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return list(value)
    return value if isinstance(value, str) else None
