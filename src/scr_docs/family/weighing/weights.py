"""The weights: for a sentence and a person, how likely each label is. Trained by `training/family`."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from scr_docs.case.model import Reason
from scr_docs.errors import Mistake, ModelError
from scr_docs.family.weighing.features import BITS, Words, rows

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.float32]]

FOLDER: Final = Path(__file__).with_name("model")
VERSION: Final = 1
TOOK_PART, NOT_SAID, VAGUE = "-", "noreason", "vague"
LABELS: Final[tuple[str, ...]] = (TOOK_PART, NOT_SAID, VAGUE, *get_args(Reason))
"""Nothing of the kind; did not take part and nothing says why; with words that explain nothing; and each reason."""


class Weights:
    """One row of weights for each feature, one column for each label, and what is added to all (`bias`)."""

    def __init__(self, table: Floats, bias: Floats) -> None:
        """`table` has 2 ** BITS rows."""
        self.table, self.bias = table, bias

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
            if stored["version"][0] != VERSION or some.shape != (len(at), len(LABELS)):
                raise ValueError("another version")  # noqa: TRY301
        table = np.zeros((1 << BITS, len(LABELS)), dtype=np.float32)
        table[at] = some
        return Weights(table, bias.astype(np.float32))
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ModelError(
            Mistake(
                f"The weights for reading the family cannot be used ({type(error).__name__})",
                place="scr_docs/family/weighing/model",
                mend="Install scr-docs again; the report was not read for its family",
            )
        ) from None
