"""python -m scr_docs."""

from scr_docs.cli import main

main()
