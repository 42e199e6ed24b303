"""From records to papers: one module per paper, what the records say → the values that the paper prints.

Pure functions over a reading of the store: no clock, no file, no press. A paper's imprint is unissued here (no number, no
revision, no code); ``printing`` issues it. Words come from ``messages``.
"""
