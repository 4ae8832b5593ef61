"""From a target's address to the target."""

import os
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote, urlsplit

from disclosure.errors import ExtraError, UsageError
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.model.site import Site
from disclosure.project.settings import Settings
from disclosure.publish.own_folders import safe_folder
from disclosure.publish.target import Target
from disclosure.publish.targets.folder import FolderTarget


def choose_target(site: Site, name: str) -> PublishTarget:
    """Return the target of that name; without a name the only one.

    Raises:
        UsageError: there is none, or several to choose from.

    """
    targets = {target.name: target for target in site.publish.targets}
    known = "、".join(targets)
    if not targets:
        raise UsageError("publish.no_target")
    if not name and len(targets) > 1:
        raise UsageError("publish.which", known=known)
    chosen = targets.get(name) if name else next(iter(targets.values()))
    if chosen is None:
        raise UsageError("publish.unknown", name=name, known=known)
    return chosen


def open_target(target: PublishTarget, settings: Settings) -> Target:
    """Return the target, connected.

    Raises:
        ExtraError: its packages are not installed.
        UsageError: it cannot switch releases, and is asked to.
        TargetError: it cannot be reached.

    """
    if target.mode is Mode.RELEASE and not target.scheme.releases:
        raise UsageError("publish.no_releases", name=target.name)
    if (folder := folder_of(target, settings)) is not None:
        return FolderTarget(folder)
    name = target.scheme.module
    try:
        # Each loads a library of its own.
        module = import_module(f"disclosure.publish.targets.{name}")
    except ModuleNotFoundError:
        raise ExtraError(name) from None
    opened: Target = getattr(module, f"open_{name}")(target, os.environ.get(target.variable))
    return opened


def is_plain(target: PublishTarget) -> bool:
    """Whether passwords and pages travel to a target for everybody on the way to read."""
    parts = urlsplit(target.url)
    if parts.scheme == "s3":
        # boto3 reads the other two.
        endpoints = (
            target.endpoint,
            *map(os.environ.get, ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")),
        )
        return next(filter(None, endpoints), "").lower().startswith("http:")
    return target.scheme.plain


def folder_of(target: PublishTarget, settings: Settings) -> Path | None:
    """Return the folder of a ``file:`` target, absolute; None for other targets.

    Raises:
        UsageError: it is none to publish to.

    """
    if urlsplit(target.url).scheme != "file":
        return None
    return safe_folder(_folder(target.url, settings.root), settings)


def _folder(url: str, root: Path) -> Path:
    """Return the folder of a ``file:`` address; a relative one is meant from the project."""
    path = unquote(urlsplit(url).path)
    # file:///C:/www
    if len(path) > 2 and path[0] == "/" and path[2] == ":":
        path = path[1:]
    return root / path
