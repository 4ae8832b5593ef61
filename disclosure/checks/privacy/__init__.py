"""Privacy: nothing about a person goes out that must not."""

from typing import Final

from disclosure.checks.privacy import (
    address,
    attachment,
    attachment_name,
    bank_card,
    contact_mobile,
    email,
    identity,
    landline,
    minor,
    mobile,
    passport,
    plate,
    sanctioned,
    victim,
)
from disclosure.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    address.RULE,
    attachment.RULE,
    attachment_name.RULE,
    bank_card.RULE,
    contact_mobile.RULE,
    email.RULE,
    identity.RULE,
    landline.RULE,
    minor.RULE,
    mobile.RULE,
    passport.RULE,
    plate.RULE,
    sanctioned.RULE,
    victim.RULE,
)
