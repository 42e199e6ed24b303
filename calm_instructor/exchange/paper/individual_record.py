"""The individual record: what one trainee may use, signed by three, and the evidence it rests on.

Two pages for an ordinary course, more where there is more to show. What it shows stands in ``individual_facts``.
"""

from calm_instructor.exchange.paper.authority import authority_text, overrides_text
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Mark, NotAssessed, Signature, SignatureState
from calm_instructor.exchange.paper.individual_evidence import action_plan_text, draw_evidence
from calm_instructor.exchange.paper.individual_facts import (
    ActionPlan,
    Attempt,
    Criterion,
    IndividualRecord,
    KnowledgeCheck,
    KnowledgeItem,
    Seen,
    TechniqueResult,
)
from calm_instructor.exchange.paper.marks import draw_mark, draw_open_box, draw_tick, letters_of
from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import ROW, Sheet, about, draw_line, height_of
from calm_instructor.exchange.paper.signing import caption_drop, draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.table import Cell, Column, Drawn, Spacing, Table
from calm_instructor.exchange.paper.wrapping import Piece, pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_results as own
from calm_instructor.messages.showing import day, listed

__all__ = [
    "ActionPlan",
    "Attempt",
    "Criterion",
    "IndividualRecord",
    "KnowledgeCheck",
    "KnowledgeItem",
    "Seen",
    "TechniqueResult",
    "print_individual_record",
]

_THIRD_GAP = 8.0
_BESIDE = 4  # lines of the outcome's reason that stand beside it
_SIGNATURES = 52.5  # height of the three signatures with their heading
_ROWS = Spacing(8.5, 3.2, 3.7, 1.3)


def print_individual_record(record: IndividualRecord) -> bytes:
    """The record as PDF."""
    title = words.say(own.INDIVIDUAL_RECORD)
    return printed(lambda press: _lay(press, record, title), about(record.imprint, title))


def _lay(press: Press, record: IndividualRecord, title: str) -> None:
    sheet = Sheet(press, record.imprint, title, stretches=True)
    sheet.new_page(words.say(own.RESULTS_PAGE))
    _person(sheet, record)
    _boxes(sheet, record)
    _techniques(sheet, record)
    _limits(sheet, record)
    _authority(sheet, record)
    _signatures(sheet, record)
    draw_evidence(sheet, record)
    sheet.end()


def _turn(sheet: Sheet, record: IndividualRecord) -> None:
    """The next page of the results, with the person's name."""
    sheet.new_page(words.say(own.RESULTS_PAGE))
    sheet.person(record.name, record.staff_number)


def _person(sheet: Sheet, record: IndividualRecord) -> None:
    name = fit(record.name, sheet.width, 18, 12, bold=True)
    with sheet.press.tagged("P"):
        places = [(sheet.left, sheet.y + 8.6 + 6 * index, line) for index, line in enumerate(name.lines)]
        sheet.press.lines(places, name.size, bold=True, whole=record.name)
    sheet.y += 10.4 + 6 * (len(name.lines) - 1)
    rows = [
        [
            Fact(words.say(words.STAFF_NUMBER), record.staff_number, 2),
            Fact(words.say(words.ROLE), record.role, 3),
            Fact(words.say(words.SITE), record.site, 2),
            Fact(words.say(words.COURSE), words.course_kind(record.kind, record.tier), 3),
            Fact(words.dates_label(len(record.days)), words.days(record.days), 2),
        ]
    ]
    if record.employer:
        rows.append([Fact(words.say(own.EMPLOYER), record.employer, 12)])
    sheet.facts(rows)


