"""``import`` as a command line: a draft with its account, or nothing at all."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from disclosure.pipeline.build import build_site
from tests.command import Done, command
from tests.conftest import ROOT, Project
from tests.importer.word_files import docx, p, part

_TEXT = (
    "云岭县水务局党组关于巡察整改进展情况的通报\n"
    "来源:云岭县水务局  发布时间:2024-06-15\n"
    "2023年9月11日至12月8日,县委第一巡察组对县水务局党组开展了巡察。\n"
    "一、提高政治站位\n已召开党组会议3次(含扩大会议)。\n"
    "二、抓好整改落实\n1.制度不健全。\n整改成效:制定制度2项。\n"
    "欢迎广大干部群众监督。\n联系电话:0360-5550118\n云岭县水务局党组\n2024年6月15日\n"
)


def run(project: Project, *words: str) -> Done:
    """Run ``import`` in a project."""
    options = ("--content", str(project.content))
    return command("import", *words, *options, cwd=project.root, environment={"PATH": ""})


def drafts(project: Project) -> list[str]:
    """Return what lies in the folder of notices besides what the project began with."""
    names = sorted(path.name for path in (project.content / "notices").iterdir())
    return [name for name in names if name.startswith("2024")]


@pytest.fixture
def source(project: Project) -> Path:
    """Return a file of an office."""
    path = project.root / "通报.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_writes_a_draft(project: Project, source: Path) -> None:
    """Under the date of the notice; said in one line is that every character is accounted for."""
    done = run(project, str(source))
    assert done.returncode == 0, done.stdout + done.stderr
    total = len("".join(_TEXT.split()))
    assert f"原文 {total} 字，全部有着落：" in done.stdout
    assert "草稿印出的文字与原文逐字相同" in done.stdout
    assert "标点 : 改为 ：（4 处：" in done.stdout
    assert drafts(project) == ["2024-06-15-1.yaml"]
    text = (project.content / "notices" / "2024-06-15-1.yaml").read_text("utf-8")
    assert "title: 云岭县水务局党组关于巡察整改进展情况的通报\n" in text
    assert "body: 已召开党组会议3次（含扩大会议）。\n" in text
    words = ("check", "2024-06-15-1", "--content", str(project.content))
    checked = command(*words, cwd=project.root, environment={"PATH": ""})
    assert "错误" not in checked.stdout.rpartition("检查了")[0], checked.stdout


def test_never_overwrites(project: Project, source: Path) -> None:
    """A second draft takes the next number; a name that is taken is refused."""
    assert run(project, str(source)).returncode == 0
    assert run(project, str(source)).returncode == 0
    assert drafts(project) == ["2024-06-15-1.yaml", "2024-06-15-2.yaml"]
    before = (project.content / "notices" / "2024-06-15-1.yaml").read_bytes()
    done = run(project, str(source), "--to", str(project.content / "notices/2024-06-15-1.yaml"))
    assert done.returncode == 1
    assert "已经有了，没有覆盖" in done.stderr
    assert (project.content / "notices" / "2024-06-15-1.yaml").read_bytes() == before


def test_report(project: Project, source: Path) -> None:
    """The page has source and destination, and loads nothing."""
    report = project.root / "报告.html"
    done = run(project, str(source), "--report", str(report))
    assert done.returncode == 0, done.stdout + done.stderr
    page = report.read_text("utf-8")
    assert "导入报告：通报.txt" in page
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "src=" not in page
    assert "<p>已召开党组会议3次<span" in page
    assert "已召开党组会议3次（含扩大会议）。" in page


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings(project: Project, source: Path, encoding: str) -> None:
    """Whatever the office's editor saved it in."""
    source.write_text(_TEXT, encoding=encoding)
    done = run(project, str(source))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "全部有着落" in done.stdout
    text = (project.content / "notices" / "2024-06-15-1.yaml").read_text("utf-8")
    assert "云岭县水务局党组" in text


