"""What the authoriser of a TNA declares, with name, role, signature and date (R43)."""

from collections.abc import Callable

from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.sheet import ROW, Sheet, draw_line
from calm_instructor.exchange.paper.signing import draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.tna_facts import TnaSummary
from calm_instructor.exchange.paper.wrapping import Lines, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_needs as own

_HEIGHT = 30.0
_LINE, _LINES = 3.7, 3


def authorisation_height(tna: TnaSummary) -> float:
    """How high it is, in mm."""
    return _HEIGHT + _LINE * max(0, len(_declared(tna)) - _LINES)


def _declared(tna: TnaSummary) -> Lines:
    return wrapped(words.say(own.I_AUTHORISE if tna.needed else own.I_CONFIRM_NO_NEED, service=tna.service), 84, 8.5)


def draw_authorisation(sheet: Sheet, tna: TnaSummary, turn: Callable[[], None]) -> None:
    """What the authoriser declares, with name, role, signature and date (R43)."""
    press = sheet.press
    lines = _declared(tna)
    if not sheet.room(authorisation_height(tna)):
        turn()
    sheet.heading(words.say(own.AUTHORISATION), above=5.6)
    press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
    top = sheet.y
    with press.tagged("P"):
        for index, line in enumerate(lines):
            draw_line(press, sheet.left, top + 4 + _LINE * index, line, 8.5)
    foot = top + 18 + _LINE * max(0, len(lines) - _LINES)
    signer = tna.authoriser
    if signer.name:
        with press.tagged("P"):
            name = fit(signer.name, 82, 9, 7.5, bold=True)
            places = [(sheet.left, foot - 0.2 + 3 * index, part) for index, part in enumerate(name.lines)]
            press.lines(places, name.size, bold=True, whole=signer.name)
        with press.tagged("P"):
            low = foot + 3.4 + 3 * (len(name.lines) - 1)
            role = fit(signer.role, 84, 8, 6.5)
            places = [(sheet.left, low + 3 * index, part) for index, part in enumerate(role.lines)]
            press.lines(places, role.size, whole=signer.role)
        sheet.y = low + 3 * (len(role.lines) - 1) + 1
    else:
        draw_date_line(press, sheet.left, foot, 80, caption=words.say(own.NAME_AND_ROLE))
        sheet.y = foot + 4
    draw_signature_line(press, sheet.left + 90, foot, 86, signer, date_width=26, clear=13)
