"""What a file holds and a draft does not: hidden text, comments, put to the rules of privacy.

Nobody sees it on the page; but whoever gets the file does, and it may not be known to be there.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from disclosure.characters import REFUSED
from disclosure.checks.context import NoticeContext
from disclosure.diagnostics import Diagnostic, Level
from disclosure.importer.account import Account
from disclosure.importer.draft import Entry, Fields, Items, Scalar
from disclosure.importer.reading import Fate
from disclosure.importer.yaml_text import write
from disclosure.model.site import Site
from disclosure.model.terms import Terms
from disclosure.source.load import load_model, load_notice

_SITE: Final = (
    "name: 导入\nbase_url: https://www.example.com/\n"
    "column: {name: 导入, description: 导入, keywords: [导入], type: 导入}\n"
)
_MOST: Final = 2000
# What a page of a site has beside its text, everybody has seen.
_OF_OFFICE: Final = "import.word."
_SIGN: Final = re.compile(r"[\\{*\[]")


def private_in_dropped(account: Account, shown: PurePosixPath) -> tuple[Diagnostic, ...]:
    """Return what the rules of privacy find in texts that were left out; masked.

    Args:
        account: of the file.
        shown: what the findings name as their file.

    """
    texts = list(dict.fromkeys(_texts(account)))[:_MOST]
    if not texts:
        return ()
    # Imported here: most files hold nothing unseen, and the rules take long to load.
    from disclosure.checks.privacy import RULES
    from disclosure.checks.run import check_notice

    lines = Items(tuple(Scalar(each) for each in texts))
    title = Scalar("未公开的文字")
    draft = Fields((Entry("title", title), Entry("issuer", title), Entry("content", lines)))
    loaded, _ = load_notice(write(draft).encode(), shown)
    site = load_model(_SITE.encode(), shown, Site).model
    if loaded is None or site is None:
        return ()
    context = NoticeContext(
        loaded.notice, loaded.figures, loaded.outline, site, Terms(), lambda _day: None, {}
    )
    found = check_notice(context, loaded.places, shown, RULES).diagnostics
    return tuple(
        each._replace(line=0, column=0, excerpt="") for each in found if each.level > Level.INFO
    )


def _texts(account: Account) -> Iterator[str]:
    for remark in account.remarks:
        if remark.fate is Fate.DROPPED and remark.code.startswith(_OF_OFFICE):
            text = " ".join(account.characters[remark.start : remark.end].split())
            text = re.sub(f"[{REFUSED}]", "", text)
            if text:
                # What has the form of a mark is text here.
                yield _SIGN.sub(r"\\\g<0>", text)
