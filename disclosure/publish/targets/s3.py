"""A bucket of Amazon S3, or of a service that speaks like it."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from urllib.parse import unquote, urlsplit

from disclosure.errors import ExtraError
from disclosure.media_types import served_type
from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import RemoteFile, TargetError
from disclosure.publish.targets.bounds import (
    USUAL,
    Bounds,
    Collecting,
    Meter,
    TooLargeError,
    within,
)
from disclosure.publish.targets.s3_wire import bounded
from disclosure.publish.targets.words import says_full, server_words

if TYPE_CHECKING:
    from botocore.exceptions import BotoCoreError, ClientError

_T = TypeVar("_T")
_SECONDS = 60
_ATTEMPTS = 3
_SECRET = "AWS_SECRET_ACCESS_KEY"  # noqa: S105
_SECRETS = (_SECRET, "AWS_SESSION_TOKEN")
_BLOCK = 65536
_TAKEN = ("PreconditionFailed", "ConditionalRequestConflict")
_CODES = {
    "AccessDenied": "target.denied",
    "AllAccessDisabled": "target.denied",
    "QuotaExceeded": "target.full",
    "EntityTooLarge": "target.too_large_to_write",
    "ExpiredToken": "target.login",
    "InvalidAccessKeyId": "target.login",
    "InvalidToken": "target.login",
    "SignatureDoesNotMatch": "target.login",
}


class S3Target:
    """Objects whose keys begin with what the address says behind the bucket.

    Keys are UTF-8. An object is replaced at once, so nothing is written aside.
    """

    def __init__(self, target: PublishTarget, client: Any, bounds: Bounds = USUAL) -> None:
        self._target = target
        self._client = client
        self._bounds = bounds
        parts = urlsplit(target.url)
        self._bucket = parts.netloc
        prefix = unquote(parts.path).strip("/")
        self._prefix = f"{prefix}/" if prefix else ""

    def check(self) -> None:
        """Look into the bucket, to see whether it is there and open."""
        self._run(
            lambda _: self._client.list_objects_v2(
                Bucket=self._bucket, Prefix=self._prefix, MaxKeys=1
            )
        )

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        from botocore.exceptions import ClientError

        def action(meter: Meter) -> bytes | None:
            taken = Collecting(self._bounds.of(place), meter)
            try:
                answer = self._client.get_object(Bucket=self._bucket, Key=self._key(place))
            except ClientError as error:
                if _code(error) == "NoSuchKey":
                    return None
                raise
            with answer["Body"] as body:
                while block := body.read(_BLOCK):
                    taken(block)
            return taken.data()

        return self._run(action, place)

    def write(self, place: str, data: bytes) -> None:
        """Write a file, with the type and encoding that browsers are to be told."""
        self._run(lambda _: self._put(place, data), place, sending=len(data))

    def write_new(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none.

        Amazon decides between two who come at once; a service that does not know the condition
        may let both have it, if neither was there when the other looked.
        """
        from botocore.exceptions import ClientError

        def action(_: Meter) -> bool:
            try:
                self._put(place, data, IfNoneMatch="*")
            except ClientError as error:
                if _code(error) in _TAKEN:
                    return False
                raise
            return True

        return self.read(place) is None and self._run(action, place)

    def remove(self, place: str) -> None:
        """Delete a file; there are no folders."""
        self._run(
            lambda _: self._client.delete_object(Bucket=self._bucket, Key=self._key(place)), place
        )

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        for place, _ in self._entries(folder):
            yield place

    def sizes(self, folder: str = "") -> dict[str, int]:
        """Return how many bytes the files below ``folder`` have."""
        found = self._entries(folder)
        return {
            place: remote_file.size for place, remote_file in found if remote_file.size is not None
        }

    def remote_files(self, folder: str = "") -> dict[str, RemoteFile]:
        """Return what the service tells of all files below ``folder``, by place."""
        return dict(self._entries(folder))

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _key(self, place: str) -> str:
        return self._prefix + place

    def _put(self, place: str, data: bytes, **condition: str) -> None:
        self._client.put_object(
            Bucket=self._bucket,
            Key=self._key(place),
            Body=data,
            ContentType=served_type(place),
            **condition,
        )

    def _entries(self, folder: str) -> Iterator[tuple[str, RemoteFile]]:
        count, token, seen = 0, "", set[str]()
        while True:
            more = {"ContinuationToken": token} if token else {}
            page = self._page(folder, more)
            entries = page.get("Contents") or ()
            for entry in entries:
                key = entry.get("Key")
                if not isinstance(key, str) or not key.startswith(self._key(folder)):
                    self._refuse(f"“{key}”")
                # Some programs mark folders by empty objects.
                if not key.endswith("/"):
                    size = entry.get("Size")
                    known = size if isinstance(size, int) else None
                    yield (
                        key.removeprefix(self._prefix),
                        RemoteFile(known, str(entry.get("ETag", ""))),
                    )
            token = page.get("NextContinuationToken") or ""
            count += len(entries)
            # A page without entries leads nowhere if it leads to another for ever.
            if len(seen) > self._bounds.entries or count > self._bounds.entries or token in seen:
                self._refuse(f"> {count}")
            if not page.get("IsTruncated") or not token:
                return
            seen.add(token)

    def _page(self, folder: str, more: dict[str, str]) -> dict[str, Any]:
        def action(_: Meter) -> dict[str, Any]:
            page: dict[str, Any] = self._client.list_objects_v2(
                Bucket=self._bucket, Prefix=self._key(folder), **more
            )
            return page

        return self._run(action, folder)

    def _refuse(self, reason: str) -> NoReturn:
        raise self._error("target.listing", reason)

    def _run(self, action: Callable[[Meter], _T], place: str = "", sending: int = 0) -> _T:
        from botocore.exceptions import BotoCoreError, ClientError

        meter = Meter(sending)
        try:
            return within(self._bounds, meter, lambda: action(meter), self._client.close)
        except ClientError as error:
            message = str(error.response.get("Error", {}).get("Message", ""))
            code = _CODES.get(_code(error), "target.failed")
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
            if code == "target.failed" and says_full(message):
                code = "target.full"
            if status == 413:
                code = "target.too_large_to_write"
            raise self._error(code, f"{_code(error)} {message}".strip(), place) from error
        except BotoCoreError as error:
            raise self._error(_explain(error), str(error), place) from error
        except TooLargeError as error:
            raise self._error("target.too_large", f"> {error}", place) from error
        except (TimeoutError, OSError) as error:
            raise self._error("target.unreachable", str(error), place) from error
        except Exception as error:
            raise self._error("target.failed", str(error) or type(error).__name__, place) from error

    def _error(self, code: str, reason: str, place: str = "") -> TargetError:
        reason = server_words(reason, [os.environ.get(name, "") for name in _SECRETS])
        return TargetError(
            code,
            target=self._target.url,
            reason=f"{server_words(place)}: {reason}" if place else reason,
            variable=_SECRET,
        )


