"""The cells of the attendance summary that are more than a text: a name with what stands under it, somebody in a session.

Who was there throughout takes one line, so that what is out of the ordinary stands out by being bold and longer.
"""

from calm_instructor.exchange.paper.attendance_facts import Attendee, Entry, State
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.table import DENSE, INSET, Cell, Drawn
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_attendance as own

_LINE = DENSE.line
_TO_FOOT = 1.05  # from the middle of a line to its foot
_STATES = {State.PRESENT: own.IS_PRESENT, State.ABSENT: own.IS_ABSENT, State.NO_ENTRY: own.NO_ENTRY}
_BETWEEN = 1.5  # of a word and the minutes beside it
_SIZE, _SMALLEST = DENSE.size, 6.5


def drawn_name(name: str, width: float, note: str = "") -> Drawn:
    """A name in bold, whole; a note under it."""
    named = fit(name, width - 2 * INSET, _SIZE, 7, bold=True)
    noted = fit(note, width - 2 * INSET, 7, _SMALLEST) if note else Fitted(7, ())

    def draw(press: Press, x: float, y: float) -> None:
        places = [(x, y + _TO_FOOT + _LINE * index, line) for index, line in enumerate(named.lines)]
        crowded = len(named.lines) + len(noted.lines) == 1  # the rest of the row stands on this line
        press.lines(places, named.size, bold=True, whole=name, crowded=crowded)
        for index, line in enumerate(noted.lines, start=len(named.lines)):
            press.text(x, y + _TO_FOOT + _LINE * index, line, noted.size)

    return Drawn(draw, _high(len(named.lines) + len(noted.lines)))


def note_of(person: Attendee) -> str:
    """What stands under a name: withdrawn, or as what somebody comes who isn’t on the mat."""
    if person.withdrawn is not None:
        return own.withdrawn_on(person.withdrawn)
    return person.beside


def drawn_entry(entry: Entry | None, width: float) -> Cell:
    """What the register says, and the minutes at the right: beside it, or beside its last line where that has room."""
    if entry is None:
        return words.NOTHING
    room = width - 2 * INSET
    said, bold = _said(entry)
    size = min(fit(each, room, _SIZE, _SMALLEST, bold).size for each in said)
    lines = [line for each in said for line in fit(each, room, size, size, bold).lines]
    minutes = str(entry.minutes)
    beside = text_width(lines[-1], size, bold) + _BETWEEN + text_width(minutes, _SIZE) <= room
    count = len(lines) + (0 if beside else 1)

    def draw(press: Press, x: float, y: float) -> None:
        for index, line in enumerate(lines):
            press.text(x, y + _TO_FOOT + _LINE * index, line, size, bold=bold)
        press.text(x + room, y + _TO_FOOT + _LINE * (count - 1), minutes, _SIZE, align=1)

    return Drawn(draw, _high(count))


def _said(entry: Entry) -> tuple[list[str], bool]:
    """The words of an entry, and whether they are out of the ordinary."""
    said = [own.late_by(entry.late_by)] if entry.late_by is not None else []
    if entry.left_at is not None:
        said.append(own.left_at(entry.left_at))
    return (said, True) if said else ([words.say(_STATES[entry.state])], entry.state is not State.PRESENT)


def _high(lines: int) -> float:
    return DENSE.above + DENSE.below + _LINE * (lines - 1)
