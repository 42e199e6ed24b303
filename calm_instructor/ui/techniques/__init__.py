"""The page of the catalogue in force."""
