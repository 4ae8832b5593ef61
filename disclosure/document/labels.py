"""The labels of a notice: its own or its genre's, else those of the page's language."""

from typing import NamedTuple

from disclosure.model.labels import Labels
from disclosure.model.marks import NO_MARK
from disclosure.model.notice import Notice
from disclosure.page_texts import DocumentTexts, LabelTexts


class Wording(NamedTuple):
    """What every section of a notice is read with.

    Attributes:
        notice: whose values stand for those that a section does not give itself.
        labels: as printed; empty where none is.
        texts: the other words of a document.

    """

    notice: Notice
    labels: LabelTexts
    texts: DocumentTexts


def wording_of(notice: Notice, texts: DocumentTexts) -> Wording:
    """Return what the sections of ``notice`` are read with."""
    return Wording(notice, printed_labels(notice.labels, texts.labels), texts)


def printed_labels(labels: Labels, usual: LabelTexts) -> LabelTexts:
    """Return the labels as they are printed.

    Args:
        labels: of the notice.
        usual: for those that it does not give.

    """
    given = labels.model_fields_set.intersection(usual._fields)
    if not given:  # nearly always
        return usual
    return usual._replace(**{key: printed_label(getattr(labels, key)) for key in given})


def printed_label(label: str) -> str:
    """Return a label; 无 is none."""
    return "" if label == NO_MARK else label
