"""What may be signed: by whom, with which names, opinions, keys and clocks."""

import functools
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from disclosure.clock import moment_in_china
from disclosure.editorial.check import CheckContext, Checked, check_project
from disclosure.editorial.sign import Given, review_of, sign
from disclosure.editorial.sign_request import SignRequest
from disclosure.errors import DisclosureError, OutputError, UsageError
from disclosure.model.review import ReviewRecord, StepState
from disclosure.project.signoffs import Review, review_path
from disclosure.source.load import load_model
from disclosure.versioning.seal import seal
from tests.conftest import Project

KEY_NEEDED = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed")
_HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cs"}
NAMES = (("初审", "张三"), ("复审", "李四"), ("终审", "王五"))


def look(project: Project) -> tuple[Checked, CheckContext]:
    """Check the notice."""
    checking = check_project(project.settings)
    assert checking.context is not None
    return next(iter(checking.notices)), checking.context


def wanted(
    project: Project,
    role: str,
    name: str,
    *,
    opinion: str = "",
    decision: str = "同意",
    key: Path | None = None,
) -> Given:
    """Sign the notice as it stands."""
    return sign(*look(project), SignRequest(role, name, decision, opinion, key))


def judged(project: Project) -> Review:
    """Return how the sign-off stands."""
    review = review_of(*look(project))
    assert review is not None
    return review


@functools.cache
def make_key(folder: Path, name: str) -> Path:
    """Make a key and return its private half."""
    path = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(command, check=True)
    return path


def register(project: Project, *names: str) -> list[Path]:
    """List a key for each name, as the office does."""
    keys = [make_key(project.root, f"key{at}") for at, _ in enumerate(names)]
    signers = project.content / "reviews" / "allowed_signers"
    signers.parent.mkdir(exist_ok=True)
    rows = [
        f'"{name}" {key.with_suffix(".pub").read_text("utf-8")}'
        for name, key in zip(names, keys, strict=True)
    ]
    signers.write_text("".join(rows), encoding="utf-8")
    return keys


@KEY_NEEDED
def test_stripped_signatures(project: Project) -> None:
    """Where keys are known, sign-offs whose signatures were taken out do not count, and are told."""
    keys = register(project, *(name for _, name in NAMES))
    for (role, name), key in zip(NAMES, keys, strict=True):
        wanted(project, role, name, key=key)
    assert judged(project).verdict.complete
    path = review_path(project.settings, "first")
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(r for r in rows if "signature:" not in r), encoding="utf-8")
    states = [step.state for step in judged(project).verdict.steps]
    assert states == [StepState.UNSIGNED] * 3
    checked, context = look(project)
    with pytest.raises(OutputError) as caught:
        seal(checked, context, "首次公布", "")
    assert caught.value.code == "seal.unsigned"


@KEY_NEEDED
def test_keys_of_the_office(project: Project) -> None:
    """Without a key, or with another's, nothing is recorded where keys are known."""
    keys = register(project, "张三", "李四")
    with pytest.raises(UsageError) as no_key:
        wanted(project, "初审", "张三")
    assert no_key.value.code == "sign.no_key"
    for name in ("李四", "赵六"):
        with pytest.raises(OutputError) as caught:
            wanted(project, "初审", name, key=keys[0])
        assert caught.value.code == "sign.key_unknown"
    assert not review_path(project.settings, "first").exists()
    assert wanted(project, "初审", "张三", key=keys[0]).sign_off.signature


@pytest.mark.parametrize(
    "name",
    [
        "甲,乙",
        "甲*",
        "*",
        "甲?",
        "!甲",
        '"甲"',
        "甲 乙",
        "甲\u3000乙",
        "#甲",
        "甲\\乙",
        ",",
        "甲 ",
        "@甲",
        "-甲",
    ],
)
def test_names_that_are_patterns(project: Project, name: str) -> None:
    """A name that OpenSSH reads as a pattern or list is refused with a key, and told without one."""
    with pytest.raises(UsageError) as caught:
        wanted(project, "初审", name, key=project.root / "key")
    assert caught.value.code == "sign.pattern"
    assert not review_path(project.settings, "first").exists()
    given = wanted(project, "初审", name)
    if given.sign_off.name != "甲":  # blanks around it are taken off
        assert "sign.pattern_told" in [code for code, _ in given.remarks]


