"""What is said of a problem beside its answers, as data: printed or for the ledger alone."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from disclosure.model.fields import Model, OneOrMany, Text, one_or_many
from disclosure.model.status import Status


class TermKind(StrEnum):
    """How soon a problem is to be put right, beside how far it has come."""

    AT_ONCE = "立行立改"
    BY_DATE = "限期整改"
    LASTING = "长期坚持"


class Verified(StrEnum):
    """Whether what a complaint says was found to be true."""

    TRUE = "属实"
    PARTLY = "部分属实"
    UNTRUE = "不属实"


class OfficeStatus(Model):
    """How far one of several offices has come with the same problem."""

    name: Text = Field(description="单位")
    status: Status = Field(description="该单位的整改状态")


class Particular(StrEnum):
    """What is said of a problem beside its answers, by key."""

    STATUS = "status"
    VERIFIED = "verified"
    TERM_KIND = "term_kind"
    OFFICES = "offices"
    LEADER = "leader"
    DEPARTMENT = "department"
    LEAD_UNIT = "lead_unit"
    DEADLINE = "deadline"
    FUNDS = "funds"
    REOPENED = "reopened"


Unprinted = Annotated[tuple[Particular, ...], BeforeValidator(one_or_many), OneOrMany()]


def offices_text(offices: tuple[OfficeStatus, ...]) -> str:
    """Return the states of several offices as they are printed."""
    return "；".join(f"{office.name}{office.status.value}" for office in offices)
