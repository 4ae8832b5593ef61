"""Words to look for: what a unit writes into ``terms.yaml`` beside the shipped lists."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from disclosure.model.fields import Day, Flag, Model, Text, refuse
from disclosure.model.word_context import WordContext

_SHORTEST_PHRASE = 2


class Replacement(WordContext):
    """A wrong word and the right one."""

    wrong: Text = Field(description="错误的写法")
    right: Text = Field(description="正确的写法")
    doubtful: Flag = Field(False, description="不一定错，true 时只作警告")


class Matter(WordContext):
    """A word of a matter that may not be public."""

    word: Text = Field(description="需要确认的词")


def _matter(value: Any) -> Any:
    return {"word": value} if isinstance(value, str) else value


class _TextOrMatter:
    """Tells editors that the word alone may stand where a mapping is meant."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of both."""
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(core_schema)]}


MatterOrWord = Annotated[Matter, BeforeValidator(_matter), _TextOrMatter()]


class Leader(Model):
    """A person in office, so that name and post are written as they are."""

    name: Text = Field(description="姓名")
    post: Text = Field(description="现任职务，如 县委书记")
    start: Day | None = Field(None, description="任职日期")
    end: Day | None = Field(None, description="离任日期，在任的不写")

    def holds_on(self, day: date) -> bool:
        """Say whether the person is in office on ``day``."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @model_validator(mode="after")
    def _in_order(self) -> "Leader":
        if self.start and self.end and self.end < self.start:
            raise refuse("leader.order", at="end")
        return self


def _phrase(value: str) -> str:
    # Of one character nothing can be lost or changed.
    if len(value) < _SHORTEST_PHRASE:
        raise refuse("terms.short_phrase", value=value)
    return value


Phrase = Annotated[Text, AfterValidator(_phrase)]


class Terms(Model):
    """Lists of words; every list of the unit is added to the shipped one."""

    only_own: Flag = Field(False, description="只用本文件，true 时不用程序自带的词表")
    names: tuple[Text, ...] = Field((), description="机构、文件等专名的规范写法")
    wrong_words: tuple[Replacement, ...] = Field((), description="错词和正词")
    fixed_phrases: tuple[Phrase, ...] = Field((), description="固定提法，差一个字就提示")
    forbidden: tuple[Text, ...] = Field((), description="不得出现的词")
    sensitive: tuple[MatterOrWord, ...] = Field((), description="需要确认可以公开的词")
    leaders: tuple[Leader, ...] = Field((), description="领导姓名和职务")

    def joined(self, own: "Terms") -> "Terms":
        """Return the shipped lists (``self``) with the unit's own."""
        if own.only_own:
            return own
        return Terms(
            only_own=False,
            names=self.names + own.names,
            wrong_words=self.wrong_words + own.wrong_words,
            fixed_phrases=self.fixed_phrases + own.fixed_phrases,
            forbidden=self.forbidden + own.forbidden,
            sensitive=self.sensitive + own.sensitive,
            leaders=self.leaders + own.leaders,
        )
