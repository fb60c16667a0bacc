"""A byte-level BPE tokenizer (GPT-2's scheme, as llama.cpp reads it).

The merges are chosen so that copying is easy for a small model:

* every Chinese character of the language is one token (forced merges), so a
  name from the glossary is copied character by character;
* words are merged only inside one script, never across a character that can
  be part of a transliterated name;
* a space is never merged with a capital letter, so that a name has the same
  tokens after a space, after a quotation mark and in the glossary;
* digits and placeholders' brackets stay single tokens.
"""

import collections
import json
import re

SPECIAL_TOKENS = ["<|eos|>", "<|src|>", "<|tgt|>"]
EOS, SRC, TGT = 0, 1, 2

# GPT-2's pre-tokenizer: contractions, words, numbers, punctuation, spaces.
_PIECES = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")


def _byte_alphabet():
    """Maps each byte to the printable character that GPT-2 writes for it."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    alphabet = {byte: chr(byte) for byte in printable}
    spare = 256
    for byte in range(256):
        if byte not in alphabet:
            alphabet[byte] = chr(spare)
            spare += 1
    return alphabet


_ALPHABET = _byte_alphabet()
_BYTES = {character: byte for byte, character in _ALPHABET.items()}
_SPACE = _ALPHABET[ord(" ")]


def _letters(text):
    """The text's UTF-8 bytes in GPT-2's alphabet."""
    return "".join(_ALPHABET[byte] for byte in text.encode("utf-8"))


class Tokenizer:
    """Encodes and decodes text with a vocabulary and ranked merges."""

    def __init__(self, tokens, merges):
        self.tokens = tokens
        self.merges = merges
        self._ids = {token: index for index, token in enumerate(tokens)}
        self._ranks = {merge: rank for rank, merge in enumerate(merges)}
        self._cache = {}

    def __len__(self):
        return len(self.tokens)

    def encode(self, text):
        """Token ids of plain text (special tokens are not recognised)."""
        ids = []
        for piece in _PIECES.findall(text):
            known = self._cache.get(piece)
            if known is None:
                known = self._encode_piece(piece)
                if len(self._cache) < 200_000:
                    self._cache[piece] = known
            ids.extend(known)
        return ids

    def _encode_piece(self, piece):
        # The forced merges that build single characters rank before all
        # others, so starting from whole characters gives the same result.
        symbols = []
        for character in piece:
            letters = _letters(character)
            symbols.extend([letters] if letters in self._ids else letters)
        ranks = self._ranks
        while len(symbols) > 1:
            best, position = min(
                (ranks.get(pair, len(ranks)), index) for index, pair in enumerate(zip(symbols, symbols[1:]))
            )
            if best == len(ranks):
                break
            symbols[position : position + 2] = [symbols[position] + symbols[position + 1]]
        return [self._ids[symbol] for symbol in symbols]

    def decode(self, ids):
        """Text of token ids; special tokens are left out."""
        letters = "".join(self.tokens[i] for i in ids if i >= len(SPECIAL_TOKENS))
        return bytes(_BYTES[letter] for letter in letters).decode("utf-8", "replace")

    def save(self, path):
        """Writes the tokenizer as JSON."""
        data = {"tokens": self.tokens, "merges": [" ".join(merge) for merge in self.merges]}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path):
        """Reads what ``save`` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["tokens"], [tuple(merge.split(" ")) for merge in data["merges"]])


def train(lines, characters, solo, size, least=20):
    """Learns a tokenizer.

    ``lines`` is text to count words in; ``characters`` become single tokens
    whether they occur or not; ``solo`` characters are never merged further;
    ``size`` bounds the vocabulary; a merge must occur at least ``least`` times.
    """
    tokens = dict.fromkeys(SPECIAL_TOKENS + sorted(_BYTES))
    merges = {}

    def add(left, right):
        merges[left, right] = None
        tokens[left + right] = None

    for character in dict.fromkeys(characters):
        letters = _letters(character)
        for end in range(1, len(letters)):
            add(letters[:end], letters[end])
    add("'", "s")

    single = set(tokens)
    solo_letters = {_letters(character) for character in solo}
    counts = collections.Counter(piece for line in lines for piece in _PIECES.findall(line))
    words = []
    for piece, count in counts.items():
        if piece.strip().isalpha():
            symbols = []
            for character in piece:
                letters = _letters(character)
                symbols.extend([letters] if letters in single else letters)
            words.append((symbols, count))

    def script(symbol):
        if symbol.lstrip(_SPACE).isascii():
            return "latin"
        return "solo" if symbol in solo_letters else "han"

    def allowed(left, right):
        if script(left) == "solo" or script(left) != script(right):
            return False
        return not (left == _SPACE and right[0].isupper())

    # Occurrences of each pair, and the words that hold it, kept up to date.
    pairs, holders = collections.Counter(), collections.defaultdict(set)
    for index, (symbols, count) in enumerate(words):
        for pair in zip(symbols, symbols[1:]):
            if allowed(*pair):
                pairs[pair] += count
                holders[pair].add(index)
    while len(tokens) < size and pairs:
        (left, right), count = max(pairs.items(), key=lambda item: (item[1], item[0]))
        if count < least:
            break
        add(left, right)
        for index in holders.pop((left, right)):
            symbols, count = words[index]
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] -= count
            position = 0
            while position < len(symbols) - 1:
                if symbols[position] == left and symbols[position + 1] == right:
                    symbols[position : position + 2] = [left + right]
                position += 1
            for pair in zip(symbols, symbols[1:]):
                if allowed(*pair):
                    pairs[pair] += count
                    holders[pair].add(index)
        pairs.pop((left, right), None)
    return Tokenizer(list(tokens), list(merges))
