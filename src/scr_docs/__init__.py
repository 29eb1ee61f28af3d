"""Family letters and report checks for Serious Case Reviews.

The three functions below are the whole Python interface. They are loaded when first used, so that importing the package
(and the command line's --help) stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scr_docs.pipeline import find_personal_data, lint, read_statements

__version__ = "0.1.0"
__all__ = ["__version__", "find_personal_data", "lint", "read_statements"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from scr_docs import pipeline  # noqa: PLC0415

        return getattr(pipeline, name)
    raise AttributeError(f"module 'scr_docs' has no attribute {name!r}")
