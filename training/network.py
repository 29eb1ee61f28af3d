"""The name model as a spaCy tagger, which sees what names.unregistered.words gives and runs without spaCy too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import Maxout, Model, chain, list2ragged, ragged2list, with_array
from thinc.types import Floats2d

from scr_docs.names.unregistered.tagger import DEPTH, EMBEDDING, PIECES, ROWS, WIDTH
from scr_docs.names.unregistered.words import FEATURES, HASHES, Lexicon, features, hashes

TAGS = ("O", "N")


def _rows(lexicon: Lexicon) -> Model[Any, Any]:
    """Docs → for each token the rows of all tables, HASHES for each feature."""
    known: dict[str, np.ndarray[Any, Any]] = {}

    def row(word: str) -> np.ndarray[Any, Any]:
        if word not in known:
            known[word] = np.array(
                [number % ROWS[at] for at, feature in enumerate(features(word, lexicon)) for number in hashes(feature)],
                dtype="i",
            )
        return known[word]

    def forward(_model: Model[Any, Any], docs: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        return [
            np.array([row(token.text) for token in doc], dtype="i").reshape(len(doc), FEATURES * HASHES) for doc in docs
        ], lambda _: []

    return Model("word_rows", forward)


def _embed() -> Model[Any, Any]:
    """Rows → the sums of each feature's rows, side by side."""

    def forward(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        tables = [model.get_param(f"E{at}") for at in range(FEATURES)]
        out = np.hstack(
            [sum(table[rows[:, at * HASHES + k]] for k in range(HASHES)) for at, table in enumerate(tables)]
        )

        def backprop(gradient: Any) -> Any:
            for at, table in enumerate(tables):
                change: Any = np.zeros_like(table)
                part: Any = np.ascontiguousarray(gradient[:, at * EMBEDDING : (at + 1) * EMBEDDING])
                for k in range(HASHES):
                    places: Any = np.ascontiguousarray(rows[:, at * HASHES + k])
                    model.ops.scatter_add(change, places, part)
                model.inc_grad(f"E{at}", change)
            return rows

        return out, backprop

    def init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803  # thinc calls by these names
        drawn = np.random.default_rng(7)
        for at, length in enumerate(ROWS):
            table: Any = drawn.uniform(-0.1, 0.1, (length, EMBEDDING)).astype("f")
            model.set_param(f"E{at}", table)

    return Model(
        "word_embed",
        forward,
        init=init,
        params={f"E{at}": None for at in range(FEATURES)},
        dims={"nO": EMBEDDING * FEATURES},
    )


def build(lexicon: Lexicon) -> Language:
    """A spaCy pipeline with nothing but the tagger, its weights not yet trained."""
    embed: Model[Any, Any] = chain(
        _rows(lexicon),
        list2ragged(),
        with_array(chain(_embed(), Maxout(WIDTH, EMBEDDING * FEATURES, nP=PIECES, normalize=True, dropout=0.0))),
        ragged2list(),
    )
    encoder = MaxoutWindowEncoder(WIDTH, 1, PIECES, DEPTH)
    tok2vec: Model[Any, list[Floats2d]] = chain(embed, encoder)
    tok2vec.set_dim("nO", WIDTH)
    nlp = spacy.blank("en")
    registry.architectures.register("scr-docs.NameWords.v1", func=lambda: tok2vec)
    tagger: Any = nlp.add_pipe(
        "tagger",
        config={
            "model": {
                "@architectures": "spacy.Tagger.v2",
                "normalize": True,
                "tok2vec": {"@architectures": "scr-docs.NameWords.v1"},
            }
        },
    )
    for tag in TAGS:
        tagger.add_label(tag)
    example = Example.from_dict(Doc(nlp.vocab, ["Kelly", "rang"]), {"tags": ["N", "O"]})
    nlp.initialize(lambda: [example])
    return nlp


def parameters(nlp: Language) -> dict[str, tuple[Any, str]]:
    """Every weight by the name under which it is shipped: the node that holds it and its name there."""
    found: dict[str, tuple[Any, str]] = {}
    tagger: Any = nlp.get_pipe("tagger")
    layers = 0
    for node in tagger.model.walk():
        if node.name == "word_embed":
            found |= {f"E{at}": (node, f"E{at}") for at in range(FEATURES)}
        elif node.name == "maxout":
            found |= {f"W{layers}": (node, "W"), f"b{layers}": (node, "b")}
        elif node.name == "layernorm":
            found |= {f"G{layers}": (node, "G"), f"B{layers}": (node, "b")}
            layers += 1
        elif node.name == "softmax":
            found |= {"WS": (node, "W"), "bS": (node, "b")}
    return found
