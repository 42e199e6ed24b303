"""The set of a TNA as its picker shows it: which few answer the risks, why each, and why not the others (R3 to R6, R38, R39)."""

from collections.abc import Sequence

from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import NeedsAnalysis, TnaState
from calm_instructor.domain.technique import Catalogue
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import picker
from calm_instructor.messages.window import tna_set as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.viewing.picking import Picking
from calm_instructor.operations.viewing.tna_set_lines import against, lines, practice
from calm_instructor.operations.viewing.tna_set_rows import Techniques, offered, taken
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


def tna_set(view: Reading, tna: TnaId) -> Picking:
    """What the picker of a TNA shows."""
    analysis, techniques, numbers = analysis_of(view, tna), catalogue_in_force(view), numbers_of(view)
    catalogues = view.all(Catalogue)
    is_draft = analysis.tna.state is TnaState.DRAFT
    rows = tuple(offered(analysis, techniques))
    open_ones = sum(1 for each in rows if not each.reasoned)
    return Picking(
        offered=rows,
        taken=tuple(taken(analysis, techniques)),
        lines=(*(lines(analysis, techniques, numbers) if is_draft else ()), *practice(view, analysis, numbers)),
        against=against(view, analysis),
        limit=numbers.techniques_warn_above,
        never=numbers.techniques_never_above,
        catalogue_words=_catalogue_words(catalogues, len(techniques), open_ones if is_draft and analysis.chosen else 0),
        generic=any(each.generic for each in catalogues[-1:]),
        foot=_foot(analysis, techniques),
        may_change=is_draft,
    )


def _catalogue_words(catalogues: Sequence[Catalogue], count: int, open_ones: int) -> str:
    """R6: how many wait for a reason, which no row repeats; else of which version they are."""
    if not catalogues:
        return ""
    if open_ones:
        return _(words.WITHOUT_REASON).format(techniques=picker.techniques(count), count=open_ones)
    return _(picker.CATALOGUE_COUNT).format(techniques=picker.techniques(count), version=catalogues[-1].version)


def _foot(analysis: NeedsAnalysis, techniques: Techniques) -> str:
    """R46: the tier of the set is its highest; R3: how many words wait to be confirmed."""
    tiers = [techniques[each.technique].tier for each in analysis.chosen if each.technique in techniques]
    highest = _(words.HIGHEST_TIER).format(tier=_(picker.TIERS[max(tiers).value]).lower()) if tiers else ""
    waiting = sum(1 for each in analysis.chosen if each.proposed) if analysis.tna.state is TnaState.DRAFT else 0
    return " ".join(each for each in (highest, words.still_proposed(waiting) if waiting else "") if each)
