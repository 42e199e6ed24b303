"""R10: every free text of a TNA, where it stands, and which of them seem to name a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from calm_instructor.domain.anonymity import Known, identifiers
from calm_instructor.domain.carried import Looked
from calm_instructor.domain.errors import Objection, warn
from calm_instructor.domain.needs import NeedsAnalysis, Tna

_YEARS = 3
"""Years before and after an analysis whose days are those of incidents and reviews, and of nobody's birth."""


@dataclass(frozen=True, kw_only=True)
class FreeText:
    """Texts of one matter. ``where``: the question in which they are written; ``who``: what they are about."""

    where: Looked
    who: str
    texts: tuple[str, ...]


def free_texts(analysis: NeedsAnalysis) -> Iterator[FreeText]:
    """Everything that somebody wrote in their own words."""
    tna = analysis.tna
    about = {
        Looked.SERVICE: (tna.setting, tna.life_support),
        Looked.AUDIT: (tna.audit.source, tna.audit.ref, tna.audit.compared_with),
        Looked.FACTORS: tna.factors,
        Looked.PREVENTION: (tna.primary_prevention, tna.secondary_prevention, tna.tertiary_prevention, tna.recovery),
        Looked.NEED: (tna.need_reason,),
        Looked.RISKS: tuple(each.reason for each in tna.not_carried),
    }
    for where, texts in about.items():
        yield FreeText(where=where, who=tna.title, texts=texts)
    for group in tna.staff_groups:
        yield FreeText(where=Looked.GROUPS, who=group.name, texts=(group.name, group.exposure))
    for risk in analysis.risks:
        yield FreeText(where=Looked.RISKS, who=risk.hold_name, texts=(risk.situation, risk.controls, risk.ended_reason))
    for each in analysis.selections:
        chosen = (each.tried_without_touch, each.why_this_one, each.higher_tier_reason, each.note_answer_text)
        texts = chosen if each.chosen else (each.left_out_reason,)
        yield FreeText(where=Looked.TECHNIQUES, who=each.technique, texts=texts)


def nobody(tna: Tna, organisation: str = "") -> Known:
    """R10: what in a TNA's texts names nobody: its service and sites, and days of the years that its counts are of."""
    last = tna.drawn_up_on.year
    return Known(
        phrases=tuple(each for each in (tna.service, *tna.sites, organisation) if each.strip()),
        years=frozenset(range(last - _YEARS, last + _YEARS)),
    )


def narrative_objections(analysis: NeedsAnalysis, organisation: str = "") -> Iterator[Objection]:
    """R10: a warning for each matter whose texts seem to name a person."""
    known = nobody(analysis.tna, organisation)
    for each in free_texts(analysis):
        words = [found for text in each.texts for found in identifiers(text, known)]
        if words:
            yield warn("R10.identifier", each.who, words=list(dict.fromkeys(words)), where=each.where)
