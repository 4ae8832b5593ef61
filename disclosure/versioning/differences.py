"""What changed between two versions of a notice, or since the last one."""

from typing import NamedTuple

from disclosure.archive.log import Entry
from disclosure.editorial.check import CheckContext, Checked
from disclosure.errors import UsageError
from disclosure.project.sealed_archive import store_of
from disclosure.project.settings import Settings
from disclosure.project.versions import Comparison, compare_versions, sealed_text, version_of
from disclosure.versioning.seal import current_text


class SinceLast(NamedTuple):
    """What changed since a version.

    Attributes:
        entry: the version, which is the last of its notice.
        comparison: its text with the text as it is now.
    """

    entry: Entry
    comparison: Comparison


def compared_with_last(checked: Checked, context: CheckContext) -> SinceLast:
    """Compare a notice as it is now with its last version.

    Raises:
        UsageError: none was sealed.
        OutputError: the notice or the version cannot be read.

    """
    store, slug = store_of(context.settings), checked.file.slug
    new = current_text(checked, context)
    versions = store.versions(slug)
    if not versions:
        raise UsageError("diff.no_version", slug=slug)
    return SinceLast(versions[-1], compare_versions(sealed_text(store, versions[-1]), new))


def compared(settings: Settings, slug: str, old: str, new: str) -> Comparison:
    """Compare two versions, named by their numbers as typed.

    Raises:
        UsageError: there is none of that number.
        OutputError: one cannot be read.

    """
    store = store_of(settings)
    first, second = (sealed_text(store, version_of(store, slug, each)) for each in (old, new))
    return compare_versions(first, second)
