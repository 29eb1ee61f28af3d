"""Between finished letters and their readers: the right day and address, nothing of others, a folder that is whole."""
