"""The TNA summary: first what the authoriser reads and signs, then the evidence.

A TNA that finds no legitimate need is a result like any other and prints the same way (R40). What it shows stands in
``tna_facts``.
"""

from collections.abc import Callable

from calm_instructor.exchange.paper.authority import overrides_text
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Technique
from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import ROW, Sheet, about, draw_line, height_of
from calm_instructor.exchange.paper.signing import draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.table import CLOSE, Cell, Column, Table
from calm_instructor.exchange.paper.tna_evidence import draw_evidence
from calm_instructor.exchange.paper.tna_facts import (
    Chosen,
    Compared,
    HoldCounted,
    LeftOut,
    NoteAnswer,
    NoteAnswered,
    Part,
    Risk,
    StaffGroup,
    TnaSummary,
)
from calm_instructor.exchange.paper.wrapping import Piece, pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_needs as own
from calm_instructor.messages.showing import day, month

__all__ = [
    "Chosen",
    "Compared",
    "HoldCounted",
    "LeftOut",
    "NoteAnswer",
    "NoteAnswered",
    "Part",
    "Risk",
    "StaffGroup",
    "TnaSummary",
    "print_tna_summary",
]

_AUTHORISATION = 30.0  # height of what the authoriser signs


def print_tna_summary(tna: TnaSummary) -> bytes:
    """The summary as PDF."""
    title = words.say(words.NEED)
    return printed(lambda press: _lay(press, tna, title), about(tna.imprint, title))


def _lay(press: Press, tna: TnaSummary, title: str) -> None:
    sheet = Sheet(press, tna.imprint, title, stretches=True)

    def turn() -> None:
        sheet.new_page(words.say(own.TNA_CHOICE_PAGE))
        sheet.y += 3

    sheet.new_page(words.say(own.TNA_CHOICE_PAGE))
    _facts(sheet, tna)
    _need(sheet, tna)
    if tna.risks:
        _Risks(sheet, tna).draw(turn)
    if tna.left_out:
        _left_out(sheet, tna, turn)
    if tna.compared:
        if not sheet.room(6):
            turn()
        sheet.y += 1.5
        sheet.paragraph(_compared(tna.compared), 8.5, 11.6)
    if tna.overrides:
        sheet.section(words.say(words.OVERRIDES), overrides_text(tna.overrides), turn)
    _authorisation(sheet, tna, turn)
    draw_evidence(sheet, tna)
    sheet.end()


def _facts(sheet: Sheet, tna: TnaSummary) -> None:
    window = words.say(own.FROM_TO, first=month(tna.first_month), last=month(tna.last_month))
    revision = str(tna.imprint.revision)
    if tna.replaces is not None:
        revision = words.say(own.REPLACES, revision=revision, earlier=tna.replaces)
    sheet.facts(
        [
            [
                Fact(words.say(own.SERVICE), ", ".join(p for p in (tna.service, tna.setting) if p), 4),
                Fact(words.say(words.REVISION), revision, 2),
                Fact(words.say(words.DATE), day(tna.day), 2),
                Fact(words.say(own.REVIEW_DUE), day(tna.review_due) if tna.review_due else "", 2),
                Fact(words.say(own.INCIDENTS_COUNTED), window, 2),
            ]
        ]
    )


def _need(sheet: Sheet, tna: TnaSummary) -> None:
    press, x, y = sheet.press, sheet.left, sheet.y + 4
    why = wrapped(tna.why, 104, 9)
    high = max(15.5, 6.5 + 4.1 * len(why))
    press.box(x, y, sheet.width, high, weight=1.2)
    with press.tagged("P"):
        press.text(x + 4, y + 4.7, words.say(own.IS_THERE_NEED), 7.5)
        press.text(x + 4, y + 11.6, words.say(own.YES_LIMITED if tna.needed else own.NO_NEED), 16, bold=True)
    with press.tagged("P"):
        for index, line in enumerate(why):
            draw_line(press, x + 66, y + (high - 4.1 * len(why)) / 2 + 3.1 + 4.1 * index, line, 9)
    sheet.y = y + high
    if not tna.needed:
        sheet.y += 1.5
        sheet.paragraph(words.say(own.NO_NEED_MEANS), 8.5, 11.6)


