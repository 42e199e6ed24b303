"""Reading records: values by id or by what their fields equal. Rows stay here; what is gone is not found."""

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID

import sqlalchemy as sa

from calm_instructor.domain.assessment import AttemptState, Glance, Outcome
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import CourseTechniqueId, EnrolmentId
from calm_instructor.domain.package import Record
from calm_instructor.domain.trail import Entry
from calm_instructor.store.line import Line
from calm_instructor.store.mapping import KINDS, RECORD_FACTS, Kind, id_of
from calm_instructor.store.queries import GLANCES, asked, count_of, hexes, one_of, text_of
from calm_instructor.store.trails import FILES, newest
from calm_instructor.store.troubles import DatabaseTrouble, world_error

Value = TypeVar("Value")
_OUTCOMES = {each.value: each for each in Outcome}
_STATES = {each.value: each for each in AttemptState}


class Reading:
    """Reads a store. As a context manager all reads see one moment; without, each is by itself. Opens no transaction
    that stays. Inside a work of the same thread it sees what the work has written."""

    _begin = "BEGIN"

    def __init__(self, line: Line) -> None:
        self._line = line
        self._connection: sa.Connection | None = None
        self._way_out = ExitStack()

    @property
    def practice(self) -> bool:
        """Whether this is practice data, and no record of real people."""
        return self._line.practice

    def __enter__(self) -> Self:
        self._connection = self._way_out.enter_context(self._line.connection(self._begin))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection = None
        self._way_out.close()

    def get(self, value: type[Value], id: UUID) -> Value:
        """The value of this id. Raises CalmError "store.no_record" where there is none or it is gone."""
        found = self.find(value, id)
        if found is None:
            raise CalmError("store.no_record", table=KINDS[value].name, id=id)
        return found

    def find(self, value: type[Value], id: UUID) -> Value | None:
        """The value of this id, or None."""
        kind = KINDS[value]
        return next(iter(self._values(kind, one_of(kind), [id.bytes])), None)

    def all(self, value: type[Value], **equal: object) -> tuple[Value, ...]:
        """Every value whose fields equal these, in order of creation: ``all(Enrolment, course=course.id)``.

        A frozenset of ids asks for any of them: ``all(Attempt, enrolment=places)``, ``all(Person, id=people)``.
        """
        kind = KINDS[value]
        shape, wanted = asked(kind, equal)
        return tuple(self._values(kind, text_of(kind, shape), wanted))

    def records(self, value: type, id: UUID | None = None, **equal: object) -> tuple[Record, ...]:
        """Values as they are stored, with revision and moments, gone ones too: all that equal, or the one of this ``id``."""
        kind = KINDS[value]
        shape, wanted = asked(kind, equal if id is None else {**equal, "id": id})
        images = self._images_of(kind, text_of(kind, shape, False), wanted)
        return tuple(Record(kind.load(image), *(image[name] for name in RECORD_FACTS)) for image in images)

    def count(self, value: type, **equal: object) -> int:
        """How many there are."""
        kind = KINDS[value]
        shape, wanted = asked(kind, equal)
        ((count,),) = self._tuples(count_of(kind, shape), wanted)
        return int(count)

    def glances(self, places: frozenset[EnrolmentId]) -> list[Glance]:
        """A glance at every attempt of these places, in order of creation."""
        return [
            Glance(
                EnrolmentId(id_of(place)),
                CourseTechniqueId(id_of(technique)) if technique is not None else None,
                uid,
                number,
                _OUTCOMES[outcome],
                _STATES[state],
                datetime.fromisoformat(recorded),
                words,
            )
            for place, technique, uid, number, outcome, state, recorded, words in self._tuples(GLANCES, [hexes(places)])
        ]

    def bytes_of(self, sha256: str) -> bytes:
        """The bytes kept under this hash. Raises CalmError "store.no_record" where there are none."""
        found = self._scalar(sa.select(FILES.c.content).where(FILES.c.sha256 == sha256))
        if found is None:
            raise CalmError("store.no_record", table=FILES.name, id=sha256)
        return bytes(found)

    def entries(self, before: int | None = None, about: Collection[UUID] = (), limit: int = 200) -> tuple[Entry, ...]:
        """Entries of the trail before number ``before``, newest first; ``about``: only those that concern these records."""
        try:
            with self._line.connection() as connection:
                return tuple(newest(connection, before, about, limit))
        except DatabaseTrouble as trouble:
            raise world_error(trouble, self._line.path) from trouble

    def _values(self, kind: Kind, text: str, wanted: Sequence[object]) -> list[Any]:
        return [kind.value_of(found) for found in self._tuples(text, wanted)]

    def _images_of(self, kind: Kind, text: str, wanted: Sequence[object]) -> list[dict[str, Any]]:
        return [kind.image_of(kind.row_of(found)) for found in self._tuples(text, wanted)]

    def _tuples(self, text: str, wanted: Sequence[object]) -> list[tuple[Any, ...]]:
        """What a text of ``queries`` finds, in the transaction that is open or by itself. Nothing is built or looked up for it."""
        if self._connection is None:
            with Reading(self._line) as view:
                return view._tuples(text, wanted)
        try:
            if not self._connection.in_transaction():
                self._connection.begin()
            found: list[tuple[Any, ...]] = self._line.driver.execute(text, wanted).fetchall()
        except DatabaseTrouble as trouble:
            raise world_error(trouble, self._line.path) from trouble
        return found

    def _rows(self, query: sa.Select[Any]) -> Sequence[sa.RowMapping]:
        """What a query finds, in the transaction that is open or by itself."""
        if self._connection is None:
            with Reading(self._line) as view:
                return view._rows(query)
        try:
            return self._connection.execute(query).mappings().all()
        except DatabaseTrouble as trouble:
            raise world_error(trouble, self._line.path) from trouble

    def _scalar(self, query: sa.Select[Any]) -> Any:
        rows = self._rows(query)
        return next(iter(rows[0].values())) if rows else None
