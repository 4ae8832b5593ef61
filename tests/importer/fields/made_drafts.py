"""Drafts of whole texts: imported, nothing lost, printed as the file says."""

from typing import Any

import yaml

from disclosure.importer.importing import Imported, ImportOptions, import_file

HEAD = "云口县水利局关于巡察整改进展情况的通报\n现将整改情况通报如下。\n一、整改落实情况\n"


def imported(text: str) -> Imported:
    """Import a text; see that nothing is lost and that the draft prints what the file says."""
    found = import_file("notice.txt", text.encode(), ImportOptions())
    assert not found.account.lost
    assert found.loaded is not None, found.found
    assert not found.differences
    return found


def values(text: str) -> dict[str, Any]:
    """Return the draft of a text as plain values."""
    data: dict[str, Any] = yaml.safe_load(imported(text).text)
    return data


def problems(text: str) -> list[dict[str, Any]]:
    """Return the sections of the first chapter, with its lines below our head."""
    found: list[dict[str, Any]] = values(HEAD + text)["sections"][0]["sections"]
    return found
