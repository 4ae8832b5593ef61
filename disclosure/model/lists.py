"""Lists of the text: items, lists in items, and the words before them."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, Tag, ValidatorFunctionWrapHandler, WrapValidator

from disclosure.model.fields import Model, OneOrMany, Paragraphs, Text, paragraphs, refuse
from disclosure.model.mark_style import MarkStyle


class ListItem(Model):
    """One item that is more than a paragraph, or has a word of its own before it."""

    text: Paragraphs = Field(description="一段或几段文字，第一段接在序词后面")
    mark: Text | None = Field(
        None, description="照原文另写的序词，如 四是，后面的接着数；不印写 无"
    )
    items: "Items" = Field((), description="这一条下面再分的各条")
    enumeration: MarkStyle = Field(MarkStyle.CIRCLED, description="下面各条的序词，缺省是 ①")
    closing: Paragraphs = Field((), description="下面各条之后接着写的话")


_KEYS: Final = frozenset(ListItem.model_fields)


def _kind(value: Any) -> str:
    return "text" if isinstance(value, str) else "item"


def _item_paragraphs(
    value: Any, handler: ValidatorFunctionWrapHandler
) -> tuple[str | ListItem, ...]:
    """Read items: plain texts as ever, a line each; where one is a mapping, one item each."""
    listed = [value] if isinstance(value, dict) else value
    if not isinstance(listed, list) or not any(isinstance(each, dict) for each in listed):
        return paragraphs(value)
    for number, each in enumerate(listed):
        # Text with a colon is read as a mapping, too, and told as what it is.
        if isinstance(each, list) or (isinstance(each, dict) and not _KEYS & each.keys()):
            raise refuse("field.prose", at=str(number))
        if isinstance(each, str) and "\n" in each.strip():
            raise refuse("list.lines", at=str(number))
    made: tuple[str | ListItem, ...] = handler(listed)
    return made


Items = Annotated[
    tuple[
        Annotated[
            Annotated[Text, Tag("text")] | Annotated[ListItem, Tag("item")], Discriminator(_kind)
        ],
        ...,
    ],
    WrapValidator(_item_paragraphs),
    OneOrMany(),
]


class ListBlock(Model):
    """A list of the text that is no answer."""

    items: Items = Field(description="逐条列出，序词由程序写")
    enumeration: MarkStyle | None = Field(None, description="序词，缺省与全文相同")


def texts_in(item: str | ListItem) -> Iterator[str]:
    """Yield the paragraphs of an item and of what stands under it, in order."""
    if isinstance(item, str):
        yield item
        return
    yield from item.text
    for each in item.items:
        yield from texts_in(each)
    yield from item.closing
