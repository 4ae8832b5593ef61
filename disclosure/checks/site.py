"""What rules say of ``site.yaml``: its words stand on every page, so nothing private may."""

from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from disclosure.checks.context import NoticeContext
from disclosure.checks.privacy import (
    address,
    bank_card,
    contact_mobile,
    email,
    identity,
    landline,
    mobile,
    passport,
    plate,
)
from disclosure.checks.rule import Rule
from disclosure.checks.run import check_notice
from disclosure.checks.typography import damaged, invisible
from disclosure.diagnostics import Diagnostic
from disclosure.document.printed import PrintedText
from disclosure.document.site_texts import site_texts
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline
from disclosure.model.site import Site
from disclosure.model.terms import Terms
from disclosure.source.places import Places

# Rules that look at texts and offices alone. Those about sentences have nothing to say here.
_RULES: Final[tuple[Rule, ...]] = (
    damaged.RULE,
    invisible.RULE,
    address.RULE,
    bank_card.RULE,
    contact_mobile.RULE,
    email.RULE,
    identity.RULE,
    landline.RULE,
    mobile.RULE,
    passport.RULE,
    plate.RULE,
)


class _SiteSubject(NoticeContext):
    """The site in place of a notice; its offices are those of the site."""

    @cached_property
    def pieces(self) -> tuple[PrintedText, ...]:
        return site_texts(self.site)


def check_site(
    site: Site, places: Places, shown: PurePosixPath, terms: Terms
) -> tuple[Diagnostic, ...]:
    """Return what privacy and hidden-character rules find in the site's printed fields.

    Args:
        site: its values.
        places: where they stand.
        shown: its file, as diagnostics name it.
        terms: words to look for.

    A comment in the file waives a finding, as it does in a notice.

    """
    # No rule of these reads more of a notice than its offices.
    offices: dict[str, Any] = {"contact": site.contact}
    notice = Notice.model_construct(**offices)
    context = _SiteSubject(notice, {}, Outline((), (), 0, 0, 0), site, terms, lambda day: None, {})
    return check_notice(context, places, shown, _RULES).diagnostics
