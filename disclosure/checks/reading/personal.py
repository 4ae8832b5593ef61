"""Personal information: names of private persons, and how findings show what they found."""

import re

_SURNAMES = (
    "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|东方|"
    "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴牧谷车侯秋仲伊宁仇祖武符刘景詹束龙叶幸司韶黎白怀蒲邰鄂咸籍赖卓蔺屠蒙池乔阴闻翟谭贡劳姬申扶堵冉宰雍桑桂牛寿边扈燕冀浦尚农温庄晏柴瞿阎慕连习艾鱼容古易廖终居衡步耿匡国文寇东沃越师巩聂勾敖融冷辛那简饶曾沙丰巢关蒯红游权盖益桓公肖]"
)
# A full name that nobody has shortened to 张某.
NAME = rf"(?P<name>(?:{_SURNAMES})(?![某×*XxＸ○])[\u4e00-\u9fff]{{1,2}})"
# What looks like a name and begins a word: 高度, 成立, 方面.
NOT_NAMES = re.compile(
    "^(?:高[度质效标]|成[立为员果]|方[面式案法]|国[家有]|明[确显]|常[态务]|安[全排]|包[括保]|任[务何]"
    "|计[划算]|解[决]|应[当急]|平[台均]|关[于注]|文[件化]|时[任间]|符[合]|连[续]|程[序]|管[理]|权[限]"
    "|强[化调]|终[身]|简[化]|单[位独]|宣[传]|农[业村]|公[开示司务职]|项[目]|章[程]|支[部持付]|居[民]"
    "|金[额融]|纪[检律委]|施[工]|严[重肃]|经[理办]|周[边]|乡|村|家|相|主|责|其|该|本|全|每)"
)


def mask(text: str) -> str:
    """Return ``text`` with its middle replaced by asterisks, as long as it was.

    Enough to find it again, not enough to use it. Formats of the county order in standards
    (永安, 2023): 138****1234, 35*************123.
    """
    size = len(text)
    if size == 18:
        head, tail = 2, 3
    elif size == 11:
        head, tail = 3, 4
    else:
        head, tail = (2, 2) if size > 6 else (1, 0)
    return text[:head] + "*" * (size - head - tail) + (text[size - tail :] if tail else "")
