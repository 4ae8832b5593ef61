"""Numbers under which authorities register sites, documents and places, and their forms."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from disclosure.model.fields import Text, refuse


def _pattern(expression: str, code: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(expression, value, re.ASCII):
            raise refuse(code, value=value)
        return value

    return AfterValidator(check)


# 341823 + 4 digits for local governments, bm + 8 for ministries (standards §1.1).
SiteCode = Annotated[
    Text,
    _pattern(r"\d{10}|bm\d{8}", "field.site_code"),
    WithJsonSchema({"type": ["string", "integer"]}),
]
PoliceRecord = Annotated[
    Text,
    _pattern(r".{1,4}公网安备 ?\d{14}号", "field.police_record"),
]
IcpRecord = Annotated[
    Text,
    _pattern(r".{1,3}ICP备\d{6,10}号(-\d+)?", "field.icp"),
]
IndexNumber = Annotated[
    Text,
    _pattern(r"[0-9A-Z]{9}([0-9A-Z]{9})?/\d{4}(\d{2})?-\d{5}", "field.index_number"),
]
Postcode = Annotated[
    Text,
    _pattern(r"\d{6}", "field.postcode"),
    WithJsonSchema({"type": ["string", "integer"]}),
]