def open_s3(
    target: PublishTarget, _password: str | None = None, bounds: Bounds = USUAL
) -> S3Target:
    """Return the target of an ``s3:`` address, with the credentials that boto3 finds.

    Those are in the environment or in the user's ``.aws`` folder, where also the region, the
    style of addresses and a bundle of certificates can be set.

    Raises:
        ExtraError: the packages for S3 are not installed.
        TargetError: it cannot be reached, or refuses the login or the bucket.

    """
    try:
        import boto3
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError
    except ImportError:
        raise ExtraError("s3") from None
    config = Config(
        connect_timeout=_SECONDS,
        read_timeout=_SECONDS,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        # Other services know nothing of the checksums that boto3 adds of its own accord.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    try:
        client = boto3.session.Session().client("s3", endpoint_url=target.endpoint, config=config)
    except (BotoCoreError, ValueError) as error:
        raise TargetError(
            "target.failed", target=target.url, reason=server_words(str(error)), variable=_SECRET
        ) from error
    bounded(client, bounds)
    opened = S3Target(target, client, bounds)
    try:
        opened.check()
    except TargetError:
        opened.close()
        raise
    return opened


def _code(error: "ClientError") -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _explain(error: "BotoCoreError") -> str:
    from botocore import exceptions

    if isinstance(error, exceptions.SSLError):
        plain = "CERTIFICATE" not in str(error).upper()
        return "target.no_tls" if plain else "target.certificate"
    if isinstance(error, exceptions.HTTPClientError | exceptions.ConnectionError):
        return "target.unreachable"
    if isinstance(error, exceptions.NoCredentialsError | exceptions.PartialCredentialsError):
        return "target.login"
    return "target.failed"
