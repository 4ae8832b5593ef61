"""What changed between two texts of a file."""


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines between what both begin and end with."""
    first, second = before.split("\n"), after.split("\n")
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[start : len(first) - end], second[start : len(second) - end]
