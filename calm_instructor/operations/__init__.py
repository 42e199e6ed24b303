"""What people wish for: one function per wish, in modules named by what they do. No Qt, no SQL, no sentences.

A wish takes an ``Act`` (one transaction, one trail entry) and facts, asks the domain, writes values and returns one. The
``Desk`` runs wishes, announces what changed and undoes them by name.
"""
