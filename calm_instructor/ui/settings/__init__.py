"""The settings: one section at a time, and the three things that a new store asks first."""
