"""The papers of a course as PDF: one module per document, on one house style.

A paper takes a frozen sheet value with everything it shows and gives bytes: same value, same bytes. It decides no rule.
"""
