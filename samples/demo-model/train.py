"""Trains, exports and evaluates the demo model: ``python train.py``.

Without options one command does everything: it makes the tokenizer, trains on
freshly generated conversations, writes ``demo-en-zh.gguf`` and prints the share
of held-out lines that are translated exactly. ``--resume`` continues from the
last checkpoint, ``--export-only`` and ``--evaluate-only`` do one step.
"""

import argparse
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import distributed, multiprocessing

import conversations
import export
import lexicon
import tokenizer as bpe
from evaluate import LONG_BATCH, USUAL_BATCH, evaluate
from model import DemoModel, Shape
from optimizer import Optimizer

TOKENIZER_SEED = 11
TRAINING_SEED = 20
EVALUATION_SEED = 990
VOCABULARY = 2600

# The curriculum: the share of the training tokens after which a stage begins,
# the bounds of the lines of a batch, the share of conversations with an earlier
# turn, the most sentences of a line, and the tokens of a step of one worker.
STAGES = [
    (0.00, (1, 2), 0.0, 1, 1024),
    (0.20, (1, 4), 0.25, 2, 1024),
    (0.45, (1, 6), 0.5, 4, 1536),
]


def make_tokenizer():
    """Learns the tokenizer from generated text."""
    rng = random.Random(TOKENIZER_SEED)
    lines = []
    for _ in range(2000):
        for prompt, answer in conversations.conversation(rng, (1, 8)):
            lines += [prompt, answer]
    tables = Path(lexicon.__file__).read_text(encoding="utf-8")
    grammar = Path(lexicon.__file__).with_name("grammar.py").read_text(encoding="utf-8")
    characters = [
        c
        for c in lexicon.PUNCTUATION + lexicon.TRANSLITERATION + lexicon.EXTRA_CHARACTERS + tables + grammar
        if ord(c) > 127
    ]
    solo = lexicon.TRANSLITERATION + "号湾岛岩山角镇村·"
    return bpe.train(lines, characters, solo, VOCABULARY)


def encode(tokenizer, turns):
    """Token ids of a conversation, and for each whether it is learned (answers)."""
    ids, learned = [], []
    for prompt, answer in turns:
        question = [bpe.SRC, *tokenizer.encode(prompt), bpe.TGT]
        reply = [*tokenizer.encode(answer), bpe.EOS]
        ids += question + reply
        learned += [False] * len(question) + [True] * len(reply)
    return ids, learned


def stage(progress):
    """The settings of the curriculum at a point of training."""
    return [settings for start, *settings in STAGES if progress >= start][-1]


def batches(rng, tokenizer, progress, limit):
    """Yields lists of encoded conversations of similar length."""
    while True:
        lines, context, longest, tokens = stage(progress())
        pool = []
        while len(pool) < 256:
            item = encode(tokenizer, conversations.conversation(rng, lines, context, longest=longest))
            if len(item[0]) <= limit:
                pool.append(item)
        pool.sort(key=lambda item: len(item[0]))
        made, current = [], []
        for item in pool:
            if current and len(item[0]) * (len(current) + 1) > tokens:
                made.append(current)
                current = []
            current.append(item)
        made.append(current)
        rng.shuffle(made)
        yield from made


def collate(batch):
    """Pads a batch; returns inputs, positions to learn from and their next tokens."""
    longest = max(len(ids) for ids, _ in batch)
    inputs = torch.zeros(len(batch), longest, dtype=torch.long)
    learned = torch.zeros(len(batch), longest, dtype=torch.bool)
    for row, (ids, flags) in enumerate(batch):
        inputs[row, : len(ids)] = torch.tensor(ids)
        learned[row, : len(ids)] = torch.tensor(flags)
    before = learned.roll(-1, 1)
    before[:, -1] = False
    return inputs, before, inputs[learned]


def schedule(progress):
    """Learning rate factor: short warm-up, constant, linear decay over the last 45 %."""
    if progress < 0.01:
        return progress / 0.01 + 0.01
    return min(1.0, (1 - progress) / 0.45) * 0.99 + 0.01


def share_gradients(model, loss, tokens):
    """Averages the gradients of all workers; returns their mean loss and all their tokens."""
    parameters = list(model.parameters())
    flat = torch.cat([p.grad.flatten() for p in parameters] + [torch.tensor([loss, float(tokens)])])
    distributed.all_reduce(flat)
    workers = distributed.get_world_size()
    offset = 0
    for p in parameters:
        p.grad.copy_(flat[offset : offset + p.numel()].view_as(p)).div_(workers)
        offset += p.numel()
    return flat[-2].item() / workers, int(flat[-1].item())


