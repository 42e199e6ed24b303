"""The frame around the pages: rail, find box, saved line, status line, and what leads from one page to another."""
