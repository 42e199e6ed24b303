"""The window: shows values, collects wishes. Decides nothing of the trade and opens neither store nor post.

Wishes and the reads of a page run in the window's own thread: a mark is on the disk before it is painted, and nothing can be
pressed in between. What takes longer (files, papers, packages) is a job in a thread of its own; the Desk lets them take turns.
``theme``, ``parts``, ``frame`` and ``start`` load nothing heavier than Qt, so that the first page is seen at once.
"""
