"""The attendance summary: people down, sessions across, then what was missed and made good (R16, R41, R51).

Upright for up to four sessions, lying beyond; more than eight follow in tables of their own. Shows what the register says and
derives nothing.
"""

from collections.abc import Callable, Iterator, Sequence

from calm_instructor.exchange.paper.attendance_cells import drawn_entry, drawn_name, note_of
from calm_instructor.exchange.paper.attendance_facts import AttendanceSummary, Attendee, Gap, SessionHeld
from calm_instructor.exchange.paper.authority import instructors_fact, overrides_text
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import Sheet, about
from calm_instructor.exchange.paper.signing import draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.table import DENSE, Cell, Column, Table
from calm_instructor.exchange.paper.wrapping import Piece
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_attendance as own
from calm_instructor.messages.showing import day

__all__ = ["AttendanceSummary", "print_attendance_summary"]

_MOST_UPRIGHT, _MOST_LYING = 4, 8
_SIGNING = 16.0
_SECTION = 12.0  # one of a single line
_WIDEST = 32.0  # of a session's column

Row = Sequence[Cell]


def print_attendance_summary(summary: AttendanceSummary) -> bytes:
    """The summary as PDF."""
    title = words.say(own.ATTENDANCE_SUMMARY)
    lying = len(summary.sessions) > _MOST_UPRIGHT
    return printed(lambda press: _lay(press, summary, title, lying), about(summary.imprint, title), lying)


def _lay(press: Press, summary: AttendanceSummary, title: str, lying: bool) -> None:
    sheet = Sheet(press, summary.imprint, title, lying, names_technique=False)
    subtitle = words.say(own.SUBTITLE)

    def turn() -> None:
        sheet.new_page(subtitle)
        sheet.y += 3

    sheet.new_page(subtitle)
    _facts(sheet, summary)
    _table(sheet, turn, words.say(own.SESSIONS), _session_columns(sheet), list(map(_session, summary.sessions)))
    for across in _parts(len(summary.sessions)):
        columns = _people_columns(sheet, summary.sessions[across])
        rows = [_person(each, columns, across) for each in summary.people]
        _table(sheet, turn, words.say(own.WHO_WAS_HERE), columns, rows, note=words.say(own.IN_MINUTES))
    if summary.gaps:
        columns = _gap_columns(sheet)
        rows = [row for gap in summary.gaps for row in _gap(gap, columns)]
        note = words.say(own.TOLERANCE, minutes=summary.tolerated)
        after = 0.0 if summary.overrides else _SIGNING
        _table(sheet, turn, words.say(own.MISSED_AND_MADE_GOOD), columns, rows, note, after)
    else:
        if not sheet.room(_SECTION + _SIGNING):
            turn()
        sheet.section(words.say(own.MISSED_AND_MADE_GOOD), words.say(own.NOTHING_MISSED), turn)
    if summary.overrides:
        sheet.section(words.say(words.OVERRIDES), overrides_text(summary.overrides), turn)
    _sign(sheet, summary, turn)
    sheet.end()


