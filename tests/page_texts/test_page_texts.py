"""Words of pages: each has its name, each name its words, and none stands elsewhere."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from disclosure.errors import TemplateError
from disclosure.messages.catalogues import CATALOGUES
from disclosure.page_texts import LANGUAGES, page_texts
from disclosure.render.asset_texts import fill_in
from disclosure.render.deliveries.outputs import ONLY_DELIVERED
from disclosure.render.environment import open_templates
from disclosure.render.outputs import OUTPUTS
from disclosure.render.template_cache import CompiledTemplates
from tests.conftest import ROOT

TEXTS = page_texts().texts
TEMPLATES = ROOT / "templates"
# Where what goes onto pages is worked out.
PLACES = tuple(ROOT / "disclosure" / name for name in ("document", "render", "editorial"))
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
COMMENTS = re.compile(r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/|(?m:^\s*//.*$)", re.DOTALL)
IN_ASSETS = re.compile(r'"text:([a-z_.]+)"|\btext\("([a-z_.]+)", \{ ([^{}]+) \}\)')
NAME = re.compile(r"[a-z_]+\.[a-z_]+")
FILES = (".html", ".json", ".txt", ".csv", ".pdf", ".svg", ".css", ".js", ".xml", ".yaml")
# Han that stands in the code with good reason; None: any.
ADDRESS = "an address in the notice's own text, spelt out"
READ = "recognised in what notices say, not printed"
TERMINAL = "joins values in messages for the terminal"
ALLOWED: dict[str, tuple[set[str] | None, str]] = {
    "document/blocks.py": (None, f"{READ}: a title that leads on, or has a number of its own"),
    "document/contact_lines.py": ({"："}, f"{READ}: a label that ends in a colon"),
    "document/head_and_foot.py": ({"：:．.、）)"}, f"{READ}: a label that ends in a mark"),
    "render/deliveries/blocks.py": ({"\u3000"}, "a wide blank, no word"),
    "render/deliveries/runs.py": ({"（", "）"}, ADDRESS),
    "render/deliveries/sheet/styles.py": (None, "a typeface, and the form of dates in Excel"),
    "render/deliveries/word/fonts.py": (None, "names of typefaces (GB/T 9704-2012)"),
    "render/matter_pages.py": ({"。"}, f"{READ}: where the first sentence ends"),
    "render/deliveries/word/notice.py": ({"\u3000"}, "a wide blank, no word"),
    "render/deliveries/word/styles.py": (None, "names of styles, as Word lists them to who writes"),
    "render/prose.py": (None, f"{READ}: what stays on one line; and {ADDRESS}"),
    "render/cells.py": (None, f"{READ}: full-width signs that begin a formula"),
    "render/archive_pages.py": ({"撤回"}, "the reason as it is sealed in the log"),
    "render/views/summary.py": ({"[。！？；]"}, READ),
    "render/views/tables.py": (None, f"{READ}: which cells are numbers"),
    "editorial/check.py": ({"、"}, TERMINAL),
    "editorial/pictures.py": ({"、"}, TERMINAL),
    "editorial/published_check.py": (None, f"{READ}: a page's text, put into a notice for rules"),
    "editorial/sign.py": ({"、"}, TERMINAL),
    "editorial/sign_request.py": ({"、"}, TERMINAL),
}


def values_in(text: str) -> set[str]:
    """Return the names of the values that a text takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def used_in_templates() -> Iterator[tuple[str, str, set[str]]]:
    """Yield place, name and values of every text that a template, script or style prints."""
    templates = open_templates(TEMPLATES)
    for name in templates.names():
        tree = templates.environment.parse((TEMPLATES / name).read_text("utf-8"))
        for found in tree.find_all(nodes.Filter):
            if found.name == "text":
                assert isinstance(found.node, nodes.Const), (name, found.lineno)
                yield name, found.node.value, {pair.key for pair in found.kwargs}
    scripts = (path for name in ("scripts", "lists") for path in TEMPLATES.glob(f"{name}/*.js"))
    for path in (*scripts, *TEMPLATES.glob("styles/*.css")):
        for plain, filled, pairs in IN_ASSETS.findall(path.read_text("utf-8")):
            yield path.name, plain or filled, set(re.findall(r"(\w+): ", pairs))


