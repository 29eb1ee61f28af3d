"""The look of every letter, from one Word file: styles, letterhead, line at the bottom, margins."""