def _boxes(sheet: Sheet, record: IndividualRecord) -> None:
    """The outcome with its reason, beside it or below where it is long, and the day it counts until."""
    press, x, y = sheet.press, sheet.left, sheet.y + 4
    outcome = fit(words.say(words.OUTCOMES[record.outcome.value]), 66, 16, 11, bold=True)
    beside = wrapped(record.why, 40, 7.5)
    below = () if len(beside) <= _BESIDE else wrapped(record.why, 108, 7.5)
    high = 15.5 + 3.4 * len(below) if below else 17.3
    press.box(x, y, 116, high)
    press.box(x + 120, y, 56, high, weight=1.2)
    with press.tagged("P"):
        press.text(x + 4, y + 4.6, words.say(own.OUTCOME), 7.5)
        press.text(x + 4, y + 11.8, outcome.lines[0], outcome.size, bold=True)
    with press.tagged("P"):
        across, down = (x + 4, y + 17) if below else (x + 74, y + 4.6)
        for index, line in enumerate(below or beside):
            draw_line(press, across, down + 3.4 * index, line, 7.5)
    with press.tagged("P"):
        if record.valid_until:
            label, value = words.say(own.REFRESHER_DUE), day(record.valid_until)
        else:
            label, value = words.say(own.AUTHORITY), words.say(words.NO_AUTHORITY)
        due = fit(value, 48, 16, 11, bold=True)
        press.text(x + 124, y + 4.6, label, 7.5)
        press.text(x + 124, y + 11.8, due.lines[0], due.size, bold=True)
    sheet.y = y + high


def _techniques(sheet: Sheet, record: IndividualRecord) -> None:
    marks = (*(result.mark for result in record.results), record.core_behaviours)
    letters = letters_of([mark.why for mark in marks if mark.why])
    sheet.heading(
        words.say(own.TECHNIQUES), words.say(own.THESE_AND_NO_OTHERS if record.authority else own.RESULTS_ONLY)
    )
    columns = [
        Column(words.say(own.CODE), 19),
        Column(words.say(own.TECHNIQUE_AND_HOLD), 75),
        Column(words.say(words.RESULT), 16, 0.5),
        Column(words.say(words.DATE), 26),
        Column(words.say(own.ASSESSOR), 40),
    ]

    def marked(mark: Mark) -> Drawn:
        letter = letters[mark.why] if mark.why else ""
        return Drawn(lambda press, x, y: draw_mark(press, x, y, mark, letter))

    rows: list[list[Cell]] = []
    for result in record.results:
        technique = [Piece(result.technique.name, bold=True), Piece(f"\n{result.technique.addresses}")]
        if result.limit:
            technique += [Piece("\n"), *pieces(words.say(own.LIMIT), limit=result.limit)]
        rows.append(
            [
                (Piece(result.technique.code, bold=True),),
                technique,
                marked(result.mark),
                day(result.day) if result.day else words.NOTHING,
                result.assessor or words.NOTHING,
            ]
        )
    core = [Piece(words.say(own.CORE_BEHAVIOURS), bold=True), Piece("\n" + words.say(own.CORE_BEHAVIOURS_ARE))]
    seen = day(record.core_day) if record.core_day else words.NOTHING
    rows.append([words.NOTHING, core, marked(record.core_behaviours), seen, record.core_assessor or words.NOTHING])
    Table(sheet, columns, lambda: _turn(sheet, record), _ROWS).draw(rows)
    sheet.y += 0.4
    sheet.paragraph(_notes(record, letters), 7.5, 9.6)


def _notes(record: IndividualRecord, letters: dict[NotAssessed, str]) -> tuple[Piece, ...]:
    """What the marks of the table mean, and where more is told."""
    said = [f"**{letter}** {words.why_not(reason)}." for reason, letter in letters.items()]
    if any(mark.attempt > 1 for mark in (record.core_behaviours, *(result.mark for result in record.results))):
        said.append(words.say(own.FIGURE_NOTE))
    return pieces(" ".join([*said, words.say(own.WHERE_EVIDENCE)]))


def _limits(sheet: Sheet, record: IndividualRecord) -> None:
    limits = listed(record.limits) if record.limits else words.say(own.NO_LIMITS)
    adjustments = listed(record.adjustments) if record.adjustments else words.say(own.NO_ADJUSTMENTS)
    text = pieces(words.say(own.LIMITS_AND_ADJUSTMENTS_ARE), limits=limits, adjustments=adjustments)
    sheet.section(words.say(own.LIMITS_AND_ADJUSTMENTS), text, lambda: _turn(sheet, record))


