"""Each whole pipeline: what the command line and Python users call, and nothing else."""

from scr_docs.pipeline.case_file import CaseCheck, check_case, new_case
from scr_docs.pipeline.evidence import quality_markers
from scr_docs.pipeline.letters import (
    check_templates,
    export_lines,
    export_translation,
    import_translation,
    make_letters,
    preview_letters,
)
from scr_docs.pipeline.linting import lint, lint_file, lint_files
from scr_docs.pipeline.rules import all_rules
from scr_docs.pipeline.texts import Span, find_personal_data, read_statements

__all__ = [
    "CaseCheck",
    "Span",
    "all_rules",
    "check_case",
    "check_templates",
    "export_lines",
    "export_translation",
    "find_personal_data",
    "import_translation",
    "lint",
    "lint_file",
    "lint_files",
    "make_letters",
    "new_case",
    "preview_letters",
    "quality_markers",
    "read_statements",
]
