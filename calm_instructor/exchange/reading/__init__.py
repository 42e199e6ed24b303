"""Files that people hand in, read by content and not by ending, into plain values with every problem named by row."""
