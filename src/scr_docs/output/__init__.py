"""One renderer a file: pure functions of a report, and the one way of writing a file."""
