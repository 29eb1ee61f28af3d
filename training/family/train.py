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
from scr_docs.family.weighing.features import Numbers, features
from scr_docs.family.weighing.weights import FOLDER, LABELS, TOOK_PART, VERSION, Floats, Weights, bucket
from training.family.examples import Example, examples

EPOCHS = 16
RATE = 1.5
SEEDS = 3
HEAVIER = 4
MISSED = 0.02
"""Of the sentences that tell that somebody did not take part, so many may be passed over unweighed."""
DECAY = 2e-6
SEEN = 5
"""What fewer examples have is no feature: it could tell of those examples alone."""


def train(given: Sequence[Example], seeds: int = SEEDS, epochs: int = EPOCHS) -> Weights:
    """Weights for these examples: the mean of several runs, which hangs less on the order of the examples than one."""
    each = [np.unique(features(one.words), return_counts=True) for one in given]
    empty = untrained(_chosen([found for found, _ in each]))
    known = [_known(empty, *found, one.label) for found, one in zip(each, given, strict=True)]
    runs = [_train(len(empty.known), known, seed, epochs) for seed in range(1, seeds + 1)]
    tables, biases = zip(*runs, strict=True)
    table, bias = sum(tables[1:], tables[0]) / seeds, sum(biases[1:], biases[0]) / seeds
    return Weights(empty.known, table, bias, hints(given))


def untrained(known: Numbers) -> Weights:
    """Weights of these features that are all nothing."""
    return Weights(known, np.zeros((len(known), len(LABELS)), np.float32), np.zeros(len(LABELS), np.float32), {})


def _chosen(each: Sequence[Numbers]) -> Numbers:
    """The features that get weights: those of many examples, of two that share a bucket the one of more."""
    every, often = np.unique(np.concatenate(each), return_counts=True)
    every, often = every[often >= SEEN], often[often >= SEEN]
    commonest_first = every[np.argsort(-often, kind="stable")]
    of_bucket = np.unique(bucket(commonest_first), return_index=True)[1]
    chosen: Numbers = commonest_first[np.sort(of_bucket)]  # in this order, so that what is often read lies together
    return chosen


def _known(weights: Weights, found: Numbers, often: Any, label: str) -> tuple[Any, Floats, int]:
    """Of an example the rows of its features, how far each counts, and the number of its label."""
    scale = (often / np.sqrt(often.sum())).astype(np.float32)
    at, is_known = weights.rows(found)
    return at, scale[is_known, None], LABELS.index(label)


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


def _train(
    features_known: int, known: Sequence[tuple[Any, Floats, int]], seed: int, epochs: int
) -> tuple[Floats, Floats]:
    size = len(LABELS)
    table, seen = np.zeros((features_known, size), np.float32), np.full((features_known, 1), 1e-6, np.float32)
    bias, bias_seen = np.zeros(size, np.float32), np.full(1, 1e-6, np.float32)
    summed, summed_bias, times = np.zeros_like(table), np.zeros_like(bias), 0
    order = list(range(len(known)))
    shuffle = random.Random(seed)
    for epoch in range(epochs):
        shuffle.shuffle(order)
        for at in order:
            found, scale, label = known[at]
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
    """Write the weights, in half precision, and their sum."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / "weights.npz",
        version=np.array([VERSION]),
        known=weights.known,
        table=weights.table.astype(np.float16),
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
    use(untrained(np.zeros(0, np.uint32)))
    every = [one for source in examples() for one in source.examples]
    print(f"{len(every)} examples read in {time.monotonic() - began:.0f} s")
    write(train(every), given.out)
    print(f"trained in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
