"""A glance into a store before anything heavy is loaded: what the first window shows while the rest is on its way.

Reads with the bare driver, without the folder's lock and without changing a byte; whatever is in the way, it sees nothing.
"""

import json
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from calm_instructor.paths import KEY_FILE, STORE_FILE

_COURSE = """
SELECT c.title, c.ref, c.site, c.starts_on, c.ends_on, c.state,
       (SELECT count(*) FROM enrolments e WHERE e.course_key = c.key AND e.gone IS NULL AND e.withdrawn_on IS NULL)
FROM courses c WHERE c.gone IS NULL AND c.state NOT IN ('closed', 'cancelled') ORDER BY c.starts_on, c.ref LIMIT 1
"""
_LEAD = "SELECT name FROM instructors WHERE gone IS NULL AND role = 'lead' ORDER BY key LIMIT 1"


@dataclass(frozen=True, kw_only=True)
class FirstLook:
    """What is seen at a glance. ``course``: the title of the next one that is not over, "" where there is none."""

    practice: bool
    lead: str
    course: str = ""
    ref: str = ""
    site: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    state: str = ""
    people: int = 0


def first_look(folder: Path) -> FirstLook | None:
    """The glance; None where there is no store, or it can't be read just now."""
    try:
        keys = json.loads((folder / KEY_FILE).read_bytes())
        address = f"{(folder / STORE_FILE).resolve().as_uri()}?mode=ro"
        with closing(dbapi2.connect(address, uri=True, isolation_level=None, timeout=0.2)) as driver:
            driver.execute(f"PRAGMA key = \"x'{bytes.fromhex(keys['data']).hex()}'\"")
            driver.execute("PRAGMA cipher_log_level = NONE")
            lead = driver.execute(_LEAD).fetchone()
            row = driver.execute(_COURSE).fetchone()
        return _seen(bool(keys.get("practice")), str(lead[0]) if lead else "", row)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, dbapi2.Error):
        return None


def _seen(practice: bool, lead: str, row: tuple[Any, ...] | None) -> FirstLook:
    if row is None:
        return FirstLook(practice=practice, lead=lead)
    title, ref, site, starts_on, ends_on, state, people = row
    return FirstLook(
        practice=practice,
        lead=lead,
        course=title,
        ref=ref,
        site=site,
        starts_on=date.fromisoformat(starts_on),
        ends_on=date.fromisoformat(ends_on),
        state=state,
        people=people,
    )
