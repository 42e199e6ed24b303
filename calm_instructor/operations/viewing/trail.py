"""The trail as a reader sees it: who wished what and when, newest first, and what a record was before and is after."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from calm_instructor.domain.course import Course
from calm_instructor.domain.finding import finds
from calm_instructor.domain.people import Person, sort_key
from calm_instructor.domain.trail import Entry
from calm_instructor.messages import trail as words
from calm_instructor.messages.translating import _
from calm_instructor.operations.viewing.trail_fields import FieldChange, changes_of
from calm_instructor.operations.viewing.trail_names import Image, Names
from calm_instructor.store.reading import Reading

A_PAGE = 200
_LOOKED_THROUGH = 2000
"""Entries read for one page of what was looked for; further ones come with the next page."""

_FIRST = (
    "signoffs", "assessments", "knowledge_checks", "attendance", "fitness", "briefings", "incidents", "action_plans",
    "packages", "documents", "enrolments", "people", "tna_selections", "tna_risks", "tnas", "catalogues", "techniques",
    "course_techniques", "session_blocks", "sessions", "courses", "instructors", "organisations",
)  # fmt: skip
"""Of the tables that an entry wrote, the first of these is what it is about."""

_OF_WISH = {
    "course": "courses",
    "hold": "tnas",
    "marks": "courses",
    "need": "tnas",
    "plan": "sessions",
    "tna": "tnas",
}
"""Wishes that are about another table than their rows would say, by the first word of their name."""


@dataclass(frozen=True, kw_only=True)
class TrailLine:
    """One entry. ``what``: "Mark recorded"; ``about``: "Jo Ng · GEN-H1"; ``course``: its reference, "" where there is none."""

    seq: int
    at: datetime
    who: str
    what: str
    about: str
    course: str
    reason: str
    is_readable: bool

    @property
    def text(self) -> str:
        """The entry in a line."""
        return words.line(self.what, self.about, self.course)


@dataclass(frozen=True, kw_only=True)
class TrailSeen:
    """A page of the trail, newest first. ``older``: where the next page begins, None at the first entry; ``count``: of all."""

    lines: tuple[TrailLine, ...]
    older: int | None
    count: int


@dataclass(frozen=True, kw_only=True)
class ChangedRecord:
    """One record that an entry wrote. ``kind``: "Mark"; ``is_new``: it was not there before; ``is_gone``: taken away."""

    kind: str
    name: str
    fields: tuple[FieldChange, ...]
    is_new: bool
    is_gone: bool


@dataclass(frozen=True, kw_only=True)
class EntrySeen:
    """One entry with everything it wrote."""

    line: TrailLine
    records: tuple[ChangedRecord, ...]


def trail_seen(view: Reading, *, about: UUID | None = None, text: str = "", before: int | None = None) -> TrailSeen:
    """A page of the trail: of one person, course or TNA, and with these words, where they are given."""
    names = Names(view)
    newest = view.entries(limit=1)
    of_whom = _with_doubles(view, about)
    lines: list[TrailLine] = []
    read, older = 0, before
    while read < _LOOKED_THROUGH:
        entries = view.entries(older, of_whom)
        read += len(entries)
        for entry in entries:
            older = entry.seq
            line = _line(names, entry)
            if finds(text, line.text, line.who, line.reason):
                lines.append(line)
                if len(lines) == A_PAGE:
                    return _page(lines, older, newest)
        if len(entries) < A_PAGE:
            return _page(lines, None, newest)
    return _page(lines, older, newest)


def _with_doubles(view: Reading, about: UUID | None) -> tuple[UUID, ...]:
    """What was recorded of somebody's doubles is theirs."""
    if about is None:
        return ()
    return (about, *(double for person in view.all(Person, id=about) for double in person.doubles))


def _page(lines: Sequence[TrailLine], older: int | None, newest: Sequence[Entry]) -> TrailSeen:
    return TrailSeen(lines=tuple(lines), older=older or None, count=newest[0].seq + 1 if newest else 0)


def entry_seen(view: Reading, seq: int) -> EntrySeen:
    """One entry, with each record as it was before and is after."""
    names = Names(view)
    entry = view.entries(seq + 1, limit=1)[0]
    return EntrySeen(
        line=_line(names, entry),
        records=tuple(_record(view, names, entry, image) for image in _images(entry) if _is_record(image)),
    )


def owners_to_choose(view: Reading) -> tuple[tuple[UUID, str], ...]:
    """Whom the trail can be read of: courses by reference, then people by name."""
    courses = sorted(view.all(Course), key=lambda each: each.ref, reverse=True)
    people = sorted(view.all(Person), key=lambda each: sort_key(each.full_name))
    return (
        *((each.id, f"{each.ref} · {each.title}") for each in courses),
        *((each.id, each.full_name) for each in people),
    )


# ── one entry ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _line(names: Names, entry: Entry) -> TrailLine:
    images = _images(entry)
    leading = _leading(entry.wish, images)
    about = list(dict.fromkeys(filter(None, (names.of_image(each) for each in leading))))
    courses = list(dict.fromkeys(filter(None, (names.course_of(each) for each in leading))))
    return TrailLine(
        seq=entry.seq,
        at=datetime.fromisoformat(entry.at),
        who=names.instructor(entry.by) or _(words.PROGRAM),
        what=words.wished(entry.wish),
        about=words.names(about) if entry.body is not None else _(words.ERASED),
        course=courses[0] if len(courses) == 1 else "",
        reason=str(_body(entry).get("reason", "")),
        is_readable=entry.body is not None,
    )


def _body(entry: Entry) -> Mapping[str, Any]:
    try:
        found = json.loads(entry.body or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _images(entry: Entry) -> list[Image]:
    return [image for image in _body(entry).get("rows", ()) if isinstance(image, dict) and "table" in image]


def _leading(wish: str, images: Sequence[Image]) -> list[Image]:
    """Those images of an entry that say what it is about."""
    for table in (_OF_WISH.get(wish.split(".")[0], ""), *_FIRST):
        found = [each for each in images if each["table"] == table]
        if found:
            return found
    return []


def _record(view: Reading, names: Names, entry: Entry, image: Image) -> ChangedRecord:
    before = _before(view, entry.seq, image)
    is_gone = image.get("gone") is not None
    return ChangedRecord(
        kind=words.kind(image["table"]),
        name=names.of_image(image),
        fields=tuple(changes_of(names, before, image)),
        is_new=before is None,
        is_gone=is_gone,
    )


def _before(view: Reading, seq: int, image: Image) -> Image | None:
    """The record as the last entry before this one left it; None where it was not there, or taken away."""
    for earlier in _earlier(view, seq, UUID(image["id"])):
        for each in _images(earlier):
            if each.get("id") == image["id"] and each["table"] == image["table"]:
                return each if each.get("gone") is None else None
    return None


def _earlier(view: Reading, seq: int, id: UUID) -> Iterator[Entry]:
    while entries := view.entries(seq, (id,)):
        yield from entries
        seq = entries[-1].seq


def _is_record(image: Image) -> bool:
    """Whether it is of a record with fields, and not of the bytes of a paper."""
    return "revision" in image
