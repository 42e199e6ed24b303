"""Every kind of paper: how it is gathered, how it is printed, and how its sheets are numbered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.exchange.paper.attendance_summary import AttendanceSummary, print_attendance_summary
from calm_instructor.exchange.paper.blank_assessment import BlankAssessment, print_blank_assessment
from calm_instructor.exchange.paper.blank_register import BlankRegister, print_blank_register
from calm_instructor.exchange.paper.certificate import Certificate, print_certificate, print_in_house_record
from calm_instructor.exchange.paper.course_notice import CourseNotice, print_course_notice
from calm_instructor.exchange.paper.course_plan import CoursePlan, print_course_plan
from calm_instructor.exchange.paper.individual_record import IndividualRecord, print_individual_record
from calm_instructor.exchange.paper.joining_letter import JoiningLetter, print_joining_letter
from calm_instructor.exchange.paper.sign_off_sheet import SignOffSheet, print_sign_off_sheet
from calm_instructor.exchange.paper.tna_summary import TnaSummary, print_tna_summary
from calm_instructor.operations.gathering.attendance_summary import gather_attendance_summary
from calm_instructor.operations.gathering.before import gather_course_notice, gather_joining_letter
from calm_instructor.operations.gathering.blank_assessment import gather_blank_assessment
from calm_instructor.operations.gathering.blank_register import gather_blank_register
from calm_instructor.operations.gathering.certificate import gather_certificate, gather_in_house_record
from calm_instructor.operations.gathering.course_plan import gather_course_plan
from calm_instructor.operations.gathering.individual_record import gather_individual_record
from calm_instructor.operations.gathering.sign_off_sheet import gather_sign_off_sheet
from calm_instructor.operations.gathering.tna_summary import gather_tna_summary
from calm_instructor.store.reading import Reading

Sheet = (
    TnaSummary
    | CoursePlan
    | CourseNotice
    | JoiningLetter
    | BlankRegister
    | BlankAssessment
    | AttendanceSummary
    | SignOffSheet
    | IndividualRecord
    | Certificate
)
"""What a paper says."""


@dataclass(frozen=True, kw_only=True)
class Trade:
    """How one kind of paper is made. ``gather`` takes the id of a TNA, a course, or (``personal``) a place on a course.

    letter: of the sheet's number; running: numbers run over all papers of the store instead of naming the course;
    sheet: which sheet of the course it is, None where there is one for all.
    """

    letter: str
    gather: Callable[[Reading, Any, datetime], Sheet]
    press: Callable[[Any], bytes]
    running: bool = False
    sheet: int | None = 1
    personal: bool = False


TRADES: Mapping[DocumentKind, Trade] = {
    DocumentKind.TNA_SUMMARY: Trade(letter="T", gather=gather_tna_summary, press=print_tna_summary, running=True),
    DocumentKind.COURSE_PLAN: Trade(letter="P", gather=gather_course_plan, press=print_course_plan, sheet=None),
    DocumentKind.COURSE_NOTICE: Trade(letter="N", gather=gather_course_notice, press=print_course_notice, sheet=None),
    DocumentKind.JOINING_LETTER: Trade(
        letter="J", gather=gather_joining_letter, press=print_joining_letter, sheet=None
    ),
    DocumentKind.BLANK_REGISTER: Trade(letter="R", gather=gather_blank_register, press=print_blank_register),
    DocumentKind.BLANK_ASSESSMENT: Trade(letter="A", gather=gather_blank_assessment, press=print_blank_assessment),
    DocumentKind.ATTENDANCE_SUMMARY: Trade(
        letter="L", gather=gather_attendance_summary, press=print_attendance_summary, sheet=None
    ),
    DocumentKind.SIGN_OFF_SHEET: Trade(letter="S", gather=gather_sign_off_sheet, press=print_sign_off_sheet),
    DocumentKind.INDIVIDUAL_RECORD: Trade(
        letter="S", gather=gather_individual_record, press=print_individual_record, personal=True
    ),
    DocumentKind.IN_HOUSE_RECORD: Trade(
        letter="H", gather=gather_in_house_record, press=print_in_house_record, running=True, personal=True
    ),
    DocumentKind.CERTIFICATE: Trade(
        letter="C", gather=gather_certificate, press=print_certificate, running=True, personal=True
    ),
}
