"""Published texts stand in everything we make of them, word for word and in their order.

Each notice of ``tests/cases/word-for-word``, and the one of each genre in ``tests/cases/genres``,
is there twice: as it was published (``.txt``) and as the README says to write it (``.yaml``).
``source_text`` says what is left out of the comparison. ``examples.toml`` beside the first says
which example of real notices each stands for.
"""

import shutil
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from disclosure.diagnostics import Level
from disclosure.model.wording import Op, compare_paragraphs
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.pasted import render_fragment, render_plain_fragment
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.renderer import Renderer, open_renderer
from tests.conftest import ROOT, SITE
from tests.pages import by_class, parse_page, visible_text
from tests.render.deliveries.parcels import loaded, site
from tests.source_text import (
    OWN,
    difference,
    flat,
    fragment_text,
    page_facts,
    page_text,
    pdf_text,
    plain_parts,
    row,
    source_text,
)

FOLDER = ROOT / "tests" / "cases" / "word-for-word"
GENRES = ROOT / "tests" / "cases" / "genres"
PLACES = {path.stem: path for folder in (FOLDER, GENRES) for path in folder.glob("*.yaml")}
CASES = sorted(PLACES)
# Their signs came flattened, or mixed, on the way here (see the comments in the files).
FLAT = frozenset({"00-seed", "13-triplet-status", "15-64-problems"})
FRAGMENTS = {"fragment.html": render_fragment, "fragment-plain.html": render_plain_fragment}
PAGES = ("index.html", "big/index.html")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build all of them in one site, once."""
    root = tmp_path_factory.mktemp("word-for-word")
    notices = root / "content" / "notices"
    notices.mkdir(parents=True)
    (root / "content" / "site.yaml").write_text(SITE, encoding="utf-8")
    for name in CASES:
        (notices / f"{name}.yaml").write_bytes(PLACES[name].read_bytes())
        if (FOLDER / name).exists():
            shutil.copytree(FOLDER / name, notices / name)
    settings = Settings(root, root / "content", ROOT / "templates", root / "site", root / ".cache")
    result = build_site(settings)
    faults = [
        f"{each.path.name}:{each.line} {each.code} {each.params}"
        for each in result.diagnostics
        if each.level is Level.ERROR
    ]
    assert not faults
    return root / "site" / "notices"


@pytest.fixture(scope="module")
def made() -> dict[str, Composed]:
    """Return each of them as composed for every writer, with its pictures."""
    renderer = open_renderer(site(), ROOT / "templates")
    return {name: composed(name, renderer) for name in CASES}


def composed(name: str, renderer: Renderer) -> Composed:
    """Put one of them together."""
    notice = loaded(PLACES[name])
    files = {path.name: path.read_bytes() for path in (FOLDER / name).glob("*.png")}
    source = NoticeSource(name, notice.notice, notice.figures, notice.outline, files)
    return compose(source, renderer)


def apart(name: str, found: str, wanted: str) -> str:
    """Return where the two part."""
    return difference(flat(found), flat(wanted)) if name in FLAT else difference(found, wanted)


class Case(NamedTuple):
    """A notice, and what it has to say.

    Attributes:
        own: its entries below the title, which stand among our facts.
        pictures: what stands in their places where none can be shown.
        wanted: the text as published.

    """

    own: tuple[str, ...]
    pictures: tuple[str, ...]
    wanted: str


def case(name: str, notice: Composed) -> Case:
    """Return what a notice has to say."""
    own = tuple(f"{entry.label}：{entry.text}" for entry in notice.source.notice.head)
    pictures = tuple(picture.shown for picture in notice.document.pictures)
    return Case(own, pictures, source_text(PLACES[name].with_suffix(".txt"), own))


def on_page(wanted: str, notice: Composed) -> str:
    """Return a text as a page says what short forms hold; the README says where they differ.

    A state stands below its problem's title, without label; 联系方式 is a heading of the page's
    own; hours stand in brackets behind the telephone; the dates of the posting period are a sentence.
    """
    said, at = wanted, 0
    for node in notice.source.outline.nodes:
        section = node.section
        at = said.index(row(node.mark + section.title), at) + len(row(node.mark + section.title))
        unprinted = {*notice.source.notice.unprinted, *section.unprinted}
        if section.status and not section.content and "status" not in unprinted:
            line = f"{notice.source.notice.labels.status}：{section.status}"
            place = said.index(line, at)
            said = said[:at] + section.status + said[at:place] + said[place + len(line) :]
    if any(not office.in_lines for office in notice.document.offices):
        assert said.count("联系方式：") == 1
        said = said.replace("联系方式：", "")
    for office in notice.document.offices:
        if not office.in_lines and (hours := office.line("hours")):
            assert row(hours.line) in said
            said = said.replace(row(hours.line), row(f"（{hours.text}）"))
    posting = notice.document.posting
    if posting and not posting.values:
        assert said.count(row(posting.line)) == 1
        said = said.replace(row(posting.line), row(posting.line) + "。")
    return said


@pytest.mark.parametrize("name", CASES)
def test_page(name: str, built: Path, made: dict[str, Composed]) -> None:
    """The page and its large print say the published text, and nothing else."""
    own, _, wanted = case(name, made[name])
    if PLACES[name].parent == GENRES:
        wanted = on_page(wanted, made[name])
    assert len(wanted) > 100
    for page in PAGES:
        data = (built / name / page).read_bytes()
        assert not apart(name, page_text(data), wanted), page
        assert row("".join(own)) in page_facts(data), page


@pytest.mark.parametrize("name", CASES)
def test_plain_text(name: str, built: Path, made: dict[str, Composed]) -> None:
    """So does notice.txt, but for the facts of its head."""
    own, pictures, wanted = case(name, made[name])
    plain = plain_parts((built / name / "notice.txt").read_bytes(), own, pictures)
    assert not apart(name, plain.said, wanted)


@pytest.mark.parametrize("name", CASES)
def test_fragments(name: str, built: Path, made: dict[str, Composed]) -> None:
    """So do both fragments, but for the title."""
    own, pictures, wanted = case(name, made[name])
    plain = plain_parts((built / name / "notice.txt").read_bytes(), own, pictures)
    for file, render in FRAGMENTS.items():
        problem = made[name].source.notice.labels.problem
        said = fragment_text(render(made[name]), plain, problem)
        assert not apart(name, said, wanted), file


@pytest.mark.slow
@pytest.mark.usefixtures("weasyprint")
@pytest.mark.parametrize("name", CASES)
def test_pdf(name: str, built: Path, made: dict[str, Composed]) -> None:
    """So does the PDF, but for the facts of its head."""
    own, pictures, wanted = case(name, made[name])
    plain = plain_parts((built / name / "notice.txt").read_bytes(), own, pictures)
    found = pdf_text(render_pdf(made[name]), plain)
    assert not apart(name, found, wanted)


@pytest.mark.parametrize("name", CASES)
def test_comparison(name: str, built: Path) -> None:
    """A comparison with a version that lacks, rewords and moves text says the new one in order."""
    text = (built / name / "notice.txt").read_bytes().decode("utf-8-sig")
    new = [line for line in text.split("\r\n") if line]
    old = [new[-1], *(line.replace("整改", "改正") for at, line in enumerate(new[:-1]) if at % 5)]
    changes = compare_paragraphs(old, new)
    for wanted, left_out in ((new, Op.DELETED), (old, Op.INSERTED)):
        runs = (run for change in changes for run in change.runs if run.op is not left_out)
        assert not difference(row("".join(run.text for run in runs)), row("".join(wanted)))


# What a writer could do wrong: what it wrote, and what it would have written; then where they part.
WRONGS = {
    "a moved text": (
        "13-triplet-status",
        [("未发现因病返贫情形。", ""), ("组建紧密型", "未发现因病返贫情形。组建紧密型")],
        "整改措施：”: wanted “组建紧密型医共体；推动优质资源下沉。整改”, found “未发现因病",
    ),
    "a doubled state": (
        "12-two-level",
        [("（正在整改）", "（正在整改）（正在整改）")],
        "（正在整改）”: wanted “3.信访积案",
    ),
    "a lost comma": (
        "13-triplet-status",
        [("，储备物资", "储备物资")],
        "整改情况：修订应急预案4个”: wanted “，储备物资",
    ),
    "an added label": (
        "13-triplet-status",
        [("健全应急物资", "整改要求：健全应急物资")],
        "整改措施：”: wanted “健全应急物资储备目录；开展应急演练；补齐”, found “整改要求：健全",
    ),
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_what_is_wrong_is_told(wrong: str, built: Path, made: dict[str, Composed]) -> None:
    """The comparison can fail: page, text and fragment that say it otherwise are told, and where."""
    name, changes, told = WRONGS[wrong]
    own, pictures, wanted = case(name, made[name])
    page, text = ((built / name / file).read_bytes() for file in ("index.html", "notice.txt"))
    fragment = render_plain_fragment(made[name])
    spoilt = []
    for data in (page, text, fragment):
        said = data.decode()
        for right, other in changes:
            assert right in said
            said = said.replace(right, other, 1)
        spoilt.append(said.encode())
    plain = plain_parts(spoilt[1], own, pictures)
    for found in (page_text(spoilt[0]), plain.said, fragment_text(spoilt[2], plain)):
        assert flat(told) in flat(apart(name, found, wanted))


def test_every_example_has_a_notice() -> None:
    """X1 to X30 and Y1 to Y17 have a notice each, or a reason for having none; none is unused."""
    examples = tomllib.loads((FOLDER / "examples.toml").read_text("utf-8"))
    wanted = {f"X{n}" for n in range(1, 31)} | {f"Y{n}" for n in range(1, 18)}
    assert wanted == examples["fixtures"].keys() | examples["left_out"].keys()
    published = {path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.json")}
    named = {*examples["fixtures"].values(), *examples["more"]}
    assert {path.stem for path in FOLDER.glob("*.yaml")} == published | named
    assert {path.stem for path in FOLDER.glob("*.txt")} == published | named
    assert {path.stem for path in GENRES.glob("*.txt")} == {p.stem for p in GENRES.glob("*.yaml")}


def test_lists_leave_out_the_comma_of_a_heading(built: Path) -> None:
    """Contents and ledger name a heading without the comma with which its text goes on."""
    root = parse_page(built / "y14" / "index.html")
    (heading,) = (each for each in by_class(root, "dn-h2") if "统一思想" in visible_text(each))
    assert visible_text(heading) == "（一）统一思想，"
    listed = by_class(root, "dn-contents") + by_class(root, "dn-ledger")
    texts = [text for each in listed for text in map(str.strip, each.itertext())]
    assert {"（一）统一思想", "机关作风不实"} <= set(texts)
    assert not [text for text in texts if text.endswith("，")]


def test_what_pages_add_is_theirs() -> None:
    """Every element that the comparison leaves out is one that the templates write."""
    folder = ROOT / "templates"
    templates = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.html")))
    for name in OWN:
        assert f'class="{name}"' in templates or f'id="{name}"' in templates, name
