"""Withdrawing a notice that has no file any more: what was sealed last is sealed as withdrawn."""

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.log import head_of
from disclosure.archive.store import Store
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.model.versions import Reason
from disclosure.project.settings import Settings
from disclosure.versioning.adding import Prepared, Sealed, Stamping, add, moment_after, refuse_note
from disclosure.versioning.rebuild import Standing, read_version


def withdraw(slug: str, settings: Settings, note: str, stamping: Stamping | None = None) -> Sealed:
    """Seal, as withdrawn, a notice that has no file any more: once more what was sealed last.

    Args:
        slug: of the notice.
        settings: the project.
        note: why, in words.
        stamping: see ``seal``.

    Raises:
        UsageError: no note.
        OutputError: it was never sealed, or was withdrawn already; the archive is not as it was
            sealed, or cannot be written.

    """
    refuse_note(note)

    def prepare(store: Store) -> Prepared:
        before = store.versions(slug)
        if not before:
            raise OutputError("seal.never", slug=slug)
        last = before[-1]
        if last.reason == Reason.WITHDRAWAL:
            raise OutputError("seal.withdrawn", number=str(last.number))
        sealed, remark = moment_after(before)
        entry = last._replace(
            number=last.number + 1,
            sealed=sealed,
            reason=Reason.WITHDRAWAL,
            note=note.strip() + remark,
            listing="",
            stamp="",
            previous=head_of(store.lines()),
        )
        version = read_version(store, last)
        if not _is_as_sealed(version, last.listing):
            raise OutputError("rebuild.faults")
        return Prepared(entry, version.material, version.before)

    return add(prepare, settings, stamping)


def _is_as_sealed(version: Standing, listing: str) -> bool:
    data = version.files[LISTING]
    listed = read_listing(data) or {}
    return sha256_hex(data) == listing and all(
        sha256_hex(version.files[name]) == digest for name, digest in listed.items()
    )
