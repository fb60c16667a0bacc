"""The words that the generated language is made of.

Everything here is data: small tables that are read once. The grammar that
combines the words is in ``grammar.py``. Each English word has exactly one
Chinese rendering, so that every generated line has exactly one right
translation and "exact match" is a fair measure.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Noun:
    """A noun with its plural, its Chinese word, measure word and kind."""

    en: str
    plural: str
    zh: str
    measure: str
    kind: str


@dataclass(frozen=True)
class Verb:
    """A verb: English base and past form, and its Chinese forms.

    ``zh`` is used for the present and after modal verbs, ``zh_past`` for the
    past, ``zh_not`` and ``zh_did_not`` for the negated present and past (empty:
    formed with 不 and 没有). ``objects`` names what a transitive verb takes:
    single nouns, or ``@kind`` for every noun of a kind.
    """

    en: str
    past: str
    zh: str
    zh_past: str = ""
    zh_not: str = ""
    zh_did_not: str = ""
    objects: str = ""
    place: bool = True


def _nouns(kind, measure, table):
    nouns = []
    for row in table.strip().splitlines():
        fields = [field.strip() for field in row.split("|")]
        en, plural, zh = fields[:3]
        nouns.append(Noun(en, plural or en + "s", zh, fields[3] if len(fields) > 3 else measure, kind))
    return nouns


PERSONS = _nouns(
    "person",
    "个",
    """
keeper||守塔人|位
fisherman|fishermen|渔夫|位
girl||女孩
boy||男孩
captain||船长|位
doctor||医生|位
teacher||老师|位
merchant||商人
sailor||水手|名
child|children|孩子
woman|women|女人
man|men|男人
old man|old men|老人|位
old woman|old women|老妇人|位
young man|young men|年轻人
soldier||士兵|名
queen||女王|位
king||国王|位
thief|thieves|小偷
cook||厨师|位
pilot||领航员|位
mayor||镇长|位
baker||面包师|位
guest||客人|位
stranger||陌生人
friend||朋友|位
neighbour||邻居|位
painter||画家|位
singer||歌手|位
builder||工匠|位
""",
)

KIN = _nouns(
    "person",
    "位",
    """
mother||母亲
father||父亲
daughter||女儿
son||儿子
grandmother||祖母
grandfather||祖父
wife|wives|妻子
husband||丈夫
uncle||叔叔
aunt||姑姑
friend||朋友
neighbour||邻居
""",
)

ANIMALS = _nouns(
    "animal",
    "只",
    """
cat||猫
dog||狗
bird||鸟
gull||海鸥
horse||马|匹
goat||山羊
owl||猫头鹰
mouse|mice|老鼠
whale||鲸鱼|头
seal||海豹
""",
)

THINGS = _nouns(
    "thing",
    "个",
    """
lamp||灯|盏
lantern||提灯|盏
candle||蜡烛|支
letter||信|封
boat||小船|艘
ship||船|艘
key||钥匙|把
map||地图|张
book||书|本
diary|diaries|日记|本
door||门|扇
window||窗户|扇
gate||大门|扇
coin||硬币|枚
bell||钟|口
rope||绳子|根
box|boxes|箱子
basket||篮子
flower||花|朵
picture||图画|幅
clock||时钟|座
chair||椅子|把
table||桌子|张
bed||床|张
cup||杯子
bottle||瓶子
knife|knives|刀|把
sword||剑|把
ring||戒指|枚
mirror||镜子|面
stone||石头|块
shell||贝壳|枚
ladder||梯子|架
coat||外套|件
hat||帽子|顶
sail||帆|面
anchor||锚
net||渔网|张
telescope||望远镜|架
wheel||轮子
drum||鼓|面
song||歌|首
story|stories|故事
secret||秘密
name||名字
voice||声音
sign||标记
""",
)

MASS = _nouns(
    "mass",
    "",
    """
oil||油
water||水
bread||面包
soup||汤
tea||茶
fish|fish|鱼
salt||盐
wood||木头
gold||黄金
money||钱
food||食物
""",
)

PLACES = _nouns(
    "place",
    "座",
    """
lighthouse||灯塔
tower||塔楼
island||岛
rock||礁石|块
harbour||港口|个
village||村庄|个
town||小镇|个
city|cities|城市
house||房子
cottage||小屋|间
garden||花园|个
kitchen||厨房|间
room||房间|个
beach|beaches|海滩|片
shore||海岸|片
forest||森林|片
market||市场|个
church|churches|教堂
bridge||桥
road||路|条
hill||小山
cliff||悬崖|处
cave||山洞|个
street||街道|条
river||河|条
cellar||地窖|个
bay||海湾|个
school||学校|所
shop||商店|家
castle||城堡
field||田野|片
valley||山谷|个
""",
)

# Nature: always with "the", never counted.
NATURE = _nouns(
    "nature",
    "",
    """
