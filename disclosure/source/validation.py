"""pydantic's findings as faults that a clerk understands."""

from collections.abc import Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from disclosure.model.faults import MOST_FAULTS, Fault, Path
from disclosure.model.fields import Model
from disclosure.model.status import ENDINGS, without_endings
from disclosure.source.colon_slips import colon_slip
from disclosure.source.document import Document
from disclosure.source.hints import named_slip
from disclosure.source.key_names import find_key, first_keys_at, keys_at, names_at, required_at

_LONGEST_KEY = 40
_ALIKE = 0.6
# What pydantic says of shape, in our own codes; anything of content carries its own.
_SHAPES: Mapping[str, str] = {
    "model_type": "shape.mapping",
    "model_attributes_type": "shape.mapping",
    "dict_type": "shape.mapping",
    "tuple_type": "shape.list",
    "list_type": "shape.list",
    "string_type": "field.text",
    "too_short": "shape.too_short",
    "too_long": "shape.too_long",
}
_NAMED: Final = frozenset({"shape.named", "shape.named_near"})
_NO_TEXT: Final = frozenset({"field.prose", "field.text"})
_COLON: Mapping[str, str] = {
    "yaml.wide_colon": "：",
    "yaml.wide_gap": ":",
    "yaml.tight_colon": ":",
}


def faults_of(error: ValidationError, model: type[Model], document: Document) -> list[Fault]:
    """Return what ``error`` reports, at most ``MOST_FAULTS``, in its order."""
    details = islice(error.errors(include_url=False), MOST_FAULTS)
    faults = [_fault(detail, model, document) for detail in details]
    # A list whose items all failed is also reported as too short; the items tell it better.
    reported = {fault.path[:length] for fault in faults for length in range(len(fault.path))}
    rows = {fault.path for fault in faults if fault.code == "shape.row"}
    # What was typed under another name is not missing.
    named = {
        (*fault.path[:-1], value)
        for fault in faults
        if fault.code in _NAMED
        for name, value in fault.params
        if name == "near"
    }
    return [
        fault
        for fault in faults
        if not (fault.code == "shape.too_short" and fault.path in reported)
        # One row that is none tells it for those beside it.
        and not (fault.code == "shape.row" and fault.path[-1] and (*fault.path[:-1], 0) in rows)
        and not (fault.code == "shape.missing" and (*fault.path, fault.params[0][1]) in named)
    ]


def _fault(detail: ErrorDetails, model: type[Model], document: Document) -> Fault:
    context: dict[str, Any] = detail.get("ctx", {})
    path = _known_part(detail["loc"], document)
    kind = detail["type"]
    if kind == "disclosure":
        params = tuple((k, str(v)) for k, v in context.items() if k not in {"code", "at"})
        meant = str(context.get("at", "")).split(".") if "at" in context else []
        inner: Path = tuple(int(part) if part.isdigit() else part for part in meant)
        code = str(context["code"])
        if code in _NO_TEXT or (code.startswith("field.") and _is_nested(detail, code)):
            code = code if code in _NO_TEXT else "field.text"
            return _no_text((*path, *inner), code, document)
        return Fault((*path, *inner), code, params)
    if kind == "extra_forbidden":
        return _of_empty_key(path, model, document) or _unknown(path, model)
    if kind == "missing":
        # Between it and its mapping there may be a member of a union, which no file has.
        path = (*_known_part(detail["loc"][:-1], document), detail["loc"][-1])
        if path in document.keys:
            return Fault(path, "field.empty", on_key=True)
        # Of what is not there, the place is where it belongs.
        return Fault(path[:-1], "shape.missing", (("key", str(detail["loc"][-1])),))
    if kind in {"enum", "string_type"} and _is_nested(detail, ""):
        return _no_text(path, "field.text", document)
    if kind == "enum":
        return _no_choice(detail, path, model)
    if kind in {"model_type", "dict_type"} and (told := _no_mapping(detail["input"], model, path)):
        return told
    names = [part for part in path if isinstance(part, str)]
    # What pydantic says is in English and about Python; it reaches nobody.
    # A member of a union is no name that the file has.
    known = names if path in document.values or path in document.keys else names[:-1]
    params = (("name", known[-1] if known else ""),)
    code = _SHAPES.get(kind, "shape.other")
    # What stands in a list and should be one is a row of a table.
    row = code == "shape.list" and path in document.values and isinstance(path[-1], int)
    return Fault(path, "shape.row" if row else code, params)


def _no_choice(detail: ErrorDetails, path: Path, model: type[Model]) -> Fault:
    """Tell a word that is none of those that may stand in its place."""
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
    words = [part.strip() for part in expected.replace(" or ", ",").split(",")]
    states, value = without_endings(words), str(detail["input"])
    # Words that are keys are told as keys are.
    if all(word.isascii() and word.replace("_", "").isalpha() for word in words):
        names = [part for part in path if isinstance(part, str)]
        above = _any_index(path[: path.index(names[-1])]) if names else ()
        meant = find_key(value.strip(), model, above)
        if meant and meant.key in words:
            return Fault(path, "shape.named", (("key", value), ("near", meant.key)))
        if near := get_close_matches(value[:_LONGEST_KEY].lower(), words, n=1, cutoff=_ALIKE):
            return Fault(path, "shape.unknown_near", (("key", value), ("near", near[0])))
    # Between words that end in the sign itself, it would part nothing.
    quoted = any("、" in state for state in states)
    params = (
        ("value", value),
        ("known", "".join(f"“{state}”" for state in states) if quoted else "、".join(states)),
        ("endings", "、".join(ENDINGS)),
    )
    code = "field.choice" if len(states) == len(words) else "field.status"
    return Fault(path, code, params, on_key="[key]" in detail["loc"])


