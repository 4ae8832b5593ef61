"""Texts of rules: 第一章 and 第一节 are headings, articles are text, and 1.1 counts if it goes on."""

from tests.importer.outline.trees import outlined, read, texts


def test_chapters_and_articles() -> None:
    """A mark that no style counts is part of its title; what an article lists is no heading."""
    lines = ["第一条　甲：", "（一）乙；", "（二）丙。", "第二条　丁。", "1.戊；", "第三条　己。"]
    text = "\n".join(["第一章　总则", "第一节 目的", *lines, "第二章　附则", "第四条　庚。"])
    assert read(text) == [
        ("第一章　总则", [("第一节 目的", lines)]),
        ("第二章　附则", ["第四条　庚。"]),
    ]


def test_articles_without_chapters() -> None:
    """Then there are no headings at all."""
    lines = ["第一条 甲：", "（一）乙。", "（二）丙。", "第二条 丁。", "第三条 己。"]
    assert texts(outlined("\n".join(lines)).before) == lines


def test_a_named_chapter_is_text() -> None:
    """A sentence that begins with the name of a chapter is no heading."""
    text = "第一章　总则\n第二章规定了办法，照此办理。\n文。"
    assert read(text) == [("第一章　总则", ["第二章规定了办法，照此办理。", "文。"])]


def test_an_article_that_is_quoted() -> None:
    """Articles that do not follow one another take no headings away."""
    text = "一、甲\n第一条规定如下。\n第六条规定如下。\n第七条规定如下。\n（一）乙\n文。\n（二）丙\n文。"
    assert read(text) == [
        (
            "一、甲",
            [
                "第一条规定如下。",
                "第六条规定如下。",
                "第七条规定如下。",
                ("（一）乙", ["文。"]),
                ("（二）丙", ["文。"]),
            ],
        )
    ]


def test_decimals() -> None:
    """They are headings where the first is followed by the second; a figure is none."""
    text = "一、甲\n1.1 乙\n文。\n1.2 丙\n1.2.1 丁\n文。\n1.2.2 戊\n3.5 米以上\n1.3 己\n文。"
    assert read(text) == [
        (
            "一、甲",
            [
                ("1.1 乙", ["文。"]),
                ("1.2 丙", [("1.2.1 丁", ["文。"]), ("1.2.2 戊", ["3.5 米以上"])]),
                ("1.3 己", ["文。"]),
            ],
        )
    ]
