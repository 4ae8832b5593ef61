"""Names of people that are one name to a reader, however they were typed.

Compatibility forms, combining marks, blanks, dots and case do not make another person, nor do
traditional and variant forms of the characters that surnames and given names are made of.
"""

import unicodedata
from typing import Final

# Pairs of a traditional or variant form and the simplified one: the surnames of the hundred
# families that have one, and characters common in given names.
_PAIRS: Final = (
    # Radicals that NFKC leaves alone, and input methods offer.
    "⻢马 ⻥鱼 ⻓长 ⻜飞 ⻋车 ⻅见 ⻉贝 ⻔门 ⻚页 ⻛风 ⻩黄 ⻬齐 ⻰龙 ⻳龟 ⻄西 ⻘青 ⻨麦 ⻦鸟 "
    "張张 陳陈 劉刘 楊杨 黃黄 趙赵 吳吴 呉吴 孫孙 馬马 鄭郑 羅罗 許许 韓韩 馮冯 鄧邓 蕭萧 葉叶 "
    "蘇苏 呂吕 蔣蒋 賈贾 譚谭 鍾钟 鐘钟 範范 陸陆 鄒邹 閻阎 閆闫 龍龙 萬万 賴赖 湯汤 喬乔 龔龚 "
    "嚴严 錢钱 齊齐 莊庄 魯鲁 蘭兰 顏颜 寧宁 畢毕 聶聂 陽阳 紀纪 項项 遲迟 衛卫 車车 貝贝 鮑鲍 "
    "費费 賀贺 單单 談谈 龐庞 勞劳 韋韦 饒饶 鄔邬 儲储 厲厉 闞阚 諸诸 溫温 關关 連连 藍蓝 駱骆 "
    "儀仪 榮荣 盧卢 甯宁 邊边 竇窦 婁娄 應应 習习 練练 買买 譙谯 黨党 欒栾 況况 歸归 烏乌 東东 "
    "歐欧 賽赛 侖仑 鳳凤 蓋盖 繆缪 鞏巩 簡简 闕阙 籃篮 郟郏 俠侠 鄺邝 辯辩 豐丰 計计 戶户 戸户 "
    "嶽岳 於于 錡锜 強强 彊强 宮宫 沖冲 衝冲 瀋沈 薑姜 塗涂 麥麦 頓顿 頡颉 諶谌 鄲郸 颯飒 粵粤 "
    "鈕钮 區区 傑杰 偉伟 國国 圀国 囯国 華华 軍军 剛刚 紅红 麗丽 豔艳 艷艳 靜静 濤涛 輝辉 煇辉 "
    "暉晖 鵬鹏 飛飞 鳴鸣 勝胜 興兴 發发 財财 貴贵 寶宝 寳宝 銀银 銘铭 鋒锋 鋼钢 錦锦 鐵铁 鉄铁 "
    "鈞钧 鎮镇 鏡镜 鑄铸 鉉铉 銳锐 鎧铠 鐸铎 鋭锐 億亿 優优 倫伦 兒儿 義义 禮礼 賢贤 賓宾 賔宾 "
    "資资 贊赞 讚赞 誌志 詩诗 誠诚 諾诺 謙谦 譽誉 諒谅 詠咏 語语 調调 論论 謀谋 護护 讓让 設设 "
    "訓训 記记 講讲 識识 證证 説说 說说 課课 誼谊 諧谐 謹谨 譯译 議议 貞贞 負负 貢贡 賦赋 質质 "
    "環环 瑋玮 瑪玛 瓊琼 璽玺 琺珐 瓏珑 珮佩 現现 開开 闊阔 闓闿 閣阁 閩闽 聞闻 問问 間间 門门 "
    "闖闯 潤润 澤泽 沢泽 濱滨 濟济 済济 瀾澜 淵渊 渕渊 潔洁 漢汉 漣涟 灣湾 湧涌 滿满 瀟潇 瀅滢 "
    "潯浔 澗涧 滬沪 溝沟 灝灏 瑩莹 瑤瑶 樂乐 楽乐 棟栋 樹树 橋桥 機机 標标 橫横 權权 権权 樸朴 "
    "檸柠 楓枫 梟枭 榦干 幹干 乾干 雲云 靈灵 霊灵 電电 霽霁 韜韬 韻韵 順顺 須须 頌颂 領领 頤颐 "
    "顯显 顕显 願愿 風风 颺飏 飄飘 馳驰 駿骏 騰腾 驍骁 驥骥 驊骅 騏骐 駒驹 駐驻 驕骄 魚鱼 鯉鲤 "
    "鯤鲲 鴻鸿 鵑鹃 鶴鹤 鷹鹰 鸞鸾 鶯莺 鷗鸥 鴿鸽 黴霉 齡龄 齢龄 龜龟 竜龙 峯峰 島岛 嶺岭 嵐岚 "
    "巒峦 峽峡 崗岗 巖岩 嵒岩 巔巅 廣广 広广 慶庆 庫库 廳厅 廬庐 応应 憶忆 懷怀 懐怀 恆恒 悅悦 "
    "恵惠 愛爱 憲宪 戀恋 勵励 勲勋 勛勋 勳勋 動动 務务 労劳 協协 卻却 參参 叄叁 啟启 啓启 喚唤 "
    "嘯啸 團团 圓圆 園园 圍围 塵尘 堅坚 堯尧 報报 場场 壇坛 壽寿 夢梦 夣梦 奮奋 奧奥 妝妆 媽妈 "
    "嫻娴 嫺娴 嬌娇 嬋婵 嬰婴 婭娅 孃娘 學学 實实 実实 寬宽 審审 寫写 將将 専专 專专 導导 對对 "
    "屆届 層层 嶸嵘 帥帅 師师 帶带 帳帐 幣币 彌弥 彎弯 彥彦 徑径 從从 復复 複复 徹彻 徵征 戰战 "
    "撫抚 擁拥 擇择 擔担 據据 揚扬 掃扫 敵敌 數数 斂敛 曉晓 暁晓 曄晔 時时 晝昼 暢畅 曆历 歷历 "
    "書书 會会 朧胧 條条 來来 倉仓 個个 備备 僑侨 價价 儉俭 儷俪 內内 兩两 凱凯 劍剑 剣剑 創创 "
    "則则 劃划 劇剧 併并 並并 亞亚 亜亚 亙亘 絲丝 純纯 紹绍 紳绅 細细 組组 結结 絢绚 給给 統统 "
    "經经 経经 綠绿 綱纲 維维 綺绮 綿绵 緒绪 線线 緣缘 編编 緯纬 縣县 縱纵 總总 績绩 織织 繡绣 "
    "繩绳 繪绘 繼继 継继 續续 続续 纓缨 緻致 紋纹 約约 紛纷 綸纶 緹缇 縈萦 羨羡 翹翘 聖圣 聰聪 "
    "聡聪 聯联 聲声 肅肃 粛肃 脈脉 腦脑 臨临 臺台 與与 艦舰 茲兹 荊荆 莖茎 菫堇 萊莱 蓮莲 蔥葱 "
    "蕓芸 薈荟 薩萨 藝艺 藥药 薬药 蘊蕴 蘆芦 蘋苹 蓀荪 蔭荫 薺荠 號号 虛虚 蟬蝉 補补 裝装 製制 "
    "見见 規规 視视 覺觉 覽览 親亲 觀观 観观 觴觞 訊讯 豎竖 貫贯 貽贻 購购 贏赢 躍跃 軒轩 軼轶 "
    "輔辅 輕轻 輪轮 輯辑 輿舆 轉转 辦办 農农 進进 運运 達达 遠远 適适 選选 遼辽 邁迈 還还 郵邮 "
    "鄉乡 醫医 釋释 裏里 裡里 長长 陰阴 陣阵 隊队 際际 隨随 險险 隱隐 隸隶 雋隽 雙双 雑杂 雜杂 "
    "離离 難难 霧雾 靄霭 靚靓 靑青 黌黉 黙默 點点 麼么 麽么 鬱郁 駡骂 髮发 鬆松 昇升 陞升 昻昂 "
    "徳德 悳德 惪德 眞真 顔颜 産产 產产 錄录 録录 淨净 凈净 淸清 戱戏 戲戏 甦苏 寗宁 羣群 羮羹 "
    "祕秘 喆哲 牀床 脩修 勗勖 堃坤 犇奔 昰是 珎珍 鉅巨 遊游 綵彩 採采 埰采 寀采 祐佑 旾春 萅春 "
    "穐秋 龝秋 鼕冬 煒炜 燁烨 煥焕 燦灿 爍烁 熾炽 燈灯 爐炉 營营 災灾 為为 爲为 無无 牽牵 狀状 "
    "獎奖 獨独 獻献 畫画 畵画 當当 疊叠 療疗 盡尽 監监 盤盘 眾众 衆众 碩硕 確确 礪砺 礎础 禪禅 "
    "祿禄 禎祯 禰祢 禱祷 稟禀 種种 穎颖 頴颖 穌稣 積积 穩稳 窪洼 競竞 筆笔 筍笋 節节 築筑 篤笃 "
    "簫箫 籌筹 粧妆 糧粮 "
)
_SIMPLE: Final = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_UNSEEN: Final = ("M", "Z", "C", "P")  # marks, separators, controls and punctuation


def same_name(name: str) -> str:
    """Return what a name is compared by: equal for two that look like one person's.

    Two people may really bear names that this takes for one; then one of them signs with a
    word more, such as the office.
    """
    plain = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in plain if unicodedata.category(c)[0] not in _UNSEEN)
    folded = unicodedata.normalize("NFKC", kept).casefold().translate(_SIMPLE)
    # Nothing is left of a name of punctuation alone; then it is its own.
    return folded or name
