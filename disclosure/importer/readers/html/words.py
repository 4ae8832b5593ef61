"""The words by which the furniture of a government site is known from its articles."""

import re
from typing import Final

_BLANKS: Final = re.compile(r"\s+")
# What is left of a line of buttons when these and signs are taken out: nothing.
_ACTION: Final = re.compile(
    "(?<![A-Za-z])END(?![A-Za-z])|点击[上下]?方?蓝字|关注我们|写留言|赞(?![助成美同])|预览时标签不可点|长按|识别|阅读原文"
    "|倍速(?:播放)?[0-9.]{0,4}[xX]?|打印(?:[本此该]?[页文]|预览)?|关闭(?:[本此该]页|窗口)?|(?:加入)?收藏(?:[本此该]页)?|返回(?:顶部|首页|上一?页|列表)?|分享(?:到|至)?"
    "|转发|微信|微博|新浪|腾讯|朋友圈|空间|扫一扫.{0,30}|二维码|手机(?:版|端|查看|浏览|阅读)|字体|字号"
    "|(?:特大|超大|[大中小特])(?:号|字)?|默认|放大|缩小|正常|还原|我?要?纠错|错误反馈|一键|语音播报"
    "|朗读|听全文|暂停|播放|继续|停止|无障碍(?:浏览|阅读)?|长者(?:版|模式)|关怀版|适老化|繁[體体](?:版|中文)?|简体"
    "|下载(?:全文|文字版)?|复制(?:链接|网址)?|保存|推荐给?朋友|举报|点赞|评论|首页|EN|English|A[+-]"
    "|(?:浏览|访问|点击|阅读)(?:次数|量|数)?[:：]?[0-9,]*次?|[视色阅]{1}觉?障碍|【|】"
    "|[上下]一?页|[首尾末]页|共[0-9]+页|在看|赞赏|喜欢作者|微信扫一扫|关注该公众号|原创|QQ(?:好友|空间)?"
    "|人人网|豆瓣|钉钉|更多|评论|留言|邮件|回到?顶部|纯净版|下载(?:PDF|pdf|Word|word)版?|导出|适老|TOP"
)
_SIGNS: Final = re.compile(r"[\s\W_0-9]+")
_ASKS: Final = re.compile(
    "(?:您?[对觉认]?[得为]?本?(?:次|网)?(?:页面?|文章|网站|信息|内容).{0,8}是否.{0,4}(?:满意|有用|帮助))[?？].{0,30}"
    "|(?:智能|在线)(?:问答|客服|咨询|助手|机器人).{0,12}(?:为您服务|在线|欢迎您).{0,4}"
)
_NEIGHBOUR: Final = re.compile(
    "(?:上一?[篇条页则]|下一?[篇条页则]|前一[篇条]|后一[篇条])(?:[:：>》]|$|.{0,2}[:：])"
    "|相关(?:链接|阅读|新闻|文章|稿件|信息|推荐|内容|报道|文档|解读|政策|资讯|专题)[:：>》]*$"
    "|(?:友情链接|政策解读|图解|解读链接|附加链接)[:：]?$"
    "|(?:一周|本周|今日|24小时|编辑)(?:热[门点文榜搜]|推荐|要闻)(?:排行)?[:：]?$"
    "|(?:热点|热门|推荐|最新|延伸)(?:推荐|阅读|新闻|文章|信息|排行|资讯)[:：]?$"
    "|(?:猜你喜欢|您?还可以看|大家都在看|同类信息|栏目(?:推荐|导航)|为您推荐|点击排行|更多[>》]*|您可能感兴趣.*)$"
)
_PATH: Final = re.compile(
    "(?:您?的?(?:现在的)?|当前)?(?:所在)?(?:当前)?位置[:：]?|您现在(?:的位置|所在)"
)
_PATH_SIGNS: Final = re.compile("[>》»›/]")
FOOT: Final = re.compile(
    r"ICP备|公网安备|网安备|版权所有|Copyright|©|网站标识码|政府网站标识|网站地图|技术支持[:：]"
    r"|网站支持IPv6|本网站支持|建议使用.{0,30}(?:浏览器|分辨率)|(?:主办|承办|运维|运营)(?:单位)?[:：]",
    re.IGNORECASE,
)
# Surely of a site, wherever it stands.
SURE_FOOT: Final = re.compile(
    "ICP备|公网安备|版权所有|网站标识码|Copyright ?©|^(?:网站|免责|版权|法律|隐私)声明[:：]"
    "|本(?:网站|站|平台|网页).{0,30}(?:缓存|Cookies?|隐私|转载|许可|授权|版权|免责)",
    re.IGNORECASE,
)
_NEAR_FOOT: Final = re.compile(
    "(?:主办|承办|运维|运营|协办)(?:单位)?[:：]|网站地图|联系我们|关于我们|技术支持|网站声明|隐私|免责"
    "|热线|建议使用|标识码|政务新媒体|ICP|网安|版权"
)
DATE: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}\s?[-/.年－]\s?[0-9]{1,2}\s?[-/.月－]\s?[0-9]{1,2}日?"
    r"(?:\s*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?"
)
_SENTENCE: Final = re.compile("[。；，]")
_SHORTEST_PROSE: Final = 12
_STAFF: Final = re.compile(
    r"[（(【\[]?(?:责任编辑|责任校对|责编|编辑|初审|复审|终审|一审|二审|三审|审核|审稿|校对|供稿|撰稿|摄影|录入)[:：｜|丨]"
    r"[一-龥A-Za-z·、/（）()【】\]:：｜|丨]{0,60}"
)
_FILES: Final = re.compile("(?:相关)?附件下载[:：]?|相关附件[:：]?|附件列表[:：]?|下载附件[:：]?")
_SHORTEST_TITLE: Final = 8
_TITLE_END: Final = re.compile(
    "(?:通报|公告|公示|报告|通知|公开|意见|方案|决定|情况|说明|结果|函|批复|纪要|清单|台账|总结|计划|整改|公报|通告"
    "|答复|信息|名单|办法|规定)(?:[（(〔\\[].{1,40}[）)〕\\]])?[”》]?$"
)
_DOCUMENT: Final = re.compile(
    r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|pptx?)(?:$|[?#])", re.IGNORECASE
)


def squeezed(text: str) -> str:
    """Return a text without its blanks, by which lines are compared."""
    return _BLANKS.sub("", text)


def is_prose(text: str) -> bool:
    """Say whether a line is of an article for sure: long enough, with signs of sentences."""
    return len(text) >= _SHORTEST_PROSE and _SENTENCE.search(text) is not None


def is_action(text: str) -> bool:
    """Say whether a line is nothing but buttons, 打印 关闭 [大 中 小], or asks the reader."""
    plain = squeezed(text)
    if not plain or len(plain) > 120:
        return False
    if _ASKS.fullmatch(plain):
        return True
    return _ACTION.search(plain) is not None and not _SIGNS.sub("", _ACTION.sub("", plain))


def is_neighbour(text: str) -> bool:
    """Say whether a line leads to other articles: 上一篇, 相关链接."""
    return _NEIGHBOUR.match(squeezed(text)) is not None


def is_path(text: str) -> bool:
    """Say whether a line is the way from the front page to this one."""
    plain = squeezed(text)
    if _PATH.match(plain):
        return True
    return len(plain) < 200 and "首页" in plain[:8] and _PATH_SIGNS.search(plain) is not None


def is_of_foot(text: str) -> bool:
    """Say whether a line is of the foot of a site, or a statement of the site about itself."""
    return bool(FOOT.search(text) or SURE_FOOT.search(text))


def is_near_foot(text: str) -> bool:
    """Say whether a line belongs to the foot of a site if the next one does."""
    return _NEAR_FOOT.search(squeezed(text)) is not None


def is_document(link: str) -> bool:
    """Say whether a link leads to a file, as an attachment's does."""
    return _DOCUMENT.search(link) is not None


def is_title_like(text: str) -> bool:
    """Say whether a line ends as titles of notices do: …情况的通报."""
    plain = squeezed(text)
    return len(plain) >= _SHORTEST_TITLE and _TITLE_END.search(plain) is not None


def is_staff(text: str) -> bool:
    """Say whether a line names who at the site worked on a page: 责任编辑：某某."""
    plain = squeezed(text)
    # 【我要纠错】责任编辑：某某
    while plain and (button := _ACTION.match(plain)) and not _STAFF.fullmatch(plain):
        plain = plain[button.end() :]
    return _STAFF.fullmatch(plain) is not None


def heads_files(text: str) -> bool:
    """Say whether a line is what a site writes over the files of an article: 附件下载."""
    return _FILES.fullmatch(squeezed(text)) is not None
