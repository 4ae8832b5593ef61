"""The draft: values of a notice as they will be written, each with where its text came from."""

from dataclasses import dataclass

from disclosure.importer.tracked import Tracked


@dataclass(frozen=True, slots=True)
class Guess:
    """A reason for a value that was guessed; stands beside it as a comment to confirm.

    Attributes:
        code: of its sentence, ``import.guess.<what>``.
        params: for the sentence.

    """

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text to be written; ``text`` may be worked out (a date), ``source`` is what it says.

    Attributes:
        text: as it stands in the YAML.
        source: the characters of the file that it stands for; those of ``text`` if None.
        plain: whether it is written without quotes whatever it is: a date, a number, true.

    """

    text: str | Tracked
    source: Tracked | None = None
    guess: Guess | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of values."""

    values: tuple["Value", ...]
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value.

    Attributes:
        said: characters of the file that the program prints itself because of this value:
            marks (一、), labels (整改成效：), words of a list (一是), punctuation between.

    """

    key: str
    value: "Value"
    said: tuple[Tracked, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys with values, in the order in which they are written."""

    entries: tuple[Entry, ...]
    guess: Guess | None = None


Value = Scalar | Items | Fields
