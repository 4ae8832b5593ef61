"""pydantic's findings as faults that a clerk understands."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from disclosure.model.faults import Fault, Path
from disclosure.model.fields import Model
from disclosure.source.document import Document
from disclosure.source.hints import colon_slip

MOST_FAULTS: Final = 1000
_LONGEST_KEY = 40
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
    return [f for f in faults if f.code != "shape.too_short" or f.path not in reported]


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
        key = str(path[-1])
        known = _keys_at(model, tuple(0 if isinstance(part, int) else part for part in path[:-1]))
        near = get_close_matches(key[:_LONGEST_KEY], known, n=1, cutoff=0.6)
        code = "shape.unknown_near" if near else "shape.unknown"
        if near and key.strip() == near[0]:
            # Both would be read as the same word.
            code = "shape.blank_key"
        listed = "、".join(known)
        params = (("key", key), ("near", near[0] if near else ""), ("known", listed))
        return Fault(path, code, params, on_key=True)
    if kind == "missing":
        if path in document.keys:
            return Fault(path, "field.empty", on_key=True)
        # Of what is not there, the place is where it belongs.
        return Fault(path[:-1], "shape.missing", (("key", str(detail["loc"][-1])),))
    if kind in {"enum", "string_type"} and _is_nested(detail, ""):
        return _no_text(path, "field.text", document)
    if kind == "enum":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", "、")
        listed = "、".join(part.strip() for part in expected.replace("、", ",").split(","))
        params = (("value", str(detail["input"])), ("known", listed))
        return Fault(path, "field.choice", params, on_key="[key]" in detail["loc"])
    if kind in {"model_type", "dict_type"} and (slip := _slip(detail["input"])):
        code, name = slip
        return Fault(path, code, (("key", name),), token=_COLON[code])
    names = [part for part in path if isinstance(part, str)]
    # What pydantic says is in English and about Python; it reaches nobody.
    params = (("name", names[-1] if names else ""),)
    return Fault(path, _SHAPES.get(kind, "shape.other"), params)


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


def _slip(value: object) -> tuple[str, str] | None:
    """Return code and key where text stands for ``key: value`` because of its colon."""
    slip = colon_slip(value) if isinstance(value, str) else None
    return (slip[0], slip[1]) if slip else None


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


@cache
def _keys_at(model: type[Model], path: Path) -> tuple[str, ...]:
    """Return the keys that ``model`` knows at ``path``, sorted."""
    schema = model.model_json_schema()
    definitions: dict[str, Any] = schema.get("$defs", {})
    here: Any = schema
    for part in path:
        if isinstance(part, int):
            choices = here.get("anyOf", [here])
            here = next((each["items"] for each in choices if "items" in each), {})
        else:
            here = _resolve(here, definitions).get("properties", {}).get(part, {})
    return tuple(sorted(_resolve(here, definitions).get("properties", {})))


def _resolve(schema: Any, definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Follow references and optional values to the schema of the thing itself."""
    while True:
        if "$ref" in schema:
            schema = definitions[schema["$ref"].rpartition("/")[2]]
        elif choices := schema.get("anyOf") or schema.get("oneOf"):
            # A mapping is told by its keys; text beside it has none.
            named = [each for each in choices if "$ref" in each]
            schema = next(iter(named or [s for s in choices if s.get("type") != "null"]), {})
        elif "allOf" in schema:
            schema = schema["allOf"][0]
        else:
            return dict(schema)
