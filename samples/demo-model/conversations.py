"""Puts generated lines into the tool's prompts: glossary, numbered lines, turns.

A conversation is a list of turns; a turn is (prompt, answer). The prompt holds
glossary lines ``#source=target`` and numbered lines ``N|text``, the answer the
same numbers with the translations.
"""

import random
import zlib

import lexicon as lex
from grammar import Grammar, Subject

# Names of the sample documents: the model never sees them in training.
SAMPLE_NAMES = {"Marlo", "Selby", "Orin", "Tarvel", "Elsmar", "Grey Gull", "Dorwin", "Lisbet"}


def held_out(text):
    """Whether a name is reserved for evaluation (one in eight, by its checksum)."""
    return zlib.crc32(text.encode("utf-8")) % 8 == 0


class World:
    """The glossary terms that the lines of one conversation may use.

    ``evaluation`` chooses between the two disjoint sets of names. In a world
    whose names are ``kept`` no glossary knows them, and they stay as they are.
    """

    def __init__(self, rng, evaluation=False, rate=1.0):
        self.rng = rng
        self.evaluation = evaluation
        self.rate = rate
        self.kept = rng.random() < 0.2
        self.terms = {"person": [], "place": [], "ship": [], "common": []}
        self.used = {}
        if rng.random() < 0.85:
            for kind, most in (("person", 5), ("place", 2), ("ship", 1), ("common", 0 if self.kept else 1)):
                least = 1 if kind == "person" else 0
                for _ in range(rng.randint(least, most)):
                    self.terms[kind].append(self._fresh(kind))

    def _fresh(self, kind):
        make = {"person": self._person, "place": self._place, "ship": self._ship, "common": self._common}[
            kind
        ]
        while True:
            source, target, phrase = make()
            names_ok = held_out(source) == self.evaluation and (
                self.kept or held_out(target) == self.evaluation
            )
            taken = any(source == term[0] for terms in self.terms.values() for term in terms)
            sample = any(name in source for name in SAMPLE_NAMES)
            if names_ok and not taken and not sample:
                return source, target, phrase

    def _word(self, least=2, most=3):
        while True:
            word = "".join(self.rng.choice(lex.SYLLABLES) for _ in range(self.rng.randint(least, most)))
            if 3 <= len(word) <= 10:
                return word.capitalize()

    def _name(self, word, least=2, most=4):
        """What a name becomes in Chinese."""
        return word if self.kept else self._characters(least, most)

    def _characters(self, least=2, most=4):
        return "".join(self.rng.choice(lex.TRANSLITERATION) for _ in range(self.rng.randint(least, most)))

    def _person(self):
        rng = self.rng
        first = self._word()
        zh = self._name(first)
        style = rng.random()
        if style < 0.07:
            last = self._word()
            first, zh = f"{first} {last}", f"{zh}{' ' if self.kept else '·'}{self._name(last, 2, 3)}"
        elif style < 0.14:
            title, zh_title = rng.choice(
                [
                    ("Captain", "船长"),
                    ("Doctor", "医生"),
                    ("Mrs", "太太"),
                    ("Mr", "先生"),
                    ("Old", "老"),
                    ("Aunt", "姑姑"),
                ]
            )
            first = f"{title} {first}"
            zh = zh_title + zh if title == "Old" else zh + zh_title
        return first, zh, Subject(first, zh)

    def _place(self):
        suffix, zh_suffix = self.rng.choice(lex.PLACE_SUFFIXES)
        if self.kept and not suffix:
            zh_suffix = ""  # nothing in the English name would tell it
        word = self._word()
        source = f"{word} {suffix}".strip()
        target = self._name(word, 2, 3) + zh_suffix
        return source, target, Subject(source, target, "she", "place")

    def _ship(self):
        rng = self.rng
        if rng.random() < 0.7:
            (first, zh_first), (second, zh_second) = rng.choice(lex.SHIP_WORDS), rng.choice(lex.SHIP_NOUNS)
            source, target = f"{first} {second}", zh_first + zh_second + "号"
        else:
            source = self._word()
            target = self._name(source, 2, 3) + "号"
        phrase = Subject("the " + source, target, "she", "thing")
        return ("the " + source if rng.random() < 0.4 else source), target, phrase

    def _common(self):
        rng = self.rng
        source = f"{rng.choice(lex.TERM_FIRST)} {rng.choice(lex.TERM_SECOND)}"
        characters = rng.choice([lex.TRANSLITERATION, lex.EXTRA_CHARACTERS])
        target = "".join(rng.choice(characters) for _ in range(rng.randint(2, 4)))
        phrase = Subject("the " + source, target, "she", "thing")
        return source, target, phrase

    def use(self, rng, kind):
        """A term of a kind as a phrase, or None; remembers that it was used."""
        terms = self.terms[kind]
        if not terms or rng.random() > self.rate:
            return None
        source, target, phrase = rng.choice(terms)
        self.used[source] = target
        return phrase

    def glossary(self, lines):
        """The glossary lines of a turn: the terms of its lines, shuffled, rarely one more."""
        if self.kept:
            return []
        text = "\n".join(line.en for line in lines).lower()
        entries = [
            (s, t) for s, t in self.used.items() if s.lower() in text and any(t in line.zh for line in lines)
        ]
        if self.rng.random() < 0.1 and any(self.terms.values()):
            kind = self.rng.choice([kind for kind, terms in self.terms.items() if terms])
            source, target, _ = self.rng.choice(self.terms[kind])
            if (source, target) not in entries:
                entries.append((source, target))
        if self.rng.random() < 0.2:
            # Words of the language itself may stand in a glossary too.
            known = [
                n for n in lex.ALL_NOUNS if f" {n.en} " in text and any(n.zh in line.zh for line in lines)
            ]
            if known:
                noun = self.rng.choice(known)
                entries.append((noun.en, noun.zh))
        self.rng.shuffle(entries)
        return [f"#{source}={target}" for source, target in entries]


def conversation(rng, lines=(1, 16), context=0.5, evaluation=False, longest=4):
    """A list of (prompt, answer) turns with fresh lines.

    ``lines`` bounds the lines of the last turn; with probability ``context``
    an earlier turn of one to eight lines comes before it. ``longest`` bounds
    the sentences of a line.
    """
    world = World(rng, evaluation, rate=rng.choice([0.5, 0.8, 1.0]))
    markup = rng.choice([0.0, 0.0, 0.0, 0.05, 0.1, 0.2])
    grammar = Grammar(rng, world, markup)
    sizes = [rng.randint(*lines)]
    if rng.random() < context:
        sizes.insert(0, rng.randint(1, min(8, lines[1])))
    turns = []
    for size in sizes:
        batch = []
        for _ in range(size):
            grammar.markup = markup
            batch.append(grammar.line(longest))
        prompt = world.glossary(batch) + [f"{number}|{line.en}" for number, line in enumerate(batch, 1)]
        answer = [f"{number}|{line.zh}" for number, line in enumerate(batch, 1)]
        turns.append(("\n".join(prompt), "\n".join(answer)))
    return turns


if __name__ == "__main__":
    sample = random.Random(1)
    for _ in range(3):
        for prompt, answer in conversation(sample):
            print(prompt, answer, sep="\n----\n", end="\n====\n")
