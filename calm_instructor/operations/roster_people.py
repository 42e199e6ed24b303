"""The person of a row of a roster: as the list says, with the evidence of Core Theory only where somebody has seen it (R1)."""

from dataclasses import dataclass
from datetime import date

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.ids import InstructorId, PersonId
from calm_instructor.domain.people import CoreTheory, Person, Status
from calm_instructor.exchange.reading.roster_entry import RosterEntry
from calm_instructor.messages import demonstration as evidence_words
from calm_instructor.operations.taking_in import temporary_number
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Seen:
    """R1: the evidence of Core Theory of a whole list was seen: its kind, what it is called, by whom and when."""

    kind: str
    reference: str
    by: str
    on: date


def seen_by(view: Reading, who: InstructorId, kind: str, reference: str, today: date) -> Seen:
    """R1: somebody says that they have seen the evidence of a whole list, under their own name."""
    return Seen(kind=kind.strip(), reference=reference.strip(), by=view.get(Instructor, who).name, on=today)


def person_of(
    entry: RosterEntry, id: PersonId, *, employer: str, status: Status = Status.OWN, seen: Seen | None = None
) -> Person:
    """The person of a row. ``employer``, ``status``: where the list says none; ``seen``: whether the row is evidence (R1)."""
    return Person(
        id=id,
        full_name=entry.full_name,
        known_as=entry.known_as,
        certificate_name=entry.certificate_name,
        sort_key=entry.sort_key,
        staff_no=staff_number(entry),
        staff_no_is_temporary=entry.staff_no is None,
        employer=entry.employer or employer,
        status=entry.status or status,
        job_role=entry.job_role,
        staff_group=entry.staff_group,
        site=entry.site,
        line_manager=entry.line_manager,
        core_theory=_core_theory(entry, seen),
    )


def staff_number(entry: RosterEntry) -> str:
    """The staff number of a row; a temporary one where the list gives none."""
    return entry.staff_no or temporary_number(entry.row)


def _core_theory(entry: RosterEntry, seen: Seen | None) -> CoreTheory | None:
    if entry.core_theory is None:
        return None
    if seen is None:
        return CoreTheory(
            completed_on=entry.core_theory,
            provider=entry.core_theory_provider,
            evidence_ref=entry.core_theory_evidence,
        )
    return CoreTheory(
        completed_on=entry.core_theory,
        provider=entry.core_theory_provider,
        evidence_kind=seen.kind,
        evidence_ref=evidence_words.evidence_ref(seen.reference, entry.row),
        seen_by=seen.by,
        seen_on=seen.on,
    )
