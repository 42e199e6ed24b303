"""The post room: what comes in (rosters, incident logs, catalogues) and what goes out (papers, packages, calendars).

Opened by ``operations`` and the builder only. Reads and writes files; decides no rule and knows no store.
"""
