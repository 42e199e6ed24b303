"""What may be chosen for a set at all: a set is limited to what current risks ask for (R3, R24)."""

from collections.abc import Iterator, Mapping

from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.domain.technique import Technique


def choosable(analysis: NeedsAnalysis, catalogue: Mapping[str, Technique]) -> frozenset[str]:
    """R3: codes of the catalogue that address the hold of at least one current risk and were not withdrawn."""
    return frozenset(code for code, each in catalogue.items() if not any(choosing_objections(analysis, each)))


def choosing_objections(analysis: NeedsAnalysis, technique: Technique) -> Iterator[Objection]:
    """R3, R24: what keeps a technique from being chosen for this analysis, whatever reasons it is given."""
    if technique.withdrawn_on is not None:
        yield block("R24.withdrawn", technique.code, day=technique.withdrawn_on)
    if not any(risk.hold in technique.holds for risk in analysis.current_risks):
        yield block("R3.no_current_risk_met", technique.code, tna=analysis.tna.title)
