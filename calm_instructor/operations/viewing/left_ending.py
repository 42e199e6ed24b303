"""What is left at the end of a course: signatures, papers, closing, sending."""

from collections.abc import Iterator
from datetime import date

from calm_instructor.domain.closing import case_objections, closing_objections
from calm_instructor.domain.course import CourseState
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.outcomes import needs_action_plan, signing_objections
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.domain.sign_off import Document, DocumentKind, SentPackage
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import left as words
from calm_instructor.operations.viewing.course_file import CourseFile
from calm_instructor.operations.viewing.left_line import has_begun, is_over, line, of_person
from calm_instructor.operations.viewing.places import Left
from calm_instructor.store.reading import Reading


def sign_off_lines(file: CourseFile, on: date) -> Iterator[Left]:
    """R1, R15, R19, R20, R29, R48: who is not signed off, ink not held, action plans to write."""
    if not (has_begun(file, on) and is_over(file, on)):
        return
    for place in file.physical:
        signed = file.signed.get(place.id)
        if signed is None:
            stops = [words.of_person(no) for no in signing_objections(file.case(place))]
            lamp = Lamp.STOP if stops else Lamp.TODO
            yield of_person(file, "sign_off", lamp, place, stops or [_(words.TO_SIGN)], words.SIGN)
            continue
        missing = [
            words.of_person(no) for no in case_objections(file.case(place), (), signed) if no.code == "R29.ink_not_held"
        ]
        if needs_action_plan(signed.result) and place.id not in file.plans:
            missing.append(_(words.ACTION_PLAN))
        if missing:
            yield of_person(file, "sign_off", Lamp.TODO, place, missing, words.RECORD)


_BLANKS = (DocumentKind.BLANK_REGISTER, DocumentKind.BLANK_ASSESSMENT)


def document_lines(view: Reading, file: CourseFile) -> Iterator[Left]:
    """The blank sheets before the day, the sheet and each person's papers once everybody is signed off."""
    course = file.course
    issued = view.all(Document, course=course.id)
    kinds = {each.kind for each in issued}
    if course.state is CourseState.READY and is_physical(course.kind):
        for kind in _BLANKS:
            if kind not in kinds:
                yield line(file, "documents", Lamp.TODO, (label(kind), _(words.NOT_PRINTED)), kind.value, words.PRINT)
    if not file.signed or len(file.signed) < len(file.physical):
        return
    if DocumentKind.SIGN_OFF_SHEET not in kinds:
        sheet = DocumentKind.SIGN_OFF_SHEET
        yield line(file, "documents", Lamp.TODO, (label(sheet), _(words.NOT_PRINTED)), sheet.value, words.PRINT)
    last = DocumentKind.IN_HOUSE_RECORD if is_generic(file.techniques) else DocumentKind.CERTIFICATE
    with_authority = {id for id, signed in file.signed.items() if signed.valid_until is not None}
    for kind, whose in ((DocumentKind.INDIVIDUAL_RECORD, set(file.signed)), (last, with_authority)):
        printed = len({each.enrolment for each in issued if each.kind is kind} & whose)
        if printed < len(whose):
            detail = _(words.PRINTED_OF).format(printed=printed, count=len(whose))
            yield line(file, "documents", Lamp.TODO, (label(kind), detail), kind.value, words.PRINT)


def close_lines(view: Reading, file: CourseFile, on: date) -> Iterator[Left]:
    """R29 to R31: closing, sending, and the receipt. Open items of people stand in the steps that mend them."""
    course = file.course
    if course.state is CourseState.CLOSED and course.closed_at is not None:
        sent = [each for each in view.all(SentPackage, course=course.id) if each.written_at >= course.closed_at]
        if not sent:
            detail = _(words.CLOSED_ON).format(day=day(course.closed_at.date()))
            yield line(file, "close", Lamp.TODO, (_(words.SEND), detail), "send", words.SEND_VERB)
        elif sent[-1].received_at is None:
            detail = _(words.WRITTEN_ON).format(day=day(sent[-1].written_at.date()))
            yield line(file, "close", Lamp.INFO, (_(words.NO_RECEIPT), detail), "receipt", words.OPEN)
        return
    if not (has_begun(file, on) and is_over(file, on)):
        return
    for no in closing_objections(course, on, file.numbers):
        lamp = Lamp.TODO if no.code == "R29.not_over" else Lamp.WARN
        yield line(file, "close", lamp, words.told(no), "close", words.CLOSE)
    if on >= course.ends_on:
        open_ones = sum(
            any(True for _no in case_objections(file.case(place), file.sessions, file.signed.get(place.id)))
            for place in file.places
        )
        detail = words.open_of_people(open_ones) if open_ones else _(words.NOTHING_OPEN)
        yield line(file, "close", Lamp.TODO, (_(words.CLOSE_COURSE), detail), "close", words.CLOSE)