@pytest.mark.parametrize(
    "other", ["张三\u0301", "張三", "张 三", "张\u3000三", "张·三", "（张三）"]
)
def test_one_person_twice(project: Project, other: str) -> None:
    """Names that look alike are one person: refused where it is needed, told where it is not."""
    wanted(project, "初审", "张三")
    with pytest.raises(UsageError) as caught:
        wanted(project, "复审", other)
    assert caught.value.code == "sign.same_person"
    site = project.content / "site.yaml"
    site.write_text(site.read_text("utf-8") + "review: {people: 2}\n", encoding="utf-8")
    assert "sign.alike" in [code for code, _ in wanted(project, "复审", other).remarks]
    assert judged(project).verdict.people == 1


def test_every_hidden_character(project: Project) -> None:
    """Every control, format, separator and surrogate is refused in name and opinion, and nothing written."""
    checked, context = look(project)
    hidden = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) in _HIDDEN]
    told = 0
    for char in [*(c for c in hidden if not "\ud800" < c < "\udfff"), "\udcff"]:
        for name, opinion in ((f"张{char}三", ""), ("张三", f"好{char}。"), (f"{char}张三", "")):
            with pytest.raises(UsageError) as caught:
                sign(checked, context, SignRequest("初审", name, "同意", opinion, None))
            assert caught.value.code == "sign.character"
            assert caught.value.params["point"] == f"U+{ord(char):04X}"
            told += 1
    assert told > 600
    assert not review_path(project.settings, "first").exists()


@pytest.mark.slow
def test_every_blank_and_mark(project: Project) -> None:
    """What is recorded is read again as it was given, whatever blanks, marks and quotes it holds."""
    checked, context = look(project)
    kinds = {"Zs", "Pd", "Pi", "Pf", "Ps", "Pe", "Sk", "Co"}
    chars = [c for c in map(chr, range(0x2FFFF)) if unicodedata.category(c) in kinds][::7]
    chars += [*"\"'\\:#-?{}[]&*!|>%@`,", "\ufffd", "\uffff"]
    path, written = review_path(project.settings, "first"), 0
    for char in chars:
        path.unlink(missing_ok=True)
        opinion = f"{char}好{char}好{char}"
        try:
            given = sign(
                checked, context, SignRequest("初审", "张三", "退回", opinion, None)
            ).sign_off
        except DisclosureError:
            assert not path.exists()
            continue
        loaded = load_model(path.read_bytes(), Path("x"), ReviewRecord)  # type: ignore[arg-type]
        assert loaded.model is not None
        assert loaded.model.signatures == (given,)
        written += 1
    assert written > 100


@pytest.mark.parametrize("blank", [" ", "\u3000", "  \u00a0"])
def test_blanks_alone(project: Project, blank: str) -> None:
    """A name or opinion of blanks alone is refused."""
    for name, opinion in ((blank, ""), ("张三", blank)):
        with pytest.raises(UsageError) as caught:
            wanted(project, "初审", name, opinion=opinion)
        assert caught.value.code == "cli.no_value"
    assert not review_path(project.settings, "first").exists()


@pytest.mark.parametrize(
    "epoch",
    [
        "²",
        "99999999999999999",
        "253402300800",
        "253402272000",
        "-1",
        "",
        " ",
        "1e9",
        "１２３",
        "1.5",
        "+1",
        "0x10",
        "now",
    ],
)
def test_epoch_that_is_none(project: Project, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no time is one sentence, for every command, and nothing is done."""
    from disclosure.cli.main import main

    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError) as caught:
        moment_in_china()
    assert caught.value.code == "cli.bad_epoch"
    for command in ("build", "sign", "check", "verify", "seal", "publish", "export"):
        assert (
            main([command, "--content", str(project.content), "--output", str(project.output)]) == 2
        )
    assert not project.output.exists()


@pytest.mark.parametrize("epoch", ["0", "1645000000", "253402271999"])
def test_epoch(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any second from 1970 to the end of 9999 in China is a time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert moment_in_china().endswith("+08:00")


@pytest.mark.parametrize("char", ["\u3164", "\u2800", "\u115f", "\uffa0", "\u034f"])
@pytest.mark.parametrize("text", ["{}", "张{}三"])
def test_letters_that_show_nothing(project: Project, char: str, text: str) -> None:
    """Fillers and empty patterns are no name and no opinion; nothing is written."""
    checking = check_project(project.settings)
    assert checking.context is not None
    checked = next(iter(checking.notices))
    for name, opinion in ((text.format(char), ""), ("张三", text.format(char))):
        wanted = SignRequest("初审", name, "同意", opinion, None)
        with pytest.raises(UsageError) as caught:
            sign(checked, checking.context, wanted)
        assert caught.value.code == "sign.character"
    assert not (project.content / "reviews").exists()
