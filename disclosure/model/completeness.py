"""What a page should say and the content does not yet: findings that stop nothing."""

from collections.abc import Iterator

from disclosure.model.faults import Fault
from disclosure.model.notice import Notice
from disclosure.model.site import Site


def site_gaps(site: Site) -> Iterator[Fault]:
    """Yield what the page foot and tags lack (standards §1.1, §1.2)."""
    for value, code in (
        (site.site_code, "site.no_code"),
        (site.organizer, "site.no_organizer"),
        (site.icp, "site.no_icp"),
        (site.police_record, "site.no_police"),
        (site.report_error, "site.no_report"),
    ):
        if not value:
            yield Fault((), code, warning=True)


def notice_gaps(notice: Notice) -> Iterator[Fault]:
    """Yield what the notice lacks for its page tags."""
    if notice.published is None:
        yield Fault((), "notice.draft", warning=True)
    elif notice.published_time is None:
        yield Fault(("published",), "notice.no_time", warning=True)
    if notice.source is None:
        yield Fault(("issuer",), "notice.no_source", warning=True)
