"""A small Llama: RMSNorm, rotary attention, SwiGLU, tied embeddings."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass(frozen=True)
class Shape:
    """The model's dimensions, as they are written into the GGUF."""

    vocabulary: int
    width: int = 192
    layers: int = 4
    heads: int = 6
    feed_forward: int = 512
    context: int = 1024
    rope_base: float = 10_000.0
    epsilon: float = 1e-5

    @property
    def head_width(self):
        return self.width // self.heads


class Block(nn.Module):
    """One transformer layer."""

    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.attention_norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        self.feed_forward_norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        self.query = nn.Linear(shape.width, shape.width, bias=False)
        self.key = nn.Linear(shape.width, shape.width, bias=False)
        self.value = nn.Linear(shape.width, shape.width, bias=False)
        self.output = nn.Linear(shape.width, shape.width, bias=False)
        self.gate = nn.Linear(shape.width, shape.feed_forward, bias=False)
        self.up = nn.Linear(shape.width, shape.feed_forward, bias=False)
        self.down = nn.Linear(shape.feed_forward, shape.width, bias=False)

    def forward(self, x, cosine, sine, cache=None):
        batch, length, width = x.shape
        normed = self.attention_norm(x)

        def heads(layer):
            return layer(normed).view(batch, length, self.shape.heads, self.shape.head_width).transpose(1, 2)

        query, key, value = (
            rotate(heads(self.query), cosine, sine),
            rotate(heads(self.key), cosine, sine),
            heads(self.value),
        )
        causal = True
        if cache is not None:
            if "key" in cache:
                key = torch.cat((cache["key"], key), 2)
                value = torch.cat((cache["value"], value), 2)
                causal = False  # one new token sees everything before it
            cache["key"], cache["value"] = key, value
        if causal and query.dtype == torch.bfloat16 and length <= 640:
            mixed = short_attention(query, key, value)
        else:
            mixed = F.scaled_dot_product_attention(query, key, value, is_causal=causal)
        x = x + self.output(mixed.transpose(1, 2).reshape(batch, length, width))
        normed = self.feed_forward_norm(x)
        return x + self.down(F.silu(self.gate(normed)) * self.up(normed))


def short_attention(query, key, value):
    """Causal attention written out: on CPUs faster than the library's for short bfloat16 sequences."""
    length = query.shape[2]
    hidden = torch.full((length, length), -1e4, dtype=query.dtype).triu(1)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3) + hidden
    return scores.softmax(-1) @ value


def rotate(x, cosine, sine):
    """Rotary position embedding over adjacent pairs, as GGUF's llama expects."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), -1).flatten(-2).to(x.dtype)


class DemoModel(nn.Module):
    """The language model; ``forward`` gives the last hidden states."""

    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        nn.init.normal_(self.embedding.weight, std=0.02)
        self._match_equal_tokens()
        half = torch.arange(0, shape.head_width, 2) / shape.head_width
        angles = torch.outer(torch.arange(shape.context), shape.rope_base**-half)
        self.register_buffer("cosine", angles.cos(), persistent=False)
        self.register_buffer("sine", angles.sin(), persistent=False)

    @torch.no_grad()
    def _match_equal_tokens(self):
        """Lets half of the heads begin by looking at earlier equal tokens.

        Their keys start as copies of their queries (after Trockman and Kolter,
        "Mimetic Initialization of Self-Attention Layers", 2023): copying names
        from the glossary is learned much sooner.
        """
        rows = self.shape.width // 2
        for block in self.blocks:
            for head in range(0, rows, self.shape.head_width):
                part = torch.empty(self.shape.head_width, self.shape.width)
                nn.init.orthogonal_(part, gain=0.7)
                block.query.weight[head : head + self.shape.head_width] = part
                block.key.weight[head : head + self.shape.head_width] = part

    def forward(self, ids, start=0, cache=None):
        end = start + ids.shape[1]
        x = self.embedding(ids)
        for index, block in enumerate(self.blocks):
            x = block(
                x, self.cosine[start:end], self.sine[start:end], None if cache is None else cache[index]
            )
        return self.norm(x)

    def logits(self, hidden):
        """Scores of the next token; the output layer is the embedding itself."""
        return F.linear(hidden, self.embedding.weight)

    @torch.no_grad()
    def generate(self, ids, stop, limit):
        """Greedy continuation of ``ids`` until ``stop`` or ``limit`` tokens."""
        cache = [{} for _ in self.blocks]
        answer, start = [], 0
        new = torch.tensor([ids])
        limit = min(limit, self.shape.context - len(ids))
        while len(answer) < limit:
            hidden = self(new, start, cache)
            start += new.shape[1]
            token = int(self.logits(hidden[0, -1]).argmax())
            if token == stop:
                break
            answer.append(token)
            new = torch.tensor([[token]])
        return answer
