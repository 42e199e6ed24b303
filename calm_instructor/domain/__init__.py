"""The trade: rules and values.

Standard library only. No clock, no files, no SQL, no Qt: whatever a rule needs is handed to it. A rule lives here once,
under its number (R1 to R53); the sentence that explains it lives in ``messages`` under the same code.
"""