def used_in_code() -> Iterator[tuple[str, str, set[str]]]:
    """Yield place, name and values of every text that the program asks for by a literal name."""
    for path, tree in code():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and is_text(node.func):
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    yield path, name.value, {each.arg or "**" for each in node.keywords}


def is_text(function: ast.expr) -> bool:
    """Say whether a text is asked for: ``texts.text(…)``, or ``text(…)`` for short."""
    if isinstance(function, ast.Attribute) and function.attr == "text":
        giver = getattr(function.value, "func", function.value)
        return getattr(giver, "attr", getattr(giver, "id", "")).endswith("texts")
    return isinstance(function, ast.Name) and function.id == "text"


def named_in_code() -> Iterator[tuple[str, str]]:
    """Yield place and name of what looks like a name of a text, wherever it stands."""
    for path, tree in code():
        names = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}
        if not names & {"texts", "Output"}:  # tables of outputs name their words, too
            continue
        for text in literals(tree):
            file = text.endswith(FILES) or text in {
                output.name for output in (*OUTPUTS, *ONLY_DELIVERED)
            }
            if NAME.fullmatch(text) and not file and text not in CATALOGUES["zh"]:
                yield path, text


def code() -> Iterator[tuple[str, ast.Module]]:
    """Yield every module that makes something of a page, with its place."""
    for folder in PLACES:
        for path in sorted(folder.rglob("*.py")):
            yield (
                path.relative_to(ROOT / "disclosure").as_posix(),
                ast.parse(path.read_text("utf-8")),
            )


