"""What stands behind the chapters, in the order in which it is printed.

Paragraphs alone keep their old place before everything else. Where ``closing`` has a mapping
among its items, the order is the author's: tables stand where they are typed, and ``part``
names what is printed in its place, from the field that holds it.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Final, NamedTuple

from pydantic import Discriminator, Field, GetJsonSchemaHandler, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from disclosure.model.faults import Path
from disclosure.model.fields import Model, Paragraphs, refuse
from disclosure.model.table import Table


class Part(StrEnum):
    """What is printed behind the chapters, by key; in this order where the author says none."""

    NOTES = "notes"
    GLOSSARY = "glossary"
    ATTACHMENTS = "attachments"
    POSTING_PERIOD = "posting_period"
    INVITATION = "invitation"
    CONTACT = "contact"
    FEEDBACK = "feedback"
    SIGNATURE = "signature"


class ClosingBlock(Model):
    """One thing behind the chapters that is no paragraph: exactly one of these keys."""

    part: Part | None = Field(None, description="在这里印出的一项，内容仍写在它自己的名下")
    table: Table | None = Field(None, description="表格")

    @model_validator(mode="after")
    def _one_kind(self) -> "ClosingBlock":
        if (self.part is None) == (self.table is None):
            raise refuse("closing.one")
        return self


class _EitherSchema:
    """Tells editors that a list of paragraphs alone fits both kinds."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema with ``anyOf``."""
        schema = handler(core_schema)
        return {"anyOf": schema.pop("oneOf"), **schema}


def _item_kind(value: Any) -> str:
    return "text" if isinstance(value, str | tuple) else "block"


def _kind(value: Any) -> str:
    ordered = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    nested = isinstance(value, tuple) and not all(isinstance(item, str) for item in value)
    return "order" if ordered or nested else "text"


_Item = Annotated[
    Annotated[Paragraphs, Tag("text")] | Annotated[ClosingBlock, Tag("block")],
    Discriminator(_item_kind),
]
Closing = Annotated[
    Annotated[Paragraphs, Tag("text")] | Annotated[tuple[_Item, ...], Tag("order")],
    Discriminator(_kind),
    _EitherSchema(),
]


class Placed(NamedTuple):
    """One thing behind the chapters as it was given.

    Attributes:
        kind: ``text``, ``table`` or a key of ``Part``.
        path: from the notice.
        value: paragraphs or a table; None for a part.

    """

    kind: str
    path: Path
    value: Any


_AT: Final = "closing"


def is_ordered(closing: Closing) -> bool:
    """Say whether the author has chosen the order."""
    return _kind(closing) == "order"


def placed_closing(closing: Closing) -> Iterator[Placed]:
    """Yield what ``closing`` holds, in its order; parts that it does not name are left out."""
    if not is_ordered(closing):
        if closing:
            yield Placed("text", (_AT,), closing)
        return
    for number, item in enumerate(closing):
        if not isinstance(item, ClosingBlock):
            yield Placed("text", (_AT, number), item)
        elif item.table:
            yield Placed("table", (_AT, number, "table"), item.table)
        elif item.part:
            yield Placed(item.part.value, (_AT, number, "part"), None)
