"""Of how much of a notice a text speaks: of all its problems, or of some of them."""

from collections.abc import Set as AbstractSet

from disclosure.model.faults import Path
from disclosure.model.outline import Outline


def problem_paths(outline: Outline) -> frozenset[Path]:
    """Return where the problems of a notice stand."""
    return frozenset(node.path for node in outline.nodes if node.problem)


def of_a_part(path: Path, problems: AbstractSet[Path]) -> bool:
    """Say whether a text stands under a problem, or above some of them only.

    Args:
        path: where the text stands.
        problems: where the problems do.

    """
    if any(path[:end] in problems for end in range(2, len(path) + 1)):
        return True
    starts = [at for at, step in enumerate(path) if step == "sections"]
    section = path[: starts[-1] + 2] if starts else ()
    below = sum(problem[: len(section)] == section for problem in problems)
    return 0 < below < len(problems)
