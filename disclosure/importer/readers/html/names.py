"""The names of classes and ids by which the furniture of a government site is known."""

import re
from typing import Final

from disclosure.importer.particular_labels import words

# Parts of names: navigation, tools, foot.
_NAMES: Final = frozenset(
    [
        "nav",
        "navbar",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "share",
        "bdsharebuttonbox",
        "bdshare",
        "sharebox",
        "footer",
        "foot",
        "bottom",
        "sidebar",
        "related",
        "relate",
        "pager",
        "pagination",
        "toolbar",
        "tools",
        "print",
        "dqwz",
        "position",
        "location",
        "wzfx",
        "fenxiang",
        "fx",
        "xgxx",
        "xgyd",
        "xglj",
        "header",
        "banner",
        "logo",
        "topbar",
        "search",
        "qrcode",
        "ewm",
        "copyright",
        "friendlink",
        "yqlj",
        "hot",
        "rank",
        "dy",
        "bdfx",
        "fontsize",
    ]
)
_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside", "button", "select", "form", "label"})
_PARTS: Final = re.compile(r"[\s_\-]+")
# So surely that they are furniture also within the text of an article.
_SURE_NAMES: Final = frozenset(
    words(
        "share bdsharebuttonbox bdshare bshare sharebox related relate pager pagination toolbar"
        " xgxx xgyd xglj footer copyright friendlink yqlj breadcrumb breadcrumbs crumb crumbs"
        " qrcode ewm wzfx fenxiang bdfx fontsize"
    )
)


def is_furniture(tag: str, attributes: dict[str, str]) -> bool:
    """Say whether an element is furniture by its tag or by a name that it bears."""
    if tag in _FURNITURE_TAGS or attributes.get("role") in {"navigation", "search", "banner"}:
        return True
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400].lower()
    return not _NAMES.isdisjoint(_PARTS.split(names))


def is_surely_furniture(node_names: str) -> bool:
    """Say whether an element of these names is furniture wherever it stands."""
    return not _SURE_NAMES.isdisjoint(_PARTS.split(node_names[:400].lower()))