class _Risks:
    """The table of risks and what was chosen for each; a technique is explained once."""

    def __init__(self, sheet: Sheet, tna: TnaSummary) -> None:
        self.sheet, self.tna = sheet, tna
        self._told: dict[Chosen, int] = {}
        self._tried: dict[str, str] = {}

    def draw(self, turn: Callable[[], None]) -> None:
        tna, sheet = self.tna, self.sheet
        chosen = {c.technique.code for risk in tna.risks for c in risk.chosen}
        note = own.stands_on(len(chosen), tna.limit) if tna.needed else ""
        columns = [
            Column(words.say(own.RISK), 9),
            Column(words.say(own.HOLD_SITUATION), 36),
            Column(words.say(own.COUNT_SEVERITY), 24),
            Column(words.say(words.TECHNIQUE), 29),
            Column(words.say(own.WHY_THIS_ONE), 78),
        ]
        rows = [row for risk in tna.risks if not risk.ended_on for row in self._rows(risk)]
        if rows:
            sheet.heading(words.say(own.RISKS_AND_CHOICE if tna.needed else own.RISKS_ONLY), note)
            Table(sheet, columns, turn, CLOSE).draw(rows)
        said = [*_coverage(tna), *_ended(tna)]
        if said:
            text = pieces(" ".join(said))
            if not sheet.room(height_of(text, sheet.width, 8, 10.4) + 1):
                turn()
            sheet.y += 0.3
            sheet.paragraph(text, 8, 10.4)

    def _rows(self, risk: Risk) -> list[list[Cell]]:
        hold = [Piece(risk.hold)] + ([Piece(f"\n{risk.situation}")] if risk.situation else [])
        if risk.proposed_as_ended:
            hold += pieces("\n" + words.say(own.PROPOSED_AS_ENDED))
        count = pieces(words.say(own.COUNT_AND_SEVERITY), count=risk.count, severity=risk.severity)
        first: list[Cell] = [str(risk.number), hold, count]
        if not risk.chosen:
            return [[*first, words.NOTHING, words.say(own.NONE_CHOSEN)]]
        rows: list[list[Cell]] = []
        for each in risk.chosen:
            technique = [Piece(each.technique.code, bold=True), Piece(f" {each.technique.name}")]
            technique += [Piece(f" ({each.tier})")] if each.tier else []
            rows.append([*(first if not rows else [first[0], "", ""]), technique, self._why(each, risk.number)])
        return rows

    def _why(self, chosen: Chosen, risk: int) -> tuple[Piece, ...]:
        if chosen in self._told:
            return pieces(words.say(own.AS_FOR_RISK), risk=self._told[chosen])
        self._told[chosen] = risk
        parts = [Piece(words.sentence_of(chosen.why))] if chosen.why else []
        tried = words.sentence_of(chosen.tried_without_touch)
        before = self._tried.setdefault(tried, chosen.technique.code)
        if before != chosen.technique.code:
            tried = words.say(own.AS_FOR_TECHNIQUE, code=before)
        for template, value in (
            (own.TRIED_WITHOUT_TOUCH, tried),
            (own.HIGHER_TIER_BECAUSE, words.sentence_of(chosen.instead_of_lower)),
        ):
            if value:
                parts += ([Piece(" ")] if parts else []) + list(pieces(words.say(template), value=value))
        return tuple(parts)


def _coverage(tna: TnaSummary) -> list[str]:
    """Whether every current risk is covered (R6), and what is proposed for removal (R38)."""
    if not tna.needed:
        return []
    removed = [own.proposed_for_removal(f"{t.code} {t.name}", numbers) for t, numbers in _resting_on_ended(tna)]
    return [own.covered(tna.uncovered), *removed]


def _ended(tna: TnaSummary) -> list[str]:
    """The risks that ended, in a sentence; the situation is told only where another risk is of the same hold."""
    holds = [risk.hold for risk in tna.risks]
    ended = [
        own.ended_risk(r.number, r.hold, r.situation if holds.count(r.hold) > 1 else "", r.count, r.ended_on)
        for r in tna.risks
        if r.ended_on
    ]
    return [words.say(own.ENDED_RISKS, risks="; ".join(ended))] if ended else []


def _resting_on_ended(tna: TnaSummary) -> list[tuple[Technique, list[int]]]:
    """The techniques that rest only on risks that ended or are proposed as ended (R38), with these risks."""
    rests: dict[Technique, list[Risk]] = {}
    for risk in tna.risks:
        for chosen in risk.chosen:
            rests.setdefault(chosen.technique, []).append(risk)
    return [
        (technique, [risk.number for risk in risks])
        for technique, risks in rests.items()
        if all(risk.ended_on or risk.proposed_as_ended for risk in risks)
    ]


_MOST_BY_NAME = 5


def _left_out(sheet: Sheet, tna: TnaSummary, turn: Callable[[], None]) -> None:
    """Techniques left out: each reason with what it leaves out, a line between reasons. Many of one reason by code only."""
    by_reason: dict[str, list[Technique]] = {}
    for each in tna.left_out:
        by_reason.setdefault(each.why, []).append(each.technique)
    first = True
    for why, techniques in by_reason.items():
        many = len(techniques) > _MOST_BY_NAME
        named = [each.code if many else f"{each.code} {each.name}" for each in techniques]
        text = [
            Piece(f"{why.rstrip('.') or words.NOTHING}: ", bold=True),
            Piece((", " if many else "; ").join(named)),
        ]
        high = height_of(text, sheet.width, 8, 9.8)
        if not sheet.room(high + (7.6 if first else 1.8)):
            turn()
        if first:
            sheet.heading(words.say(own.LEFT_OUT), above=5.6, below=1.1)
        else:
            sheet.y += 1.4
            sheet.press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
            sheet.y += 0.3
        sheet.paragraph(text, 8, 9.8)
        first = False


def _compared(compared: Compared) -> tuple[Piece, ...]:
    return pieces(
        words.say(own.COMPARED),
        removed=", ".join(compared.removed) or words.say(words.NONE_LOWER),
        added=", ".join(compared.added) or words.say(words.NONE_LOWER),
        unchanged=compared.unchanged,
        revision=compared.revision,
    )


def _authorisation(sheet: Sheet, tna: TnaSummary, turn: Callable[[], None]) -> None:
    """What the authoriser declares, with name, role, signature and date (R43)."""
    press = sheet.press
    said = words.say(own.I_AUTHORISE if tna.needed else own.I_CONFIRM_NO_NEED, service=tna.service)
    lines = wrapped(said, 84, 8.5)
    if not sheet.room(_AUTHORISATION + 3.7 * max(0, len(lines) - 3)):
        turn()
    sheet.heading(words.say(own.AUTHORISATION), above=5.6)
    press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
    top = sheet.y
    with press.tagged("P"):
        for index, line in enumerate(lines):
            draw_line(press, sheet.left, top + 4 + 3.7 * index, line, 8.5)
    foot = top + 18 + 3.7 * max(0, len(lines) - 3)
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
