"""Where the columns of the sign-off sheet's matrix end: the house style's widths for 12 techniques, and wider ones for fewer."""

from dataclasses import dataclass

_LEAST_SIGNED = 33 + 24  # for the two signatures


@dataclass(frozen=True)
class Columns:
    """Where the columns end, in mm from the left margin."""

    number: float
    name: float
    theory: float
    attendance: float
    fit: float
    techniques: tuple[float, ...]
    core: float
    knowledge: float
    outcome: float
    trainee: float


def columns_of(techniques: int, width: float) -> Columns:
    """Column ends for so many techniques. What many leave over goes to the outcome, to the marks, then to the signatures."""
    few = techniques <= 6
    theory = 14.0 if few else 13.0
    fixed = 6 + 44 + theory + 11 + 8
    aside = 8.4 if few else 7.4
    room = width - fixed - 2 * aside - _LEAST_SIGNED
    outcome = 26.0 if few else min(26.0, max(22.0, room - 7.6 * techniques))
    column = 11.2 if few else min(9.0, (room - outcome) / techniques)
    start = float(fixed)
    ends = tuple(start + column * (index + 1) for index in range(techniques))
    knowledge = ends[-1] + 2 * aside
    rest = width - knowledge - outcome
    trainee = max(33.0, rest * 33 / 57)
    return Columns(
        number=6,
        name=50,
        theory=50 + theory,
        attendance=61 + theory,
        fit=start,
        techniques=ends,
        core=ends[-1] + aside,
        knowledge=knowledge,
        outcome=knowledge + outcome,
        trainee=knowledge + outcome + trainee,
    )
