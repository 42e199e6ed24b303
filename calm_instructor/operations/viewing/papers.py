"""The papers of a course in the order of the work: which there are, what was issued of them, and what stands against one.

Cheap to read: what a paper says is gathered only when somebody looks at it (``paper_shown``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import Course
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.ids import CourseId, EnrolmentId
from calm_instructor.domain.justification import need_objections
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import Amendment, Document, DocumentKind, SignOff, TraineeSignature
from calm_instructor.domain.technique import Catalogue
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.gathering.readiness import lacking
from calm_instructor.operations.gathering.trades import TRADES
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One paper: of the TNA, of the course, or of one person. ``subject``: whose, as "06 Siân Llŷr-Prydderch".

    ``issued``: as issued, oldest first; ``obstacle``: why it can't be issued now, "" where nothing stands against it, and
    ``mend``: where that is mended;
    ``is_current``: whether the last issue is known to say what the record says; None where that must be looked into.
    """

    order: Order
    subject: str
    issued: tuple[Document, ...] = ()
    obstacle: str = ""
    mend: Place | None = None
    is_current: bool | None = None

    @property
    def last(self) -> Document | None:
        """The last issue."""
        return self.issued[-1] if self.issued else None


@dataclass(frozen=True, kw_only=True)
class Ink:
    """R48: how many people of the course sign in ink, and of how many the sheet is held, at which places."""

    waiting: int = 0
    held: int = 0
    places: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PaperKind:
    """All papers of one kind on a course: one, or one for each person by bib."""

    kind: DocumentKind
    sheets: tuple[Sheet, ...]

    @property
    def personal(self) -> bool:
        """Whether there is one for each person."""
        return TRADES[self.kind].personal

    @property
    def issuable(self) -> tuple[Sheet, ...]:
        """Those against which nothing stands."""
        return tuple(each for each in self.sheets if not each.obstacle)

    @property
    def obstacles(self) -> tuple[str, ...]:
        """What stands against the others, each sentence once."""
        return tuple(dict.fromkeys(each.obstacle for each in self.sheets if each.obstacle))

    @property
    def issued(self) -> int:
        """Of how many sheets there is an issue."""
        return sum(1 for each in self.sheets if each.issued)


@dataclass(frozen=True, kw_only=True)
class Papers:
    """Every paper of a course. ``generic``: its set, or the catalogue it will come from, is the general list (R25)."""

    course: Course
    kinds: tuple[PaperKind, ...]
    ink: Ink
    generic: bool


_MENDED_IN = {
    "paper.no_plan_yet": "plan",
    "paper.no_set_yet": "techniques",
    "paper.nobody_yet": "people",
    "paper.no_register_yet": "register",
    "paper.not_signed_off": "sign_off",
    "paper.no_authority": "sign_off",
}
"""The step of the course in which an obstacle is mended."""

_OF_THE_COURSE = (
    DocumentKind.COURSE_PLAN,
    DocumentKind.COURSE_NOTICE,
    DocumentKind.JOINING_LETTER,
    DocumentKind.BLANK_REGISTER,
    DocumentKind.BLANK_ASSESSMENT,
    DocumentKind.ATTENDANCE_SUMMARY,
    DocumentKind.SIGN_OFF_SHEET,
)


def papers_of(view: Reading, course: CourseId) -> Papers:
    """The papers of a course: TNA summary, plan, blank sheets, attendance, sign-off sheet, records, in-house records or certificates."""
    current = view.get(Course, course)
    generic = _is_generic(view, current)
    documents = view.all(Document, course=course)
    places = tuple(each for each in enrolled(view, course) if each.part is Part.PHYSICAL)
    people = {each.id: each for each in view.all(Person, id=frozenset(place.person for place in places))}
    names = {place.id: f"{place.bib:02d} {people[place.person].full_name}" for place in places}
    standing = view.all(SignOff, enrolment=frozenset(names))
    signed = {each.enrolment: each for each in standing if each.withdrawn_on is None}
    last = DocumentKind.IN_HOUSE_RECORD if generic else DocumentKind.CERTIFICATE
    return Papers(
        course=current,
        kinds=(
            _of_tna(view, current),
            *(_of_course(view, current, kind, documents) for kind in _OF_THE_COURSE),
            *(
                _of_people(view, current, kind, names, signed, documents)
                for kind in (DocumentKind.INDIVIDUAL_RECORD, last)
            ),
        ),
        ink=_ink(tuple(signed.values())),
        generic=generic,
    )


