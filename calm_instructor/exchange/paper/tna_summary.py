"""The TNA summary: first what the authoriser reads and signs, on one page where the risks leave room, then the evidence.

A TNA that finds no legitimate need is a result like any other and prints the same way (R40). What it shows stands in
``tna_facts``.
"""

from collections.abc import Callable

from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Technique
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import Sheet, about, draw_line, height_of
from calm_instructor.exchange.paper.table import CLOSE, Cell, Column, Table
from calm_instructor.exchange.paper.tna_authorisation import authorisation_height, draw_authorisation
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
from calm_instructor.exchange.paper.tna_parts import EvidencePart, evidence_parts
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
    signing = authorisation_height(tna)
    waiting = [part for part in evidence_parts(sheet, tna) if not _drawn_now(sheet, part, signing, turn)]
    draw_authorisation(sheet, tna, turn)
    draw_evidence(sheet, tna, waiting)
    sheet.end()


def _drawn_now(sheet: Sheet, part: EvidencePart, signing: float, turn: Callable[[], None]) -> bool:
    """Whether a part stands with what is signed, as it does where the signature still has room under it on this page."""
    fits = sheet.room(part.height + signing)
    if fits:
        part.draw(turn)
    return fits


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
            Column(words.say(words.TECHNIQUE), 31),
            Column(words.say(own.WHY_THIS_ONE), 76),
        ]
        if not tna.needed:
            columns = [columns[0], Column(words.say(own.HOLD_SITUATION), 143), columns[2]]
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
        hold = [Piece(risk.hold, bold=True)] + ([Piece(f"\n{risk.situation}")] if risk.situation else [])
        if risk.proposed_as_ended:
            hold += pieces("\n" + words.say(own.PROPOSED_AS_ENDED))
        count = pieces(words.say(own.COUNT_AND_SEVERITY), count=risk.count, severity=risk.severity)
        if risk.trend:
            count = (*count, Piece(f"\n{risk.trend}"))
        first: list[Cell] = [str(risk.number), hold, count]
        if not self.tna.needed:
            return [first]
        if not risk.chosen:
            return [[*first, words.NOTHING, words.say(own.NONE_CHOSEN)]]
        told = {each: self._told[each] for each in risk.chosen if each in self._told}
        again = [piece for each, number in told.items() for piece in _as_before(each.technique, number)]
        fresh = [each for each in risk.chosen if each not in told]
        if not fresh:
            return [[*first, again[1:], ""]]
        rows: list[list[Cell]] = []
        for each in fresh:
            technique = [Piece(each.technique.code, bold=True), Piece(f" {each.technique.name}")]
            technique += [Piece(f" ({each.tier})")] if each.tier else []
            technique += again if each is fresh[-1] else []
            rows.append([*(first if not rows else [first[0], "", ""]), technique, self._why(each, risk.number)])
        return rows

    def _why(self, chosen: Chosen, risk: int) -> tuple[Piece, ...]:
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


def _as_before(technique: Technique, risk: int) -> list[Piece]:
    """A technique that was explained at another risk, on a line of its own."""
    return [Piece("\n"), Piece(technique.code, bold=True), *pieces(f" {words.say(own.AS_FOR_RISK)}", risk=risk)]


def _coverage(tna: TnaSummary) -> list[str]:
    """Whether every current risk is covered (R6), and what is proposed for removal (R38)."""
    if not tna.needed:
        return []
    removed = [(f"{technique.code} {technique.name}", numbers) for technique, numbers in _resting_on_ended(tna)]
    return [own.covered(tna.uncovered), *([own.proposed_for_removal(removed)] if removed else [])]


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