def test_standard_input(project: Project) -> None:
    """``-`` reads it, here in GBK."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "disclosure", "import", "-", "--content", project.content],
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=project.root,
        input=_TEXT.encode("gbk"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert drafts(project) == ["2024-06-15-1.yaml"]


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ((), 2, "请写一个要导入的文件"),
        (("a.txt", "b.txt"), 2, "请写一个要导入的文件"),
        (("没有.docx",), 1, "没有找到文件 没有.docx"),
        (("content",), 1, "不是文件"),
        (("通报.txt", "--to", "大写A.yaml"), 2, "不能作网址"),
        (("通报.txt", "--revisions", "both"), 2, "--revisions 不能是“both”"),
        (
            ("通报.txt", "--to", "2024-06-15-swj.yaml"),
            2,
            "content/notices/2024-06-15-swj.yaml",
        ),
        (("通报.txt", "--report", "content/site.yaml"), 2, "文件名要以 .html 结尾"),
        (("通报.html", "--report", "通报.html"), 2, "会把它覆盖掉"),
    ],
)
def test_wrong_usage(
    project: Project, source: Path, words: tuple[str, ...], status: int, expected: str
) -> None:
    """Each slip is told in a sentence, and nothing is written."""
    assert source.exists()
    done = run(project, *words)
    assert done.returncode == status, done.stdout + done.stderr
    assert expected in done.stdout + done.stderr
    assert drafts(project) == []


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04broken", b"\x00\x01\x02" * 50, b"\xd0\xcf\x11\xe0"]
)
def test_refused_files_write_nothing(project: Project, source: Path, data: bytes) -> None:
    """Neither a draft nor a report."""
    source.write_bytes(data)
    report = project.root / "r.html"
    done = run(project, str(source), "--report", str(report))
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr.strip()
    assert drafts(project) == []
    assert not report.exists()


def test_words_of_secrecy_stop(project: Project, source: Path) -> None:
    """Until it is confirmed nothing is written but the report that was asked for."""
    source.write_text("内部资料 注意保存\n" + _TEXT, encoding="utf-8")
    report = project.root / "r.html"
    done = run(project, str(source), "--report", str(report))
    assert done.returncode == 1
    assert "没有写草稿，因为文件里有这样的字样" in done.stdout
    assert "--confirm-public" in done.stdout
    assert drafts(project) == []
    assert "内部资料" in report.read_text("utf-8")
    done = run(project, str(source), "--confirm-public")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "内部资料" not in (project.content / "notices" / "2024-06-15-1.yaml").read_text("utf-8")


def test_english(project: Project, source: Path) -> None:
    """In English the messages are English, the draft stays Chinese."""
    done = run(project, str(source), "--lang", "en")
    assert "all of them accounted for" in done.stdout
    assert done.returncode == 0


def test_update(project: Project, source: Path) -> None:
    """A corrected file changes words in their lines; the work of others stays."""
    assert run(project, str(source)).returncode == 0
    path = project.content / "notices" / "2024-06-15-1.yaml"
    text = path.read_text("utf-8").replace(
        "  - title: 提高政治站位\n",
        "  # 豁免 names.leaders：核对过\n  - title: 提高政治站位\n    id: station\n",
    )
    path.write_text(text, encoding="utf-8")
    source.write_text(_TEXT.replace("会议3次", "会议4次"), encoding="utf-8")
    shown = run(project, str(source), "--update", "2024-06-15-1")
    assert shown.returncode == 0, shown.stdout + shown.stderr
    assert "+    body: 已召开党组会议4次（含扩大会议）。" in shown.stdout
    assert path.read_text("utf-8") == text
    done = run(project, str(source), "--update", "2024-06-15-1", "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    assert path.read_text("utf-8") == text.replace("会议3次", "会议4次")
    assert path.with_name("2024-06-15-1.yaml.bak").read_text("utf-8") == text
    again = run(project, str(source), "--update", "2024-06-15-1")
    assert "没有可以自动修改的地方" in again.stdout
    assert drafts(project) == ["2024-06-15-1.yaml", "2024-06-15-1.yaml.bak"]


def test_update_tells_of_data_that_stays(project: Project, source: Path) -> None:
    """A name under a label changes in the text; the line says both, and the check stops."""
    line = "整改成效:制定制度2项。\n"
    source.write_text(_TEXT.replace(line, "责任领导:张某某\n" + line), encoding="utf-8")
    assert run(project, str(source)).returncode == 0
    assert "leader: 张某某" in (project.content / "notices/2024-06-15-1.yaml").read_text("utf-8")
    source.write_text(_TEXT.replace(line, "责任领导:李某某\n" + line), encoding="utf-8")
    done = run(project, str(source), "--update", "2024-06-15-1", "--write")
    assert done.returncode == 1
    assert "正文写的是“责任领导：李某某”，数据 leader 仍是“张某某”" in done.stdout
    words = ("check", "2024-06-15-1", "--content", str(project.content))
    checked = command(*words, cwd=project.root, environment={"PATH": ""})
    assert "structure.told_apart" in checked.stdout


def test_update_tells_what_is_for_a_person(project: Project, source: Path) -> None:
    """A label in other words, and a notice that is not there."""
    assert run(project, str(source)).returncode == 0
    source.write_text(_TEXT.replace("整改成效", "进展"), encoding="utf-8")
    done = run(project, str(source), "--update", "2024-06-15-1", "--write")
    assert done.returncode == 1
    assert "段落、标题或标签有增减" in done.stdout
    missing = run(project, str(source), "--update", "no-such")
    assert missing.returncode == 1
    assert "没有找到通报“no-such”" in missing.stderr
    alone = run(project, str(source), "--write")
    assert alone.returncode == 2


def _run_of(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _word_file() -> bytes:
    """Return a file with a comment, a revised figure and hidden text."""
    by = 'w:author="某甲" w:date="2023-01-02T00:00:00Z"'
    figure = (
        f'<w:ins w:id="1" {by}>{_run_of("3.25")}</w:ins>'
        f'<w:del w:id="2" {by}><w:r><w:delText>2.35</w:delText></w:r></w:del>'
    )
    about = (
        f'<w:commentRangeStart w:id="0"/>{_run_of("76%")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    hidden = _run_of("联系人手机13800138000", "<w:rPr><w:vanish/></w:rPr>")
    paragraphs = (
        _run_of("云岭县水务局党组关于巡察整改进展情况的通报"),
        _run_of("一、提高政治站位"),
        f"{_run_of('完成率达到')}{about}{_run_of('，投入')}{figure}{_run_of('万元。')}",
        f"{hidden}{_run_of('另，已办结。')}",
        _run_of("云岭县水务局党组"),
        _run_of("2024年6月15日"),
    )
    comment = f'<w:comment w:id="0" {by}><w:p>{_run_of("此数待核")}</w:p></w:comment>'
    return docx(
        "".join(f"<w:p>{each}</w:p>" for each in paragraphs),
        parts={"word/comments.xml": part("comments", comment)},
    )


@pytest.mark.parametrize(("revisions", "figure"), [("final", "3.25"), ("original", "2.35")])
def test_word_files(project: Project, revisions: str, figure: str) -> None:
    """A comment stays open, a revision is chosen and told, hidden text is checked and left out."""
    source = project.root / "通报.docx"
    source.write_bytes(_word_file())
    done = run(project, str(source), "--revisions", revisions)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "全部有着落" in done.stdout
    assert "逐字相同" in done.stdout
    assert "2.35" in done.stdout
    assert "3.25" in done.stdout
    assert "这里有手机号（138****8000）" in done.stdout
    text = (project.content / "notices" / "2024-06-15-1.yaml").read_text("utf-8")
    assert f"完成率达到76%，投入{figure}万元。" in text
    assert "138" not in text
    assert "某甲" not in text
    assert "# 批注（未处理）：此数待核（“76%”）\n" in text
    words = ("check", "2024-06-15-1", "--content", str(project.content))
    checked = command(*words, cwd=project.root, environment={"PATH": ""})
    assert "警告 原文件里的批注还没有处理：此数待核（“76%”）" in checked.stdout


def _png() -> bytes:
    """Return a picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixel = chunk(b"IDAT", zlib.compress(b"\x00\xff\xff\xff", 9))
    return b"\x89PNG\r\n\x1a\n" + head + pixel + chunk(b"IEND", b"")


