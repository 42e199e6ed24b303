"""Parts of a TNA summary that stand with what is signed where there is room, else with the evidence: compared, left out, gone past."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from calm_instructor.exchange.paper.authority import overrides_text
from calm_instructor.exchange.paper.facts import Technique
from calm_instructor.exchange.paper.sheet import ROW, Sheet, height_of
from calm_instructor.exchange.paper.tna_facts import Compared, TnaSummary
from calm_instructor.exchange.paper.wrapping import Piece, Text, pieces
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_needs as own

Turn = Callable[[], None]

_MOST_BY_NAME = 5
_SIZE, _LEADING = 8.0, 9.8
_ABOVE, _BELOW = 5.6, 1.1  # of a heading
_BEFORE_RULE, _AFTER_RULE = 1.4, 0.3


@dataclass(frozen=True)
class EvidencePart:
    """``height`` in mm without what stretches; ``draw`` draws it from the pen on, turning the page where it must."""

    height: float
    draw: Callable[[Turn], None]


def evidence_parts(sheet: Sheet, tna: TnaSummary) -> Iterator[EvidencePart]:
    """Those that this TNA has, in the order in which they are read."""
    if tna.compared is not None:
        text = _compared(tna.compared)
        yield EvidencePart(_height(sheet, text) + _ABOVE / 2, partial(_draw_alone, sheet, text))
    if tna.left_out:
        texts = _left_out(tna)
        between = (_BEFORE_RULE + _AFTER_RULE) * (len(texts) - 1)
        height = _ABOVE + _BELOW + sum(_height(sheet, text) for text in texts) + between
        yield EvidencePart(height, partial(_draw_left_out, sheet, texts))
    if tna.overrides:
        text = overrides_text(tna.overrides)
        height = 6.6 + height_of(text, sheet.width, 8.5, 11.6)
        yield EvidencePart(height, partial(sheet.section, words.say(words.OVERRIDES), text))


def _height(sheet: Sheet, text: Text) -> float:
    return height_of(text, sheet.width, _SIZE, _LEADING)


def _compared(compared: Compared) -> tuple[Piece, ...]:
    none = words.say(words.NONE_LOWER)
    said = pieces(
        words.say(own.COMPARED),
        removed=", ".join(compared.removed) or none,
        added=", ".join(compared.added) or none,
        unchanged=compared.unchanged,
        revision=compared.revision,
    )
    risks = own.risks_since(compared.ended, compared.new)
    return (*said, *pieces(f" {risks}")) if risks else said


def _draw_alone(sheet: Sheet, text: Text, turn: Turn) -> None:
    if not sheet.room(_height(sheet, text) + _ABOVE / 2):
        turn()
    sheet.y += _ABOVE / 2
    sheet.paragraph(text, _SIZE, _LEADING)


def _left_out(tna: TnaSummary) -> list[list[Piece]]:
    """Each reason with what it leaves out. Many of one reason by family and code."""
    by_reason: dict[str, list[Technique]] = {}
    for each in tna.left_out:
        by_reason.setdefault(each.why, []).append(each.technique)
    texts = []
    for why, techniques in by_reason.items():
        named = [f"{each.code} {each.name}" for each in techniques]
        if len(techniques) > _MOST_BY_NAME:
            named = list(_by_family(techniques))
        reason = Piece(f"{why.rstrip('.') or words.NOTHING}: ", bold=True)
        texts.append([reason, Piece("; ".join(named))])
    return texts


def _by_family(techniques: Sequence[Technique]) -> Iterator[str]:
    families: dict[str, list[str]] = {}
    for each in techniques:
        families.setdefault(each.family, []).append(each.code)
    for family, codes in families.items():
        yield f"{family} {', '.join(codes)}".strip()


def _draw_left_out(sheet: Sheet, texts: list[list[Piece]], turn: Turn) -> None:
    first = True
    for text in texts:
        high = _height(sheet, text)
        if not sheet.room(high + (_ABOVE + _BELOW if first else _BEFORE_RULE + _AFTER_RULE)):
            turn()
        if first:
            sheet.heading(words.say(own.LEFT_OUT), above=_ABOVE, below=_BELOW)
        else:
            sheet.y += _BEFORE_RULE
            sheet.press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
            sheet.y += _AFTER_RULE
        sheet.paragraph(text, _SIZE, _LEADING)
        first = False
