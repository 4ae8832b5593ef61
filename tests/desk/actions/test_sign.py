"""Signing and sending back by buttons."""

from pathlib import Path

import pytest

from disclosure.desk.actions import return_text, sheet, sign
from disclosure.desk.actions.said import refusal
from disclosure.desk.actions.sign import Signer, key_choices
from disclosure.editorial.approval_sheet import write_sheet
from disclosure.editorial.check import check_file
from disclosure.errors import DisclosureError
from tests.conftest import NOTICE, Project
from tests.desk.actions.clerk import Clerk
from tests.stages.office import stand


@pytest.fixture
def clerk(project: Project) -> Clerk:
    """Give a clerk with one sound notice."""
    return Clerk(project)


def refused(clerk: Clerk, signer: Signer) -> str:
    """Sign, and return why that was refused."""
    with pytest.raises(DisclosureError) as told:
        sign.do(clerk.file, clerk.context, signer)
    return refusal(told.value, "zh")


def test_three_signatures(clerk: Clerk) -> None:
    """Each says who is next, the last that it can be sealed; the record is that of the command."""
    assert clerk.sign_all() == [
        "张三 已以“初审”签署同意；下一步请“复审”审签",
        "李四 已以“复审”签署同意；下一步请“终审”审签",
        "王五 已以“终审”签署同意；审签已经完成，可以定版",
    ]
    assert stand(clerk.project).waiting_role == ""
    assert (clerk.project.content / ".gitattributes").is_file()


def test_sent_back(clerk: Clerk) -> None:
    """Sending back says which steps are signed anew, in their order."""
    sign.do(clerk.file, clerk.context, Signer("初审", " 张三 ", " "))
    done = return_text.do(clerk.file, clerk.context, Signer("复审", "李四", "数字不对"))
    assert done.said == "李四 已以“复审”退回这一稿；改好以后，请重新审签：初审、复审、终审"
    record = (clerk.project.content / "reviews" / "first.yaml").read_text("utf-8")
    assert 'name: "张三"' in record
    assert 'opinion: "数字不对"' in record
    assert stand(clerk.project).next.code == "next.returned_why"


def test_said_beforehand(clerk: Clerk) -> None:
    """What a button will do stands beside it."""
    assert sign.will(clerk.context, "初审").startswith("以“初审”的名义同意这一稿；")
    assert return_text.will(clerk.context) == "退回这一稿；改好以后，从“初审”起全部重新审签"


def test_refused_without_words_of_the_command_line(clerk: Clerk) -> None:
    """Why a signature is refused is said without options; nothing is recorded."""
    assert refused(clerk, Signer("初审", " ")) == "请写上审签人的姓名"
    assert refused(clerk, Signer("复审", "李四")).startswith("还没有轮到：“初审”")
    assert refused(clerk, Signer("四审", "李四")) == "没有“四审”这一项；可以是 初审、复审、终审"
    assert "U+200B" in refused(clerk, Signer("初审", "张\u200b三"))
    clerk.project.write("first", NOTICE.replace("招商成效不明显。", "手机13912345678。"))
    said = refused(clerk, Signer("初审", "张三"))
    assert said.startswith("这份通报还有错误没有改正")
    assert "--" not in said
    assert not (clerk.project.content / "reviews").exists()


def test_dates_are_told_without_names_of_keys(clerk: Clerk) -> None:
    """A date of publication that cannot be right is told as a form knows it."""
    clerk.project.write(
        "first", NOTICE.replace("published: 2022-02-23\npublished_time: 09:30\n", "")
    )
    assert refused(clerk, Signer("初审", "张三")).endswith("日期也是审签的内容，请先填上")
    clerk.project.write("first", NOTICE.replace("published: 2022-02-23", "published: 2099-02-23"))
    said = refused(clerk, Signer("初审", "张三"))
    assert said.startswith("发布日期 2099-02-23 比今天 ")
    assert "published" not in said


def test_key_is_asked_for(clerk: Clerk) -> None:
    """Where keys are on record, a signature without one is refused in the desk's words."""
    (clerk.project.content / "reviews").mkdir()
    (clerk.project.content / "reviews" / "allowed_signers").write_bytes(b"")
    assert refused(clerk, Signer("初审", "张三")).endswith("请选本人的密钥")


def test_keys_are_chosen_by_name(tmp_path: Path) -> None:
    """Keys are those of the user's own folder that have two halves; no other file is offered."""
    folder = tmp_path / ".ssh"
    folder.mkdir()
    for name in ("id_ed25519", "id_ed25519.pub", "known_hosts", "alone.pub", "config"):
        (folder / name).write_bytes(b"x")
    assert key_choices(tmp_path) == {"id_ed25519": folder / "id_ed25519"}
    assert key_choices(tmp_path / "nobody") == {}


def test_sheet_is_that_of_the_command(clerk: Clerk) -> None:
    """The approval sheet in the browser has the bytes that the command writes."""
    clerk.sign_all()
    context = clerk.context
    path = write_sheet(clerk.project.root / "papers", check_file(clerk.file, context), context)
    assert sheet.do(clerk.file, context) == path.read_bytes()
    assert "王五" in path.read_text("utf-8")
