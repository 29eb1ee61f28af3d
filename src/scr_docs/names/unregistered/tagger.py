"""The name model: which words are parts of names, and how surely. It runs on numpy alone; spaCy trains it.

Features of each word → embedding → a maxout layer → DEPTH maxout layers that each see one word to either side →
softmax. The layers are spaCy's (HashEmbed and MaxoutWindowEncoder), and a test holds the two against each other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scr_docs.errors import Mistake, ModelError
from scr_docs.names.unregistered.words import FEATURES, HASHES, Lexicon, features, hashes
from scr_docs.resources import as_sealed

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.float32]]

FOLDER: Final = Path(__file__).with_name("model")
VERSION: Final = 1
WIDTH: Final = 96
EMBEDDING: Final = 40
PIECES: Final = 2
DEPTH: Final = 3
"""So many words to either side of a word have a say in it."""
ROWS: Final = (3000, 1000, 2500, 3500, 1000, 2500, 3500, 300, 1500)

LISTS: Final = ("core.txt", "ordinary.txt", "names.txt", "places.txt")
"""The words that a Lexicon is made of, in its order."""

_BATCH = 4000
"""So many words go through the layers together: enough for speed, few enough for 300 MB of memory."""

_KEPT = 50_000
"""So many words are kept with their vectors; no report holds as many."""


class Tagger:
    """The model with its weights. `lexicon` says what is known of single words."""

    def __init__(self, weights: dict[str, Floats], lexicon: Lexicon) -> None:
        import numpy as np  # noqa: PLC0415  # takes a tenth of a second; many commands look for no names

        self._np = np
        self.weights = {name: array.astype(np.float32) for name, array in weights.items()}
        self.lexicon = lexicon
        self._words: dict[str, Floats] = {}

    def scores(self, texts: Sequence[Sequence[str]]) -> Iterator[list[float]]:
        """For each text, given as its words, how likely each word is part of a name: from 0 to 1."""
        batch: list[Sequence[str]] = []
        size = 0
        for words in texts:
            if len(words) > _BATCH:
                yield from self._of_batch(batch)
                batch, size = [], 0
                yield list(self._of_long(words))
                continue
            batch.append(words)
            size += len(words) + DEPTH
            if size >= _BATCH:
                yield from self._of_batch(batch)
                batch, size = [], 0
        yield from self._of_batch(batch)

    def _of_long(self, words: Sequence[str]) -> Iterator[float]:
        """The scores of one long text, worked out piece by piece, each with the words beside it that have a say."""
        for start in range(0, len(words), _BATCH):
            before = min(start, DEPTH)
            (piece,) = self._of_batch([words[start - before : start + _BATCH + DEPTH]])
            yield from piece[before : before + _BATCH]

    def _of_batch(self, texts: Sequence[Sequence[str]]) -> Iterator[list[float]]:
        np = self._np
        pieces: list[Floats] = [np.zeros((DEPTH, WIDTH), dtype=np.float32)]
        for words in texts:
            if words:
                pieces.append(self._embedded(words))
            pieces.append(pieces[0])
        found = np.vstack(pieces)
        for layer in range(1, DEPTH + 1):
            beside = np.zeros((len(found), 3 * WIDTH), dtype=np.float32)
            beside[1:, :WIDTH] = found[:-1]
            beside[:, WIDTH : 2 * WIDTH] = found
            beside[:-1, 2 * WIDTH :] = found[1:]
            found = found + self._maxout(beside, layer)
        logits = found @ self.weights["WS"].T + self.weights["bS"]
        chances = 1 / (1 + np.exp(np.clip(logits[:, 0] - logits[:, 1], -50, 50)))
        at = DEPTH
        for words in texts:
            yield chances[at : at + len(words)].tolist()
            at += len(words) + DEPTH

    def _embedded(self, words: Sequence[str]) -> Floats:
        """The words' own vectors, without their neighbours; each is worked out once."""
        np = self._np
        if len(self._words) > _KEPT:
            self._words.clear()
        new = list(dict.fromkeys(word for word in words if word not in self._words))
        if new:
            rows = np.array(
                [[number for feature in features(word, self.lexicon) for number in hashes(feature)] for word in new]
            )
            parts = [
                sum(self.weights[f"E{at}"][rows[:, at * HASHES + k] % ROWS[at]] for k in range(HASHES))
                for at in range(FEATURES)
            ]
            for word, vector in zip(new, self._maxout(np.hstack(parts), 0), strict=True):
                self._words[word] = vector
        vectors: Floats = np.vstack([self._words[word] for word in words])
        return vectors

    def _maxout(self, values: Floats, layer: int) -> Floats:
        weights = self.weights[f"W{layer}"].reshape(WIDTH * PIECES, -1)
        wide = values @ weights.T + self.weights[f"b{layer}"].reshape(-1)
        highest = wide.reshape(len(values), WIDTH, PIECES).max(axis=2)
        middle = highest.mean(axis=1, keepdims=True)
        spread = highest.var(axis=1, keepdims=True) + 1e-8
        scaled: Floats = (highest - middle) * spread**-0.5 * self.weights[f"G{layer}"] + self.weights[f"B{layer}"]
        return scaled


@cache
def load() -> Tagger:
    """The shipped model, read once. Raises ModelError where it is missing, incomplete or changed."""
    return read(FOLDER)


def read(folder: Path) -> Tagger:
    """The model in a folder. Raises ModelError where it is missing, incomplete or changed."""
    import numpy as np  # noqa: PLC0415

    try:
        found = as_sealed(folder, "weights.npz", *LISTS)
        with np.load(io.BytesIO(found["weights.npz"]), allow_pickle=False) as stored:
            weights = {name: stored[name] for name in stored.files}
        return Tagger(weights, Lexicon(*(frozenset(found[name].decode().split()) for name in LISTS)))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            Mistake(
                f"The name model cannot be used ({type(error).__name__})",
                place="scr_docs/names/unregistered/model",
                mend="Install scr-docs again; names that nobody registered were not looked for",
            )
        ) from None
