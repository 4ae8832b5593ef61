"""Genres: what one kind of disclosure must say, which words its pages use, which rules apply.

A genre is data, a file of its own: shipped ones lie in ``disclosure/genres/``, a unit's own in
``content/genres/``. It gives defaults; what a notice says itself goes before.
"""

import re
from collections.abc import Container, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Final, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from disclosure.model.faults import Fault
from disclosure.model.fields import Model, Text, refuse
from disclosure.model.labels import Labels
from disclosure.model.notice import Notice

_ALIKE = 0.55
# What a new file leaves open: 〔请填写〕, or with what belongs there 〔请填写：单位〕.
OPEN_START: Final = "〔请填写"
OPEN_END: Final = "〕"
# What a genre may ask for: not itself, and not what every notice has.
_KEYS: Final = tuple(
    key for key, info in Notice.model_fields.items() if key != "genre" and not info.is_required()
)


def called(key: str) -> str:
    """Return the Chinese name of a key of a notice."""
    return re.split("[，（；]", Notice.model_fields[key].description or key)[0]


def _key(value: str) -> str:
    if value in _KEYS:
        return value
    if any(value in (key, called(key)) for key in Notice.model_fields if key not in _KEYS):
        raise refuse("genre.key_always", value=value)
    names = {called(key): key for key in _KEYS}
    near = names.get(value) or next(iter(get_close_matches(value, _KEYS, 1, _ALIKE)), "")
    if near:
        raise refuse("genre.key_near", value=value, near=near, name=called(near))
    raise refuse("genre.key", value=value, known="、".join(_KEYS))


NoticeKey = Annotated[
    Text, AfterValidator(_key), WithJsonSchema({"type": "string", "enum": list(_KEYS)})
]


def _starter(value: Any) -> str:
    # Read as YAML later: indentation and comments stay.
    if not isinstance(value, str):
        raise refuse("field.text")
    return value.strip("\n") + "\n"


Starter = Annotated[str, BeforeValidator(_starter), WithJsonSchema({"type": "string"})]


class Genre(Model):
    """One genre (文种)."""

    name: Text = Field(description="文种名称，如 信访件办理；通报里的 genre 照它写")
    about: Text = Field(description="一句话说明什么时候用")
    required: tuple[NoticeKey, ...] = Field((), description="必须填写的项，如 [unit, contact]")
    usual: tuple[NoticeKey, ...] = Field((), description="一般要写的项，没有写的 check 会提示")
    labels: Labels = Field(default_factory=Labels, description="用字，通报自己写的优先")
    rules_off: tuple[Text, ...] = Field(
        (), description="不适用的检查规则，如 [structure.response]；规则见 check --rules"
    )
    starter: Starter = Field(
        "", description="new 命令写进新文件的内容，照 YAML 原样写；{day} 换成文件名里的日期"
    )

    @model_validator(mode="after")
    def _once(self) -> "Genre":
        for at, key in enumerate(self.usual):
            if key in self.required:
                raise refuse("genre.twice", at=f"usual.{at}", key=key)
        if {"sections", "content"} <= {*self.required}:
            raise refuse("genre.two_texts", at="required")
        return self

    def called(self, key: str) -> str:
        """Return the Chinese name of a key of a notice of this genre."""
        return self.labels.unit if key == "unit" else called(key)

    @property
    def words(self) -> dict[str, str]:
        """The labels that the genre gives."""
        given = self.labels.model_fields_set
        return {key: getattr(self.labels, key) for key in Labels.model_fields if key in given}


class GenreFile(NamedTuple):
    """A genre and the file it stands in.

    Attributes:
        key: name of the file without suffix; ``new`` takes it, too.
        genre: what it says.
        data: the bytes of the file; they are sealed with a version.

    """

    key: str
    genre: Genre
    data: bytes


class Genres(NamedTuple):
    """The genres that a project knows; a unit's own stand before shipped ones."""

    files: tuple[GenreFile, ...]

    def find(self, name: str) -> GenreFile | None:
        """Return the genre of that name, which is the Chinese one."""
        return next((each for each in self.files if each.genre.name == name), None)

    def unknown(self, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return code and values of what is to be said of a name that is none."""
        names = [each.genre.name for each in self.files]
        keys = {each.key: each.genre.name for each in self.files}
        near = keys.get(name) or next(iter(get_close_matches(name, names, 1, _ALIKE)), "")
        if near:
            return "genre.near", (("value", name), ("near", near))
        return "genre.unknown", (("value", name), ("known", "、".join(names)))


def genre_gaps(given: Container[str], genre: Genre) -> Iterator[Fault]:
    """Yield a fault for each key that ``genre`` requires and that is not ``given``."""
    for key in genre.required:
        if key not in given:
            params = (("genre", genre.name), ("key", key), ("name", genre.called(key)))
            yield Fault(("genre",), "genre.missing", params)


def with_defaults(data: dict[str, Any], words: Mapping[str, str]) -> None:
    """Put the words of a genre into what was read of a notice, where it has none of its own."""
    own = data.get("labels", {})
    if words and isinstance(own, dict):
        data["labels"] = {**words, **own}