def literals(tree: ast.Module) -> Iterator[str]:
    """Yield each string of a module, without docstrings."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.value


def test_every_text_used_is_there() -> None:
    """What templates, scripts, styles and code print by name has words, and gets its values."""
    used = [*used_in_templates(), *used_in_code()]
    assert len(used) > 200
    for place, name, values in used:
        assert name in TEXTS, (place, name)
        assert values == values_in(TEXTS[name]), (place, name)
    for place, name in named_in_code():
        assert name in TEXTS, (place, name)


def test_every_text_is_used() -> None:
    """No words are left over."""
    used = {name for _, name, _ in (*used_in_templates(), *used_in_code())}
    used |= {name for _, name in named_in_code()}
    assert TEXTS.keys() - used == set()


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_languages_have_the_same_texts(language: str) -> None:
    """Every language has words for every name, and they take the same values."""
    catalogue, chinese = LANGUAGES[language], page_texts()
    assert catalogue.language == catalogue.text("page.language") == language
    for has, wanted in (
        (catalogue.texts, TEXTS),
        (catalogue.names, chinese.names),
        (catalogue.named, chinese.named),
        (dict(document_texts(catalogue.document)), dict(document_texts(chinese.document))),
    ):
        assert has.keys() == wanted.keys()
        for name, text in has.items():
            assert values_in(text) == values_in(wanted[name]), name


def document_texts(texts: Any, name: str = "document") -> Iterator[tuple[str, str]]:
    """Yield name and words of everything that a document prints of its own."""
    if isinstance(texts, str):
        yield name, texts
        return
    for key, each in zip(getattr(texts, "_fields", ("0", "1")), texts, strict=True):
        yield from document_texts(each, f"{name}.{key}")


def test_every_text_of_a_document_is_used() -> None:
    """The words of documents are asked for by their fields, so none is left over."""
    asked = {
        node.attr
        for _, tree in code()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    }
    asked |= {text for _, tree in code() for text in literals(tree)}
    names = [name for name, _ in document_texts(page_texts().document)]
    assert len(names) > 60
    # These are gone through, or asked for by the key of what they stand before.
    listed = tuple(f"document.{part}." for part in ("contacts", "labels", "brackets"))
    left = {name for name in names if not name.startswith(listed)}
    assert len(left) > 35
    assert {name for name in left if name.rpartition(".")[2] not in asked} == set()


def test_no_han_in_templates() -> None:
    """Templates, scripts and what styles print hold no words of their own."""
    for path in (*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.js")):
        assert not HAN.search(COMMENTS.sub("", path.read_text("utf-8"))), path
    for path in TEMPLATES.rglob("*.css"):
        for printed in re.findall(r"content:[^;]*;", path.read_text("utf-8")):
            assert not HAN.search(printed), (path, printed)


def test_no_han_in_code() -> None:
    """Code that makes pages holds no words, but for what is listed with its reason."""
    found: dict[str, set[str]] = {}
    for path, tree in code():
        for text in literals(tree):
            if HAN.search(text):
                found.setdefault(path, set()).add(text)
    for path, (texts, reason) in ALLOWED.items():
        assert path in found, f"no longer needed: {path}, {reason}"
        if texts is not None:
            assert found.pop(path) == texts, path
        else:
            found.pop(path)
    assert found == {}


def test_a_word_costs_nothing() -> None:
    """A text without values is part of the compiled template, not looked up for each page."""
    templates = open_templates(TEMPLATES)
    compiled = str(templates.environment.compile('<p>{{ "ledger.title"|text }}</p>', raw=True))
    assert TEXTS["ledger.title"] in compiled
    assert "escape(" not in compiled


def test_values_are_text_unless_markup(tmp_path: Path) -> None:
    """A value is escaped, an element stays one."""
    (tmp_path / "a.html").write_text(
        '{% set time %}<b>{{ "<" }}</b>{% endset %}{{ "version.when"|text(time=time, note="<i>") }}',
        "utf-8",
    )
    assert open_templates(tmp_path).render("a.html") == "<b>&lt;</b>定版。&lt;i&gt;"


@pytest.mark.parametrize("called", ['"no.such"|text', '"version.name"|text(count=1)'])
def test_wrong_name_is_told(tmp_path: Path, called: str) -> None:
    """A template that names a text that is not there, or leaves a value out, is named."""
    (tmp_path / "a.html").write_text(f"<p>\n{{{{ {called} }}}}</p>", "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_templates(tmp_path).render("a.html")
    assert caught.value.code == "template.broken"
    assert dict(caught.value.params)["name"] == "a.html"
    assert dict(caught.value.params)["line"] == "2"


def test_compiled_for_other_words_is_not_used(tmp_path: Path) -> None:
    """Templates are compiled anew when the words have changed, for they hold them."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "a.html").write_text('{{ "a.b"|text }}', "utf-8")
    for word in ("甲", "甲", "乙"):
        environment = open_templates(tmp_path).environment
        environment.bytecode_cache = CompiledTemplates(
            kept, page_texts()._replace(texts={"a.b": word})
        )
        environment.filters["text"] = {"a.b": word}.__getitem__
        assert environment.get_template("a.html").render() == word
    assert len(list(kept.iterdir())) == 1


def test_scripts_and_styles_get_their_words() -> None:
    """A named word becomes a string; one with values a template literal, quoted as it must be."""
    texts = page_texts()._replace(
        texts={"a.plain": '甲"乙', "a.count": "`${count}\\共{count}个{unit}"}
    )
    assert fill_in(b'p::after { content: "text:a.plain" }', "a.css", texts).decode() == (
        'p::after { content: "甲\\"乙" }'
    )
    source = b'x = text("a.count", { count: rows.length, unit: b.c });'
    assert fill_in(source, "a.js", texts).decode() == (
        "x = `\\`\\$${rows.length}\\\\共${rows.length}个${b.c}`;"
    )


@pytest.mark.parametrize(
    "source",
    [b'\n"text:no.such"', b'\ntext("version.name", { count: 1 })', b'\ntext("a.b", { x })'],
)
def test_wrong_name_in_a_script_is_told(source: bytes) -> None:
    """A script that names a text that is not there, or leaves a value out, is named."""
    with pytest.raises(TemplateError) as caught:
        fill_in(source, "10-page.js", page_texts())
    assert dict(caught.value.params)["name"] == "10-page.js"
    assert dict(caught.value.params)["line"] == "2"
