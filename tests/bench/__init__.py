"""How long the work of one instructor takes, beside the least work that could do it. A benchmark never fails a test run."""