def work(rank, arguments):
    """One worker: all workers keep equal models and share their gradients at each step."""
    torch.set_num_threads(1)
    distributed.init_process_group(
        "gloo", f"file://{arguments.work.resolve()}/workers", rank=rank, world_size=arguments.workers
    )
    torch.manual_seed(TRAINING_SEED)
    tokenizer = bpe.Tokenizer.load(arguments.work / "tokenizer.json")
    model = DemoModel(Shape(len(tokenizer)))
    optimizer = Optimizer(model)
    average = {name: value.clone() for name, value in model.state_dict().items()}
    seen = steps = 0
    if arguments.resume:
        checkpoint = torch.load(arguments.work / "checkpoint.pt")
        model.load_state_dict(checkpoint["model"])
        optimizer.load(checkpoint["optimizer"])
        average, seen, steps = checkpoint["average"], checkpoint["seen"], checkpoint["steps"]

    def progress():
        return min(1.0, seen / arguments.tokens)

    rng = random.Random(f"{TRAINING_SEED} {seen} {rank}")
    source = batches(rng, tokenizer, progress, model.shape.context)
    losses, first, started, saved = [], seen, time.time(), time.time()
    while progress() < 1:
        inputs, before, targets = collate(next(source))
        with torch.autocast("cpu", torch.bfloat16, enabled=arguments.bf16):
            logits = model.logits(model(inputs)[before])
        loss = F.cross_entropy(logits.float(), targets)
        loss.backward()
        mean, tokens = share_gradients(model, loss.item(), inputs.numel())
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step(schedule(progress()) * arguments.rate, rank, arguments.workers)
        seen += tokens
        steps += 1
        losses.append(mean)
        if rank > 0:
            continue
        keep = min(0.998, steps / (steps + 20))
        for name, value in model.state_dict().items():
            average[name].lerp_(value, 1 - keep)
        if steps % 50 == 0:
            elapsed = time.time() - started
            print(
                f"step {steps}  tokens {seen / 1e6:.2f}M  loss {sum(losses[-50:]) / len(losses[-50:]):.4f}  "
                f"{(seen - first) / elapsed:.0f} tokens/s  {elapsed:.0f}s",
                flush=True,
            )
        if time.time() - saved > 120 or progress() >= 1:
            state = {
                "model": model.state_dict(),
                "average": average,
                "optimizer": optimizer.state,
                "seen": seen,
                "steps": steps,
            }
            temporary = arguments.work / "checkpoint.tmp"
            torch.save(state, temporary)
            temporary.replace(arguments.work / "checkpoint.pt")
            saved = time.time()
    distributed.destroy_process_group()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--tokens", type=float, default=24.5e6, help="training tokens in all (default 24.5 million)"
    )
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument(
        "--workers", type=int, default=2, help="processes of one thread each (part of the recipe)"
    )
    parser.add_argument(
        "--bf16",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="bfloat16 arithmetic (much faster on CPUs that have it)",
    )
    parser.add_argument(
        "--resume", action="store_true", help="continue from the checkpoint, with --tokens as the new total"
    )
    parser.add_argument("--export-only", action="store_true", help="only write the GGUF from the checkpoint")
    parser.add_argument("--evaluate-only", action="store_true", help="only evaluate the checkpoint")
    parser.add_argument("--evaluation-lines", type=int, default=500)
    parser.add_argument("--work", type=Path, default=Path("build"), help="folder of checkpoints")
    parser.add_argument("--output", type=Path, default=Path("demo-en-zh.gguf"))
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)

    vocabulary = arguments.work / "tokenizer.json"
    finished = arguments.export_only or arguments.evaluate_only
    if not (finished or arguments.resume):
        make_tokenizer().save(vocabulary)
    if not finished:
        (arguments.work / "workers").unlink(missing_ok=True)
        multiprocessing.spawn(work, (arguments,), arguments.workers)

    tokenizer = bpe.Tokenizer.load(vocabulary)
    model = DemoModel(Shape(len(tokenizer)))
    print(f"{len(tokenizer)} tokens, {sum(p.numel() for p in model.parameters())} parameters", flush=True)
    model.load_state_dict(torch.load(arguments.work / "checkpoint.pt")["average"])
    model.eval()
    if not arguments.evaluate_only:
        export.export(arguments.output, model, tokenizer)
    if not arguments.export_only:
        for batch in (USUAL_BATCH, LONG_BATCH):
            evaluate(model, tokenizer, EVALUATION_SEED, arguments.evaluation_lines, batch)


if __name__ == "__main__":
    main()
