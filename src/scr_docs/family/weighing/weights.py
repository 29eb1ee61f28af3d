"""The weights: for a sentence and a person, how likely each label is. Trained by `training/family`."""

from __future__ import annotations

import hashlib
import io
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args

from scr_docs.case.model import Reason
from scr_docs.errors import Mistake, ModelError
from scr_docs.family.weighing.features import BITS, Words, rows

if TYPE_CHECKING:
    import numpy as np

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float32]]"

FOLDER: Final = Path(__file__).with_name("model")
VERSION: Final = 1
TOOK_PART, NOT_SAID, VAGUE = "-", "noreason", "vague"
LABELS: Final[tuple[str, ...]] = (TOOK_PART, NOT_SAID, VAGUE, *get_args(Reason))
"""Nothing of the kind; did not take part and nothing says why; with words that explain nothing; and each reason."""


class Weights:
    """One row of weights for each feature, one column for each label, and what is added to all (`bias`).

    `hints` are weights of single stems (as of `Marked.stems`), which tell at once of most sentences that they say
    nothing of the kind; the one of "" is added to each sum.
    """

    def __init__(self, table: Floats, bias: Floats, hints: Mapping[str, float]) -> None:
        """`table` has 2 ** BITS rows."""
        self.table, self.bias, self.hints = table, bias, hints

    def may_tell(self, stems: Iterable[str]) -> bool:
        """Whether a sentence with these stems is worth weighing."""
        known = self.hints
        return math.fsum([known.get("", 0.0), *(known.get(stem, 0.0) for stem in stems)]) >= 0

    def chances(self, words: Words) -> Floats:
        """How likely each of the LABELS is, in their order: from 0 to 1, together 1."""
        import numpy as np  # noqa: PLC0415

        found = rows(words)
        logits = self.table[found].sum(axis=0, dtype=np.float32) / np.sqrt(len(found)) + self.bias
        raised = np.exp(logits - logits.max())
        chances: Floats = raised / raised.sum()
        return chances


@cache
def load() -> Weights:
    """The shipped weights, read once. Raises ModelError where they are missing or changed."""
    return read(FOLDER)


def read(folder: Path) -> Weights:
    """The weights in a folder. Raises ModelError where they are missing, incomplete or changed."""
    import numpy as np  # noqa: PLC0415

    try:
        data = (folder / "weights.npz").read_bytes()
        if hashlib.sha256(data).hexdigest() != (folder / "SHA256SUMS").read_text("utf-8").split()[0]:
            raise ValueError("changed")  # noqa: TRY301
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            at, some, bias = stored["rows"], stored["table"], stored["bias"]
            hints = dict(zip(stored["stems"].tolist(), stored["hints"].tolist(), strict=True))
            if stored["version"][0] != VERSION or some.shape != (len(at), len(LABELS)):
                raise ValueError("another version")  # noqa: TRY301
        table = np.zeros((1 << BITS, len(LABELS)), dtype=np.float32)
        table[at] = some
        return Weights(table, bias.astype(np.float32), hints)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ModelError(
            Mistake(
                f"The weights for reading the family cannot be used ({type(error).__name__})",
                place="scr_docs/family/weighing/model",
                mend="Install scr-docs again; the report was not read for its family",
            )
        ) from None
