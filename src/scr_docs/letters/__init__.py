"""Letters to families: stages, filling in, checking. The only importer of docxtpl and python-docx."""
