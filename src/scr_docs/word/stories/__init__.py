"""Stories (body, notes, headers, comments) as blocks, each with its place."""
