"""Which words a document prints of its own, with the notice's text and in every kind of file.

They have fields, not names to be looked up: a document asks for them with every block.
"""

from typing import NamedTuple


class FactTexts(NamedTuple):
    """The labels of facts about a notice, without colon.

    Attributes:
        team: with the level of the inspection in braces.
        teams: the teams, with the round of the inspection in braces.
        period: beside the title.
        posting: the same in the text.
        feedback: the address of a form.
        informed: in the timeline, when the unit was informed of the result.
        made_public: in the timeline, when it was published.

    """

    title: str
    genre: str
    issuer: str
    source: str
    published: str
    day: str
    clock: str
    document_number: str
    index_number: str
    keywords: str
    team: str
    teams: str
    as_of: str
    summary: str
    period: str
    posting: str
    feedback: str
    informed: str
    made_public: str


class LabelTexts(NamedTuple):
    """The labels that a unit or a genre may change (``model/labels.py``), without colon."""

    measures: str
    progress: str
    outcomes: str
    status: str
    verified: str
    term_kind: str
    offices: str
    leader: str
    department: str
    lead_unit: str
    deadline: str
    unit: str


class ContactTexts(NamedTuple):
    """The labels of a contact's fields, without colon; ``hours`` is printed beside the phone."""

    name: str
    person: str
    phone: str
    hours: str
    fax: str
    email: str
    address: str
    postcode: str


class ComparisonTexts(NamedTuple):
    """What kinds of things change from version to version, in the order in which they are told."""

    problem_gone: str
    problem_new: str
    problem_renamed: str
    problem_moved: str
    status: str
    deadline: str
    figure: str
    figure_gone: str
    figure_new: str
    contact: str
    value: str
    attached: str
    picture: str


class DocumentTexts(NamedTuple):
    """All of them.

    Attributes:
        facts: about the notice.
        labels: that a unit may change.
        contacts: of an office.
        changes: from version to version.
        colon: behind a label.
        list_mark: between what is listed.
        brackets: around what is said beside it, the opening and the closing one.
        measure_count: how many measures a problem has.
        reopened: why a problem's state has gone back.
        of_which: before parts that are not the whole of a sum.
        offices: before the contacts, in a line of its own.
        attachment: before an attachment's title, with its number in braces.
        picture: where a picture would be shown, with what it shows in braces.
        place: which problem it is, with its number in braces.
        numbered: a problem with what it is called, its number and its title in braces.
        yoy: behind a figure, its change from the year before in braces.
        file: an attached file, with its title, its name and what is known of it in braces.
        digest: the same file's digest, in braces.

    """

    facts: FactTexts
    labels: LabelTexts
    contacts: ContactTexts
    changes: ComparisonTexts
    colon: str
    list_mark: str
    brackets: tuple[str, str]
    measure_count: str
    reopened: str
    of_which: str
    offices: str
    attachment: str
    picture: str
    place: str
    numbered: str
    yoy: str
    file: str
    digest: str
