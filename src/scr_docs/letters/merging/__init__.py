"""Filling in a template without losing a word: the wrapper around docxtpl and its traps."""
