"""What goes to head office, and what it has said."""
