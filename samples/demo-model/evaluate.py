"""Measures how many held-out lines a model translates exactly."""

import random

import conversations
import tokenizer as bpe

# The lines of a batch: as many as the tool asks this model for at once, and as many as its protocol allows.
USUAL_BATCH = (1, 6)
LONG_BATCH = (1, 16)


def prompt_ids(tokenizer, turns):
    """Ids of a conversation up to the point where the last answer begins."""
    ids = []
    for prompt, answer in turns[:-1]:
        ids += [bpe.SRC, *tokenizer.encode(prompt), bpe.TGT, *tokenizer.encode(answer), bpe.EOS]
    return ids + [bpe.SRC, *tokenizer.encode(turns[-1][0]), bpe.TGT]


def held_out(seed, lines, batch=USUAL_BATCH):
    """Conversations that hold at least ``lines`` lines in their last turns."""
    rng = random.Random(seed)
    made, count = [], 0
    while count < lines:
        turns = conversations.conversation(rng, batch, 0.5, evaluation=True)
        made.append(turns)
        count += turns[-1][1].count("\n") + 1
    return made


def evaluate(model, tokenizer, seed, lines, batch=USUAL_BATCH, show=40):
    """Translates held-out conversations greedily and prints the share of exact lines."""
    exact = total = shown = 0
    for turns in held_out(seed, lines, batch):
        ids = prompt_ids(tokenizer, turns)
        wanted = turns[-1][1].split("\n")
        if len(ids) + len(tokenizer.encode(turns[-1][1])) >= model.shape.context:
            continue
        answer = tokenizer.decode(model.generate(ids, bpe.EOS, 600)).split("\n")
        source = {line.split("|")[0]: line for line in turns[-1][0].split("\n") if not line.startswith("#")}
        for number, line in enumerate(wanted):
            got = answer[number] if number < len(answer) else ""
            total += 1
            exact += got == line
            if got != line and shown < show:
                shown += 1
                print(f"  {source.get(line.split('|')[0])}\n    wanted {line}\n    got    {got}")
    print(
        f"batches of {batch[0]} to {batch[1]} lines, exact lines: {exact} of {total} ({100 * exact / total:.1f} %)",
        flush=True,
    )
    return exact, total
