"""The case file: one review's people, dates and decisions, as the team keeps them."""

from scr_docs.case.load import changed, lines, load
from scr_docs.case.model import Case, Person
from scr_docs.case.terms import Terms, terms

__all__ = ["Case", "Person", "Terms", "changed", "lines", "load", "terms"]