def test_pictures_of_word_files(project: Project) -> None:
    """They lie in the folder of the draft, which builds."""
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="公示栏照片"/><a:graphic>'
        '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image1"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    paragraphs = (
        _run_of("云岭县水务局党组关于巡察整改进展情况的通报"),
        _run_of("一、提高政治站位"),
        _run_of("已召开会议3次。"),
        drawing,
        _run_of("二、抓好整改"),
        _run_of("已制定制度2项。"),
        _run_of("联系电话：0360-5550118"),
        _run_of("云岭县水务局党组"),
        _run_of("2024年6月15日"),
    )
    source = project.root / "通报.docx"
    body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    source.write_bytes(docx(body, parts={"word/media/image1.png": _png()}))
    done = run(project, str(source))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "（图片 1 张）" in done.stdout
    (folder,) = (each for each in (project.content / "notices").iterdir() if each.is_dir())
    assert [each.read_bytes() for each in folder.iterdir()] == [_png()]
    built = build_site(project.settings)
    assert built.built, built.diagnostics


def test_update_with_revisions(project: Project) -> None:
    """Each is told with place, author and day, before the difference; a second run has nothing."""
    title, text = "云岭县水务局党组关于巡察整改进展情况的通报", "已召开党组会议"
    who = 'w:author="张三" w:date="2024-06-20T09:00:00Z"'
    struck = f'<w:del w:id="1" {who}><w:r><w:delText>3次</w:delText></w:r></w:del>'
    added = f'<w:ins w:id="2" {who}><w:r><w:t>4次</w:t></w:r></w:ins>'
    lines = (p(title), p("一、提高站位"), p(text, struck, added, "。"), p("云岭县水务局党组"))
    marked = project.root / "改.docx"
    marked.write_bytes(docx("".join((*lines, p("2024年6月15日")))))
    first = run(project, str(marked), "--revisions", "original")
    assert "草稿已写到" in first.stdout, first.stdout + first.stderr
    name = first.stdout.partition("content/notices/")[2].partition(".yaml")[0]
    path = project.content / "notices" / f"{name}.yaml"
    before = path.read_text("utf-8")
    assert "已召开党组会议3次。" in before
    shown = run(project, str(marked), "--update", name)
    assert "第一章 张三 2024-06-20：“3次”改为“4次”" in shown.stdout, shown.stdout + shown.stderr
    assert path.read_text("utf-8") == before
    done = run(project, str(marked), "--update", name, "--write")
    assert path.read_text("utf-8") == before.replace("3次", "4次"), done.stdout + done.stderr
