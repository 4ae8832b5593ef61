"""The genres of a project: the shipped ones, and those that the unit has added."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from disclosure.diagnostics import Diagnostic
from disclosure.model.faults import Fault
from disclosure.model.genre import Genre, Genres
from disclosure.project.settings import GENRES, Settings
from disclosure.source.load import Loaded, diagnose
from disclosure.source.load_genres import LoadedGenres, load_genres


def read_genres(settings: Settings) -> tuple[Genres, tuple[Diagnostic, ...]]:
    """Return the genres of a project, and what is wrong with the files of its own."""
    loaded = _load(settings)
    unknown = (each for place, own in loaded.own for each in _unknown_rules(place, own))
    return loaded.genres, (*loaded.found, *unknown)


def genres_of(settings: Settings) -> Callable[[], Genres]:
    """Return what gives the genres of a project, once a notice asks for them."""
    return lambda: _load(settings).genres


def genre_faults(settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the genre files of a project; nearly all have none."""
    return read_genres(settings)[1] if (settings.content / GENRES).is_dir() else ()


def _load(settings: Settings) -> LoadedGenres:
    folder = settings.content / GENRES
    return load_genres(folder, settings.display_path(folder))


def _unknown_rules(place: PurePosixPath, loaded: Loaded[Genre]) -> Iterator[Diagnostic]:
    if loaded.model is None or loaded.places is None or not loaded.model.rules_off:
        return
    # Imported here: a build needs no rules but for this.
    from difflib import get_close_matches

    from disclosure.checks.rules import RULES

    known = [rule.id for rule in RULES]
    for number, rule in enumerate(loaded.model.rules_off):
        if rule in known:
            continue
        near = next(iter(get_close_matches(rule, known, 1)), "")
        code = "genre.rule_near" if near else "genre.rule"
        fault = Fault(("rules_off", number), code, (("value", rule), ("near", near)))
        yield diagnose(fault, place, loaded.places)
