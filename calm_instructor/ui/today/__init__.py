"""Today: the next course and what is missing before it, and what waits."""
