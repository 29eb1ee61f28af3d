"""Train the weights for reading the family, and write them: `python -m training.family.train`.

They learn from `lines/*.txt` and from the develop half of the labelled set (tests/family/labelled), never from the half
set aside. A softmax over hashed features, by AdaGrad; the same examples give the same weights on the same machine.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scr_docs.family.weighing import weigh
from scr_docs.family.weighing.features import BITS, rows
from scr_docs.family.weighing.weights import FOLDER, LABELS, TOOK_PART, VERSION, Floats, Weights
from training.family.examples import Example, examples

EPOCHS = 16
RATE = 1.5
SEEDS = 3
HEAVIER = 4
MISSED = 0.004
"""Of the sentences that tell that somebody did not take part, so many may be passed over unweighed."""
DECAY = 2e-6


def train(given: Sequence[Example], seeds: int = SEEDS, epochs: int = EPOCHS) -> Weights:
    """Weights for these examples: the mean of several runs, which hangs less on the order of the examples than one."""
    runs = [_train(given, seed, epochs) for seed in range(1, seeds + 1)]
    tables, biases = zip(*runs, strict=True)
    table, bias = sum(tables[1:], tables[0]) / seeds, sum(biases[1:], biases[0]) / seeds
    return Weights(table, bias, hints(given))


def hints(given: Sequence[Example], epochs: int = 12) -> dict[str, float]:
    """A weight for each stem, and one for all ("") so that the sum is 0 or more for nearly every sentence that tells.

    Learnt by a logistic regression in which a missed sentence weighs HEAVIER than a needless look.
    """
    weights: dict[str, float] = defaultdict(float)
    seen: dict[str, float] = defaultdict(lambda: 1e-3)
    known = [(sorted(one.stems), one.label != TOOK_PART) for one in given]
    shuffle = random.Random(1)
    for _ in range(epochs):
        shuffle.shuffle(known)
        for stems, tells in known:
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[stem] for stem in stems)))))
            wrong = (chance - 1) * HEAVIER if tells else chance
            for stem in stems:
                seen[stem] += wrong * wrong
                weights[stem] -= 0.2 * wrong / math.sqrt(seen[stem])
    sums = sorted(sum(weights[stem] for stem in stems) for stems, tells in known if tells)
    least = sums[int(len(sums) * MISSED)]
    return {stem: weight for stem, weight in weights.items() if abs(weight) > 0.01} | {"": -least}


def _train(given: Sequence[Example], seed: int, epochs: int) -> tuple[Floats, Floats]:
    size = len(LABELS)
    table, seen = np.zeros((1 << BITS, size), np.float32), np.full((1 << BITS, 1), 1e-6, np.float32)
    bias, bias_seen = np.zeros(size, np.float32), np.full(1, 1e-6, np.float32)
    summed, summed_bias, times = np.zeros_like(table), np.zeros_like(bias), 0
    known = [(*np.unique(rows(one.words), return_counts=True), LABELS.index(one.label)) for one in given]
    order = list(range(len(known)))
    shuffle = random.Random(seed)
    for epoch in range(epochs):
        shuffle.shuffle(order)
        for at in order:
            found, often, label = known[at]
            scale = (often / np.sqrt(often.sum())).astype(np.float32)[:, None]
            logits = (table[found] * scale).sum(axis=0) + bias
            raised = np.exp(logits - logits.max())
            wrong = raised / raised.sum()
            wrong[label] -= 1
            square = float((wrong**2).sum())
            seen[found] += square * scale**2
            table[found] -= RATE / np.sqrt(seen[found]) * (wrong * scale + DECAY * table[found])
            bias_seen += square
            bias -= RATE * 0.1 / np.sqrt(bias_seen) * wrong
        if epoch >= epochs // 2:
            summed, summed_bias, times = summed + table, summed_bias + bias, times + 1
    return (summed / times).astype(np.float32), (summed_bias / times).astype(np.float32)


def use(weights: Weights) -> None:
    """Lets the reader use these weights in place of those that are shipped: it asks for some to read the sentences."""
    weigh.load = lambda: weights  # type: ignore[attr-defined, assignment]


def write(weights: Weights, folder: Path) -> None:
    """Write the weights in half precision, those that are not zero, and their sum."""
    folder.mkdir(parents=True, exist_ok=True)
    used: Any = np.flatnonzero(np.abs(weights.table).max(axis=1) > 0)
    np.savez_compressed(
        folder / "weights.npz",
        version=np.array([VERSION]),
        rows=used.astype(np.uint32),
        table=weights.table[used].astype(np.float16),
        bias=weights.bias,
        stems=np.array(list(weights.hints)),
        hints=np.array(list(weights.hints.values()), np.float32),
    )
    total = hashlib.sha256((folder / "weights.npz").read_bytes()).hexdigest()
    (folder / "SHA256SUMS").write_text(f"{total}  weights.npz\n", "utf-8")


def main() -> None:
    """Train on everything and write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=FOLDER)
    given = options.parse_args()
    began = time.monotonic()
    use(Weights(np.zeros((1 << BITS, len(LABELS)), np.float32), np.zeros(len(LABELS), np.float32), {}))
    every = [one for source in examples() for one in source.examples]
    print(f"{len(every)} examples read in {time.monotonic() - began:.0f} s")
    write(train(every), given.out)
    print(f"trained in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
