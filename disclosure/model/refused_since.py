"""What is refused today and was not always: a version may have been sealed with it.

Apart: such a version is made again as it was, so none of this is asked of what was sealed.
"""

from collections.abc import Iterator

from disclosure.model.about import needless_names
from disclosure.model.deadline import impossible_day
from disclosure.model.faults import Fault
from disclosure.model.outline import Outline


def find_faults(outline: Outline) -> Iterator[Fault]:
    """Yield a fault for every problem named without need, and every deadline of no calendar."""
    yield from needless_names(outline)
    for node in outline.nodes:
        if (deadline := node.section.deadline) and (value := impossible_day(deadline)):
            yield Fault((*node.path, "deadline"), "field.date_missing", (("value", value),))