sea||大海
wind||风
rain||雨
storm||暴风雨
sun||太阳
moon||月亮
fog||雾
snow||雪
night||夜晚
light||光
fire||火
sky||天空
tide||潮水
thunder||雷声
""",
)

ALL_NOUNS = PERSONS + ANIMALS + THINGS + MASS + PLACES + NATURE
NOUN_BY_NAME = {noun.en: noun for noun in ALL_NOUNS}

# Which prepositions a place (or thing) takes, with the Chinese after-word.
PREPOSITIONS = {
    "in": "里",
    "on": "上",
    "under": "下",
    "behind": "后面",
    "near": "附近",
    "beside": "旁边",
    "in front of": "前面",
    "above": "上方",
}
PLACE_PREPOSITIONS = {
    "in": "lighthouse tower harbour village town city house cottage garden kitchen room forest market church cave "
    "river cellar bay school shop castle field valley box basket boat sea fog rain snow bottle".split(),
    "on": "island rock beach shore bridge road hill cliff street table chair bed ship ladder door".split(),
    "under": "bridge table bed stone chair tower".split(),
    "behind": "house cottage church tower lighthouse door castle hill school shop gate".split(),
    "near": "lighthouse harbour village house cottage church bridge river market castle sea fire cave forest cliff "
    "town school island".split(),
    "beside": "table bed window door fire river road lighthouse lamp gate boat clock".split(),
    "in front of": "house cottage church lighthouse mirror door shop school castle".split(),
    "above": "sea harbour village door bridge".split(),
}
# Two fixed places whose Chinese is not formed by rule.
FIXED_PLACES = [
    ("at home", "在家里"),
    ("at sea", "在海上"),
    ("on the stairs", "在楼梯上"),
    ("by the window", "在窗边"),
    ("on the roof", "在屋顶上"),
    ("under the tree", "在树下"),
    ("in the dark", "在黑暗中"),
    ("in the moonlight", "在月光下"),
    ("on the wall", "在墙上"),
    ("here", "在这里"),
    ("there", "在那里"),
    ("on the floor", "在地板上"),
    ("by the sea", "在海边"),
    ("outside", "在外面"),
]

# Adjectives before a noun: English, Chinese, kinds of noun.
ADJECTIVES = [
    ("old", "老", "person animal"),
    ("young", "年轻的", "person"),
    ("tired", "疲惫的", "person animal"),
    ("brave", "勇敢的", "person animal"),
    ("quiet", "安静的", "person place"),
    ("clever", "聪明的", "person animal"),
    ("sad", "悲伤的", "person"),
    ("happy", "快乐的", "person"),
    ("hungry", "饥饿的", "person animal"),
    ("kind", "善良的", "person"),
    ("poor", "可怜的", "person animal"),
    ("strong", "强壮的", "person animal"),
    ("angry", "愤怒的", "person"),
    ("lonely", "孤独的", "person"),
    ("famous", "著名的", "person place"),
    ("strange", "奇怪的", "person animal thing place"),
    ("little", "小", "animal"),
    ("white", "白色的", "animal thing"),
    ("black", "黑色的", "animal thing"),
    ("grey", "灰色的", "animal thing"),
    ("red", "红色的", "thing"),
    ("blue", "蓝色的", "thing"),
    ("green", "绿色的", "thing"),
    ("golden", "金色的", "thing"),
    ("silver", "银色的", "thing"),
    ("wooden", "木制的", "thing"),
    ("old", "旧", "thing"),
    ("new", "新", "thing place"),
    ("heavy", "沉重的", "thing"),
    ("broken", "坏掉的", "thing"),
    ("beautiful", "美丽的", "thing place"),
    ("empty", "空空的", "thing place"),
    ("small", "小小的", "thing place"),
    ("precious", "珍贵的", "thing"),
    ("dusty", "布满灰尘的", "thing"),
    ("old", "古老的", "place"),
    ("dark", "昏暗的", "place"),
    ("large", "巨大的", "thing place"),
    ("silent", "寂静的", "place"),
    ("distant", "遥远的", "place"),
    ("warm", "温暖的", "place"),
    ("cold", "冰冷的", "place mass"),
    ("wet", "湿漉漉的", "thing"),
    ("long", "长长的", "thing"),
]
# Pairs that would read oddly.
BAD_PAIRS = {
    ("young", "old man"),
    ("young", "old woman"),
    ("young", "young man"),
    ("old", "old man"),
    ("old", "old woman"),
    ("old", "young man"),
    ("old", "teacher"),
    ("old", "child"),
    ("old", "girl"),
    ("old", "boy"),
    ("old", "man"),
    ("old", "woman"),
    ("young", "man"),
    ("young", "child"),
    ("little", "mouse"),
    ("old", "mouse"),
    ("strange", "stranger"),
    ("new", "city"),
    ("new", "island"),
    ("new", "rock"),
    ("new", "sea"),
    ("new", "beach"),
    ("new", "shore"),
    ("new", "forest"),
    ("new", "hill"),
    ("new", "cliff"),
    ("new", "cave"),
    ("new", "river"),
    ("new", "bay"),
    ("new", "field"),
    ("new", "valley"),
    ("small", "boat"),
    ("large", "boat"),
    ("small", "cottage"),
    ("large", "cottage"),
    ("large", "town"),
    ("large", "hill"),
    ("small", "town"),
    ("small", "hill"),
    ("golden", "name"),
    ("old", "new"),
    ("wooden", "stone"),
}
# Abstract or natural things take only a few adjectives.
ABSTRACT = {
    "song",
    "story",
    "secret",
    "name",
    "voice",
    "sign",
    "letter",
    "flower",
    "map",
    "picture",
    "shell",
    "stone",
}
ABSTRACT_ADJECTIVES = {"old", "strange", "beautiful", "new"}


# What something can be: English, Chinese stem, kinds. A stem takes 很 and 不;
# a triple gives the whole affirmative, negative and question form instead.
PREDICATES = [
    ("tired", "疲惫", "person animal"),
    ("happy", "快乐", "person"),
    ("sad", "悲伤", "person"),
    ("afraid", "害怕", "person animal"),
    ("hungry", "饿", "person animal"),
    ("angry", "生气", "person"),
    ("safe", "安全", "person place"),
    ("brave", "勇敢", "person animal"),
    ("kind", "善良", "person"),
    ("lonely", "孤独", "person"),
    ("proud", "骄傲", "person"),
    ("clever", "聪明", "person animal"),
    ("young", "年轻", "person"),
    ("old", "老", "person animal"),
    ("strong", "强壮", "person animal wind"),
    ("sick", ("生病了", "没有生病", "生病了吗"), "person animal"),
    ("alone", ("独自一人", "不是独自一人", "是独自一人吗"), "person"),
    ("asleep", ("睡着了", "没有睡着", "睡着了吗"), "person animal"),
    ("awake", ("醒着", "没有醒着", "醒着吗"), "person animal"),
    ("ready", ("准备好了", "没有准备好", "准备好了吗"), "person"),
    ("lost", ("迷路了", "没有迷路", "迷路了吗"), "person animal"),
    ("wrong", ("错了", "没有错", "错了吗"), "person"),
    ("right", ("是对的", "是不对的", "是对的吗"), "person"),
    ("late", ("迟到了", "没有迟到", "迟到了吗"), "person"),
    ("broken", ("坏了", "没有坏", "坏了吗"), "thing"),
    ("gone", ("不见了", "没有不见", "不见了吗"), "thing person animal"),
    ("empty", ("是空的", "不是空的", "是空的吗"), "thing place"),
    ("heavy", "重", "thing"),
    ("beautiful", "美丽", "thing place sea sky moon light"),
    ("strange", "奇怪", "thing person place"),
    ("precious", "珍贵", "thing"),
    ("dark", "昏暗", "place sky sea"),
    ("quiet", "安静", "place person night"),
    ("silent", "寂静", "place night"),
    ("cold", "冷", "wind rain sea night snow place"),
    ("warm", "温暖", "place sun fire"),
    ("calm", "平静", "sea"),
    ("deep", "深", "sea snow"),
    ("long", "长", "night rope road"),
    ("bright", "明亮", "light moon sun fire lamp lantern candle"),
    ("near", "近", "storm island shore"),
    ("far away", "远", "island shore storm"),
    ("small", "小", "thing place"),
    ("large", "大", "thing place"),
    ("wet", "湿", "thing"),
    ("open", ("开着", "没有开着", "开着吗"), "door window gate box"),
    ("closed", ("关着", "没有关着", "关着吗"), "door window gate box shop"),
    ("red", ("是红色的", "不是红色的", "是红色的吗"), "thing"),
    ("white", ("是白色的", "不是白色的", "是白色的吗"), "thing animal"),
    ("black", ("是黑色的", "不是黑色的", "是黑色的吗"), "thing animal"),
    ("blue", ("是蓝色的", "不是蓝色的", "是蓝色的吗"), "thing"),
    ("new", ("是新的", "不是新的", "是新的吗"), "thing"),
    ("over", ("过去了", "没有过去", "过去了吗"), "storm night"),
    ("high", "高", "tower tide cliff hill"),
    ("thick", "浓", "fog"),
]

INTRANSITIVE = [
    Verb("sleep", "slept", "睡觉", "睡了一觉"),
    Verb("wait", "waited", "等待", "等待着"),
    Verb("laugh", "laughed", "大笑", "大笑起来"),
    Verb("cry", "cried", "哭泣", "哭了起来"),
    Verb("sing", "sang", "唱歌", "唱起了歌"),
    Verb("dance", "danced", "跳舞", "跳起了舞"),
    Verb("listen", "listened", "倾听", "倾听着"),
    Verb("dream", "dreamed", "做梦", "做了一个梦"),
    Verb("smile", "smiled", "微笑", "露出了微笑"),
    Verb("work", "worked", "干活", "干了活"),
    Verb("rest", "rested", "休息", "休息了"),
    Verb("stay", "stayed", "留下", "留下了"),
    Verb("leave", "left", "离开", "离开了", place=False),
    Verb("arrive", "arrived", "到达", "到达了", place=False),
    Verb("come back", "came back", "回来", "回来了", place=False),
    Verb("come", "came", "来", "来了", place=False),
    Verb("nod", "nodded", "点头", "点了点头", place=False),
    Verb("shout", "shouted", "大喊", "大喊起来"),
    Verb("wake up", "woke up", "醒来", "醒来了"),
    Verb("sit down", "sat down", "坐下", "坐了下来"),
    Verb("stand up", "stood up", "站起来", "站了起来", place=False),
    Verb("run away", "ran away", "逃走", "逃走了", place=False),
    Verb("fall asleep", "fell asleep", "睡着", "睡着了"),
    Verb("tremble", "trembled", "发抖", "发起抖来"),
    Verb("speak", "spoke", "说话", "说了话"),
    Verb("turn around", "turned around", "转身", "转过身来", place=False),
    Verb("pray", "prayed", "祈祷", "祈祷着"),
    Verb("live", "lived", "生活", "生活着"),
]

TRANSITIVE = [
    Verb("find", "found", "找到", "", "找不到", objects="@thing @person @animal gold money"),
    Verb(
        "see",
        "saw",
        "看见",
        "",
        "看不见",
        objects="@thing @person @animal @place sea storm sun moon fog light fire sky",
    ),
    Verb(
        "hear",
        "heard",
        "听见",
        "",
        "听不见",
        objects="bell voice song wind rain thunder storm sea drum story @person",
    ),
    Verb(
        "carry",
        "carried",
        "带着",
        "带着",
        objects="lamp lantern candle letter key map book box basket bottle rope sword flower net @mass",
    ),
    Verb(
        "lose",
        "lost",
        "弄丢",
        objects="key map book letter coin ring hat coat knife money telescope diary anchor name",
    ),
    Verb("open", "opened", "打开", objects="door window box letter bottle gate book"),
    Verb("close", "closed", "关上", objects="door window box gate book"),
    Verb("lock", "locked", "锁上", objects="door box gate house"),
    Verb("take", "took", "拿走", objects="@thing @mass"),
    Verb("hide", "hid", "藏起", objects="key map book letter coin ring knife sword box gold money diary"),
    Verb(
        "remember",
        "remembered",
        "记得",
        "记得",
        "不记得",
        "不记得",
        objects="@person @place story song name voice storm night secret",
    ),
    Verb("forget", "forgot", "忘记", objects="@person name story song voice key letter secret storm"),
    Verb("break", "broke", "打破", objects="cup mirror window bottle clock"),
    Verb(
        "sell",
        "sold",
        "卖掉",
        objects="boat ship book box clock ring horse house mirror sword telescope fish bread map",
    ),
    Verb(
        "buy",
        "bought",
        "买下",
        objects="boat ship book box clock ring horse house mirror sword telescope bread map coat hat",
    ),
    Verb("draw", "drew", "画", objects="map picture @animal flower ship island"),
    Verb("read", "read", "读", objects="letter book diary story map name"),
    Verb("write", "wrote", "写", objects="letter book diary story song name"),
    Verb("light", "lit", "点亮", objects="lamp lantern candle"),
    Verb("put out", "put out", "熄灭", objects="lamp lantern candle fire"),
    Verb("clean", "cleaned", "擦拭", objects="lamp lantern mirror window telescope table bell clock sword"),
    Verb(
        "repair",
        "repaired",
        "修理",
        objects="lamp lantern boat ship clock net sail door window roof bridge wheel ladder",
    ),
    Verb("ring", "rang", "敲响", objects="bell"),
    Verb(
        "watch",
        "watched",
        "望着",
        "望着",
        objects="sea ship light storm sky moon sun fire @person boat gull tide",
    ),
    Verb("follow", "followed", "跟着", "跟着", objects="@person @animal light river road"),
    Verb("help", "helped", "帮助", objects="@person"),
    Verb("meet", "met", "遇见", objects="@person"),
    Verb("love", "loved", "爱", "爱着", "不爱", "不爱", objects="@person sea island lighthouse"),
    Verb("know", "knew", "认识", "认识", "不认识", "不认识", objects="@person"),
    Verb("thank", "thanked", "感谢", objects="@person"),
    Verb("wake", "woke", "叫醒", objects="@person dog"),
    Verb("call", "called", "呼唤", objects="@person dog"),
    Verb("visit", "visited", "拜访", objects="@person"),
    Verb("save", "saved", "救出", objects="@person @animal"),
    Verb("trust", "trusted", "信任", "信任", "不信任", "不信任", objects="@person"),
    Verb("hold", "held", "握着", "握着", objects="lamp lantern candle key letter rope knife sword cup coin"),
    Verb("need", "needed", "需要", "需要", "不需要", "不需要", objects="@thing @mass"),
    Verb("want", "wanted", "想要", "想要", "不想要", "不想要", objects="@thing @mass"),
    Verb("look for", "looked for", "寻找", "寻找着", objects="@thing @person @animal gold money"),
    Verb("wait for", "waited for", "等候", "等候着", objects="@person ship boat letter sun tide storm"),
    Verb("look at", "looked at", "看着", "看着", objects="@thing @person sea sky moon fire light"),
    Verb("listen to", "listened to", "听", "听着", objects="song wind rain sea bell story drum @person"),
    Verb("count", "counted", "数", "数着", objects="coin lamp boat ship gull box shell stone"),
    Verb("sing", "sang", "唱", objects="song"),
    Verb("drink", "drank", "喝", objects="tea water soup"),
    Verb("eat", "ate", "吃", objects="bread fish soup food"),
    Verb("sell", "sold", "卖掉", objects="fish bread salt oil"),
    Verb("paint", "painted", "粉刷", objects="door gate boat house wall tower lighthouse"),
    Verb("climb", "climbed", "爬上", objects="hill tower ladder rock cliff"),
    Verb(
        "enter",
        "entered",
        "走进",
        objects="lighthouse tower house cottage room kitchen church cave shop forest harbour",
    ),
    Verb("leave", "left", "离开", objects="lighthouse island village harbour town house room ship"),
    Verb("cross", "crossed", "穿过", objects="bridge river field forest bay street garden"),
    Verb("reach", "reached", "到达", objects="shore island harbour lighthouse village rock"),
    Verb("guard", "guarded", "守护", "守护着", objects="lighthouse light gate harbour island secret"),
]
# Verbs of moving or staying that read badly with a place phrase.
NO_PLACE = {
    "climb",
    "enter",
    "leave",
    "cross",
    "reach",
    "know",
    "love",
    "trust",
    "need",
    "want",
    "remember",
    "forget",
    "guard",
    "paint",
    "visit",
    "follow",
}

# Verbs of moving to a place: English, past, Chinese.
MOTION = [
    Verb("go to", "went to", "去"),
    Verb("walk to", "walked to", "走到"),
    Verb("run to", "ran to", "跑到"),
    Verb("come to", "came to", "来到"),
    Verb("return to", "returned to", "回到"),
    Verb("sail to", "sailed to", "驶向"),
    Verb("come from", "came from", "来自", "来自", "不是来自", "不是来自"),
]
# What natural things and some objects do.
NATURE_VERBS = [
    ("sun", Verb("rise", "rose", "升起")),
    ("sun", Verb("set", "set", "落下")),
    ("sun", Verb("shine", "shone", "闪耀", "闪耀着")),
    ("moon", Verb("rise", "rose", "升起")),
    ("moon", Verb("shine", "shone", "闪耀", "闪耀着")),
    ("light", Verb("shine", "shone", "闪耀", "闪耀着")),
    ("light", Verb("go out", "went out", "熄灭")),
    ("light", Verb("come back", "came back", "回来")),
    ("wind", Verb("blow", "blew", "吹起")),
    ("wind", Verb("stop", "stopped", "停下")),
    ("rain", Verb("stop", "stopped", "停下")),
    ("rain", Verb("fall", "fell", "落下")),
    ("snow", Verb("fall", "fell", "落下")),
    ("snow", Verb("melt", "melted", "融化")),
    ("storm", Verb("come", "came", "来临")),
    ("storm", Verb("pass", "passed", "过去")),
    ("storm", Verb("begin", "began", "开始")),
    ("fog", Verb("come", "came", "来临")),
    ("fog", Verb("lift", "lifted", "散去")),
    ("night", Verb("come", "came", "来临")),
    ("night", Verb("pass", "passed", "过去")),
    ("fire", Verb("burn", "burned", "燃烧", "燃烧着")),
    ("fire", Verb("go out", "went out", "熄灭")),
    ("tide", Verb("rise", "rose", "上涨")),
    ("tide", Verb("fall", "fell", "退去")),
    ("bell", Verb("ring", "rang", "响起")),
    ("lamp", Verb("burn", "burned", "燃烧", "燃烧着")),
    ("lamp", Verb("go out", "went out", "熄灭")),
    ("candle", Verb("go out", "went out", "熄灭")),
    ("ship", Verb("sink", "sank", "沉没")),
    ("ship", Verb("arrive", "arrived", "到达")),
    ("ship", Verb("leave", "left", "离开")),
    ("boat", Verb("come back", "came back", "回来")),
    ("boat", Verb("sink", "sank", "沉没")),
    ("door", Verb("open", "opened", "打开")),
    ("door", Verb("close", "closed", "关上")),
    ("clock", Verb("stop", "stopped", "停下")),
    ("rope", Verb("break", "broke", "断开")),
    ("gull", Verb("fly away", "flew away", "飞走")),
    ("bird", Verb("fly away", "flew away", "飞走")),
    ("thunder", Verb("stop", "stopped", "停下")),
    ("song", Verb("end", "ended", "结束")),
    ("story", Verb("end", "ended", "结束")),
]

MANNERS = [
    ("slowly", "慢慢地"),
    ("quietly", "静静地"),
    ("quickly", "飞快地"),
    ("carefully", "小心地"),
    ("again", "再次"),
    ("together", "一起"),
    ("alone", "独自"),
    ("happily", "高兴地"),
    ("sadly", "难过地"),
    ("secretly", "偷偷地"),
]
FREQUENCY = [("always", "总是"), ("often", "常常"), ("still", "仍然"), ("sometimes", "有时"), ("also", "也")]

# Times: English, Chinese, the tenses they go with.
TIMES = [
    ("every night", "每天晚上", "present"),
    ("every morning", "每天早上", "present"),
    ("every day", "每天", "present"),
    ("every evening", "每天傍晚", "present"),
    ("every summer", "每年夏天", "present"),
    ("every winter", "每年冬天", "present"),
    ("at dawn", "黎明时分", "present past"),
    ("at midnight", "午夜时分", "present past"),
    ("at noon", "正午时分", "present past"),
    ("in winter", "冬天", "present past"),
    ("in summer", "夏天", "present past"),
    ("in spring", "春天", "present past"),
    ("in autumn", "秋天", "present past"),
    ("after the storm", "暴风雨过后", "present past"),
    ("before dawn", "黎明之前", "present past"),
    ("before midnight", "午夜之前", "present past"),
    ("after dinner", "晚饭过后", "present past"),
    ("in the morning", "早上", "present past"),
    ("in the evening", "傍晚", "present past"),
    ("at night", "夜里", "present past"),
    ("that night", "那天晚上", "past"),
    ("that day", "那天", "past"),
    ("that evening", "那天傍晚", "past"),
    ("the next day", "第二天", "past"),
    ("the next morning", "第二天早上", "past"),
    ("last night", "昨天晚上", "past"),
    ("yesterday", "昨天", "past"),
    ("long ago", "很久以前", "past"),
    ("one day", "有一天", "past"),
    ("one night", "一天夜里", "past"),
    ("one morning", "一天早上", "past"),
    ("last year", "去年", "past"),
    ("last winter", "去年冬天", "past"),
    ("an hour later", "一个小时后", "past"),
    ("today", "今天", "present"),
    ("now", "现在", "present"),
    ("all night", "整夜", "past present"),
    ("all day", "整天", "past present"),
    ("for many years", "多年来", "past"),
    ("for a long time", "很长时间以来", "past"),
    ("tonight", "今晚", "future present"),
    ("tomorrow", "明天", "future"),
    ("tomorrow morning", "明天早上", "future"),
    ("soon", "不久", "future"),
    ("one day", "有一天", "future"),
    ("next year", "明年", "future"),
    ("next winter", "明年冬天", "future"),
]
# Only at the beginning of a sentence.
OPENERS = [
    ("at last", "终于"),
    ("suddenly", "突然"),
    ("then", "然后"),
    ("at first", "起初"),
    ("in the end", "最后"),
    ("once", "从前"),
    ("once upon a time", "从前"),
]
WEEKDAYS = dict(zip("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), "一二三四五六天"))
MONTHS = "January February March April May June July August September October November December".split()
NUMBERS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        "一 二 三 四 五 六 七 八 九 十 十一 十二".split(),
    )
)
COUNTS = {
    **{word: zh for word, zh in NUMBERS.items() if word != "one"},
    "two": "两",
    "twenty": "二十",
    "thirty": "三十",
    "forty": "四十",
    "fifty": "五十",
}
ORDINALS = dict(zip("first second third fourth fifth".split(), "第一 第二 第三 第四 第五".split()))

# Pronouns: subject, object, possessive.
PRONOUNS = [
    ("I", "me", "my", "我"),
    ("you", "you", "your", "你"),
    ("he", "him", "his", "他"),
    ("she", "her", "her", "她"),
    ("we", "us", "our", "我们"),
    ("they", "them", "their", "他们"),
]

SHORT_LINES = [
    ("Yes.", "是的。"),
    ("No.", "不。"),
    ("No, not tonight.", "不，今晚不行。"),
    ("Not yet.", "还没有。"),
    ("Never.", "决不。"),
    ("Perhaps.", "也许吧。"),
    ("Of course.", "当然。"),
    ("Good night.", "晚安。"),
    ("Good morning.", "早上好。"),
    ("Thank you.", "谢谢你。"),
    ("I do not know.", "我不知道。"),
    ("I know.", "我知道。"),
    ("I am sorry.", "对不起。"),
    ("Look!", "看！"),
    ("Listen!", "听！"),
    ("Help!", "救命！"),
    ("Wait!", "等等！"),
    ("Be careful!", "小心！"),
    ("Come with me.", "跟我来。"),
    ("Come in.", "请进。"),
    ("Go away!", "走开！"),
    ("Hurry!", "快点！"),
    ("Why?", "为什么？"),
    ("Who are you?", "你是谁？"),
    ("What is that?", "那是什么？"),
    ("Where are you?", "你在哪里？"),
    ("Why not?", "为什么不？"),
    ("What is your name?", "你叫什么名字？"),
    ("It is too late.", "太晚了。"),
    ("It is time.", "时间到了。"),
    ("Nobody answered.", "没有人回答。"),
    ("Nobody knew.", "没有人知道。"),
    ("Nothing moved.", "没有任何动静。"),
    ("It was raining.", "天下着雨。"),
    ("It was snowing.", "天下着雪。"),
    ("It was late.", "天色已晚。"),
    ("It was dark.", "天很黑。"),
    ("It was cold.", "天很冷。"),
    ("It is cold.", "天很冷。"),
    ("It is dark.", "天很黑。"),
    ("It is raining.", "天下着雨。"),
    ("That is true.", "那是真的。"),
    ("That is not true.", "那不是真的。"),
    ("All was quiet.", "一切都很安静。"),
    ("Everyone was asleep.", "大家都睡着了。"),
    ("Do not be afraid.", "不要害怕。"),
    ("I promise.", "我保证。"),
    ("I understand.", "我明白。"),
    ("Tell me more.", "再多告诉我一些。"),
    ("It was nothing.", "没什么。"),
    ("What happened?", "发生了什么事？"),
    ("Is anyone there?", "有人在吗？"),
    ("We are safe.", "我们安全了。"),
    ("Nothing.", "没什么。"),
    ("Nobody.", "没有人。"),
    ("Tomorrow.", "明天。"),
    ("Tonight.", "今晚。"),
    ("Welcome.", "欢迎。"),
    ("Goodbye.", "再见。"),
    ("Hello.", "你好。"),
    ("Please.", "求求你。"),
    ("Stop!", "住手！"),
    ("I see.", "我明白了。"),
    ("Nobody came.", "没有人来。"),
    ("Time passed.", "时间过去了。"),
    ("So it was.", "的确如此。"),
    ("I hope so.", "但愿如此。"),
    ("It was over.", "一切都结束了。"),
    ("It was a dream.", "那是一个梦。"),
    ("It was a dark night.", "那是一个漆黑的夜晚。"),
    ("It was a long night.", "那是一个漫长的夜晚。"),
    ("It was a cold morning.", "那是一个寒冷的早晨。"),
    ("It was a quiet evening.", "那是一个宁静的傍晚。"),
]
ADDRESSABLE = [
    ("Yes", "是的"),
    ("No", "不"),
    ("Thank you", "谢谢你"),
    ("Good night", "晚安"),
    ("Good morning", "早上好"),
    ("Welcome", "欢迎"),
    ("Goodbye", "再见"),
    ("Hello", "你好"),
    ("Come in", "请进"),
    ("I am sorry", "对不起"),
    ("Look", "看"),
    ("Listen", "听"),
    ("Wait", "等等"),
    ("Hurry", "快点"),
]
REPLIES = [
    ("Yes", "是的"),
    ("No", "不"),
    ("Perhaps", "也许"),
    ("Of course", "当然"),
    ("Look", "看"),
    ("Listen", "听"),
]

SAID = [
    ("said", "说"),
    ("said", "说"),
    ("whispered", "低声说"),
    ("answered", "回答"),
    ("shouted", "喊道"),
    ("replied", "答道"),
]
THINK = [
    ("think", "thought", "认为"),
    ("know", "knew", "知道"),
    ("hope", "hoped", "希望"),
    ("say", "said", "说"),
    ("believe", "believed", "相信"),
]

FIXED_TITLES = [
    ("Contents", "目录"),
    ("Notes", "注释"),
    ("The End", "全文完"),
    ("Glossary", "词汇表"),
    ("Prologue", "序章"),
    ("Epilogue", "尾声"),
    ("Title Page", "扉页"),
    ("Preface", "前言"),
    ("Cover", "封面"),
    ("A Short Story", "一篇短篇小说"),
    ("Table of Contents", "目录"),
    ("List of Names", "人名表"),
    ("Illustrations", "插图"),
    ("Start", "开始"),
    ("Note", "注"),
]

# What "the ... of the house" may begin with.
HEADS_OF = [
    "light",
    "door",
    "roof",
    "name",
    "song",
    "key",
    "bell",
    "map",
    "window",
    "picture",
    "story",
    "lamp",
    "diary",
    "voice",
]
# Verbs of "X saw nothing": past, Chinese.
NOTHING = [
    ("said", "什么也没说"),
    ("saw", "什么也没看见"),
    ("heard", "什么也没听见"),
    ("found", "什么也没找到"),
    ("remembered", "什么也不记得"),
    ("knew", "什么也不知道"),
]
# Verbs that make no sense as a command.
NO_COMMAND = {
    "need",
    "want",
    "know",
    "see",
    "hear",
    "lose",
    "live",
    "dream",
    "tremble",
    "fall asleep",
    "arrive",
    "come from",
    "reach",
}
# Tools: what one opens, cleans, repairs, draws or breaks something with.
TOOLS = {
    "open": ["key", "knife"],
    "clean": ["water", "salt"],
    "repair": ["rope", "knife", "wood"],
    "break": ["stone", "anchor"],
    "lock": ["key"],
    "light": ["candle"],
    "save": ["rope", "ladder", "boat"],
    "buy": ["coin", "gold", "ring"],
}

# Names: English syllables and Chinese transliteration characters.
SYLLABLES = (
    "a e i o u la mi ro ka ne to ri sa vel dor an el is mar tan bre lu gra fen sel by or lan win ter ston bel do ra "
    "ca lo fi na ber gus hen ty ju pa vi ko sha the mon tar vin wen zel qui per nor sten ham ley ford wick dal rin "
    "os val mir thor gar len ist ul em ir ax ox yan bo di fa ge ho je ki le mu no pi re su te wa ze cor bran fal tris"
).split()
TRANSLITERATION = (
    "艾莉亚罗卡内托里萨维尔多安伊斯玛坦布雷露格芬林诺克兰德塞西菲娜贝妮可拉普森杰洛比奥瑟温特顿丝达莱弗朗查理汤姆凯莫"
    "努吉迪波巴帕佩皮丹登邓戴黛蒂丁杜顿恩法范费冯佛夫甘戈葛古瓜圭哈海汉豪赫亨胡华霍加简江金津珂肯库奎昆勒黎丽利列琳"
    "柳隆卢鲁路伦马麦曼梅蒙米密明缪穆纳南尼宁纽欧潘庞培彭蓬平珀蒲奇齐钱乔切琴丘琼茹瑞若撒桑沙珊绍舍申盛施史舒朔苏孙"
    "索塔泰唐陶忒腾廷图瓦万旺威薇韦魏文沃乌武希锡夏香肖谢辛欣雄休许雅延扬耶叶依英尤于约赞泽扎詹章哲珍芝朱茱卓兹宗佐"
    "柏宾岑莎蕾婷芙蓓晨朵翠枫黎岚澜湘祺骏凌羽"
)
TRANSLITERATION = "".join(dict.fromkeys(TRANSLITERATION))
PLACE_SUFFIXES = [
    ("Bay", "湾"),
    ("Island", "岛"),
    ("Rock", "岩"),
    ("Hill", "山"),
    ("Point", "角"),
    ("", ""),
    ("", ""),
    ("", "镇"),
    ("", "村"),
]
SHIP_WORDS = [
    ("Grey", "灰"),
    ("White", "白"),
    ("Black", "黑"),
    ("Silver", "银"),
    ("Golden", "金"),
    ("Red", "红"),
    ("Blue", "蓝"),
    ("Sea", "海"),
    ("Night", "夜"),
    ("Morning", "晨"),
    ("Northern", "北"),
    ("Storm", "风暴"),
    ("Iron", "铁"),
]
SHIP_NOUNS = [
    ("Gull", "鸥"),
    ("Star", "星"),
    ("Swan", "天鹅"),
    ("Rose", "玫瑰"),
    ("Whale", "鲸"),
    ("Queen", "女王"),
    ("Wolf", "狼"),
    ("Hope", "希望"),
    ("Arrow", "箭"),
    ("Dolphin", "海豚"),
    ("Eagle", "鹰"),
    ("Moon", "月"),
    ("Wave", "浪"),
    ("Crown", "王冠"),
]
# Halves of two-word common terms ("lamp glass"); their Chinese is always given by the glossary.
TERM_FIRST = "lamp storm harbour light tide fog night sea salt wind lantern bell signal moon winter brass iron stone".split()
TERM_SECOND = "glass room keeper book master stone horn watch house oil chart bell post song day gate chest wheel council".split()
# Characters that only glossaries or later additions may need: each becomes one token.
EXTRA_CHARACTERS = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多"
    "经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知"
    "全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门"
    "任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接"
    "必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住"
    "告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔灯塔守号鸥港雾星航室长官主船员礁钟楼岸浪潮暴雨夜"
)
PUNCTUATION = "，。！？：；、“”‘’（）《》—…·⟦⟧"
