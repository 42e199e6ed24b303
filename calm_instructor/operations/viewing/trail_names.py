"""What the records of the trail are called: looked up as they are now, gone ones too, each once."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.attendance import Enrolment, Presence
from calm_instructor.domain.course import Course, CourseTechnique, Instructor, Session
from calm_instructor.domain.needs import Risk
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.domain.technique import Technique
from calm_instructor.messages import trail as words
from calm_instructor.messages.labels import label
from calm_instructor.store.mapping import BY_NAME
from calm_instructor.store.reading import Reading

Image = Mapping[str, Any]

_OWN_NAME = {
    "catalogues": "name",
    "course_techniques": "code",
    "courses": "ref",
    "documents": "title",
    "instructors": "name",
    "organisations": "name",
    "overrides": "subject",
    "packages": "file_name",
    "people": "full_name",
    "session_blocks": "title",
    "techniques": "code",
}
"""The field by which a record of a table is called."""


class Names:
    """Names by id, read when they are first asked for."""

    def __init__(self, view: Reading) -> None:
        self._view = view
        self._known: dict[UUID, Any] = {}

    def of_image(self, image: Image) -> str:
        """What the record of an image is called: "Jo Ng · GEN-H1"; "" where it has no name of its own."""
        table = image["table"]
        if table in _OWN_NAME:
            return str(image[_OWN_NAME[table]])
        if table in _WORDED:
            return _WORDED[table](self, image)
        if image.get("enrolment"):
            return self._person(image["enrolment"])
        return ""

    def course_of(self, image: Image) -> str:
        """The reference of the course that a record belongs to; "" where it belongs to none, or is one."""
        if image["table"] == "courses":
            return ""
        if image.get("course"):
            return self._field(Course, image["course"], "ref")
        for kind, name in ((Session, "session"), (Enrolment, "enrolment")):
            owner = self._record(kind, image.get(name))
            if owner is not None:
                return self._field(Course, owner.course, "ref")
        return ""

    def of_id(self, table: str, id: UUID) -> str:
        """What the record of this id in a table is called."""
        kind = BY_NAME[table]
        record = self._record(kind.value, id)
        return "" if record is None else self.of_image({"table": table, **kind.dump(record)})

    def of_any(self, id: UUID) -> str:
        """The name behind an id that stands in a list, where its table goes without saying."""
        for kind, table in ((Instructor, "instructors"), (Risk, "tna_risks"), (Technique, "techniques")):
            if self._record(kind, id) is not None:
                return self.of_id(table, id)
        return ""

    def instructor(self, id: str) -> str:
        """Who wished something; "" for the program itself."""
        return self._field(Instructor, id, "name") if id else ""

    # ── by table ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _person(self, enrolment: object) -> str:
        place = self._record(Enrolment, enrolment)
        return "" if place is None else self._field(Person, place.person, "full_name")

    def _mark(self, image: Image) -> str:
        code = self._field(CourseTechnique, image["technique"], "code") if image["technique"] else words.core()
        told = words.with_state(code, label(Outcome(image["outcome"])))
        return " · ".join(filter(None, (self._person(image["enrolment"]), told)))

    def _attendance(self, image: Image) -> str:
        told = words.with_state(self._session(image["session"]), label(Presence(image["presence"])))
        return " · ".join(filter(None, (self._person(image["enrolment"]), told)))

    def _session(self, id: object) -> str:
        held = self._record(Session, id)
        return "" if held is None else words.session(held.number)

    def _selection(self, image: Image) -> str:
        return self._field(Technique, image["technique"], "code") or str(image["technique"])

    def _amendment(self, image: Image) -> str:
        signed = self._record(SignOff, image["sign_off"])
        return "" if signed is None else self._person(signed.enrolment)

    def _place(self, image: Image) -> str:
        return self._field(Person, image["person"], "full_name")

    def _tna(self, image: Image) -> str:
        return words.revision(image["ref"], image["revision_no"])

    # ── records ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _record(self, kind: type, id: object) -> Any:
        if id is None:
            return None
        try:
            own = UUID(str(id))
        except ValueError:
            return None
        if own not in self._known:
            found = self._view.records(kind, own)
            if not found:
                return None
            self._known[own] = found[0].value
        found_one = self._known[own]
        return found_one if isinstance(found_one, kind) else None

    def _field(self, kind: type, id: object, name: str) -> str:
        record = self._record(kind, id)
        return "" if record is None else str(getattr(record, name))


_WORDED: Mapping[str, Callable[[Names, Image], str]] = {
    "amendments": Names._amendment,
    "assessments": Names._mark,
    "attendance": Names._attendance,
    "briefings": lambda names, image: names._session(image["session"]),
    "enrolments": Names._place,
    "sessions": lambda names, image: words.session(image["number"]),
    "tna_risks": lambda names, image: f"{words.risk(image['number'])} {image['hold_name']}".strip(),
    "tna_selections": Names._selection,
    "tnas": Names._tna,
}
