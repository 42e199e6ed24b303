"""A wish, and the act of granting it: one transaction in which the domain is asked, warnings are answered and values written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from calm_instructor.domain.course import Instructor, Override
from calm_instructor.domain.errors import Objection, Refused, Weight, unanswered
from calm_instructor.domain.ids import CourseId, InstructorId, OverrideId, PersonId, TnaId
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.messages import sentence
from calm_instructor.store.reading import Reading
from calm_instructor.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")

NO_REASONS: Mapping[str, str] = {}


def numbers_of(view: Reading) -> Numbers:
    """The numbers of the store's organisation."""
    return view.all(Organisation)[0].numbers


class Act:
    """One wish being granted. Holds the work, the moment and who wishes it; ends with the wish's transaction.

    ``sign``: the laptop's Ed25519 signature over bytes.
    """

    def __init__(self, work: Work, sign: Callable[[bytes], bytes]) -> None:
        self.work = work
        self.sign = sign
        self.facts: dict[str, object] = {}

    @property
    def at(self) -> datetime:
        """The moment of the act, with its offset."""
        return self.work.at

    @property
    def today(self) -> date:
        """The day of the act."""
        return self.work.at.date()

    @property
    def by(self) -> InstructorId:
        """Who wishes it ("Marking as", R49)."""
        if self.work.by is None:
            raise LookupError("this wish needs an instructor")
        return self.work.by

    @property
    def instructor(self) -> Instructor:
        """The profile of who wishes it."""
        return self.work.get(Instructor, self.by)

    @property
    def organisation(self) -> Organisation:
        """Whose training this is; one store belongs to one organisation."""
        return self.work.all(Organisation)[0]

    @property
    def numbers(self) -> Numbers:
        """The organisation's numbers."""
        return numbers_of(self.work)

    def new_id(self) -> UUID:
        """A fresh id of this moment."""
        return self.work.new_id()

    def say(self, **facts: object) -> None:
        """Facts for the wish's label: "Undo: {count} people added"."""
        self.facts.update(facts)

    def refuse(self, objections: Iterable[Objection]) -> None:
        """Stop the act, all objections together, if any of them blocks."""
        self.settle(objections)

    def settle(
        self,
        objections: Iterable[Objection],
        reasons: Mapping[str, str] = NO_REASONS,
        *,
        course: CourseId | None = None,
        tna: TnaId | None = None,
        people: Sequence[Person] = (),
    ) -> None:
        """Stop the act on every block and unanswered warning; record each answered warning as an override (R51).

        ``people``: whom the objections may be about; two of one name are told apart by nothing here.
        """
        found = tuple(objections)
        stops = unanswered(found, reasons)
        if stops:
            raise Refused(stops)
        for objection in found:
            if objection.weight is Weight.WARN:
                self.work.put(
                    Override(
                        id=OverrideId(self.new_id()),
                        course=course,
                        tna=tna,
                        person=_whom(objection.who, people),
                        code=objection.code,
                        subject=objection.who,
                        sentence=sentence(objection),
                        reason=reasons[objection.code].strip(),
                        by=self.instructor.name,
                        at=self.at,
                    )
                )


def _whom(name: str, people: Sequence[Person]) -> PersonId | None:
    found = [each.id for each in people if each.full_name == name]
    return found[0] if len(found) == 1 else None


class Wish(Generic[P, T]):
    """A named operation. ``topics``: what kinds of records it changes; ``undoable``: whether the Desk may put it back.

    The name stands in the trail and is a format. ``bars``: whether nothing before it can be put back any more, which goes
    without saying for what can't be put back itself; ``stays``: kinds of values that an undo leaves as they are.
    """

    def __init__(
        self,
        run: Callable[Concatenate[Act, P], T],
        name: str,
        topics: frozenset[str],
        undoable: bool,
        bars: bool,
        stays: tuple[type, ...],
    ) -> None:
        self.run = run
        self.name = name
        self.topics = topics
        self.undoable = undoable
        self.bars = bars
        self.stays = stays
        self.__doc__ = run.__doc__
        self.__name__ = run.__name__
        self.__module__ = run.__module__

    def __call__(self, act: Act, *args: P.args, **kwargs: P.kwargs) -> T:
        """Grant the wish as a part of a larger act."""
        return self.run(act, *args, **kwargs)


def wish(
    name: str, *topics: str, undoable: bool = True, bars: bool | None = None, stays: tuple[type, ...] = ()
) -> Callable[[Callable[Concatenate[Act, P], T]], Wish[P, T]]:
    """Make a function a wish under its stable name."""

    def named(run: Callable[Concatenate[Act, P], T]) -> Wish[P, T]:
        return Wish(run, name, frozenset(topics), undoable, not undoable if bars is None else bars, stays)

    return named
