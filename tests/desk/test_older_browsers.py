"""What is sent to a clerk's browser works in Chromium 86 and Firefox 90, or says that it does not."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

import disclosure.desk
import disclosure.preview
from tests.conftest import Project
from tests.desk.conftest import Browser, RunningDesk
from tests.required import program

FOLDERS = [Path(each.__file__).parent for each in (disclosure.desk, disclosure.preview)]  # type: ignore[type-var, arg-type]
SCRIPTS = sorted(path for folder in FOLDERS for path in folder.rglob("*.js"))
STYLES = sorted(path for folder in FOLDERS for path in folder.rglob("*.css"))

# What is newer than ES2018 in form, and what Chromium 86 or Firefox 90 has no means for.
NEWER_SCRIPT: Mapping[str, str] = {
    "optional chaining": r"\?\.(?!\d)",
    "nullish": r"\?\?",
    "logical assignment": r"(?:\|\||&&)=",
    "private member": r"(?:this|\w)\.#\w|^\s*#\w",
    "static block": r"\bstatic\s*\{",
    "field of a class": r"\bclass \w+(?: extends \w+)? \{\s*(?:static )?\w+\s*[=;]",
    "catch without a name": r"\bcatch\s*\{",
    "numeric separator": r"\b\d+_\d",
    "at": r"\.at\(",
    "hasOwn": r"\bObject\.(?:hasOwn|groupBy|fromEntries)\b",
    "structuredClone": r"\bstructuredClone\b",
    "findLast": r"\.findLast(?:Index)?\(",
    "copying": r"\.(?:toSorted|toReversed|toSpliced|with)\(",
    "replaceAll": r"\.(?:replaceAll|matchAll)\(",
    "randomUUID": r"\brandomUUID\b",
    "AbortSignal": r"\bAbortSignal\.",
    "inert": r"\.inert\b|\bshowPopover\b|\bcheckVisibility\b|\bshowModal\b",
    "Segmenter": r"\bIntl\.Segmenter\b|\bhighlights\b|\bnavigation\.\b",
    "look behind": r"\(\?<[=!]",
    "selector": r":(?:has|is|where)\(",
}
NEWER_STYLE: Mapping[str, str] = {
    "shorthand of 87": r"(?<![-\w])(?:inset|(?:inset|margin|padding|border)-(?:block|inline))\s*:",
    "inset of 87": r"(?<![-\w])inset-(?:block|inline)-(?:start|end)\s*:",
    "aspect-ratio": r"(?<![-\w])aspect-ratio\s*:",
    "selector": r":(?:has|is|where|dir|modal|popover-open|user-invalid)\(?",
    "unit": r"\d(?:[dls]v[hwib]|cq[whib]|lh|rlh)\b",
    "at-rule": r"@(?:layer|container|scope|starting-style|property|import)\b",
    "nesting": r"[{;]\s*&|\{[^{}@]*\{",
    "colour": r"\b(?:color-mix|oklch|oklab|lch|lab|light-dark)\(",
    "clip": r"\boverflow(?:-[xy])?\s*:\s*clip\b",
    "text-wrap": r"(?<![-\w])(?:text-wrap|translate|rotate|scale)\s*:",
    "range": r"@media[^{]*[<>]",
}


def bare(text: str) -> str:
    """Return a script or style without what it says of itself and to people."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"(?m)(?<![:\"'`/\\\\])//.*$", "", text)
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts(path: Path) -> None:
    """No script holds what an older browser does not know."""
    text = bare(path.read_text(encoding="utf-8"))
    assert [name for name, sign in NEWER_SCRIPT.items() if re.search(sign, text)] == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_styles(path: Path) -> None:
    """No style holds what an older browser passes over; what stands in @supports may."""
    text = re.sub(
        r"@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", r"\1", bare(path.read_text("utf-8"))
    )
    assert [name for name, sign in NEWER_STYLE.items() if re.search(sign, text)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("a?.b", "optional chaining"), ("a ?? b", "nullish"), ("list.at(-1)", "at"), ("class A {\n  b = 1;\n}", "field of a class")],
)  # fmt: skip
def test_the_signs_are_seen(text: str, name: str) -> None:
    """The list finds what it is there for."""
    assert re.search(NEWER_SCRIPT[name], bare(text))
    assert not re.search(NEWER_SCRIPT["optional chaining"], "a ?.5:1")
    for style in ("a { inset: 0; }", "a { margin-block: 1px; }", "a { color: red; b { top: 0; } }"):
        assert any(re.search(sign, bare(style)) for sign in NEWER_STYLE.values()), style


def test_an_old_browser_is_told(desk: RunningDesk, opened: Browser) -> None:
    """Each page of the desk holds the sentence for a browser that is too old, and its script."""
    for place in ("/-desk/", "/-desk/new", "/-desk/site", "/-desk/notice/first/"):
        page = opened.get(place).body.decode()
        assert 'id="desk-old"' in page
        assert "这个浏览器太旧" in page
        assert "<noscript>" in page
        assert page.index("/-desk/client/able.js") < page.index("/-desk/desk.js")
    assert opened.get("/-desk/client/able.js").status == 200
    # As a browser asks that does not say where from.
    told = desk.ask("GET", "/-desk/api/token", Cookie=opened.cookie).told
    assert "这个浏览器太旧" in told["said"]


@pytest.mark.parametrize(
    ("missing", "shown"), [("", False), ("noModule", True), ("allSettled", True), ("Promise", True)]
)
def test_who_is_too_old(missing: str, shown: bool) -> None:
    """The sentence is shown where something is missing, and only there."""
    (able,) = [path for path in SCRIPTS if path.name == "able.js"]
    world = (
        "const missing = process.argv[1]; const said = {shown: false, removeAttribute() {"
        " this.shown = true; }}; const all = ['noModule', 'replaceChildren', 'attachShadow'];"
        " const element = Object.fromEntries(all.filter(n => n !== missing).map(n => [n, 1]));"
        " const document = {body: element, createElement: () => element, getElementById: () => said};"
        " const SubmitEvent = function () {};"
        " const Promise = missing === 'Promise' ? undefined : Object.assign(function () {},"
        " missing === 'allSettled' ? {} : {allSettled: 1});"
    )
    found = subprocess.run(
        [str(program("node")), "-e", f"{world}\n{able.read_text('utf-8')}\nconsole.log(said.shown)", missing],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert found.stdout.strip() == str(shown).lower()


def test_nothing_else_runs(project: Project) -> None:
    """The script for old browsers is of an old language: no arrow, no const, no template."""
    (able,) = [path for path in SCRIPTS if path.name == "able.js"]
    assert not re.search(r"=>|\b(?:const|let|class|async)\b|`", bare(able.read_text("utf-8")))
