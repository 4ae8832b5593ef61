"""All kinds of slips, in the order of the table."""

from .kinds_figures import FIGURES
from .kinds_marks import MARKS
from .kinds_people import PEOPLE
from .kinds_texts import TEXTS
from .kinds_words import WORDS
from .slips import Kind

KINDS: tuple[Kind, ...] = (*WORDS, *MARKS, *FIGURES, *TEXTS, *PEOPLE)
