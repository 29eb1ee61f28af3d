"""Who may be named: the people whom a report presents or cites, invented names, the shipped lists."""
