"""What every target must do; each kind's tests run all of it against a real server."""

from collections.abc import Callable, Sequence

import pytest

from disclosure.publish.target import Releasing, Target

PLACES = ("index.html", "notices/a/index.html", "notices/a/files/plan.pdf", "assets/s.css")


def writes_and_reads(target: Target) -> None:
    """Check that a file that was written is read back and replaced, and is not there before."""
    assert target.read("index.html") is None
    assert target.read("notices/a/index.html") is None
    for size in (0, 10, 300_000):
        for place in PLACES:
            data = (place.encode() * (size // len(place) + 1))[:size]
            target.write(place, data)
            assert target.read(place) == data
    assert sorted(target.places()) == sorted(PLACES)
    assert sorted(target.places("notices/")) == sorted(PLACES[1:3])
    assert list(target.places("nothing/")) == []


def removes(target: Target) -> None:
    """Check that a file that was removed is gone, with its empty folders, even twice."""
    for place in PLACES:
        target.write(place, b"x")
    for _ in range(2):
        target.remove("notices/a/files/plan.pdf")
        assert target.read("notices/a/files/plan.pdf") is None
    target.remove("nothing/at/all")
    assert sorted(target.places()) == ["assets/s.css", "index.html", "notices/a/index.html"]
    for place in PLACES:
        target.remove(place)
    assert list(target.places()) == []


def writes_new_once(target: Target) -> None:
    """Check that what one has written as new nobody else does, until it is removed."""
    assert target.write_new("publishing.json", b"one")
    assert not target.write_new("publishing.json", b"two")
    assert target.read("publishing.json") == b"one"
    target.remove("publishing.json")
    assert target.write_new("publishing.json", b"two")


def leaves_nothing_aside(target: Target) -> None:
    """Check that writing leaves no file beside the one that was written."""
    for _ in range(3):
        target.write("notices/a/index.html", b"text")
    assert list(target.places()) == ["notices/a/index.html"]


EVERY: Sequence[Callable[[Target], None]] = (
    writes_and_reads,
    removes,
    writes_new_once,
    leaves_nothing_aside,
)


def links_and_switches(target: Releasing) -> None:
    """Check that a release is put together from the one before, and a link switched to it."""
    assert isinstance(target, Releasing)
    target.write("releases/one/index.html", b"one")
    target.write("releases/one/assets/s.css", b"style")
    assert target.pointed("current") == ""
    target.point("current", "releases/one")
    assert target.pointed("current") == "releases/one"
    assert target.read("current/index.html") == b"one"
    target.link("releases/one/assets/s.css", "releases/two.part/assets/s.css")
    target.write("releases/two.part/index.html", b"two")
    target.rename_folder("releases/two.part", "releases/two")
    assert target.folders("releases/") == ("one", "two")
    target.point("current", "releases/two")
    assert target.read("current/index.html") == b"two"
    assert target.read("current/assets/s.css") == b"style"
    assert target.read("releases/one/index.html") == b"one"
    target.remove_folder("releases/one")
    target.remove_folder("releases/nothing")
    assert target.folders("releases/") == ("two",)
    assert target.read("current/assets/s.css") == b"style"
    assert target.folders("nothing/") == ()


def parametrize_contract() -> pytest.MarkDecorator:
    """Return the mark that runs every part of the contract."""
    return pytest.mark.parametrize("part", EVERY, ids=lambda part: part.__name__)
