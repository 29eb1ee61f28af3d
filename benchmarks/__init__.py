"""What is measured beside others: run from the top of a checkout."""
