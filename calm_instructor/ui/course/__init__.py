"""The course page: its steps in the order of the work, and what is left."""
