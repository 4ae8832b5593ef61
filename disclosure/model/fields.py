"""Types of single values: how each is written, and what is refused.

Every value arrives as the text that stands in the file (``disclosure.source`` types
nothing), so a telephone number keeps its leading zero and 1.10 its last digit.
"""

import keyword
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    WrapSerializer,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from disclosure.model.links import is_safe_link
from disclosure.model.site_address import EXAMPLE, site_address
from disclosure.zh.width import join_lines

# re.ASCII: \d would take full-width and other digits, which no browser dials or calculates.
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
# A QR code of the largest size holds 2,331 bytes at level M (ISO/IEC 18004, table 7).
_LONGEST_CODED = 1500
_LOOSE_DAY = r"(?a)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_COUNT = re.compile(r"\d{1,6}", re.ASCII)
# No leading zeros: a number could not keep them, and what is printed is what was typed.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,10})?", re.ASCII)
_PERCENT = re.compile(r"(-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?)[%％]", re.ASCII)
_ANCHOR = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_METRIC_ID = re.compile(r"[^\W\d]\w{0,39}")


class Model(BaseModel):
    """Base of every model: frozen, and a key that it does not know is refused."""

    # Built when first used: most models are only ever part of a site or of a notice.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class OneOrMany:
    """Tells editors that a single value may stand where a list is meant."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of one item or a list of them."""
        schema = handler(core_schema)
        return {"anyOf": [schema["items"], schema]}


def refuse(code: str, **params: str) -> PydanticCustomError:
    """Return the error that becomes the message ``code``; the sentence stands in ``messages``.

    Args:
        code: of the message.
        params: what its sentence is filled with; ``at`` names the key that is meant, dotted,
            where it is not the whole value.
    """
    return PydanticCustomError("disclosure", "{code}", {"code": code, **params})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise refuse("field.text")
    text = join_lines(value.split("\n")) if "\n" in value else value.strip()
    if not text:
        raise refuse("field.empty")
    return text


def paragraphs(value: Any) -> tuple[str, ...]:
    """Read prose: a text or a list of texts, a paragraph for each line.

    Raises:
        PydanticCustomError: anything else, or nothing in it.

    """
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list):
        raise refuse("field.prose")
    found: list[str] = []
    for number, part in enumerate(parts):
        if not isinstance(part, str):
            raise refuse("field.prose", at=str(number))
        # Folded lines were joined by ``source``; a line end that is left was meant as one.
        for line in part.split("\n"):
            if chunk := line.strip():
                found.append(chunk)  # noqa: PERF401 - nearly always one line: half the time
    if not found:
        raise refuse("field.empty")
    return tuple(found)


def refuse_wide(value: Any, form: re.Pattern[str] | str) -> None:
    """Name the full-width characters of a value that would be right without them."""
    if not isinstance(value, str):
        return
    mended = normalize("NFKC", value)
    if mended != value and re.fullmatch(form, mended):
        raise refuse("field.half_width", value=value, mended=mended)


def one_or_many(value: Any) -> Any:
    """Let a single value stand where a list is meant."""
    return [value] if isinstance(value, str | dict) else value


def day(value: Any) -> date:
    """Read a date written YYYY-MM-DD.

    Raises:
        PydanticCustomError: another form, or a day that the calendar does not have.

    """
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise refuse("field.date_form", value="")
    value = value.strip()
    if match := _DAY.fullmatch(value):
        year, month, number = map(int, match.groups())
        try:
            return date(year, month, number)
        except ValueError:
            raise refuse("field.date_missing", value=value) from None
    refuse_wide(value, _DAY)
    if match := re.fullmatch(_LOOSE_DAY, value):
        year, month, number = map(int, match.groups())
        mended = f"{year:04}-{month:02}-{number:02}"
        try:
            date(year, month, number)
        except ValueError:
            raise refuse("field.date_missing", value=value) from None
        raise refuse("field.date_like", value=value, mended=mended)
    raise refuse("field.date_form", value=value)


def _clock(value: Any) -> str:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        refuse_wide(value, _CLOCK)
        raise refuse("field.clock", value=str(value))
    return value


