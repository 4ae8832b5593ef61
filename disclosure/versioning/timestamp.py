"""Time stamps (RFC 3161): an authority outside says that a listing existed at a time.

The answer is kept whole beside the listing, as ``openssl ts -verify -in`` takes it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from disclosure.archive.bounded_reading import read_bounded
from disclosure.archive.checksums import LISTING, TOKEN_FILE
from disclosure.archive.der import with_ordered_sets
from disclosure.archive.log import Line
from disclosure.archive.verify import Criterion, Fault
from disclosure.bounded_reading import read_file
from disclosure.clock import CHINA
from disclosure.errors import ExtraError, OutputError, UsageError
from disclosure.http.client import Client
from disclosure.http.limits import HttpError, Limits
from disclosure.model.archiving import Authority
from disclosure.versioning.adding import Stamping

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_LIMITS: Final = Limits(answer=1 << 20, total=1 << 20, patience=20, seconds=60)
_ASKED: Final = "application/timestamp-query"
_FOUND: Final = 200
_LONGEST_TOKEN: Final = 1 << 20


def stamping_of(authority: Authority | None, content: Path) -> Stamping:
    """Return what asks an authority for a token.

    Args:
        authority: as the site names it.
        content: the folder that holds its certificate.

    The result raises OutputError where the authority cannot be reached, refuses, or answers
    with a token that does not prove the listing.

    Raises:
        UsageError: the site names no authority, or its certificate cannot be read.
        ExtraError: the packages for it are not installed.

    """
    if authority is None:
        raise UsageError("stamp.none")
    root = _certificate(content / authority.certificate)

    def stamp(listing: bytes) -> bytes:
        from rfc3161_client import TimestampRequestBuilder

        request = TimestampRequestBuilder().data(listing).build()
        answer = _ask(authority.url, request.as_bytes())
        stamped_at(answer, listing, root, request.nonce)
        return answer

    return stamp


def stamped_at(token: bytes, listing: bytes, root: "Certificate", nonce: int | None = None) -> str:
    """Return the time that a token proves for a listing, ISO 8601 in China's time.

    Args:
        token: the authority's answer.
        listing: what was stamped.
        root: the certificate that the authority's own one leads back to.
        nonce: of the question, where it is still known.

    Raises:
        OutputError: it proves nothing.

    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    # The certificates that a token brings along may be damaged in ways that are no ValueError.
    unfit = (VerificationError, ValueError, InvalidVersion, UnsupportedAlgorithm)
    try:
        answer = decode_timestamp_response(with_ordered_sets(token))
        VerifierBuilder(roots=[root], nonce=nonce).build().verify_message(answer, listing)
    except unfit as error:
        raise OutputError("stamp.unfit", reason=str(error)) from error
    return answer.tst_info.gen_time.astimezone(CHINA).isoformat(timespec="seconds")


def find_bad_stamps(
    folder: Path, lines: Sequence[Line], authority: Authority, content: Path
) -> Iterator[Fault]:
    """Yield a fault for every token that does not prove its listing.

    Args:
        folder: the archive.
        lines: its log.
        authority: as the site names it.
        content: the folder that holds its certificate.

    Raises:
        UsageError: the certificate cannot be read.
        ExtraError: the packages for it are not installed.

    """
    root = _certificate(content / authority.certificate)
    for line in lines:
        if line.entry is not None and line.entry.stamp:
            home = folder / line.entry.folder
            token = read_bounded(home / TOKEN_FILE, _LONGEST_TOKEN)
            listing = read_bounded(home / LISTING)
            if token is None or listing is None:
                continue  # reported as missing
            try:
                stamped_at(token, listing, root)
            except OutputError:
                yield Fault(Criterion.AUTHENTIC, "archive.stamp", line.entry.folder + TOKEN_FILE)


def _certificate(path: Path) -> "Certificate":
    try:
        import rfc3161_client  # noqa: F401 - it brings cryptography along
        from cryptography.x509 import load_pem_x509_certificate
    except ImportError:
        raise ExtraError("archive") from None
    try:
        return load_pem_x509_certificate(read_file(path, path.parent))
    except (OSError, ValueError) as error:
        raise UsageError("stamp.certificate", path=path.as_posix(), reason=str(error)) from error


def _ask(url: str, question: bytes) -> bytes:
    try:
        answer = Client(_LIMITS).post(url, question, {"Content-Type": _ASKED})
    except HttpError as error:
        raise OutputError("stamp.unreachable", url=url) from error
    if answer.status != _FOUND:
        status = HttpError("http.status", status=str(answer.status))
        raise OutputError("stamp.unreachable", url=url) from status
    return answer.body
