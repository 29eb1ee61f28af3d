"""The JSON Schema of the case file, for editors that complete and check while somebody types."""

from __future__ import annotations

import json
from pathlib import Path

from scr_docs.case.model import Case

SHIPPED = Path(__file__).with_name("case.schema.json")


def schema() -> str:
    """The schema as JSON text; the shipped file is this, and a test holds it to it."""
    data = Case.model_json_schema(by_alias=True)
    feedback = data["properties"]["feedback"]
    data["properties"]["feedback"] = {
        "anyOf": [feedback, {"type": "string", "title": "the path of a file that holds the list"}]
    }
    data = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **data,
        "title": "Case file of a review (scr-docs/case/1)",
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(schema(), "utf-8")
