"""botocore, for services that send more than they should."""

from typing import Any

from disclosure.publish.targets.bounds import Bounds, Collecting, Meter

_BLOCK = 65536
_ERRORS = 300


def bounded(client: Any, bounds: Bounds) -> None:
    """Let a client read no more of a listing or an error than it may.

    botocore reads every answer that is not a file wholly, however long it is, before anybody can
    look at it; here it is given one that was read within bounds.
    """
    # The one session that has the client's certificates and proxies.
    session = client._endpoint.http_session  # noqa: SLF001

    def send(request: Any, **_: Any) -> Any:
        from botocore.awsrequest import AWSResponse

        is_file, request.stream_output = request.stream_output, True
        answer = session.send(request)
        if is_file and answer.status_code < _ERRORS:
            return answer
        taken = Collecting(bounds.largest_list, Meter())
        for block in answer.raw.stream(_BLOCK):
            taken(block)
        return AWSResponse(answer.url, answer.status_code, answer.headers, _Read(taken.data()))

    client.meta.events.register("before-send.s3", send)


class _Read:
    """A body that was read already."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def stream(self) -> list[bytes]:
        """Return it, in blocks."""
        return [self._data]
