"""A county's site: many small notices of several units, in several genres and states."""

import random
from typing import Final

from disclosure.model.status import Status
from tests.conftest import NOTICE, Project

GENRES: Final = ("", "整改进展通报", "审计整改公告", "反馈情况")
STATES: Final = tuple(status for status in Status if status.ending != "并持续整改")


def county_notice(number: int, units: int) -> str:
    """Return one notice; it depends on its number alone."""
    dice = random.Random(number)
    day = f"20{dice.randint(20, 24)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    unit = f"某镇{number % units}号党委"
    text = NOTICE.replace("2022-02-23", day).replace("中共某县某局党组", f"中共{unit}")
    if genre := GENRES[number % len(GENRES)]:
        text = f"genre: {genre}\n{text}"
    names = [unit] if number % 9 else [unit, f"某镇{(number + 1) % units}号党委"]
    text += f"unit: [{', '.join(names)}]\n"
    for problem in range(dice.randint(0, 3)):
        problems = f"      - title: 第{number}份的问题{problem}。\n        kind: 问题\n"
        if dice.random() < 0.8:
            problems += f"        status: {dice.choice(STATES)}\n"
        problems += "        outcomes: 已有办法。\n"
        text = text.replace("contact:", problems + "contact:", 1)
    return text


def write_county(project: Project, count: int, units: int) -> None:
    """Put a county's notices in place of the one that a project has."""
    (project.content / "notices" / "first.yaml").unlink()
    for number in range(count):
        project.write(f"n-{number:03}", county_notice(number, units))
