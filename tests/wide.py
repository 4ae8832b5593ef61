"""A notice whose tables are wider, higher and harder to break than a sheet."""

ADDRESS = "x" * 250
LONG = "一二三四五六七八九十。" * 220
COLUMNS = (8, 10, 16, 17, 20, 24)


def cells(columns: int, rows: int = 14) -> list[list[str]]:
    """Return the cells of a table, each of which is told from all others."""
    return [[f"甲{columns:02}{row:02}{column:02}.56万元" for column in range(columns)]
            for row in range(rows)]  # fmt: skip


def notice() -> str:
    """Return the notice."""
    tables = "".join(
        f"      - caption: 共{columns}列的表\n"
        f"        columns: [{', '.join(f'第{each}栏名称' for each in range(columns))}]\n"
        "        rows:\n"
        + "".join(f"          - [{', '.join(row)}]\n" for row in cells(columns))
        + "        note: 表后的注\n"
        for columns in COLUMNS
    )
    return f"""\
title: 中共某某区委关于1102家企业专项整改进展情况的通报
issuer: 中共某某区委
source: 某区纪委
published: 2022-02-23
published_time: 09:30
lead: ['地址：{ADDRESS}。', '{"走访了1102家企业、38个项目，" * 30}完。']
sections:
  - title: 整改情况
    tables:
{tables}  - title: 长格
    body: '{"国家" * 160}'
    tables:
      - caption: 长格的表
        columns: [名, 内容, 地址]
        rows:
          - [乙, '{LONG}', '{ADDRESS}']
          - [丙, 完了, 某处]
contact: {{phone: 0563-2263070}}
"""
