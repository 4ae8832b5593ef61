"""English: what the desk says."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "desk.address": "Desk: {address} (open it in a browser on this machine; an address opens once)",
        "desk.address_again": "The desk is open in a browser; for another browser: {address}",
        "desk.closed": "The desk is not open for this browser. Copy the address behind “Desk” from the terminal and open it; a used address is replaced by a new one, the last line counts.",
        "desk.foreign": "This request does not come from a page of the desk; nothing was done.",
        "desk.no_token": "This page was opened at an earlier start; nothing was done. Load the page again.",
        "desk.old_browser": "This browser is too old to change anything. Use Chrome or Edge from 86, or Firefox from 90.",
        "desk.not_understood": "The request was not understood; nothing was done. Load the page again.",
        "desk.no_notice": "There is no notice named {slug}; it may just have been deleted or renamed. Go back to the start page.",
        "desk.no_address": "There is no such page. Go back to the start page.",
        "desk.title": "Desk",
        "desk.start": "All notices",
        "desk.refused": "Not open",
        "desk.skip": "Skip to the text",
        "desk.nav": "Pages",
        "desk.to_site": "See the site",
    }
)
