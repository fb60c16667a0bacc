"""The grammar: makes one line of English together with its one right Chinese.

A line is built from small pairs (:class:`Pair`: English, Chinese) that are put
together side by side. Wherever a pair stands for the same thing in both
languages it may be wrapped in numbered placeholders, as inline tags and
footnote references of a book would be.
"""

import re
from dataclasses import dataclass, replace

import lexicon as lex


@dataclass(frozen=True)
class Pair:
    """The same thing in English and Chinese."""

    en: str
    zh: str

    def then(self, other):
        """This pair followed by another one (English with a space)."""
        return Pair(f"{self.en} {other.en}".strip(), self.zh + other.zh)


@dataclass(frozen=True)
class Subject(Pair):
    """Who or what does something; ``form`` is the verb form: I, you, she or they."""

    form: str = "she"
    kind: str = "person"
    pronoun: bool = False


@dataclass(frozen=True)
class Predicate:
    """A verb with everything that follows it, in every form that is needed.

    ``tail`` is the English after the verb; Chinese forms hold the object but
    not the place, manner and negation before the verb.
    """

    base: str
    past: str
    tail: str
    zh: str
    zh_past: str
    zh_not: str = ""
    zh_did_not: str = ""
    zh_done: str = ""
    before: str = ""

    def third(self):
        return third_person(self.base)


def third_person(verb):
    """The he/she/it form of a verb, which may have a particle ("look at")."""
    first, space, rest = verb.partition(" ")
    if re.search(r"(s|x|z|ch|sh|o)$", first):
        first += "es"
    elif re.search(r"[^aeiou]y$", first):
        first = first[:-1] + "ies"
    else:
        first += "s"
    return first + space + rest


def with_article(phrase):
    """Puts "a" or "an" before a phrase that may start with a placeholder."""
    letter = re.sub(r"⟦[^⟧]*⟧", "", phrase)[:1]
    return ("an " if letter in "aeiouAEIOU" else "a ") + phrase


def capitalised(text):
    """Makes the first letter outside of placeholders a capital."""
    match = re.match(r"(?:⟦[^⟧]*⟧|[^A-Za-z0-9⟦])*", text)
    at = match.end()
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


_SMALL = {"of", "and", "the", "in", "on", "a", "an", "to", "from", "with", "at", "under", "near", "behind"}


def title_case(text):
    """Capitalises the words of a title."""
    words = text.split(" ")
    return " ".join(
        capitalised(word) if index == 0 or word not in _SMALL else word for index, word in enumerate(words)
    )


def join(*parts):
    """Joins the English words that are not empty with spaces."""
    return " ".join(part for part in parts if part)


