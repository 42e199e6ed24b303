"""The trail, in words."""