def _decimal(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    refuse_wide(value, _NUMBER)
    if isinstance(value, str) and _PERCENT.fullmatch(value):
        raise refuse("field.number_percent", value=value)
    raise refuse("field.number", value=str(value))


def _percent(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and (match := _PERCENT.fullmatch(value)):
        return Decimal(match[1])
    refuse_wide(value, _PERCENT)
    raise refuse("field.percent", value=str(value))


def _count(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and _COUNT.fullmatch(value):
        return int(value)
    refuse_wide(value, _COUNT)
    raise refuse("field.count", value=str(value))


def _link(value: Any) -> str:
    if not isinstance(value, str) or not is_safe_link(value):
        raise refuse("field.link", value=str(value))
    return value


def _site_address(value: Any) -> str:
    typed = value if isinstance(value, str) else ""
    right = site_address(typed)
    if right is None or typed not in {right, right[:-1]}:
        raise refuse("field.site_address", value=str(value), mended=right or EXAMPLE)
    return _fit_for_code(right)


def _fit_for_code(link: str) -> str:
    """Refuse an address that no QR code holds; behind a site's own come folder and file."""
    # Han is written as percent-encoded UTF-8.
    length = sum(1 if c.isascii() else 3 * len(c.encode("utf-8", "replace")) for c in link)
    if length > _LONGEST_CODED:
        raise refuse("field.long_link", length=str(length), limit=str(_LONGEST_CODED))
    return link


def _coded_link(value: Any) -> str:
    return _fit_for_code(_link(value))


def _file_name(value: Any) -> str:
    """Accept the bare name of a file: ASCII, since zip and FTP garble others (standards §6.1)."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", value):
        raise refuse("field.file_name", value=str(value))
    return value


def _anchor(value: Any) -> str:
    if not isinstance(value, str) or not _ANCHOR.fullmatch(value) or len(value) > 60:
        raise refuse("field.anchor", value=str(value))
    return value


def _slug(value: Any) -> str:
    if not isinstance(value, str) or not _SLUG.fullmatch(value) or len(value) > 80:
        raise refuse("field.slug", value=str(value))
    return value


def _metric_id(value: Any) -> str:
    # A formula could not name 'in' or 'is'.
    if not isinstance(value, str) or not _METRIC_ID.fullmatch(value) or keyword.iskeyword(value):
        raise refuse("field.metric_id", value=str(value))
    if normalize("NFKC", value) != value:
        refuse_wide(value, _METRIC_ID)
    return value


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"true", "false"}:
        return value == "true"
    raise refuse("field.flag", value=str(value))


def _as_given(values: tuple[str, ...], handler: SerializerFunctionWrapHandler) -> Any:
    """Keep a single value a text in the canonical form: so it was signed and sealed."""
    return values[0] if len(values) == 1 else handler(values)


def _string_schema(**extra: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **extra})


# Editors read unquoted YAML by their own rules (38 is a number to them), so the schema of a
# value that may be written bare admits what they would make of it.
def _bare_schema(**extra: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], **extra})


# str() would write 0.0000001 as 1E-7.
_AS_TYPED = PlainSerializer(lambda value: f"{value:f}", return_type=str, when_used="json")
_PROSE_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

Text = Annotated[str, BeforeValidator(_text), _string_schema(minLength=1)]
# One name or several; the canonical form keeps a single one as a text, not as a list.
Names = Annotated[
    tuple[Text, ...], BeforeValidator(one_or_many), WrapSerializer(_as_given), OneOrMany()
]
Paragraphs = Annotated[tuple[str, ...], BeforeValidator(paragraphs), WithJsonSchema(_PROSE_SCHEMA)]
Day = Annotated[date, BeforeValidator(day), _string_schema(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Clock = Annotated[str, BeforeValidator(_clock), _string_schema(pattern=r"^\d{2}:\d{2}$")]
Exact = Annotated[Decimal, BeforeValidator(_decimal), _AS_TYPED, _bare_schema()]
Percent = Annotated[
    Decimal,
    BeforeValidator(_percent),
    _AS_TYPED,
    _string_schema(pattern=r"^-?[\d.]+[%％]$"),
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Link = Annotated[str, BeforeValidator(_link), _string_schema(format="uri")]
CodedLink = Annotated[str, BeforeValidator(_coded_link), _string_schema(format="uri")]
SiteAddress = Annotated[str, BeforeValidator(_site_address), _string_schema(format="uri")]
FileName = Annotated[str, BeforeValidator(_file_name), _string_schema()]
Anchor = Annotated[str, BeforeValidator(_anchor), _string_schema(pattern=_ANCHOR.pattern)]
Anchors = Annotated[tuple[Anchor, ...], BeforeValidator(one_or_many), OneOrMany()]
Slug = Annotated[str, BeforeValidator(_slug), _string_schema(pattern=_SLUG.pattern)]
MetricId = Annotated[str, BeforeValidator(_metric_id), _string_schema()]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
