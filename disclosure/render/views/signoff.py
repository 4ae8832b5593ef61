"""The complete sign-off as the page shows it: which steps, and when."""

from datetime import datetime
from typing import NamedTuple

from disclosure.model.review import SignOff
from disclosure.model.site import Site
from disclosure.zh.dates import chinese_date


class SignedStep(NamedTuple):
    """One signed step; the name is empty unless the unit makes names public."""

    role: str
    name: str
    shown: str
    machine: str


def view_signoffs(signed: tuple[SignOff, ...], site: Site) -> tuple[SignedStep, ...]:
    """Return the steps of a complete sign-off; none where it is not complete."""
    named = site.review is not None and site.review.names_public
    return tuple(
        SignedStep(
            role=each.role,
            name=each.name if named else "",
            shown=chinese_date(datetime.fromisoformat(each.at).date()),
            machine=each.at,
        )
        for each in signed
    )
