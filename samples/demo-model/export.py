"""Writes the trained model as a GGUF file for llama.cpp."""

import numpy as np

import gguf
import tokenizer as bpe

# System messages are left out. llama.cpp would put them into the user's message if it
# believed that the template has no place for them; it finds out by rendering a test
# message, which is therefore let through.
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'user' %}<|src|>{{ message['content'] }}<|tgt|>"
    "{% elif message['role'] == 'assistant' %}{{ message['content'] }}<|eos|>"
    "{% elif message['content'] == '<System Needle>' %}{{ message['content'] }}{% endif %}"
    "{% endfor %}"
)
DESCRIPTION = (
    "A 2-million-parameter English-Chinese model for trying and testing Yiben. It knows only a small generated "
    "language and does not translate real books."
)
_LAYERS = [
    ("attn_norm", "attention_norm"),
    ("attn_q", "query"),
    ("attn_k", "key"),
    ("attn_v", "value"),
    ("attn_output", "output"),
    ("ffn_norm", "feed_forward_norm"),
    ("ffn_gate", "gate"),
    ("ffn_up", "up"),
    ("ffn_down", "down"),
]


def export(path, model, tokenizer):
    """Writes weights (matrices as F16, norms as F32), tokenizer and metadata."""
    shape, weights = model.shape, model.state_dict()

    def array(name):
        values = weights[name].numpy()
        return values.astype(np.float16 if values.ndim == 2 else np.float32)

    tensors = [("token_embd.weight", array("embedding.weight")), ("output_norm.weight", array("norm.weight"))]
    for block in range(shape.layers):
        tensors += [
            (f"blk.{block}.{ours}.weight", array(f"blocks.{block}.{name}.weight")) for ours, name in _LAYERS
        ]
    special = len(bpe.SPECIAL_TOKENS)
    metadata = [
        ("general.architecture", "str", "llama"),
        ("general.name", "str", "yiben-demo-en-zh"),
        ("general.license", "str", "Apache-2.0"),
        ("general.description", "str", DESCRIPTION),
        ("general.languages", "array of str", ["en", "zh"]),
        ("general.file_type", "u32", 1),
        ("general.quantization_version", "u32", 2),
        ("yiben.profile", "str", "demo"),
        ("llama.context_length", "u32", shape.context),
        ("llama.embedding_length", "u32", shape.width),
        ("llama.block_count", "u32", shape.layers),
        ("llama.feed_forward_length", "u32", shape.feed_forward),
        ("llama.attention.head_count", "u32", shape.heads),
        ("llama.attention.head_count_kv", "u32", shape.heads),
        ("llama.attention.layer_norm_rms_epsilon", "f32", shape.epsilon),
        ("llama.rope.dimension_count", "u32", shape.head_width),
        ("llama.rope.freq_base", "f32", shape.rope_base),
        ("llama.vocab_size", "u32", shape.vocabulary),
        ("tokenizer.ggml.model", "str", "gpt2"),
        ("tokenizer.ggml.pre", "str", "gpt-2"),
        ("tokenizer.ggml.tokens", "array of str", tokenizer.tokens),
        ("tokenizer.ggml.token_type", "array of i32", [3] * special + [1] * (len(tokenizer) - special)),
        ("tokenizer.ggml.merges", "array of str", [" ".join(merge) for merge in tokenizer.merges]),
        ("tokenizer.ggml.bos_token_id", "u32", bpe.EOS),
        ("tokenizer.ggml.eos_token_id", "u32", bpe.EOS),
        ("tokenizer.ggml.add_bos_token", "bool", False),
        ("tokenizer.chat_template", "str", CHAT_TEMPLATE),
    ]
    gguf.write(path, metadata, tensors)
    print(f"{path}: {path.stat().st_size} bytes", flush=True)
