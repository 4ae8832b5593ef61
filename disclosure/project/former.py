"""Former addresses: of notices that were withdrawn or moved; none that was sealed may vanish."""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from disclosure.diagnostics import Diagnostic, Level
from disclosure.model.addresses import Addresses, final_targets, find_faults
from disclosure.model.faults import Fault
from disclosure.model.versions import LastVersion
from disclosure.project.notices import slug_fault
from disclosure.project.settings import ADDRESSES, Settings
from disclosure.source.load import Loaded, diagnose, load_model, read_bytes


class Former(NamedTuple):
    """What became of notices that do not stand any more.

    Attributes:
        withdrawn: names of those that were withdrawn, in order.
        moved: where each old name leads in the end, in order of the names.
        withheld: names of withdrawn ones whose sealed versions are not shown either.
    """

    withdrawn: tuple[str, ...]
    moved: Mapping[str, str]
    withheld: frozenset[str]


NOTHING = Former((), {}, frozenset())


def find_former(
    settings: Settings, standing: Iterable[str], last_versions: Mapping[str, LastVersion]
) -> tuple[Former, tuple[Diagnostic, ...]]:
    """Return what became of former addresses, and what is wrong with it.

    Args:
        settings: the project.
        standing: names of the notices that have a file and were not withdrawn.
        last_versions: what was sealed last, by name.

    A notice that was sealed and has no file is an error, unless it was withdrawn or moved.

    """
    loaded = _read(settings)
    if loaded.model is None:
        return NOTHING, loaded.diagnostics
    moved = final_targets(loaded.model.moved_to)
    here = frozenset(standing)
    gone = frozenset(slug for slug, last in last_versions.items() if last.withdrawn) - here
    shown = settings.display_path(settings.content / ADDRESSES)
    found: list[Diagnostic] = []
    if (places := loaded.places) is not None:
        faults = find_faults(loaded.model, here, gone)
        for old in loaded.model.moved_to:
            if code := slug_fault(old):
                faults.append(Fault(("moved_to", old), code, (("slug", old),), on_key=True))
        found = [diagnose(fault, shown, places) for fault in faults]
    lost = last_versions.keys() - here - gone - loaded.model.moved_to.keys()
    found += [_lost(slug, last_versions[slug], settings) for slug in sorted(lost)]
    withdrawn = tuple(sorted(gone - moved.keys()))
    withheld = frozenset(loaded.model.withheld)
    return Former(withdrawn, dict(sorted(moved.items())), withheld), tuple(found)


def moved_names(settings: Settings) -> dict[str, str]:
    """Return where each former name leads in the end; nothing where the file cannot be read."""
    addresses = _read(settings).model
    return final_targets(addresses.moved_to) if addresses else {}


def _read(settings: Settings) -> Loaded[Addresses]:
    path = settings.content / ADDRESSES
    if not os.path.lexists(path):
        return Loaded(Addresses(), (), None)
    shown = settings.display_path(path)
    data, unreadable = read_bytes(path, shown, settings.content)
    return Loaded(None, unreadable, None) if unreadable else load_model(data, shown, Addresses)


def _lost(slug: str, last: LastVersion, settings: Settings) -> Diagnostic:
    shown = settings.display_path(settings.content / "notices" / f"{slug}.yaml")
    params = (("slug", slug), ("number", str(last.number)))
    return Diagnostic(shown, 0, 0, Level.ERROR, "address.lost", params)
