"""Styles, scripts and the icon: joined, named after their digest, never changed in place."""

from pathlib import Path
from typing import NamedTuple

from disclosure.errors import TemplateError
from disclosure.files import sha256_hex
from disclosure.page_texts import PageTexts
from disclosure.render.asset_texts import fill_in


class Asset(NamedTuple):
    """One file that pages refer to.

    Attributes:
        url: place in the site, holding the digest.
        content: its bytes.

    """

    url: str
    content: bytes


class Assets(NamedTuple):
    """Everything that pages load.

    Attributes:
        style: of every page.
        script: of every page.
        icon: of the site.
        list_style: of lists, beside the style of every page; notices need none of it.
        list_script: the search.

    """

    style: Asset
    script: Asset
    icon: Asset
    list_style: Asset
    list_script: Asset

    def all(self) -> tuple[Asset, ...]:
        """Return every file to be written for every site."""
        return (self.style, self.script, self.icon)

    def of_lists(self) -> tuple[Asset, ...]:
        """Return what is written beside it for a site with lists."""
        return (self.list_style, self.list_script)


def collect_assets(templates: Path, texts: PageTexts) -> Assets:
    """Read the styles and scripts of a project.

    Args:
        templates: its ``styles/*.css`` and ``scripts/*.js`` are joined in order of name, and
            those in ``lists/``.
        texts: the words that they name.

    Raises:
        TemplateError: the folder has no icon, so it is hardly one of templates; or a script or
            style names a text that is not there.

    """
    return Assets(
        style=_joined(templates / "styles", "style", ".css", texts),
        script=_joined(templates / "scripts", "page", ".js", texts),
        icon=_asset("icon", ".svg", _read_icon(templates)),
        list_style=_joined(templates / "lists", "lists", ".css", texts),
        list_script=_joined(templates / "lists", "search", ".js", texts),
    )


def _read_icon(templates: Path) -> bytes:
    path = _icon(templates)
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateError("template.absent", name=path.name) from error


def asset_files(templates: Path) -> list[Path]:
    """Return the files that all of this is made from."""
    return [
        *_files(templates / "styles", ".css"),
        *_files(templates / "scripts", ".js"),
        *_files(templates / "lists", ".css"),
        *_files(templates / "lists", ".js"),
        _icon(templates),
    ]


def _joined(folder: Path, stem: str, suffix: str, texts: PageTexts) -> Asset:
    files = _files(folder, suffix)
    content = b"".join(
        fill_in(path.read_bytes().replace(b"\r\n", b"\n"), path.name, texts) for path in files
    )
    return _asset(stem, suffix, content)


def _files(folder: Path, suffix: str) -> list[Path]:
    return sorted(folder.glob(f"*{suffix}"), key=lambda path: path.name)


def _icon(templates: Path) -> Path:
    return templates / "icon.svg"


def _asset(stem: str, suffix: str, content: bytes) -> Asset:
    digest = sha256_hex(content)[:12]
    return Asset(f"assets/{stem}.{digest}{suffix}", content)
