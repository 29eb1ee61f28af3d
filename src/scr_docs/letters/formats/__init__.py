"""One format of a letter a file, each made from the finished document."""
