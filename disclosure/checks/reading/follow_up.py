"""What follow-ups say of the states of their problems, as rules compare them."""

from disclosure.model.section import Section
from disclosure.model.status import Status


def states_of(section: Section) -> dict[str, Status]:
    """Return the states that a section gives: by office; under no name the problem's own."""
    own = {"": section.status} if section.status else {}
    return {**own, **{office.name: office.status for office in section.offices}}
