"""What every test has: no network, and the places of a checkout."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ["SCR_DOCS_SECOND_OPINION"] = (
    "off"  # tests and gates hold without the optional extra; its own tests turn it on
)

settings.register_profile("any-machine", deadline=None)  # a busy computer is no fault of the code
settings.load_profile("any-machine")

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """scr-docs never uses the network, so no test may reach it."""

    def refuse(*_args: Any, **_more: Any) -> Any:
        raise AssertionError("a socket was opened")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT
