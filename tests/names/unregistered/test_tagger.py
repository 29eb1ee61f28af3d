from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from scr_docs import engine, pack
from scr_docs.errors import ModelError
from scr_docs.kinds import PARAMS, Reading
from scr_docs.names.unregistered import tagger
from scr_docs.names.unregistered.words import HIDDEN, features, tokens
from scr_docs.plain import document
from training.network import build, parameters

TEXTS = [
    "The neighbour, Oksana Bondarenko, rang the police.",
    "",
    "12.03.14 HV to Shanice. Baby well.",
    "Ms O’Neill-Smith",
    "x",
    "MINUTES: D.J. HUGHES, K. Thompson " * 30,
]


def words_of(texts: list[str]) -> list[list[str]]:
    return [[token.text for token in tokens(text)] for text in texts]


def test_numpy_alone_says_what_spacy_says() -> None:
    model = tagger.load()
    nlp = build(model.lexicon)
    for name, (node, key) in parameters(nlp).items():
        node.set_param(key, model.weights[name])
    component: Any = nlp.get_pipe("tagger")
    assert component.labels == ("O", "N")
    words = words_of(TEXTS)
    wanted = component.model.predict([Doc(nlp.vocab, words=found) for found in words])
    for mine, theirs in zip(model.scores(words), wanted, strict=True):
        assert np.allclose(mine, theirs[:, 1], atol=1e-5)


def test_a_text_is_judged_alike_whatever_stands_beside_it_in_the_batch() -> None:
    model = tagger.load()
    together = list(model.scores(words_of(TEXTS * 40)))
    alone = [next(iter(model.scores([found]))) for found in words_of(TEXTS)]
    for number, scores in enumerate(together):
        assert np.allclose(scores, alone[number % len(TEXTS)], atol=1e-5)


def test_a_long_text_is_judged_piece_by_piece_as_it_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    model = tagger.load()
    words = words_of([" ".join(TEXTS)])
    whole = next(iter(model.scores(words)))
    monkeypatch.setattr(tagger, "_BATCH", 7)
    assert np.allclose(next(iter(model.scores(words))), whole, atol=1e-5)


def test_looking_for_names_imports_no_spacy_and_no_program_of_the_second_opinion() -> None:
    program = (
        "import sys\n"
        "from scr_docs.names.unregistered import second_opinion, tagger, reader as unregistered\n"
        "assert unregistered.find(['The neighbour, Oksana Bondarenko, rang.'], tagger.load())[0]\n"
        "assert not {'spacy', 'thinc', 'onnxruntime', 'arcjet'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.mark.parametrize("harm", ["missing", "cut", "changed", "no sums"])
def test_a_model_that_is_missing_or_not_what_was_shipped_is_said(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tagger.FOLDER, folder)
    weights = folder / "weights.npz"
    match harm:
        case "missing":
            weights.unlink()
        case "cut":
            weights.write_bytes(weights.read_bytes()[:1000])
        case "changed":
            (folder / "names.txt").write_text("kelly\n")
        case _:
            (folder / "SHA256SUMS").unlink()
    with pytest.raises(ModelError, match=r"The name model cannot be used .*not looked for"):
        tagger.read(folder)


def test_without_its_model_a_document_is_not_checked(
    monkeypatch: pytest.MonkeyPatch, root: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(tagger, "load", lambda: tagger.read(tmp_path))
    rules = [rule for rule in pack.load([root / "checks"], PARAMS) if rule.entry.kind == "unregistered"]
    result = engine.run(Reading(document([("body", "The neighbour rang.")]), None), rules)
    assert len(result.broken) == 1
    assert "Install scr-docs again" in result.broken[0]


def test_a_word_that_is_hidden_from_the_lists_keeps_its_shape() -> None:
    lexicon = tagger.load().lexicon
    shown, hidden = features("Oksana", lexicon), features("Oksana" + HIDDEN, lexicon)
    assert hidden[0] == "~unknown"
    assert shown[1:] == hidden[1:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Smith-Jones’s", ["Smith", "-", "Jones", "'s"]),
        ("O’Neill’s D'Souza", ["O'Neill", "'s", "D'Souza"]),
        ("don’t", ["don't"]),
        ("Thompson_S_CP1.docx", ["Thompson", "_", "S", "_", "CP", "1", ".", "docx"]),
        ("Sia\u0302n", ["Sia\u0302n"]),
        ("a\u00a0b\tc", ["a", "b", "c"]),
        ("Sa\u00adrah", ["Sa\u00adrah"]),
    ],
)
def test_texts_are_cut_into_words(text: str, found: list[str]) -> None:
    assert [token.text for token in tokens(text)] == found
    assert all(len(text[token.start : token.end]) == len(token.text) for token in tokens(text))
