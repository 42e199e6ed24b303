"""The filing room: SQL, keys and the trail. Values of the trade go in and come out; rows never leave.

``database`` makes and opens a store, ``work`` writes one wish, ``reading`` reads, ``trails`` reads the trail, ``checking``
proves that all of it holds. Nothing here knows a rule of the trade or a sentence.
"""
