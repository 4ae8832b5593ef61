"""The older form of sealing: attachments did not belong to what was signed."""

from disclosure.archive.checksums import LISTING, read_listing
from disclosure.archive.log import read_lines
from disclosure.bounded_reading import read_file
from disclosure.files import sha256_hex
from disclosure.model.canonical import canonical_bytes, content_digest
from disclosure.project.attachments import Attached
from disclosure.project.fingerprint import digest_in
from disclosure.project.settings import ARCHIVE_LOG, Settings
from disclosure.render.urls import ATTACHED, CANONICAL
from disclosure.source.load import LoadedNotice


def sealed_as_text_only(
    slug: str, loaded: LoadedNotice, attached: Attached, settings: Settings
) -> bool:
    """Say whether text and attachments are those of a version sealed in the older form.

    Attachments did not belong to the digest then. What was sealed so keeps its digest and its
    signatures for as long as not a byte of it, or of what is attached, is another.
    """
    home = settings.content / "archive" / slug
    numbers = [int(each.name) for each in home.glob("[1-9]*") if each.name.isdecimal()]
    if not numbers:
        return False
    try:
        listing = read_file(home / str(max(numbers)) / LISTING, settings.content)
    except OSError:
        return False
    listed = read_listing(listing) or {}
    text = content_digest(canonical_bytes(loaded.notice))
    kept = {ATTACHED + name: digest_in(state) for name, state in attached.states.items()}
    sealed = {name: digest for name, digest in listed.items() if name.startswith(ATTACHED)}
    if listed.get(CANONICAL) != text or kept != sealed:
        return False
    # What the log does not name was not sealed; only its own line is parsed.
    try:
        log = read_file(settings.content / ARCHIVE_LOG, settings.content)
    except OSError:
        return False
    mark = sha256_hex(listing).encode()
    rows = b"".join(row + b"\n" for row in log.split(b"\n") if mark in row)
    entries = (line.entry for line in read_lines(rows))
    return any(e.slug == slug and e.content == text for e in entries if e is not None)
