"""The weights: for a sentence and a person, how likely each label is. Trained by `training/family`."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args

from scr_docs.case.model import Reason
from scr_docs.errors import Mistake, ModelError
from scr_docs.family.weighing.features import Numbered, Numbers, features
from scr_docs.resources import as_sealed

if TYPE_CHECKING:
    import numpy as np

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float32]]"
Places: TypeAlias = "np.ndarray[Any, np.dtype[np.int32]]"
Flags: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]]"

FOLDER: Final = Path(__file__).with_name("model")
VERSION: Final = 2
_BITS: Final = 18
"""A feature is looked up by so many of its first bits; of those that share them only one has weights."""
TOOK_PART, NOT_SAID, VAGUE = "-", "noreason", "vague"
LABELS: Final[tuple[str, ...]] = (TOOK_PART, NOT_SAID, VAGUE, *get_args(Reason))
"""Nothing of the kind; did not take part and nothing says why; with words that explain nothing; and each reason."""


def bucket(numbers: Numbers) -> Numbers:
    """By what features are looked up: no two with weights may have the same."""
    import numpy as np  # noqa: PLC0415

    return numbers >> np.uint32(32 - _BITS)


class Weights:
    """One row of weights for each feature that is known, one column for each label, and what is added to all (`bias`).

    `hints` are weights of single stems (as of `Marked.stems`), which tell at once of most sentences that they say
    nothing of the kind; the one of "" is added to each sum. They are rounded to thousandths, so that their sum does not
    hang on their order.
    """

    def __init__(self, known: Numbers, table: Floats, bias: Floats, hints: Mapping[str, float]) -> None:
        """`known` are the features, no two of one `bucket`; `table` has a row for each."""
        import numpy as np  # noqa: PLC0415

        self.known, self.table, self.bias, self.hints = known, table, bias, hints
        self._feature, self._row = np.zeros(1 << _BITS, np.uint32), np.zeros(1 << _BITS, np.int32)
        self._feature[bucket(known)] = known
        self._row[bucket(known)] = np.arange(len(known))
        self._thousandths = {stem: round(1000 * weight) for stem, weight in hints.items()}

    def may_tell(self, stems: frozenset[str]) -> bool:
        """Whether a sentence with these stems is worth weighing."""
        known = self._thousandths
        return sum(filter(None, map(known.get, stems)), known.get("", 0)) >= 0

    def rows(self, found: Numbers) -> tuple[Places, Flags]:
        """Which of these features are known, and the rows of those."""
        at = bucket(found)  # where a bucket is empty it holds 0, the number of one feature in four thousand million
        is_known = self._feature[at] == found
        return self._row[at[is_known]], is_known

    def chances(self, words: Numbered) -> Floats:
        """How likely each of the LABELS is, in their order: from 0 to 1, together 1."""
        import numpy as np  # noqa: PLC0415

        found = features(words)
        rows, _ = self.rows(found)
        # A product with ones is three times as quick as a sum. What is not known makes all less sure.
        logits = _ones(len(rows)) @ self.table.take(rows, axis=0) / math.sqrt(len(found)) + self.bias
        raised = np.exp(logits - logits.max())
        chances: Floats = raised / raised.sum()
        return chances


@lru_cache(maxsize=500)
def _ones(size: int) -> Floats:
    import numpy as np  # noqa: PLC0415

    return np.ones(size, np.float32)


@cache
def load() -> Weights:
    """The shipped weights, read once. Raises ModelError where they are missing or changed."""
    return read(FOLDER)


def read(folder: Path) -> Weights:
    """The weights in a folder. Raises ModelError where they are missing, incomplete or changed."""
    import numpy as np  # noqa: PLC0415

    try:
        data = as_sealed(folder, "weights.npz")["weights.npz"]
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            known, table, bias = stored["known"], stored["table"], stored["bias"]
            hints = dict(zip(stored["stems"].tolist(), stored["hints"].tolist(), strict=True))
            if stored["version"][0] != VERSION or table.shape != (len(known), len(LABELS)):
                raise ValueError("another version")  # noqa: TRY301
        return Weights(known, table.astype(np.float32), bias.astype(np.float32), hints)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ModelError(
            Mistake(
                f"The weights for reading the family cannot be used ({type(error).__name__})",
                place="scr_docs/family/weighing/model",
                mend="Install scr-docs again; the report was not read for its family",
            )
        ) from None
