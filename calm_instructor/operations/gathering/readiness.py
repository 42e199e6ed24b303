"""What a paper of a course must have to show anything: lines for people, columns for techniques, days to sign in on."""

from collections.abc import Iterator

from calm_instructor.domain.attendance import Attendance, Part
from calm_instructor.domain.course import Course, CourseTechnique, Session
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.store.reading import Reading

_WITH_DAYS = frozenset({DocumentKind.COURSE_NOTICE, DocumentKind.JOINING_LETTER})
_WITH_MARKS = frozenset({DocumentKind.BLANK_ASSESSMENT, DocumentKind.SIGN_OFF_SHEET})


def lacking(view: Reading, kind: DocumentKind, course: CourseId) -> CalmError | None:
    """Why a paper of a course would be empty: CalmError "paper.nobody_yet", "paper.no_set_yet", "paper.no_plan_yet" or
    "paper.no_register_yet".
    """
    return next(_lacking(view, kind, course), None)


def _lacking(view: Reading, kind: DocumentKind, course: CourseId) -> Iterator[CalmError]:
    if kind in _WITH_DAYS and not view.count(Session, course=course):
        yield CalmError("paper.no_plan_yet", who=_ref(view, course))
    elif kind is DocumentKind.BLANK_REGISTER:
        if not view.count(Session, course=course):
            yield CalmError("paper.no_plan_yet", who=_ref(view, course))
        if not enrolled(view, course):
            yield CalmError("paper.nobody_yet", who=_ref(view, course))
    elif kind is DocumentKind.ATTENDANCE_SUMMARY:
        sessions = frozenset(each.id for each in view.all(Session, course=course))
        if not view.count(Attendance, session=sessions):
            yield CalmError("paper.no_register_yet", who=_ref(view, course))
    elif kind in _WITH_MARKS:
        if not view.count(CourseTechnique, course=course):
            yield CalmError("paper.no_set_yet", who=_ref(view, course))
        if not any(each.part is Part.PHYSICAL for each in enrolled(view, course)):
            yield CalmError("paper.nobody_yet", who=_ref(view, course))


def _ref(view: Reading, course: CourseId) -> str:
    return view.get(Course, course).ref
