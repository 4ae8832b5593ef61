"""What privacy rules make of sentences about persons, and of sentences that only look so."""

import pytest

from tests.checks.desk import codes_in

PRIVATE = (
    ("走访阳光花园12栋3单元401室居民。", "privacy.address"),
    ("住和平小区6-3-573。", "privacy.address"),
    ("走访建设路3楼201户居民。", "privacy.address"),
    ("王某某家住东山村三组18号。", "privacy.address"),
    ("联系人1３８１２３４５６７８。", "privacy.mobile"),
    ("手机139 1234 5678，请勿外传。", "privacy.mobile"),
    ("电话138•1234•5678。", "privacy.mobile"),
    ("身份证号34182319900101****。", "privacy.identity"),
    ("身份证号３４１８２３１９９００１０１１２３７。", "privacy.identity"),
    ("身份证号3418 2319 9001 0112 37。", "privacy.identity"),
    ("身份证后四位1237。", "privacy.identity"),
    ("身份证尾号为１２３X。", "privacy.identity"),
    ("身份证后六位011237。", "privacy.identity"),
    ("号牌京A·F12345的车辆。", "privacy.plate"),
    ("号牌皖P12345D的车辆。", "privacy.plate"),
    ("退至账户（户名：李晓明）。", "privacy.bank_card"),
    ("给予王建国、李晓明等3人党内警告处分。", "privacy.sanctioned"),
    ("李晓明同志因工作失职被给予政务记过处分。", "privacy.sanctioned"),
    ("举报人李华反映的问题已办结。", "privacy.victim"),
    ("走访困难群众王建国、李晓明。", "privacy.victim"),
    ("高二学生李晓明（母亲王丽娟）获资助。", "privacy.minor"),
)
PUBLIC = (
    "单位地址：青山县建设路12号政务服务中心3号楼302室。",
    "推进幸福小区3号楼加装电梯。",
    "对阳光花园12栋3单元外墙进行维修。",
    "投入13812345678元，占比12.5%。",
    "缴入财政专户，账号：12345678901234567。",
    "批准文号为国药准字Z20203045，设备编号H12345678。",
    "证件号已核验，身份证号11************002X。",
    "对王某、李某给予党内警告处分。",
    "对安全生产责任人给予警告处分，将高新区予以通报批评。",
    "对石桥镇党委进行通报批评，对方案进行通报批评。",
    "学生安全、卫生工作常抓不懈，学校季查、班级月查。",
    "贫困户高质量脱贫，低保户应保尽保，患者康复、回访。",
    "监督举报电话0563-5123456，传真0563-5123457。",
)


@pytest.mark.parametrize(("text", "rule"), PRIVATE)
def test_the_private_is_found(text: str, rule: str) -> None:
    """A person's data is found however it is written."""
    assert rule in codes_in(text)


@pytest.mark.parametrize("text", PUBLIC)
def test_the_public_is_left(text: str) -> None:
    """Offices, goods and masked names are nobody's data."""
    assert not {code for code in codes_in(text) if code.startswith("privacy.")}
