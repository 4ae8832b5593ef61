"""How many problems a status counts, where states stand with and without an ending.

Apart: two rules compare counts, of the text and of ``declared``, and must count alike.
"""

from collections.abc import Mapping

from disclosure.model.status import Status


def counts_of(given: Mapping[Status, int], status: Status) -> tuple[int, ...]:
    """Return the counts that may be said of ``status``.

    已完成 may mean those that are 已完成 and no more, or 已完成并长期坚持 along with them.

    Args:
        given: problems by status.
        status: of which a count is stated.

    """
    exact = given.get(status, 0)
    if status.ending:
        return (exact,)
    every = sum(count for each, count in given.items() if each.state is status)
    return tuple(dict.fromkeys((every, exact)))