class Grammar:
    """Generates lines; ``world`` holds the glossary terms that may occur."""

    def __init__(self, rng, world, markup=0.0):
        self.rng = rng
        self.world = world
        self.markup = markup
        self.marks = 0

    # ----- chance ---------------------------------------------------------

    def chance(self, probability):
        return self.rng.random() < probability

    def pick(self, items):
        return self.rng.choice(items)

    # ----- placeholders ---------------------------------------------------

    def mark(self, pair, weight=1.0):
        """Perhaps wraps a pair in placeholders or adds a standalone one."""
        if self.markup == 0 or not self.chance(self.markup * weight):
            return pair
        self.marks += 1
        number = 100 + self.marks
        if self.chance(0.72):
            wrapped = self.mark(pair, 0.5) if self.chance(0.2) else pair
            return replace(
                pair, en=f"⟦{number}⟧{wrapped.en}⟦/{number}⟧", zh=f"⟦{number}⟧{wrapped.zh}⟦/{number}⟧"
            )
        return replace(pair, en=f"{pair.en}⟦{number}⟧", zh=f"{pair.zh}⟦{number}⟧")

    def line_break(self):
        """A standalone placeholder in the place of a space, or just the space."""
        if self.markup and self.chance(self.markup * 0.5):
            self.marks += 1
            number = 100 + self.marks
            return Pair(
                self.pick([f"⟦{number}⟧", f"⟦{number}⟧", f" ⟦{number}⟧", f"⟦{number}⟧ "]), f"⟦{number}⟧"
            )
        return Pair(" ", "")

    def numbered(self, line):
        """Gives the placeholders their final numbers, in the order of the source."""
        found = []
        for number in re.findall(r"⟦/?(\d+)⟧", line.en):
            if number not in found:
                found.append(number)
        if not found:
            return line
        next_number = 1
        if self.chance(0.03):
            next_number = self.rng.randint(1, 12)
        names = {}
        for number in found:
            names[number] = str(next_number)
            next_number += 1 if self.chance(0.97) else 2

        def rename(match):
            return f"⟦{match.group(1)}{names[match.group(2)]}⟧"

        return Pair(re.sub(r"⟦(/?)(\d+)⟧", rename, line.en), re.sub(r"⟦(/?)(\d+)⟧", rename, line.zh))

    # ----- noun phrases ---------------------------------------------------

    def name(self):
        """A person of the glossary, or None where there is none."""
        return self.world.use(self.rng, "person")

    def noun(self, kinds):
        pools = {
            "person": lex.PERSONS,
            "animal": lex.ANIMALS,
            "thing": lex.THINGS,
            "place": lex.PLACES,
            "mass": lex.MASS,
            "nature": lex.NATURE,
        }
        return self.pick(pools[self.pick(kinds)])

    def adjective(self, noun, probability=0.3):
        """An adjective that goes with the noun, or nothing."""
        if noun.kind in ("nature", "mass") or not self.chance(probability):
            return Pair("", "")
        fitting = [
            (en, zh)
            for en, zh, kinds in lex.ADJECTIVES
            if noun.kind in kinds.split()
            and (en, noun.en) not in lex.BAD_PAIRS
            and (noun.en not in lex.ABSTRACT or en in lex.ABSTRACT_ADJECTIVES)
        ]
        return self.mark(Pair(*self.pick(fitting)), 0.25) if fitting else Pair("", "")

    def noun_phrase(self, noun, determiner=None, adjective=0.4):
        """A noun with a determiner: the, a, this, two, his, Marlo's, ..."""
        form = "she"
        if noun.kind == "nature":
            body = self.mark(Pair(noun.en, noun.zh), 0.4)
            return Subject("the " + body.en, body.zh, form, noun.en)
        if noun.kind == "mass":
            body = self.mark(Pair(noun.en, noun.zh), 0.4)
            some = self.chance(0.3)
            return Subject(
                ("some " if some else "the ") + body.en, ("一些" if some else "") + body.zh, form, "mass"
            )
        kinds = (
            ["the"] * 9
            + ["a"] * 5
            + [
                "this",
                "that",
                "another",
                "possessive",
                "possessive",
                "owner",
                "count",
                "count",
                "digits",
                "last",
                "the plural",
                "many",
                "every",
                "all",
                "ordinal",
            ]
        )
        determiner = determiner or self.pick(kinds)
        extra = self.adjective(noun, adjective)
        word = self.mark(Pair(noun.en, noun.zh), 0.35)
        one = Pair(join(extra.en, word.en), extra.zh + word.zh)
        many = Pair(join(extra.en, word.en.replace(noun.en, noun.plural)), extra.zh + word.zh)
        measure = noun.measure
        if determiner == "a":
            made = Pair(with_article(one.en), "一" + measure + one.zh)
        elif determiner == "this":
            made = Pair("this " + one.en, "这" + measure + one.zh)
        elif determiner == "that":
            made = Pair("that " + one.en, "那" + measure + one.zh)
        elif determiner == "another":
            made = Pair("another " + one.en, "另一" + measure + one.zh)
        elif determiner == "last":
            made = Pair("the last " + one.en, "最后一" + measure + one.zh)
        elif determiner == "ordinal":
            order, order_zh = self.pick(list(lex.ORDINALS.items()))
            made = Pair(f"the {order} {one.en}", order_zh + measure + one.zh)
        elif determiner == "every":
            made = Pair("every " + one.en, "每" + measure + one.zh)
        elif determiner == "possessive":
            *_, mine, zh = self.pick(lex.PRONOUNS)
            made = Pair(f"{mine} {one.en}", zh + "的" + one.zh)
        elif determiner == "owner":
            owner = self.owner()
            made = Pair(f"{owner.en} {one.en}", owner.zh + "的" + one.zh)
        elif determiner == "count":
            count, count_zh = self.pick(list(lex.COUNTS.items()))
            made, form = Pair(f"{count} {many.en}", count_zh + measure + many.zh), "they"
        elif determiner == "digits":
            count = self.rng.randint(2, 99) if self.chance(0.8) else self.rng.randint(100, 999)
            made, form = Pair(f"{count} {many.en}", f"{count}{measure}{many.zh}"), "they"
        elif determiner == "many":
            made, form = Pair("many " + many.en, "许多" + many.zh), "they"
        elif determiner == "all":
            made, form = Pair("all the " + many.en, "所有的" + many.zh), "they"
        elif determiner == "the plural":
            plural = "们" if noun.kind == "person" else ""
            made, form = Pair("the " + many.en, many.zh + plural), "they"
        else:
            made = Pair("the " + one.en, one.zh)
        return Subject(made.en, made.zh, form, noun.kind)

    def owner(self):
        """Somebody's: "Marlo's", "the keeper's", with either apostrophe."""
        name = self.name() if self.chance(0.65) else None
        if name is None and self.chance(0.3):
            *_, mine, zh = self.pick(lex.PRONOUNS)
            kin = self.pick(lex.KIN)
            name = Pair(f"{mine} {kin.en}", f"{zh}的{kin.zh}")
        if name is None:
            noun = self.noun(["person"])
            name = Pair("the " + noun.en, noun.zh)
        return Pair(name.en + self.pick(["'s", "’s"]), name.zh)

    def named_phrase(self, head=None):
        """A noun phrase with "of", "from", "who" or two nouns joined by "and"; ``head`` asks for "the head of"."""
        kind = (
            "of" if head else self.pick(["of", "of", "and", "name and", "keeper of", "from", "who", "named"])
        )
        if kind == "of":
            head = head or self.pick(lex.HEADS_OF)
            zh = {"light": "光", "roof": "屋顶"}.get(head) or lex.NOUN_BY_NAME[head].zh
            whole = self.pick(
                [
                    lambda: self.noun_phrase(self.noun(["place"]), "the"),
                    lambda: self.term("place") or self.noun_phrase(self.noun(["place"]), "the"),
                    lambda: self.term("ship") or self.noun_phrase(self.noun(["person"]), "the"),
                    lambda: self.noun_phrase(self.noun(["person", "animal"]), "the"),
                ]
            )()
            part, whole = self.mark(Pair(f"the {head}", zh), 0.3), self.mark(whole, 0.4)
            return Subject(f"{part.en} of {whole.en}", f"{whole.zh}的{part.zh}", "she", "thing")
        if kind == "keeper of":
            head = self.pick(["keeper", "captain", "queen", "king", "mayor", "doctor"])
            whole = self.term("ship" if head == "captain" else "place") or self.noun_phrase(
                lex.NOUN_BY_NAME["lighthouse"], "the"
            )
            whole = self.mark(whole, 0.4)
            return Subject(
                f"the {head} of {whole.en}", f"{whole.zh}的{lex.NOUN_BY_NAME[head].zh}", "she", "person"
            )
        if kind == "from":
            noun, place = self.noun(["person"]), self.term("place")
            if place:
                place = self.mark(place, 0.4)
                return Subject(
                    f"the {noun.en} from {place.en}", f"来自{place.zh}的{noun.zh}", "she", "person"
                )
        if kind == "who":
            noun = self.noun(["person"])
            deed = self.predicate(True)
            past = self.chance(0.7)
            doing = self.conjugated(Subject("", ""), deed, "past" if past else "present")
            return Subject(f"the {noun.en} who {doing.en}", f"{doing.zh}的{noun.zh}", "she", "person")
        if kind == "named":
            made = self.named_person()
            if made is not None:
                return made
        first = (
            self.person_or_name()
            if kind == "name and"
            else self.noun_phrase(self.noun(["person", "animal"]), "the", 0.2)
        )
        second = self.person_or_name()
        return Subject(f"{first.en} and {second.en}", f"{first.zh}和{second.zh}", "they", "person")

    def named_person(self):
        """A girl named Selby, or None without a name."""
        name = self.name()
        if name is None:
            return None
        name = self.mark(name, 0.5)
        noun = self.noun_phrase(self.noun(["person", "person", "animal"]), "a", 0.2)
        head = re.match(r"一.", noun.zh).group()
        return Subject(
            f"{noun.en} named {name.en}", f"{head}名叫{name.zh}的{noun.zh[len(head) :]}", "she", "person"
        )

    def person_or_name(self):
        name = self.name()
        if name is not None and self.chance(0.75):
            return Subject(name.en, name.zh, "she", "person")
        return self.noun_phrase(self.noun(["person"]), "the")

    def term(self, kind):
        """A place, ship or other term of the glossary, as a noun phrase with "the" where it needs one."""
        return self.world.use(self.rng, kind)

    def subject(self, pronouns=0.3, anybody=False):
        """Somebody who does something; ``anybody`` allows "everyone" and the like."""
        if self.chance(pronouns):
            en, _, _, zh = self.pick(lex.PRONOUNS)
            return Subject(en, zh, {"I": "I", "he": "she", "she": "she"}.get(en, "they"), "person", True)
        name = self.name()
        if name is not None and self.chance(0.62):
            return self.mark(Subject(name.en, name.zh, "she", "person"))
        choice = self.rng.random()
        if choice < 0.12:
            made = self.named_phrase()
            while made.kind != "person":
                made = self.named_phrase()
        elif choice < 0.2:
            owner = (
                Pair(
                    *self.pick(
                        [
                            ("my", "我"),
                            ("your", "你"),
                            ("his", "他"),
                            ("her", "她"),
                            ("our", "我们"),
                            ("their", "他们"),
                        ]
                    )
                )
                if self.chance(0.6)
                else self.owner()
            )
            noun = self.pick(lex.KIN)
            made = Subject(f"{owner.en} {noun.en}", f"{owner.zh}的{noun.zh}", "she", "person")
        elif choice < 0.27 and anybody:
            made = Subject(
                *self.pick([("somebody", "有人"), ("everyone", "大家都"), ("nobody", "没有人")]),
                "she",
                "anybody",
            )
            return made
        else:
            made = self.noun_phrase(self.noun(["person", "person", "person", "animal"]))
        return self.mark(made)

    def object(self, allowed):
        """What a transitive verb takes, from its list of nouns and kinds."""
        word = self.pick(allowed)
        if word == "@person":
            choice = self.rng.random()
            if choice < 0.25:
                _, me, _, zh = self.pick(lex.PRONOUNS)
                return Pair(me, zh)
            name = self.name()
            if name is not None and choice < 0.7:
                return self.mark(Pair(name.en, name.zh))
        elif word not in ("@place", "@animal", "@mass") and self.chance(0.08):
            return Pair("it", "它")
        elif word in lex.HEADS_OF and self.chance(0.15):
            return self.mark(self.named_phrase(word))
        elif word in ("ship", "boat", "@thing") and self.chance(0.5):
            term = self.term("ship") or self.term("common")
            if term:
                return self.mark(term)
        elif word in ("@place", "island", "village", "harbour") and self.chance(0.5):
            term = self.term("place")
            if term:
                return self.mark(term)
        noun = (
            self.noun([word[1:]])
            if word.startswith("@")
            else lex.NOUN_BY_NAME.get(word) or lex.Noun("roof", "roofs", "屋顶", "个", "thing")
        )
        if word in ("@thing", "@place") and self.chance(0.08):
            made = self.named_phrase()
            if made.kind == "thing":
                return self.mark(made)
        return self.mark(self.noun_phrase(noun))

    # ----- places and times -----------------------------------------------

    def place(self):
        """Where something happens: English phrase, Chinese 在..."""
        choice = self.rng.random()
        if choice < 0.3:
            return self.mark(Pair(*self.pick(lex.FIXED_PLACES)), 0.7)
        if choice < 0.5:
            term = self.term("place")
            if term:
                last = term.en.split()[-1]
                preposition, after = {
                    "Island": ("on", "上"),
                    "Rock": ("on", "上"),
                    "Hill": ("on", "上"),
                    "Bay": ("at", ""),
                    "Point": ("at", ""),
                }.get(last, ("in", ""))
                term = self.mark(term, 0.5)
                return self.mark(Pair(f"{preposition} {term.en}", f"在{term.zh}{after}"), 0.7)
            term = self.term("ship")
            if term:
                term = self.mark(term, 0.5)
                return self.mark(Pair(f"on {term.en}", f"在{term.zh}上"), 0.7)
        preposition = self.pick(list(lex.PLACE_PREPOSITIONS))
        noun = lex.NOUN_BY_NAME[self.pick(lex.PLACE_PREPOSITIONS[preposition])]
        determiner = self.pick(["the"] * 8 + ["possessive", "owner", "a", "this", "that", "another"])
        inner = self.mark(self.noun_phrase(noun, None if noun.kind == "nature" else determiner, 0.25), 0.5)
        return self.mark(
            Pair(f"{preposition} {inner.en}", f"在{inner.zh}{lex.PREPOSITIONS[preposition]}"), 0.7
        )

    @staticmethod
    def spot(place):
        """The Chinese of a place without the leading 在."""
        return re.sub(r"^((?:⟦[^⟧]*⟧)*)在", r"\1", place.zh)

    def goal(self):
        """A place to go to."""
        if self.chance(0.4):
            term = self.term("place")
            if term:
                return self.mark(term)
        noun = (
            self.noun(["place"])
            if self.chance(0.75)
            else lex.NOUN_BY_NAME[self.pick(["door", "window", "boat", "ship", "gate"])]
        )
        return self.mark(
            self.noun_phrase(noun, self.pick(["the"] * 6 + ["possessive", "owner", "that", "another"]))
        )

    def time(self, tense):
        """When something happens."""
        choice = self.rng.random()
        if choice < 0.75 or tense == "future":
            en, zh, _ = self.pick([row for row in lex.TIMES if tense in row[2].split()])
        elif choice < 0.8:
            day, zh = self.pick(list(lex.WEEKDAYS.items()))
            en, zh = (f"every {day}", f"每个星期{zh}") if tense == "present" else (f"on {day}", f"星期{zh}")
        elif choice < 0.88:
            word, zh_number = self.pick(list(lex.NUMBERS.items()))
            if self.chance(0.5):
                word = zh_number = str(self.rng.randint(1, 12))
                if self.chance(0.3):
                    minutes = f"{self.rng.randint(0, 59):02d}"
                    return self.mark(Pair(f"at {word}:{minutes}", f"{word}:{minutes}"), 0.5)
            if word == "two":
                zh_number = "两"
            en, zh = f"at {word} o{self.pick(chr(39) + '’')}clock", f"{zh_number}点钟"
        elif tense == "present":
            month = self.rng.randint(1, 12)
            en, zh = f"in {lex.MONTHS[month - 1]}", f"{month}月"
        elif choice < 0.92:
            year = self.rng.randint(1700, 2030)
            en, zh = f"in {year}", f"{year}年"
        elif choice < 0.95:
            month, day = self.rng.randint(1, 12), self.rng.randint(1, 28)
            en, zh = f"on {day} {lex.MONTHS[month - 1]}", f"{month}月{day}日"
            if self.chance(0.5):
                year = self.rng.randint(1700, 2030)
                en, zh = f"{en} {year}", f"{year}年{zh}"
        else:
            unit, zh_unit = self.pick(
                [
                    ("days", "天"),
                    ("years", "年"),
                    ("weeks", "个星期"),
                    ("hours", "个小时"),
                    ("months", "个月"),
                ]
            )
            count, zh_count = self.pick(list(lex.COUNTS.items()))
            if self.chance(0.4):
                count = zh_count = str(self.rng.randint(2, 60))
            ago, zh_ago = self.pick([("later", "后"), ("ago", "前")])
            en, zh = f"{count} {unit} {ago}", f"{zh_count}{zh_unit}{zh_ago}"
        return self.mark(Pair(en, zh), 0.5)

    # ----- verbs ----------------------------------------------------------

    def predicate(self, simple=False):
        """A verb with its object, place and manner."""
        choice = self.rng.random()
        before = []
        tail = []
        if choice < 0.3:
            verb, obj = self.pick(lex.INTRANSITIVE), Pair("", "")
            place, manner = verb.place, True
        elif choice < 0.75:
            verb = self.pick(lex.TRANSITIVE)
            obj = self.object(verb.objects.split())
            place, manner = verb.en not in lex.NO_PLACE, True
        elif choice < 0.86:
            verb = self.pick(lex.MOTION)
            if verb.en == "come from":
                obj = self.term("place") or self.noun_phrase(self.noun(["place"]), "the")
            else:
                obj = self.goal()
            place, manner = False, True
        else:
            return self.transfer()
        if verb.en.split()[0] in (
            "know",
            "love",
            "need",
            "want",
            "remember",
            "forget",
            "trust",
            "live",
            "put",
        ):
            manner = False
        if simple:
            place = manner = False
        tail.append(obj.en)
        if manner and self.chance(0.06):
            adverb = self.mark(Pair(*self.pick(lex.MANNERS)), 0.5)
            tail.append(adverb.en)
            before.append(adverb.zh)
        company = Pair("", "")
        if not simple and manner and self.chance(0.05):
            if verb.en in lex.TOOLS and self.chance(0.7):
                tool = self.noun_phrase(
                    lex.NOUN_BY_NAME[self.pick(lex.TOOLS[verb.en])], self.pick(["a", "a", "the", "this"])
                )
                company = self.mark(Pair(f"with {tool.en}", f"用{tool.zh}"), 0.5)
            else:
                friend = self.object(["@person"])
                company = self.mark(Pair(f"with {friend.en}", f"和{friend.zh}一起"), 0.5)
            tail.append(company.en)
            before.insert(0, company.zh)
        if place and self.chance(0.2):
            where = self.place()
            tail.append(where.en)
            before.insert(0, where.zh)
        past = verb.zh_past or verb.zh + "了"
        return Predicate(
            verb.en,
            verb.past,
            join(*tail),
            verb.zh + obj.zh,
            past + obj.zh,
            verb.zh_not + obj.zh if verb.zh_not else "",
            verb.zh_did_not + obj.zh if verb.zh_did_not else "",
            verb.zh + obj.zh + ("" if verb.zh.endswith("着") else "了"),
            "".join(before),
        )

    def transfer(self):
        """Giving, showing, bringing, putting: two objects, 把 in Chinese."""
        things = self.object(["@thing", "@thing", "@mass"])
        who = self.object(["@person"])
        kind = self.pick(["give", "give", "show", "bring", "put", "send"])
        if kind == "give":
            zh, past = f"把{things.zh}交给{who.zh}", f"把{things.zh}交给了{who.zh}"
            return Predicate("give", "gave", f"{things.en} to {who.en}", zh, past, zh_done=zh + "了")
        if kind == "show":
            zh = f"给{who.zh}看{things.zh}"
            return Predicate(
                "show",
                "showed",
                f"{things.en} to {who.en}",
                zh,
                f"给{who.zh}看了{things.zh}",
                zh_done=zh + "了",
            )
        if kind == "send":
            zh, past = f"把{things.zh}寄给{who.zh}", f"把{things.zh}寄给了{who.zh}"
            return Predicate("send", "sent", f"{things.en} to {who.en}", zh, past, zh_done=zh + "了")
        if kind == "bring":
            where = self.goal()
            zh, past = f"把{things.zh}带到{where.zh}", f"把{things.zh}带到了{where.zh}"
            return Predicate("bring", "brought", f"{things.en} to {where.en}", zh, past, zh_done=zh + "了")
        preposition = self.pick(["in", "on", "under", "behind"])
        noun = {
            "in": ["box", "basket", "kitchen", "boat"],
            "on": ["table", "chair", "bed"],
            "under": ["bed", "table", "stone"],
            "behind": ["door", "house", "gate"],
        }[preposition]
        where = self.mark(self.noun_phrase(lex.NOUN_BY_NAME[self.pick(noun)], "the", 0.25))
        spot = f"{where.zh}{lex.PREPOSITIONS[preposition]}"
        zh, past = f"把{things.zh}放在{spot}", f"把{things.zh}放在了{spot}"
        return Predicate("put", "put", f"{things.en} {preposition} {where.en}", zh, past, zh_done=zh + "了")

    def conjugated(self, subject, predicate, tense):
        """The verb phrase in a tense; "not ..." tenses are negated, others are modal verbs."""
        third = subject.form == "she"
        tail, before = predicate.tail, predicate.before
        if tense == "present":
            return Pair(join(predicate.third() if third else predicate.base, tail), before + predicate.zh)
        if tense == "past":
            return Pair(join(predicate.past, tail), before + predicate.zh_past)
        if tense == "not present":
            zh = before + predicate.zh_not if predicate.zh_not else "不" + before + predicate.zh
            return Pair(join("does not" if third else "do not", predicate.base, tail), zh)
        if tense == "not past":
            zh = before + predicate.zh_did_not if predicate.zh_did_not else "没有" + before + predicate.zh
            return Pair(join("did not", predicate.base, tail), zh)
        modals = {
            "can": ("can", "能"),
            "cannot": ("cannot", "不能"),
            "could not": ("could not", "不能"),
            "must": ("must", "必须"),
            "must not": ("must not", "不可以"),
            "will": ("will", "会"),
            "will not": ("will not", "不会"),
            "should": ("should", "应该"),
            "may": ("may", "也许会"),
            "want": ("wants to" if third else "want to", "想"),
            "wanted": ("wanted to", "想"),
            "tried": ("tried to", "试着"),
            "never": ("never", "从不"),
            "never past": ("never", "从未"),
            "began": ("began to", "开始"),
            "no longer": ("no longer", "不再"),
        }
        en, zh = modals[tense]
        if tense in ("never", "no longer"):
            return Pair(
                join(en, predicate.third() if third else predicate.base, tail), zh + before + predicate.zh
            )
        if tense == "never past":
            return Pair(join(en, predicate.past, tail), zh + before + predicate.zh)
        return Pair(join(en, predicate.base, tail), zh + before + predicate.zh)

    TENSES = (
        ["present"] * 7
        + ["past"] * 11
        + [
            "not present",
            "not present",
            "not past",
            "not past",
            "can",
            "cannot",
            "could not",
            "must",
            "must not",
            "will",
            "will",
            "will not",
            "should",
            "may",
            "want",
            "want",
            "wanted",
            "wanted",
            "tried",
            "never",
            "never past",
            "began",
            "no longer",
        ]
    )

    @staticmethod
    def time_tense(tense):
        """Which times go with a verb form."""
        if tense in ("present", "not present", "never", "no longer"):
            return "present"
        if tense in ("past", "not past", "wanted", "tried", "could not", "never past", "began"):
            return "past"
        return "future" if tense in ("will", "will not", "must", "can", "cannot", "should", "may") else ""

    # ----- clauses --------------------------------------------------------

    def be(self, subject, past):
        if past:
            return "was" if subject.form in ("I", "she") else "were"
        return {"I": "am", "she": "is"}.get(subject.form, "are")

    def quality(self, subject):
        """What a subject is: tired, broken, ... as (English, affirmative, negative, question)."""
        fitting = [row for row in lex.PREDICATES if subject.kind in row[2].split()] or [
            row for row in lex.PREDICATES if row[0] == "gone"
        ]
        en, zh, _ = self.pick(fitting)
        if isinstance(zh, tuple):
            return en, *zh
        return en, "很" + zh, "不" + zh, zh + "吗"

    def state_subject(self):
        """A subject for "is": a person, a thing, a place or something natural."""
        choice = self.rng.random()
        if choice < 0.4:
            return self.subject()
        if choice < 0.46:
            return Subject("it", "它", "she", "thing", True)
        if choice < 0.5:
            kind = self.pick(["place", "ship"])
            term = self.term(kind)
            if term:
                return self.mark(Subject(term.en, term.zh, "she", "place" if kind == "place" else "thing"))
        noun = self.noun(["thing", "thing", "place", "nature"])
        determiner = self.pick(
            ["the"] * 6 + ["this", "that", "possessive", "owner", "the plural", "last", "all"]
        )
        made = self.noun_phrase(noun, determiner, 0.25)
        words = {word for row in lex.PREDICATES for word in row[2].split()}
        if noun.en in words and self.chance(0.5):
            made = replace(made, kind=noun.en)
        return self.mark(made)

    def state_clause(self, past):
        """X is (not, very, too) tired."""
        subject = self.state_subject()
        en, yes, no, _ = self.quality(subject)
        be = self.be(subject, past)
        choice = self.rng.random()
        if choice < 0.2:
            return Pair(join(subject.en, be, "not", en), subject.zh + no)
        if choice < 0.35 and yes.startswith("很"):
            degree, zh = self.pick([("very", "非常"), ("too", "太"), ("so", "那么"), ("still", "仍然很")])
            return Pair(
                join(subject.en, be, degree, en),
                subject.zh + zh + yes[1:] + ("了" if degree == "too" else ""),
            )
        value = self.mark(Pair(en, yes), 0.4)
        return Pair(join(subject.en, be, value.en), subject.zh + value.zh)

    def location_clause(self, past):
        """X is in the garden."""
        subject = (
            self.subject(0.2)
            if self.chance(0.4)
            else self.mark(
                self.noun_phrase(
                    self.noun(["thing", "animal"]), self.pick(["the", "the", "possessive", "owner"])
                )
            )
        )
        where = self.place()
        if self.chance(0.2):
            return Pair(
                join(subject.en, self.be(subject, past), "not", where.en), f"{subject.zh}不{where.zh}"
            )
        return Pair(join(subject.en, self.be(subject, past), where.en), subject.zh + where.zh)

    def existence_clause(self, past):
        """There is a lamp in the garden."""
        where = self.place()
        spot = self.spot(where)
        noun = self.noun(["thing", "person", "animal"])
        if self.chance(0.25):
            be = "were" if past else "are"
            return Pair(f"there {be} no {noun.plural} {where.en}", f"{spot}没有{noun.zh}")
        what = self.mark(self.noun_phrase(noun, self.pick(["a", "a", "count", "digits", "many"])))
        if noun.kind == "person" and self.chance(0.25):
            what = self.mark(self.named_person() or what)
        be = {True: ("was", "were"), False: ("is", "are")}[past][what.form == "they"]
        return Pair(join("there", be, what.en, where.en), f"{spot}有{what.zh}")

    def identity_clause(self, past):
        """X is a fisherman; this is the key."""
        if self.chance(0.35):
            en, zh = self.pick([("this", "这"), ("that", "那"), ("it", "它")])
            what = self.mark(
                self.noun_phrase(
                    self.noun(["thing", "thing", "place", "animal"]),
                    self.pick(["the", "a", "possessive", "owner", "last"]),
                )
            )
            be = "was" if past else "is"
            if self.chance(0.2):
                return Pair(f"{en} {be} not {what.en}", f"{zh}不是{what.zh}")
            return Pair(f"{en} {be} {what.en}", f"{zh}是{what.zh}")
        if self.chance(0.2):
            kind, noun = self.pick(
                [("place", self.noun(["place"])), ("ship", lex.NOUN_BY_NAME[self.pick(["ship", "boat"])])]
            )
            term = self.term(kind)
            if term:
                what = self.mark(self.noun_phrase(noun, self.pick(["a", "a", "a", "the", "possessive"]), 0.5))
                return Pair(f"{term.en} {'was' if past else 'is'} {what.en}", f"{term.zh}是{what.zh}")
        subject = self.subject()
        while subject.form == "they" or subject.kind != "person":
            subject = self.subject()
        if self.chance(0.3):
            what = self.named_phrase()
            while what.form == "they" or what.kind != "person":
                what = self.named_phrase()
        else:
            what = self.noun_phrase(self.noun(["person"]), self.pick(["a", "a", "the", "possessive", "last"]))
        what = self.mark(what)
        be = self.be(subject, past)
        if self.chance(0.15):
            return Pair(join(subject.en, be, "not", what.en), f"{subject.zh}不是{what.zh}")
        return Pair(join(subject.en, be, what.en), f"{subject.zh}是{what.zh}")

    def have_clause(self, past):
        """X has a red boat."""
        subject = self.subject()
        noun = self.noun(["thing", "thing", "thing", "animal"])
        if self.chance(0.2):
            no = "did not have" if past else ("does not have" if subject.form == "she" else "do not have")
            return Pair(join(subject.en, no, with_article(noun.en)), f"{subject.zh}没有{noun.zh}")
        what = self.mark(self.noun_phrase(noun, self.pick(["a", "a", "count", "digits", "many", "another"])))
        have = "had" if past else ("has" if subject.form == "she" else "have")
        return Pair(join(subject.en, have, what.en), f"{subject.zh}有{what.zh}")

    def nothing_clause(self, past):
        """X saw nothing."""
        verb, zh = self.pick(lex.NOTHING)
        return self.subject().then(Pair(f"{verb} nothing", zh))

    def name_clause(self, past):
        """Her name was Selby; the name of the ship is the Grey Gull."""
        be = "was" if past else "is"
        name = self.name()
        if name is None:
            return self.nature_clause(past)
        name = self.mark(Pair(name.en, name.zh))
        if self.chance(0.7):
            *_, mine, zh = self.pick(lex.PRONOUNS)
            return Pair(f"{mine} name {be} {name.en}", f"{zh}的名字叫{name.zh}")
        whole = self.noun_phrase(self.noun(["person", "animal"]), "the", 0.2)
        what, kind = (name, whole)
        if self.chance(0.5):
            ship = self.term("ship")
            if ship:
                what, kind = self.mark(ship), Pair("the ship", "船")
        return Pair(f"the name of {kind.en} {be} {what.en}", f"{kind.zh}的名字叫{what.zh}")

    def nature_clause(self, past):
        """The storm comes; the bell rang."""
        word, verb = self.pick(lex.NATURE_VERBS)
        noun = lex.NOUN_BY_NAME[word]
        determiner = (
            None
            if noun.kind == "nature"
            else self.pick(["the", "the", "the", "a", "last", "possessive", "owner"])
        )
        subject = self.mark(self.noun_phrase(noun, determiner, 0.2))
        if word in ("light", "bell", "door", "fire") and self.chance(0.25):
            whole = self.term("place") or self.term("ship") or self.noun_phrase(self.noun(["place"]), "the")
            subject = self.mark(Subject(f"the {word} of {whole.en}", f"{whole.zh}的{noun.zh}"))
        if word in ("ship", "boat") and self.chance(0.4):
            term = self.term("ship")
            if term:
                subject = self.mark(Subject(term.en, term.zh))
        predicate = Predicate(verb.en, verb.past, "", verb.zh, verb.zh_past or verb.zh + "了")
        tenses = (
            ["past", "past", "not past", "began"]
            if past
            else ["present", "present", "not present", "will", "will not", "may"]
        )
        tense = self.pick(tenses)
        if tense == "began" and word not in ("sun", "wind", "rain", "snow", "fire", "tide"):
            tense = "past"
        phrase = self.conjugated(subject, predicate, tense)
        return subject.then(phrase)

    def action_clause(self, tense=None, simple=False):
        """Somebody does something; returns the clause and the tense."""
        tense = tense or self.pick(self.TENSES)
        subject = self.subject(anybody=tense in ("present", "past", "can"))
        predicate = self.predicate(simple)
        phrase = self.conjugated(subject, predicate, tense)
        if subject.en == "nobody" and tense == "past":
            phrase = Pair(phrase.en, predicate.before + predicate.zh)
        if tense in ("present", "past") and self.chance(0.03) and not subject.kind == "anybody":
            adverb = self.pick(lex.FREQUENCY)
            verb = Pair(phrase.en, predicate.before + predicate.zh)
            return subject.then(Pair(adverb[0], adverb[1])).then(verb), tense
        if not simple and tense in ("present", "past") and self.chance(0.04) and subject.kind != "anybody":
            second = self.conjugated(subject, self.predicate(True), tense)
            phrase = Pair(f"{phrase.en} and {second.en}", f"{phrase.zh}，{second.zh}")
        return subject.then(self.mark(phrase, 0.3)), tense

    def clause(self, past=None):
        """Any plain clause, with a time added now and then."""
        if past is None:
            past = self.chance(0.6)
        choice = self.rng.random()
        if choice < 0.62:
            clause, tense = self.action_clause(
                None
                if past is None
                else self.pick([t for t in self.TENSES if (self.time_tense(t) == "past") == past])
            )
            when = self.time_tense(tense)
            weight = 0.28
        else:
            kinds = (
                [self.state_clause] * 4
                + [self.location_clause] * 2
                + [self.existence_clause] * 2
                + [self.identity_clause] * 2
                + [self.have_clause] * 2
                + [self.nature_clause] * 3
                + [self.nothing_clause, self.name_clause]
            )
            kind = self.pick(kinds)
            clause = kind(past)
            when = "past" if past else "present"
            weight = 0.15
            if kind in (self.identity_clause, self.name_clause) or (kind == self.nature_clause and not past):
                weight = 0.0
        if when and self.chance(weight):
            time = self.time(when)
            clause = self.mark(clause, 0.2)
            if self.chance(0.5):
                gap = self.line_break()
                comma = "," if gap.zh or self.chance(0.8) else ""
                return Pair(time.en + comma + gap.en + clause.en, f"{time.zh}，{gap.zh}{clause.zh}")
            return Pair(f"{clause.en} {time.en}", f"{time.zh}，{clause.zh}")
        if past and self.chance(0.05):
            en, zh = self.pick(lex.OPENERS)
            clause = self.mark(clause, 0.3)
            return Pair(f"{en}, {clause.en}", f"{zh}，{clause.zh}")
        return clause

    def plain_clause(self, past):
        """A clause without a time, for the parts of longer sentences."""
        choice = self.rng.random()
        if choice < 0.6:
            return self.action_clause(
                self.pick(["past", "past", "not past", "wanted"])
                if past
                else self.pick(["present", "present", "not present", "cannot", "will"])
            )[0]
        return self.pick([self.state_clause, self.nature_clause, self.have_clause, self.location_clause])(
            past
        )

    # ----- sentences ------------------------------------------------------

    def statement(self):
        """One or two clauses, without the final stop."""
        choice = self.rng.random()
        if choice < 0.75:
            return self.clause()
        past = self.chance(0.6)
        if choice < 0.79:
            return self.thought(past)
        first, second, gap = self.plain_clause(past), self.plain_clause(past), self.line_break()
        kind = self.pick(
            ["and", "and", "but", "because", "so", "when", "before", "after", "when" if past else "if"]
        )
        if kind in ("and", "but", "so"):
            zh = {"and": "，", "but": "，但是", "so": "，所以"}[kind]
            at = zh[0] + gap.zh + zh[1:]
            return Pair(f"{first.en},{gap.en}{kind} {second.en}", first.zh + at + second.zh)
        if kind == "because":
            return Pair(f"{first.en}{gap.en}because {second.en}", f"{first.zh}，{gap.zh}因为{second.zh}")
        second = self.event(past)
        around = {
            "when": ("当", "时"),
            "before": ("在", "之前"),
            "after": ("在", "之后"),
            "if": ("如果", ""),
        }[kind]
        zh = around[0] + second.zh + around[1]
        if self.chance(0.5):
            return Pair(f"{kind} {second.en},{gap.en}{first.en}", f"{zh}，{gap.zh}{first.zh}")
        return Pair(f"{first.en} {kind} {second.en}", f"{zh}，{first.zh}")

    def event(self, past):
        """A simple clause for "when", "before", "after" and "if": Chinese without 了."""
        if self.chance(0.35):
            word, verb = self.pick(lex.NATURE_VERBS)
            noun = lex.NOUN_BY_NAME[word]
            subject = self.noun_phrase(noun, None if noun.kind == "nature" else "the", 0.1)
            predicate = Predicate(verb.en, verb.past, "", verb.zh, verb.zh)
        else:
            subject = self.subject()
            predicate = self.predicate(True)
        phrase = self.conjugated(subject, predicate, "past" if past else "present")
        return Pair(f"{subject.en} {phrase.en}", subject.zh + predicate.before + predicate.zh)

    def thought(self, past):
        """X thinks that the ship is near."""
        subject = self.subject()
        base, did, zh = self.pick(lex.THINK)
        verb = did if past else (third_person(base) if subject.form == "she" else base)
        inner = self.plain_clause(past)
        return Pair(join(subject.en, verb, "that", inner.en), f"{subject.zh}{zh}{inner.zh}")

    def question(self):
        """A question, without the question mark; Chinese complete but for the mark."""
        choice = self.pick(
            [
                "be",
                "be",
                "do",
                "did",
                "did",
                "can",
                "where",
                "where",
                "who",
                "who did",
                "what",
                "why",
                "how many",
                "when",
                "whose",
            ]
        )
        if choice == "be":
            subject = self.state_subject()
            en, _, _, ask = self.quality(subject)
            past = self.chance(0.3)
            return Pair(join(self.be(subject, past), subject.en, en), subject.zh + ask)
        if choice in ("do", "did", "can", "why", "when", "what"):
            subject = self.subject(0.55)
            third = subject.form == "she"
            if choice == "what":
                verb = self.pick(
                    [
                        ("want", "想要", "想要"),
                        ("see", "看见", "看见了"),
                        ("hear", "听见", "听见了"),
                        ("say", "说", "说了"),
                        ("need", "需要", "需要"),
                        ("find", "找到", "找到了"),
                        ("write", "写", "写了"),
                        ("hide", "藏起", "藏起了"),
                        ("know", "知道", "知道"),
                        ("remember", "记得", "记得"),
                        ("carry", "带着", "带着"),
                        ("bring", "带来", "带来了"),
                    ]
                )
                past = self.chance(0.5)
                do = "did" if past else ("does" if third else "do")
                return Pair(
                    f"what {do} {subject.en} {verb[0]}", f"{subject.zh}{verb[2] if past else verb[1]}什么"
                )
            predicate = self.predicate(choice in ("when",))
            body = join(subject.en, predicate.base, predicate.tail)
            if choice == "do":
                return Pair(
                    f"{'does' if third else 'do'} {body}", f"{subject.zh}{predicate.before}{predicate.zh}吗"
                )
            if choice == "did":
                done = predicate.zh_done
                if predicate.zh_past == predicate.zh or predicate.zh_did_not:
                    done = predicate.zh
                return Pair(f"did {body}", f"{subject.zh}{predicate.before}{done}吗")
            if choice == "can":
                modal, zh = self.pick([("can", "能"), ("will", "会"), ("must", "必须")])
                return Pair(f"{modal} {body}", f"{subject.zh}{zh}{predicate.before}{predicate.zh}吗")
            if choice == "why":
                past = self.chance(0.5)
                do = "did" if past else ("does" if third else "do")
                if self.chance(0.4):
                    no = predicate.zh_not or ("没有" if past else "不") + predicate.before + predicate.zh
                    if predicate.zh_not:
                        no = predicate.before + no
                    return Pair(
                        f"why {do} {subject.en} not {join(predicate.base, predicate.tail)}",
                        f"{subject.zh}为什么{no}",
                    )
                return Pair(f"why {do} {body}", f"{subject.zh}为什么{predicate.before}{predicate.zh}")
            return Pair(f"when will {body}", f"{subject.zh}什么时候会{predicate.zh}")
        if choice == "where":
            subject = (
                self.subject(0.3)
                if self.chance(0.5)
                else self.mark(
                    self.noun_phrase(
                        self.noun(["thing", "animal", "place"]),
                        self.pick(["the", "the", "possessive", "owner", "the plural"]),
                    )
                )
            )
            return Pair(f"where {self.be(subject, self.chance(0.3))} {subject.en}", f"{subject.zh}在哪里")
        if choice == "who":
            subject = self.subject(0.2)
            while subject.kind != "person" or subject.form != "she":
                subject = self.subject(0.2)
            return Pair(f"who {self.be(subject, self.chance(0.3))} {subject.en}", f"{subject.zh}是谁")
        if choice == "who did":
            predicate = self.predicate()
            nobody = Subject("who", "谁")
            return nobody.then(
                self.conjugated(
                    nobody, predicate, self.pick(["past", "past", "past", "present", "will", "can"])
                )
            )
        if choice == "whose":
            noun = self.noun(["thing", "animal"])
            return Pair(f"whose {noun.en} is {self.pick(['this'])}", f"这是谁的{noun.zh}")
        noun = self.noun(["thing", "person", "animal"])
        where = self.place()
        spot = self.spot(where)
        return Pair(
            f"how many {noun.plural} {self.pick(['are', 'were'])} there {where.en}",
            f"{spot}有多少{noun.measure}{noun.zh}",
        )

    def command(self):
        """An imperative, polite or negated."""
        predicate = self.predicate(self.chance(0.5))
        body = join(predicate.base, predicate.tail)
        while predicate.base in lex.NO_COMMAND or body in ("wait", "listen", "stop", "look"):
            predicate = self.predicate(True)
            body = join(predicate.base, predicate.tail)
        kind = self.pick(["", "", "please", "do not", "let us", "never"])
        if kind == "please":
            return Pair("please " + body, "请" + predicate.before + predicate.zh)
        if kind == "do not":
            return Pair("do not " + body, "不要" + predicate.before + predicate.zh)
        if kind == "never":
            return Pair("never " + body, "永远不要" + predicate.before + predicate.zh)
        if kind == "let us":
            return Pair("let us " + body, "让我们" + predicate.before + predicate.zh + "吧")
        return Pair(body, predicate.before + predicate.zh)

    def exclamation(self):
        """What a beautiful lamp! How dark it is!"""
        if self.chance(0.6):
            noun = self.noun(["thing", "place", "person"])
            fitting = [
                row
                for row in lex.ADJECTIVES
                if noun.kind in row[2].split()
                and row[1].endswith("的")
                and (row[0], noun.en) not in lex.BAD_PAIRS
                and row[0]
                in (
                    "beautiful",
                    "strange",
                    "brave",
                    "clever",
                    "kind",
                    "heavy",
                    "precious",
                    "quiet",
                    "dark",
                    "lonely",
                    "cold",
                )
            ]
            en, zh, _ = self.pick(fitting)
            return Pair(f"what {with_article(en + ' ' + noun.en)}", f"多么{zh}{noun.zh}啊")
        subject = self.state_subject()
        fitting = [
            row for row in lex.PREDICATES if subject.kind in row[2].split() and isinstance(row[1], str)
        ]
        if not fitting:
            return Pair("what a storm", "多大的暴风雨啊")
        en, zh, _ = self.pick(fitting)
        return Pair(f"how {en} {subject.en} {self.be(subject, False)}", f"{subject.zh}多么{zh}啊")

    def sentence(self):
        """A complete sentence with its mark."""
        choice = self.rng.random()
        if choice < 0.68:
            made, en, zh = self.statement(), ".", "。"
            if self.chance(0.08):
                en, zh = self.pick([("!", "！"), (":", "：")])
        elif choice < 0.79:
            made, en, zh = self.question(), "?", "？"
        elif choice < 0.86:
            made = self.command()
            en, zh = self.pick([(".", "。"), ("!", "！")])
        elif choice < 0.88:
            made, en, zh = self.exclamation(), "!", "！"
        else:
            short = self.pick(lex.SHORT_LINES)
            return self.mark(Pair(*short), 0.5)
        made = self.mark(Pair(capitalised(made.en), made.zh), 0.15)
        return self.mark(Pair(made.en + en, made.zh + zh), 0.25)

    # ----- dialogue -------------------------------------------------------

    def utterance(self):
        """What somebody says: (English without final mark, mark, Chinese without, mark)."""
        choice = self.rng.random()
        if choice < 0.18:
            en, zh = self.pick(lex.SHORT_LINES)
            return en[:-1], en[-1], zh[:-1], zh[-1]
        if choice < 0.26:
            name = self.name()
            if name is not None:
                en, zh = self.pick(lex.ADDRESSABLE)
                mark = self.pick([".", "!"])
                return f"{en}, {name.en}", mark, f"{zh}，{name.zh}", {".": "。", "!": "！"}[mark]
        if choice < 0.3:
            made = self.fragment()
            mark = self.pick([".", ".", "!", "?"])
            return capitalised(made.en), mark, made.zh, {".": "。", "!": "！", "?": "？"}[mark]
        if choice < 0.35:
            reply, made = self.pick(lex.REPLIES), self.clause()
            return f"{reply[0]}, {made.en}", ".", f"{reply[1]}，{made.zh}", "。"
        if choice < 0.65:
            made = self.statement()
            mark = self.pick([".", ".", ".", "!"])
        elif choice < 0.88:
            made, mark = self.question(), "?"
        elif choice < 0.97:
            made, mark = self.command(), self.pick([".", "!"])
        else:
            made, mark = self.exclamation(), "!"
        zh_mark = {".": "。", "!": "！", "?": "？"}[mark]
        if self.chance(0.08):
            name = self.name()
            if name is not None:
                made = Pair(f"{made.en}, {name.en}", f"{made.zh}，{name.zh}")
        made = self.mark(made, 0.2)
        return capitalised(made.en), mark, made.zh, zh_mark

    def fragment(self):
        """A name, a place, a time or a thing that stands alone: "On the table"."""
        kind = self.pick(["name", "place", "time", "thing"])
        name = self.name()
        if kind == "name" and name is not None:
            return name
        if kind == "place":
            return self.place()
        if kind == "time":
            return self.time(self.pick(["past", "present", "future"]))
        return self.noun_phrase(self.noun(["thing", "thing", "person", "animal", "place", "nature"]))

    def speaker(self):
        """Who speaks, for "said Marlo"."""
        if self.chance(0.2):
            return Subject(
                *self.pick([("he", "他"), ("she", "她"), ("I", "我"), ("they", "他们")]),
                "she",
                "person",
                True,
            )
        name = self.name()
        if name is not None and self.chance(0.6):
            return self.mark(Subject(name.en, name.zh))
        if self.chance(0.15):
            owner = Pair(*self.pick([("my", "我"), ("his", "他"), ("her", "她"), ("their", "他们")]))
            kin = self.pick(lex.KIN)
            return self.mark(Subject(f"{owner.en} {kin.en}", f"{owner.zh}的{kin.zh}"))
        return self.mark(
            self.noun_phrase(
                self.noun(["person"]),
                self.pick(["the", "the", "the", "the", "possessive", "the plural"]),
                0.35,
            )
        )

    def dialogue(self):
        """Speech with or without a tag, in curly or straight quotation marks."""
        left, right = self.pick([("“", "”"), ("“", "”"), ('"', '"')])
        en, mark, zh, zh_mark = self.utterance()
        kind = self.rng.random()
        said, zh_said = self.pick(lex.SAID)
        if mark == "?":
            said, zh_said = self.pick(
                [("asked", "问"), ("asked", "问"), ("whispered", "低声说"), ("shouted", "喊道")]
            )
        speaker = self.speaker()
        if kind < 0.3:
            quote = self.mark(Pair(f"{left}{en}{mark}{right}", f"“{zh}{zh_mark}”"), 0.25)
            if self.chance(0.25):
                return quote.then(self.sentence())
            return quote
        manner = Pair("", "")
        if said in ("said", "asked", "answered") and self.chance(0.12):
            manner = Pair(
                *self.pick(
                    [
                        ("quietly", "轻声"),
                        ("slowly", "慢慢地"),
                        ("sadly", "难过地"),
                        ("happily", "高兴地"),
                        ("angrily", "生气地"),
                    ]
                )
            )
        if kind < 0.8:
            comma = "," if mark == "." else mark
            zh_comma = "，" if mark == "." else zh_mark
            quote = self.mark(Pair(f"{left}{en}{comma}{right}", f"“{zh}{zh_comma}”"), 0.25)
            if speaker.pronoun or self.chance(0.2):
                tag = join(speaker.en, said, manner.en)
            else:
                tag = join(said, speaker.en, manner.en)
            first = Pair(f"{quote.en} {tag}.", f"{quote.zh}{speaker.zh}{manner.zh}{zh_said}。")
            if self.chance(0.15):
                return self.sentence().then(first)
            if self.chance(0.35):
                en, mark, zh, zh_mark = self.utterance()
                return first.then(self.mark(Pair(f"{left}{en}{mark}{right}", f"“{zh}{zh_mark}”"), 0.25))
            return first
        quote = self.mark(Pair(f"{left}{en}{mark}{right}", f"“{zh}{zh_mark}”"), 0.25)
        return Pair(
            f"{capitalised(join(speaker.en, said, manner.en))}, {quote.en}",
            f"{speaker.zh}{manner.zh}{zh_said}：{quote.zh}",
        )

    # ----- lines ----------------------------------------------------------

    def heading(self):
        """A title or a chapter heading, without a stop."""
        choice = self.rng.random()
        if choice < 0.12:
            return self.mark(Pair(*self.pick(lex.FIXED_TITLES)), 0.5)
        number, zh_number = self.pick(list(lex.NUMBERS.items()))
        style = self.rng.random()
        if style < 0.6:
            number = zh_number = str(self.rng.randint(1, 40))
        else:
            number = number.capitalize()
        word, zh_word = self.pick(
            [("Chapter", "章"), ("Chapter", "章"), ("Part", "部"), ("Book", "卷"), ("Scene", "幕")]
        )
        prefix = Pair(f"{word} {number}", f"第{zh_number}{zh_word}")
        if choice < 0.25:
            return self.mark(prefix, 0.5)
        title = self.title()
        if choice < 0.5:
            return Pair(f"{prefix.en}: {title.en}", f"{prefix.zh}：{title.zh}")
        return title

    def title(self):
        """A noun phrase in title case."""
        kind = self.pick(["noun", "noun", "noun", "and", "of", "place", "term", "from", "name"])
        made = None
        if kind == "and":
            first, second = (
                self.noun_phrase(self.noun(["person", "thing", "nature", "animal"]), "the") for _ in range(2)
            )
            made = Pair(f"{first.en} and {second.en}", f"{first.zh}和{second.zh}")
        elif kind == "of":
            made = self.named_phrase()
        elif kind == "place":
            where = self.place()
            noun = self.noun_phrase(self.noun(["person", "thing", "animal"]), self.pick(["the", "a"]))
            made = Pair(f"{noun.en} {where.en}", f"{self.spot(where)}的{noun.zh}")
        elif kind == "term":
            made = self.term(self.pick(["place", "ship", "common"]))
        elif kind == "from":
            who = self.name()
            if who is not None:
                noun = self.noun_phrase(self.noun(["thing"]), self.pick(["the", "a"]))
                made = Pair(f"{noun.en} from {who.en}", f"来自{who.zh}的{noun.zh}")
        elif kind == "name":
            made = self.name()
        if made is None:
            noun = self.noun(["thing", "person", "place", "nature", "animal"])
            made = self.noun_phrase(
                noun,
                None
                if noun.kind == "nature"
                else self.pick(["the", "the", "a", "last", "count", "ordinal", "owner", "possessive"]),
                0.5,
            )
        return self.mark(Pair(title_case(made.en), made.zh), 0.3)

    def caption(self):
        """An alt text, caption, table cell or list item: a phrase without a stop."""
        choice = self.rng.random()
        if choice < 0.45:
            what = self.noun_phrase(
                self.noun(["thing", "person", "place", "animal"]),
                self.pick(["a", "the", "the", "count", "digits", "many", "owner"]),
                0.5,
            )
            where = self.place()
            made = Pair(f"{what.en} {where.en}", f"{self.spot(where)}的{what.zh}")
        elif choice < 0.75:
            made = self.noun_phrase(self.noun(["thing", "person", "place", "animal", "mass"]), None, 0.5)
        elif choice < 0.86:
            made = self.named_phrase()
        elif choice < 0.93:
            made = self.fragment()
        else:
            noun = self.noun(["thing", "person", "place", "animal", "mass", "nature"])
            made = Pair(noun.en, noun.zh)
        return self.mark(Pair(capitalised(made.en), made.zh), 0.4)

    def cue(self):
        """A subtitle: one or two short sentences, perhaps a dialogue with dashes."""
        if self.chance(0.4):
            gap = self.line_break()
            while not gap.zh:
                self.markup = max(self.markup, 0.3)
                gap = self.line_break()
            first, second = self.cue_part(), self.cue_part()
            return Pair(f"- {first.en}{gap.en}- {second.en}", f"- {first.zh}{gap.zh}- {second.zh}")
        first = self.cue_part()
        if self.chance(0.4):
            gap = self.line_break()
            second = self.cue_part()
            return Pair(first.en + gap.en + second.en, first.zh + gap.zh + second.zh)
        return first

    def cue_part(self):
        choice = self.rng.random()
        if choice < 0.2:
            return Pair(*self.pick(lex.SHORT_LINES))
        if choice < 0.4:
            en, mark, zh, zh_mark = self.utterance()
            return Pair(en + mark, zh + zh_mark)
        return self.sentence()

    def verse(self):
        """Two to four clauses with line breaks between them."""
        parts = [
            self.pick([self.state_clause, self.nature_clause, self.existence_clause])(False)
            for _ in range(self.rng.randint(2, 4))
        ]
        en, zh = capitalised(parts[0].en), parts[0].zh
        for part in parts[1:]:
            self.markup = max(self.markup, 0.3)
            gap = self.line_break()
            en, zh = f"{en},{gap.en}{part.en}", f"{zh}，{gap.zh}{part.zh}"
        return Pair(en + ".", zh + "。")

    def line(self, longest=4):
        """One line of the protocol: a paragraph, heading, caption or cue."""
        self.marks = 0
        markup = self.markup
        choice = self.rng.random()
        if choice < 0.5:
            made = self.sentence()
            while longest > 1 and self.chance(0.15):
                gap = self.line_break()
                following = self.sentence()
                made = Pair(made.en + gap.en + following.en, made.zh + gap.zh + following.zh)
                longest -= 1
        elif choice < 0.75:
            made = self.dialogue()
        elif choice < 0.83:
            made = self.heading()
        elif choice < 0.91:
            made = self.caption()
        elif choice < 0.98:
            made = self.cue()
        else:
            made = self.verse()
        if self.markup and self.chance(0.04):
            self.marks += 1
            number = 100 + self.marks
            made = self.pick(
                [
                    Pair(f"⟦{number}⟧{made.en}", f"⟦{number}⟧{made.zh}"),
                    Pair(f"{made.en}⟦{number}⟧", f"{made.zh}⟦{number}⟧"),
                    Pair(f"⟦{number}⟧{made.en}⟦/{number}⟧", f"⟦{number}⟧{made.zh}⟦/{number}⟧"),
                    Pair(f"{made.en} ⟦{number}⟧↩⟦/{number}⟧", f"{made.zh}⟦{number}⟧↩⟦/{number}⟧"),
                ]
            )
        self.markup = markup
        made = Pair(capitalised(made.en), made.zh)
        return self.numbered(made)
