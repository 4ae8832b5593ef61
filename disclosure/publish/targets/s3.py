"""A bucket of Amazon S3, or of a service that speaks like it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from disclosure.archive.kinds import served_type
from disclosure.errors import ExtraError
from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError

if TYPE_CHECKING:
    from botocore.exceptions import BotoCoreError, ClientError

_SECONDS = 60
_ATTEMPTS = 3
_SECRET = "AWS_SECRET_ACCESS_KEY"  # noqa: S105
_TAKEN = ("PreconditionFailed", "ConditionalRequestConflict")
_CODES = {
    "AccessDenied": "target.denied",
    "AllAccessDisabled": "target.denied",
    "QuotaExceeded": "target.full",
    "ExpiredToken": "target.login",
    "InvalidAccessKeyId": "target.login",
    "InvalidToken": "target.login",
    "SignatureDoesNotMatch": "target.login",
}


class S3Target:
    """Objects whose keys begin with what the address says behind the bucket.

    Keys are UTF-8. An object is replaced at once, so nothing is written aside.
    """

    def __init__(self, target: PublishTarget, client: Any) -> None:
        self._target = target
        self._client = client
        parts = urlsplit(target.url)
        self._bucket = parts.netloc
        prefix = unquote(parts.path).strip("/")
        self._prefix = f"{prefix}/" if prefix else ""

    def check(self) -> None:
        """Look into the bucket, to see whether it is there and open."""
        with self._explained():
            self._client.list_objects_v2(Bucket=self._bucket, Prefix=self._prefix, MaxKeys=1)

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        from botocore.exceptions import ClientError

        with self._explained():
            try:
                answer = self._client.get_object(Bucket=self._bucket, Key=self._key(place))
            except ClientError as error:
                if _code(error) == "NoSuchKey":
                    return None
                raise
            with answer["Body"] as body:
                data: bytes = body.read()
                return data

    def write(self, place: str, data: bytes) -> None:
        """Write a file, with the type and encoding that browsers are to be told."""
        with self._explained():
            self._put(place, data)

    def claim(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none.

        Amazon decides between two who come at once; a service that does not know the condition
        may let both have it, if neither was there when the other looked.
        """
        from botocore.exceptions import ClientError

        if self.read(place) is not None:
            return False
        with self._explained():
            try:
                self._put(place, data, IfNoneMatch="*")
            except ClientError as error:
                if _code(error) in _TAKEN:
                    return False
                raise
        return True

    def remove(self, place: str) -> None:
        """Delete a file; there are no folders."""
        with self._explained():
            self._client.delete_object(Bucket=self._bucket, Key=self._key(place))

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        with self._explained():
            pages = self._client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._key(folder)):
                for entry in page.get("Contents", ()):
                    # Some programs mark folders by empty objects.
                    if not entry["Key"].endswith("/"):
                        yield entry["Key"].removeprefix(self._prefix)

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

    @contextmanager
    def _explained(self) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except ClientError as error:
            told = str(error.response.get("Error", {}).get("Message", ""))
            code = _CODES.get(_code(error), "target.failed")
            raise self._error(code, f"{_code(error)} {told}".strip()) from error
        except BotoCoreError as error:
            raise self._error(_explain(error), str(error)) from error

    def _error(self, code: str, reason: str) -> TargetError:
        return TargetError(code, target=self._target.url, reason=reason, variable=_SECRET)


def open_s3(target: PublishTarget) -> S3Target:
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
            "target.failed", target=target.url, reason=str(error), variable=_SECRET
        ) from error
    opened = S3Target(target, client)
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
        return "target.certificate"
    if isinstance(error, exceptions.HTTPClientError | exceptions.ConnectionError):
        return "target.unreachable"
    if isinstance(error, exceptions.NoCredentialsError | exceptions.PartialCredentialsError):
        return "target.login"
    return "target.failed"
