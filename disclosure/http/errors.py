"""Why an address could not be had.

Apart: the parts of the client raise it, and none of them should import another for it.
"""

from disclosure.errors import OutputError


class HttpError(OutputError):
    """The address was not answered as asked; its sentence is a reason, to stand in another.

    Codes: ``http.slow``, ``http.large``, ``http.garbled``, ``http.elsewhere``, ``http.inner``,
    ``http.address``, ``http.system``, ``http.status``, ``http.spent``.
    """