def _of_empty_key(path: Path, model: type[Model], document: Document) -> Fault | None:
    """Tell a key that stands beside the one it belongs under, where that one holds nothing."""
    key, above = str(path[-1]), _any_index(path[:-1])
    for *around, name in document.empty:
        if tuple(around) == path[:-1] and key in keys_at(model, (*above, name)):
            params = (("key", key), ("near", key), ("place", str(name)))
            return Fault(path, "shape.named_below", params, on_key=True)
    return None


def _unknown(path: Path, model: type[Model]) -> Fault:
    """Tell a key that is not known by the one that was meant."""
    key = str(path[-1])
    if not key.isidentifier() and (named := _named(key, model, path[:-1])):
        return named._replace(path=path, on_key=True)
    above = _any_index(path[:-1])
    known = names_at(model, above)
    if key == "text" and path[-3:-2] == ("closing",):
        # Below content it is a key, and text may stand without it; here it only may.
        return Fault(path, "shape.bare_text", (("key", key),), on_key=True)
    meant = find_key(key.strip(), model, above)
    if meant and not meant.way and not meant.outer:
        # Both would be read as the same word.
        code = "shape.blank_key" if key.strip() == meant.key else "shape.named"
        return Fault(path, code, (("key", key), ("near", meant.key)), on_key=True)
    if near := get_close_matches(key[:_LONGEST_KEY], known, n=1, cutoff=_ALIKE):
        return Fault(path, "shape.unknown_near", (("key", key), ("near", near[0])), on_key=True)
    if meant:
        code = "shape.named_below" if meant.way else "shape.named_outside"
        params = (("key", key), ("near", meant.key), ("place", ".".join(meant.way)))
        return Fault(path, code, params, on_key=True)
    called = {name: known_key for known_key, name in known.items()}
    if near := get_close_matches(key[:_LONGEST_KEY], called, n=1, cutoff=_ALIKE):
        params = (("key", key), ("near", called[near[0]]), ("name", near[0]))
        return Fault(path, "shape.named_near", params, on_key=True)
    listed = "、".join(f"{known_key}（{name}）" for known_key, name in known.items())
    return Fault(path, "shape.unknown", (("key", key), ("known", listed)), on_key=True)


def _is_nested(detail: ErrorDetails, code: str) -> bool:
    """Say whether a list or mapping stands where one plain value is meant."""
    return isinstance(detail["input"], list | dict) and code != "field.empty"


def _no_text(path: Path, code: str, document: Document) -> Fault:
    """Return why the text at ``path`` is none: mostly a sign that YAML understands."""
    value = document.value_at(path)
    if path in document.in_brackets and (isinstance(value, dict) or code == "field.prose"):
        sign = "{" if isinstance(value, dict) else "["
        return Fault(path, "yaml.opening", (("sign", sign),))
    if isinstance(value, dict) and not all(key.isascii() for key in value):
        return Fault(path, "yaml.bare_colon", token=_COLON["yaml.tight_colon"])
    return Fault(path, code)


def _no_mapping(value: object, model: type[Model], path: Path) -> Fault | None:
    """Tell what stands where keys are meant: by its colon, its name, or the keys it needs."""
    if slip := _slip(value):
        code, name = slip
        return Fault(path, code, (("key", name),), token=_COLON[code])
    return _named(value, model, path) or _direct(value, model, path)


def _slip(value: object) -> tuple[str, str] | None:
    """Return code and key where text stands for ``key: value`` because of its colon."""
    slip = colon_slip(value) if isinstance(value, str) else None
    return (slip[0], slip[1]) if slip else None


def _named(value: object, model: type[Model], path: Path) -> Fault | None:
    """Tell text that stands for ``key: value`` with a Chinese name and a wrong colon."""
    slip = named_slip(value) if isinstance(value, str) else None
    if slip is None:
        return None
    name, keys, colon = slip
    meant = find_key(name, model, _any_index(path))
    params = (("key", name), ("near", meant.key if meant else keys))
    return Fault(path, "yaml.named_colon", params, token=f"{name}{colon}")


def _direct(value: object, model: type[Model], path: Path) -> Fault | None:
    """Tell text or a list that stands where keys are meant by the keys that it belongs under."""
    names = [part for part in path if isinstance(part, str)]
    # A mapping in the list has one dash too many; a single key is told by its own list.
    if not names or (isinstance(value, list) and any(isinstance(each, dict) for each in value)):
        return None
    known, needed = keys_at(model, _any_index(path)), required_at(model, _any_index(path))
    fitting = "items" if isinstance(value, list) else "text"
    keys = needed or tuple(key for key in (fitting,) if key in known)
    if not keys and isinstance(value, str):
        keys = first_keys_at(model, _any_index(path))
    if not keys:
        return None
    params = (("name", names[-1]), ("keys", "、".join(keys)), ("first", keys[0]))
    return Fault(path, "shape.direct", params)


def _any_index(path: Path) -> Path:
    return tuple(0 if isinstance(part, int) else part for part in path)


def _known_part(location: Path, document: Document) -> Path:
    """Drop what pydantic adds to a path (``[key]``, union members) and the file does not have."""
    path: Path = ()
    for part in location:
        longer = (*path, part)
        if longer in document.values or longer in document.keys:
            path = longer
        elif part == "[key]":
            continue
    if len(path) < len(location) and location[: len(path)] == path:
        tail = location[len(path)]
        if (*path, tail) not in document.values and isinstance(tail, str) and tail != "[key]":
            return (*path, tail)
    return path
