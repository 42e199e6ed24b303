"""Every paper in an ordinary and an awkward shape, by name: how it is printed, and whose names must be found on it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Any

from calm_instructor.exchange.paper.attendance_summary import print_attendance_summary
from calm_instructor.exchange.paper.blank_assessment import print_blank_assessment
from calm_instructor.exchange.paper.blank_register import print_blank_register
from calm_instructor.exchange.paper.certificate import print_certificate, print_in_house_record
from calm_instructor.exchange.paper.course_notice import print_course_notice
from calm_instructor.exchange.paper.course_plan import print_course_plan
from calm_instructor.exchange.paper.facts import Outcome, Signature
from calm_instructor.exchange.paper.individual_record import print_individual_record
from calm_instructor.exchange.paper.joining_letter import print_joining_letter
from calm_instructor.exchange.paper.sign_off_sheet import print_sign_off_sheet
from calm_instructor.exchange.paper.tna_summary import print_tna_summary
from tests.exchange.paper import attendance_sheets, sheets


@dataclass(frozen=True)
class Paper:
    """A paper to try: how to print it, how many pages, and the texts that must come back from it."""

    print: partial[bytes]
    pages: int
    texts: tuple[str, ...]
    generic: bool = True


def _people(count: int) -> tuple[str, ...]:
    return (*sheets.NAMES[:count], *(sheets.staff_number(index) for index in range(count)))


def _set(count: int) -> tuple[str, ...]:
    return tuple(technique.name for technique in sheets.TECHNIQUES[:count])


def _sign_off(people: int, techniques: int, pages: int, **changes: Any) -> Paper:
    sheet = replace(sheets.sign_off_sheet(people, techniques), **changes)
    return Paper(partial(print_sign_off_sheet, sheet), pages, (*_people(people), *_set(techniques)))


def _record(name: str, techniques: int, pages: int, outcome: Outcome = Outcome.COMPETENT, **changes: Any) -> Paper:
    more = 40 if changes.pop("many", False) else 1
    record = replace(sheets.individual_record(name, techniques, outcome, more), **changes)
    return Paper(partial(print_individual_record, record), pages, (name, "010427", *_set(techniques)))


def _in_house(name: str, techniques: int, **changes: Any) -> Paper:
    record = replace(sheets.certificate(name, techniques), **changes)
    return Paper(partial(print_in_house_record, record), 1, (name, "010418", *_set(techniques)))


def _tna(risks: int, left_out: int, pages: int, needed: bool = True, **changes: Any) -> Paper:
    tna = replace(sheets.tna_summary(risks, left_out, needed), **changes)
    names = tuple(each.technique.name for each in tna.left_out)
    return Paper(partial(print_tna_summary, tna), pages, ("Ashgrove House", *names, "Leg or ankle"))


def _attendance(people: int, sessions: int, pages: int, **changes: Any) -> Paper:
    summary = replace(attendance_sheets.attendance_summary(people, sessions), **changes)
    return Paper(partial(print_attendance_summary, summary), pages, _people(people), generic=False)


_NOBODY = Signature("")
_ISSUED = replace(
    sheets.certificate(sheets.NAMES[0], 6),
    imprint=replace(sheets.IMPRINT, generic=False, reprint=sheets.REPRINT),
    lead_signature=sheets.ON_SCREEN,
)
_AWAY = "Ashgrove House, the old chapel training room on the second floor, Kirkintilloch Road, Bishopbriggs"

PAPERS: dict[str, Paper] = {
    "sign-off 24 x 12": _sign_off(24, 12, 2),
    "sign-off 13 x 8": _sign_off(13, 8, 2, overrides=sheets.OVERRIDES),
    "sign-off 12 x 6, overrides on a page of their own": _sign_off(12, 6, 2, overrides=sheets.OVERRIDES * 4),
    "sign-off 1 x 1": _sign_off(1, 1, 1, assisting=(), venue=_AWAY, injuries=0),
    "record, competent": _record(sheets.LONG, 6, 2, limits=("hair, seated only",)),
    "record, Arabic, not yet": _record(sheets.ARABIC, 6, 2, Outcome.NOT_YET_COMPETENT),
    "record, Chinese, not completed, many attempts": _record(
        sheets.CHINESE, 8, 5, Outcome.NOT_COMPLETED, many=True, disagreement="I think the second try was right."
    ),
    "record, 12 techniques, overrides": _record(sheets.UNBROKEN, 12, 3, overrides=sheets.OVERRIDES),
    "record, bare": _record(
        "Suharto", 1, 2, employer="", role="", site="", privacy_notice="", need=None, manager=_NOBODY
    ),
    "in-house record": _in_house(sheets.NAMES[2], 6),
    "in-house record, 12": _in_house(sheets.LONG, 12, overrides=sheets.OVERRIDES, limits=("hair, seated only",)),
    "in-house record, Hebrew": _in_house(sheets.HEBREW, 1),
    "certificate": Paper(partial(print_certificate, _ISSUED), 1, (sheets.NAMES[0], *_set(6)), generic=False),
    "TNA": _tna(5, 8, 2),
    "TNA, eight risks": _tna(8, 25, 2),
    "TNA, no need": _tna(0, 0, 2, needed=False, authoriser=_NOBODY, compared=None, factors=()),
    "TNA, much": _tna(15, 25, 3, overrides=sheets.OVERRIDES),
    "plan, one day": Paper(partial(print_course_plan, sheets.course_plan(1, 6)), 1, _set(6)),
    "plan, three days": Paper(
        partial(print_course_plan, replace(sheets.course_plan(3, 12), overrides=sheets.OVERRIDES)), 3, _set(12)
    ),
    "notice": Paper(partial(print_course_notice, sheets.course_notice(2, 6)), 1, (sheets.LEAD.name, *_set(6))),
    "notice, five days, twelve techniques": Paper(
        partial(print_course_notice, replace(sheets.course_notice(5, 12), told=date(2026, 10, 1), venue=_AWAY)),
        1,
        _set(12),
    ),
    "notice, of theory": Paper(
        partial(
            print_course_notice,
            replace(sheets.course_notice(1, 0), physical=False, imprint=replace(sheets.IMPRINT, generic=False)),
        ),
        1,
        ("Ashgrove House",),
        generic=False,
    ),
    "letter": Paper(partial(print_joining_letter, sheets.joining_letter(2)), 1, (sheets.LEAD.name,), generic=False),
    "letter, six days, long names": Paper(
        partial(print_joining_letter, replace(sheets.joining_letter(6), lead=replace(sheets.LEAD, name=sheets.LONG))),
        1,
        (sheets.LONG,),
        generic=False,
    ),
    "letter, twenty days, on two pages": Paper(
        partial(print_joining_letter, sheets.joining_letter(20)),
        2,
        (sheets.LEAD.name, "Ashgrove House, training room and garden hall", "Anyone may stop at any time"),
        generic=False,
    ),
    "register": Paper(partial(print_blank_register, sheets.blank_register(12, 1)), 1, _people(12), generic=False),
    "register, 24, two days": Paper(
        partial(print_blank_register, sheets.blank_register(24, 2)), 4, _people(24), generic=False
    ),
    "attendance 12 x 2": _attendance(12, 2, 1),
    "attendance 24 x 4": _attendance(24, 4, 2),
    "attendance 24 x 6, lying, overrides": _attendance(24, 6, 3, overrides=sheets.OVERRIDES),
    "attendance 8 x 10, in two tables": _attendance(8, 10, 2),
    "attendance 1 x 1, a general list": _attendance(1, 1, 1, imprint=sheets.IMPRINT),
    "assessment 12 x 6": Paper(
        partial(print_blank_assessment, sheets.blank_assessment(12, 6)), 2, (*_people(12), *_set(6))
    ),
    "assessment 13 x 8": Paper(
        partial(print_blank_assessment, sheets.blank_assessment(13, 8)), 6, (*_people(13), *_set(8))
    ),
}


@cache
def printed(name: str) -> bytes:
    """A paper's file, printed once per test run."""
    return PAPERS[name].print()
