"""The same notice in every kind of file is read as the same notice, value by value."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from disclosure.model.notice import Notice
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.renderer import open_renderer
from tests.conftest import ROOT
from tests.importer.readers.html.layouts import LAYOUTS, Article
from tests.importer.same_notice import (
    converted,
    differences,
    imported,
    lines_of,
    markdown,
    notice_of,
    page,
    word_file,
)
from tests.render.deliveries.parcels import site
from tests.required import missing

TEXTS: Final = {
    "seed": ROOT / "tests/cases/word-for-word/00-seed.txt",
    "two-level": ROOT / "tests/cases/notices/12-two-level.txt",
    "triplet-status": ROOT / "tests/cases/notices/13-triplet-status.txt",
}
NAMES: Final = list(TEXTS)

# What cannot be had, by the notice and the kind of file: which values differ, and why.
PRINTED: Final = "what we print"
SITE: Final = "a site's page"
DOC: Final = "numbers of Word, saved as .doc"
KNOWN: Final[dict[tuple[str, str], dict[str, str]]] = {
    ("two-level", PRINTED): {
        r"sections\.\d\.sections\.\d\.run_in": (
            "the answer stood in the line of its heading; pages print a labelled answer below it"
        )
    },
    ("two-level", SITE): {"source": "the site says it, the text does not"},
    ("triplet-status", SITE): {"source": "the site says it, the text does not"},
}