def _parts(sessions: int) -> Iterator[slice]:
    """Which sessions stand side by side: as few tables as there can be, about as many in each."""
    tables = -(-sessions // _MOST_LYING)
    for number in range(tables):
        yield slice(sessions * number // tables, sessions * (number + 1) // tables)


def _facts(sheet: Sheet, summary: AttendanceSummary) -> None:
    days = sorted({each.day for each in summary.sessions})
    gone = sum(1 for each in summary.people if each.withdrawn)
    kept = sum(1 for each in summary.sessions if each.kept)
    course = [
        Fact(words.say(words.COURSE), words.course_kind(summary.kind, summary.tier), 5),
        Fact(words.dates_label(len(days)), words.days(days), 3),
        Fact(words.say(words.VENUE), summary.venue, 4),
    ]
    counts = [
        Fact(words.say(own.TAUGHT_MINUTES), words.minutes(summary.taught.given, summary.taught.planned), 3),
        Fact(words.say(own.REGISTER_KEPT), own.sessions_kept(kept, len(summary.sessions)), 3),
        Fact(words.say(own.PEOPLE), own.people(len(summary.people) - gone, gone), 3),
        Fact(words.say(own.TO_MAKE_GOOD), own.owing(sum(1 for each in summary.people if each.owes)), 3),
    ]
    leads = instructors_fact((summary.lead, *summary.assisting), 6 if sheet.lying else 12)
    sheet.facts([[*course, leads], counts] if sheet.lying else [course, counts, [leads]])


def _table(
    sheet: Sheet,
    turn: Callable[[], None],
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    note: str = "",
    after: float = 0,
) -> None:
    """A table under its heading, begun on the next page where its first rows have no room."""

    def again() -> None:
        turn()
        sheet.heading(title, words.say(own.CONTINUED), above=3.5)

    table = Table(sheet, columns, again, DENSE)
    if not sheet.room(8.5 + table.height(rows[:2])):
        turn()
    sheet.heading(title, note, above=6.5)
    table.draw(rows, after)


# ── the sessions ────────────────────────────────────────────────────────────────────────────────────────────────────


def _session_columns(sheet: Sheet) -> list[Column]:
    more = (sheet.width - 176) / 2
    return [
        Column(words.say(words.NUMBER), 8, 1),
        Column(words.say(own.WHEN), 41),
        Column(words.say(own.WHAT), 37 + more),
        Column(words.say(own.TAUGHT), 21),
        Column(words.say(own.HERE), 10, 1),
        Column(words.say(own.ABSENT), 14, 1),
        Column(words.say(own.BRIEFED), 45 + more),
    ]


def _session(session: SessionHeld) -> Row:
    briefed = words.NOTHING
    if session.briefed_at is not None:
        briefed = own.briefed(session.briefed_by, session.briefed_at)
    elif session.wants_briefing:
        briefed = words.say(own.NO_BRIEFING)
    return (
        str(session.number),
        own.when(session.day, session.starts, session.ends),
        session.about or words.NOTHING,
        words.minutes(session.taught.given, session.taught.planned),
        str(session.here) if session.kept else words.NOTHING,
        str(session.absent) if session.kept else words.NOTHING,
        briefed,
    )


# ── who was here ────────────────────────────────────────────────────────────────────────────────────────────────────


def _people_columns(sheet: Sheet, sessions: Sequence[SessionHeld]) -> list[Column]:
    number, staff, total = 8.0, 14.0, 12.0
    room = sheet.width - number - staff - 3 * total
    each = min(_WIDEST, (room - (50 if sheet.lying else 40)) / len(sessions))
    name = room - each * len(sessions)
    return [
        Column(words.say(words.NUMBER), number, 1),
        Column(words.say(own.NAME), name, names_row=True),
        Column(words.say(own.STAFF_NO), staff),
        *(Column(own.session_on(session.number, session.day), each, ruled=True) for session in sessions),
        Column(words.say(own.HERE), total, 1, ruled=True),
        Column(words.say(own.MADE_GOOD), total, 1),
        Column(words.say(own.STILL_MISSED), total, 1),
    ]


def _person(person: Attendee, columns: Sequence[Column], across: slice) -> Row:
    missed = words.NOTHING if person.missed is None else str(person.missed)
    entries = person.entries[across]
    return (
        str(person.bib),
        drawn_name(person.name, columns[1].width, note_of(person)),
        person.staff_number or words.NOTHING,
        *(drawn_entry(entry, column.width) for entry, column in zip(entries, columns[3:-3], strict=True)),
        str(person.here),
        str(person.made_good) if person.made_good else words.NOTHING,
        [Piece(missed, bold=person.owes)],
    )


# ── missed and made good ────────────────────────────────────────────────────────────────────────────────────────────


def _gap_columns(sheet: Sheet) -> list[Column]:
    more = (sheet.width - 176) / 3
    return [
        Column(words.say(words.NUMBER), 8, 1),
        Column(words.say(own.NAME), 40, names_row=True),
        Column(words.say(own.MISSED), 36 + more),
        Column(words.say(own.ON), 20),
        Column(words.say(own.MINUTES), 8, 1),
        Column(words.say(own.CONTENT), 39 + more),
        Column(words.say(own.BY), 25 + more),
    ]


def _gap(gap: Gap, columns: Sequence[Column]) -> Iterator[Row]:
    """A line for each time something was made good, and one for what is not; the person is named on the first."""
    missed = own.missed_whole(gap.session, gap.minutes) if gap.whole else own.missed(gap.session, gap.minutes)
    parts = () if gap.whole else gap.parts
    who: list[Cell] = [str(gap.bib), drawn_name(gap.name, columns[1].width), "; ".join((missed, *parts))]
    for each in gap.made_good:
        yield (*who, words.kept(day(each.day)), str(each.minutes), each.content, each.by)
        who = ["", "", ""]
    if gap.still or gap.still_parts:
        said = words.say(own.NOT_MADE_GOOD) if gap.owes else words.say(own.MAY_BE_MISSED)
        if gap.made_good:
            said = "; ".join((own.still(gap.still, said), *gap.still_parts))
        yield (*who, words.NOTHING, words.NOTHING, [Piece(said, bold=gap.owes)], words.NOTHING)


def _sign(sheet: Sheet, summary: AttendanceSummary, turn: Callable[[], None]) -> None:
    if not sheet.room(_SIGNING):
        turn()
    sheet.y += 13
    said = own.declared(summary.lead.name)
    draw_signature_line(sheet.press, sheet.left, sheet.y, 124, Signature(""), caption=said)
    draw_date_line(sheet.press, sheet.left + 130, sheet.y, 26)