def _authority(sheet: Sheet, record: IndividualRecord) -> None:
    def turn() -> None:
        _turn(sheet, record)

    if record.authority and record.valid_until:
        text = authority_text(own.AUTHORITY_IS, record.authority, until=day(record.valid_until))
        if record.need:
            need = words.need_of(record.need.reference, record.need.revision)
            text += pieces(" " + words.say(own.WHILE_NEED_NAMES), need=need)
        sheet.section(words.say(own.AUTHORITY), text, turn)
    else:
        sheet.section(words.say(own.AUTHORITY), pieces(words.say(own.NO_AUTHORITY_IS)), turn)
        if record.action_plan:
            sheet.section(words.say(own.ACTION_PLAN), action_plan_text(record.action_plan), turn)
    if record.overrides:
        sheet.section(words.say(words.OVERRIDES), overrides_text(record.overrides), turn)


def _signatures(sheet: Sheet, record: IndividualRecord) -> None:
    """The three signatures in thirds, and the box for who does not agree."""
    press = sheet.press
    third = (sheet.width - 2 * _THIRD_GAP) / 3
    lead = own.instructor_with(record.lead_signature.role, record.lead.authorisation)
    declares = own.TRAINEE_OF_RECORD if record.authority else own.TRAINEE_WITHOUT_AUTHORITY
    saw = own.LEAD_OF_RECORD if record.was_assessed else own.LEAD_WITHOUT_ATTEMPT
    signers: tuple[tuple[str, Signature, str], ...] = (
        (words.say(words.TRAINEE), record.trainee, words.say(declares)),
        (lead, record.lead_signature, words.say(saw)),
        (words.say(own.LINE_MANAGER), record.manager, words.say(own.MANAGER_OF_RECORD)),
    )
    names = [fit(signature.name or words.NOTHING, third, 9, 7.5) for _, signature, _ in signers]
    down = 3.0 * (max(len(name.lines) for name in names) - 1)
    drop = max(caption_drop(signature, third) for _, signature, _ in signers)
    if not sheet.room(_SIGNATURES + down + drop):
        _turn(sheet, record)
    sheet.heading(words.say(own.DECLARATIONS), above=6)
    press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
    top = sheet.y
    for index, ((who, signature, declared), name) in enumerate(zip(signers, names, strict=True)):
        x = sheet.left + index * (third + _THIRD_GAP)
        with press.tagged("P"):
            press.text(x, top + 3.8, who, fit(who, third, 8, 6.5, bold=True).size, bold=True)
        with press.tagged("P"):
            places = [(x, top + 7.9 + 3 * i, line) for i, line in enumerate(name.lines)]
            press.lines(places, name.size, whole=signature.name)
        with press.tagged("P"):
            for line_no, line in enumerate(wrapped(declared, third, 7.5)):
                draw_line(press, x, top + down + 12.2 + 3.3 * line_no, line, 7.5)
        draw_signature_line(press, x, top + down + 30.4, third, signature)
        given = day(signature.day) if signature.day else ""
        draw_date_line(press, x, top + down + drop + 39, third, given, beside=True)
    sheet.y = top + down + drop + 39.2
    _disagreement(sheet, record)


def _disagreement(sheet: Sheet, record: IndividualRecord) -> None:
    press, x, y = sheet.press, sheet.left + 1.6, sheet.y + 3.4
    disagrees = record.trainee.state is SignatureState.DISAGREES or bool(record.disagreement)
    with press.tagged("P"):
        draw_open_box(press, x, y, 3.2, words.say(words.EMPTY_BOX, what=words.say(own.I_DISAGREE)))
        if disagrees:
            draw_tick(press, x, y, words.say(own.TICKED))
        press.text(x + 3.4, y + 1.1, words.say(own.I_DISAGREE), 8)
    sheet.y = y + 1.6
    if record.disagreement:
        text = pieces(words.say(own.NOTE_OF_TRAINEE), note=record.disagreement)
        if not sheet.room(height_of(text, sheet.width, 8, 10.5) + 1):
            _turn(sheet, record)
        sheet.paragraph(text, 8, 10.5)