def _is_generic(view: Reading, course: Course) -> bool:
    pinned = set_of(view, course.id)
    if pinned:
        return is_generic(pinned)
    return all(each.generic for each in view.all(Catalogue)[-1:])


def _of_tna(view: Reading, course: Course) -> PaperKind:
    tna = view.get(Tna, course.tna)
    kind, order = DocumentKind.TNA_SUMMARY, Order(kind=DocumentKind.TNA_SUMMARY, record=tna.id)
    open_question = [each for each in need_objections(analysis_of(view, tna.id)) if each.code == "R40.not_answered"]
    sheet = Sheet(
        order=order,
        subject=tna.title,
        issued=view.all(Document, kind=kind, tna=tna.id),
        obstacle=" ".join(sentence(each) for each in open_question),
        mend=Place(page="tna", record=tna.id, step="need") if open_question else None,
    )
    return PaperKind(kind=kind, sheets=(sheet,))


def _of_course(view: Reading, course: Course, kind: DocumentKind, documents: Sequence[Document]) -> PaperKind:
    issued = tuple(each for each in documents if each.kind is kind)
    empty = lacking(view, kind, course.id)
    sheet = Sheet(
        order=Order(kind=kind, record=course.id),
        subject=course.ref,
        issued=issued,
        obstacle=sentence(empty) if empty is not None else "",
        mend=_mend(course.id, empty),
    )
    return PaperKind(kind=kind, sheets=(sheet,))


def _of_people(
    view: Reading,
    course: Course,
    kind: DocumentKind,
    names: Mapping[EnrolmentId, str],
    signed: Mapping[EnrolmentId, SignOff],
    documents: Sequence[Document],
) -> PaperKind:
    def sheets() -> Iterator[Sheet]:
        for id, subject in names.items():
            issued = tuple(each for each in documents if each.kind is kind and each.enrolment == id)
            no = _not_yet(kind, signed.get(id), subject)
            yield Sheet(
                order=Order(kind=kind, record=id),
                subject=subject,
                issued=issued,
                obstacle=sentence(no) if no is not None else "",
                mend=_mend(course.id, no, id),
                is_current=_is_current(view, issued, signed.get(id)),
            )

    return PaperKind(kind=kind, sheets=tuple(sheets()))


def _not_yet(kind: DocumentKind, signed: SignOff | None, subject: str) -> CalmError | None:
    """The same no as the gathering's, told from the sign-off alone."""
    who = subject.partition(" ")[2]
    if signed is None:
        return CalmError("paper.not_signed_off", who=who)
    if kind is not DocumentKind.INDIVIDUAL_RECORD and signed.valid_until is None:
        return CalmError("paper.no_authority", who=who)
    return None


def _mend(course: CourseId, no: CalmError | None, focus: EnrolmentId | None = None) -> Place | None:
    return None if no is None else Place(page="course", record=course, step=_MENDED_IN[no.code], focus=focus)


def _is_current(view: Reading, issued: Sequence[Document], signed: SignOff | None) -> bool | None:
    """The seal of a personal paper is that of the signed record; nothing else needs to be gathered for it."""
    if not issued or signed is None:
        return None
    amended = [each.version for each in view.all(Amendment, sign_off=signed.id)]
    return (issued[-1].short_code, issued[-1].version) == (signed.short_code, max([signed.version, *amended]))


def _ink(signed: Sequence[SignOff]) -> Ink:
    held = [each.ink_copy_held_at.strip() for each in signed if each.ink_copy_held_at.strip()]
    waiting = sum(1 for each in signed if each.trainee_signature is TraineeSignature.INK_LATER)
    return Ink(waiting=waiting, held=len(held), places=tuple(dict.fromkeys(held)))
