"""Train the name model and write it where the package ships it: `python -m training.train --steps 4000`.

The same seed and number of steps give the same model on the same machine; on another its figures differ by less
than a point (sums of floating-point numbers differ by processor).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Adam, fix_random_seed, set_dropout_rate

from scr_docs.names.unregistered.tagger import FOLDER, VERSION
from scr_docs.names.unregistered.words import Lexicon
from training.generate import Paragraph, paragraphs
from training.network import build, parameters
from training.sources import load

BATCH = 40
EPOCH = 8000
DROPOUT = 0.15
SMOOTHING = 0.02


def lexicon() -> Lexicon:
    """The lists that are shipped: the words of the frames, the dictionary, and all names, also those set aside."""
    sources = load(everything=True)
    return Lexicon(sources.core, frozenset(sources.dictionary), sources.all_names, sources.places)


def _batches(seed: int) -> Iterator[list[Paragraph]]:
    sources = load()
    epoch = 0
    while True:
        drawn = list(paragraphs(sources, seed * 1000 + epoch, EPOCH))
        random.Random(epoch).shuffle(drawn)
        for at in range(0, len(drawn), BATCH):
            yield [paragraph for paragraph in drawn[at : at + BATCH] if paragraph.words]
        epoch += 1


def main() -> None:
    """Train for so many steps and write the weights with the lists."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--steps", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, default=FOLDER)
    options.add_argument(
        "--lists", action="store_true", help="only write the lists anew, beside the weights that are there"
    )
    given = options.parse_args()
    if given.lists:
        write_lists(lexicon(), given.out)
        return
    fix_random_seed(given.seed)
    words = lexicon()
    nlp = build(words)
    tagger: Any = nlp.get_pipe("tagger")
    model = tagger.model
    set_dropout_rate(model, DROPOUT)
    optimizer = Adam(0.002, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    began, loss, seen = time.monotonic(), 0.0, 0
    for step, batch in enumerate(_batches(given.seed), 1):
        optimizer.learn_rate = 0.002 * min(1.0, step / 100, 1.02 - step / given.steps)
        docs = [Doc(nlp.vocab, words=list(paragraph.words)) for paragraph in batch]
        scores, backprop = model.begin_update(docs)
        changes = []
        for paragraph, score in zip(batch, scores, strict=True):
            wanted = np.where(
                np.array(paragraph.names)[:, None], [[SMOOTHING, 1 - SMOOTHING]], [[1 - SMOOTHING, SMOOTHING]]
            ).astype("f")
            change = (score - wanted) / 8
            loss += float((change**2).sum())
            seen += len(change)
            changes.append(change)
        backprop(changes)
        model.finish_update(optimizer)
        if step % 500 == 0:
            print(
                f"{step} steps, {seen} words, loss {loss / seen * 1000:.4f}, {time.monotonic() - began:.0f} s",
                flush=True,
            )
            loss, seen = 0.0, 0
        if step >= given.steps:
            break
    write(nlp, words, given.out)


def write(nlp: Any, words: Lexicon, folder: Path) -> None:
    """Write the weights in half precision, the lists and their sums."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: node.get_param(key).astype(np.float16) for name, (node, key) in parameters(nlp).items()}
    np.savez_compressed(folder / "weights.npz", version=np.array([VERSION]), **weights)
    write_lists(words, folder)


def write_lists(words: Lexicon, folder: Path) -> None:
    """Write the lists, and the sums of all files."""
    for name, listed in (
        ("core", words.core),
        ("ordinary", words.ordinary),
        ("names", words.names),
        ("places", words.places),
    ):
        (folder / f"{name}.txt").write_text("\n".join(sorted(listed)) + "\n", "utf-8")
    names = ("weights.npz", "core.txt", "ordinary.txt", "names.txt", "places.txt")
    sums = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names)
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n", "utf-8")


if __name__ == "__main__":
    main()
