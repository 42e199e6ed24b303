"""People: who may come, on what ground, and what has been seen of them before (R1, R11, R36, R53).

Not held anywhere: date of birth, home address, diagnosis.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import OrganisationId, PersonId
from calm_instructor.domain.numbers import Numbers, add_months


class Status(StrEnum):
    """R53: on what terms a person works here."""

    OWN = "own"
    AGENCY = "agency or bank"
    OTHER_EMPLOYER = "other employer"
    STUDENT = "student or volunteer"


class Basis(StrEnum):
    """R11: why a person may learn physical skills."""

    EXPOSED = "directly exposed"
    RESPONSIBLE = "responsibility to intervene"
    MANAGER = "manages such staff"


class Need(StrEnum):
    """R36: what a staff group needs."""

    NONE = "none"
    CORE_THEORY = "Core Theory"
    ESCAPE = "Core Theory and escape techniques"


@dataclass(frozen=True, kw_only=True)
class StaffGroup:
    """R36: one group of the service's staff. ``basis`` is None where the group has no exposure.

    ``also_called``: other words for the group; ``roles``: words of job roles that belong to it.
    """

    name: str
    exposure: str
    need: Need
    basis: Basis | None = None
    people: int | None = None
    also_called: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CoreTheory:
    """Core Theory completed on a day. ``seen_by`` and ``seen_on`` are empty until somebody has seen the evidence (R1)."""

    completed_on: date
    provider: str = ""
    evidence_kind: str = ""
    evidence_ref: str = ""
    seen_by: str = ""
    seen_on: date | None = None

    @property
    def is_seen(self) -> bool:
        """Whether kind, reference, by whom and when are all on record."""
        return bool(self.evidence_kind and self.evidence_ref and self.seen_by and self.seen_on)


@dataclass(frozen=True, kw_only=True)
class EarlierSignOff:
    """R23: a certificate of an earlier course that somebody has seen."""

    number: str
    signed_on: date
    valid_until: date
    techniques: tuple[str, ...]
    seen_by: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """A trainee. ``basis`` is stated for this person alone, over the staff group's (R11).

    ``earlier_numbers``: staff numbers under which older papers know the person; ``doubles``: records that became part of this
    one; ``not_same_as``: who is somebody else, whatever the names.
    """

    id: PersonId
    full_name: str
    known_as: str = ""
    certificate_name: str = ""
    sort_key: str = ""
    staff_no: str = ""
    staff_no_is_temporary: bool = False
    employer: str = ""
    status: Status = Status.OWN
    job_role: str = ""
    staff_group: str = ""
    site: str = ""
    line_manager: str = ""
    basis: Basis | None = None
    basis_reason: str = ""
    core_theory: CoreTheory | None = None
    earlier_sign_offs: tuple[EarlierSignOff, ...] = ()
    left_on: date | None = None
    archived_on: date | None = None
    earlier_numbers: tuple[str, ...] = ()
    doubles: tuple[PersonId, ...] = ()
    not_same_as: tuple[PersonId, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every staff number under which papers know the person, today's first."""
        return tuple(each for each in (self.staff_no, *self.earlier_numbers) if each)

    @property
    def name_on_paper(self) -> str:
        """The name a record or certificate shows."""
        return self.certificate_name or self.full_name


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """Whose training this is. ``programme_title`` stands on papers; ``coaching_points_ref`` replaces issued ones (R25)."""

    id: OrganisationId
    name: str
    sector: str = ""
    region: str = ""
    head_office_contact: str = ""
    licence_ref: str = ""
    certification_status: str = ""
    certification_ref: str = ""
    certification_expires: date | None = None
    data_protection_contact: str = ""
    privacy_notice_version: str = ""
    programme_title: str = "CALM Escape Techniques"
    coaching_points_ref: str = ""
    numbers: Numbers = Numbers()


def sort_key(full_name: str) -> str:
    """Where a name stands in a list: its last word first, without case. A single word stands by itself."""
    words = full_name.split()
    return " ".join([*words[-1:], *words[:-1]]).casefold()


def same_name(one: str, other: str) -> bool:
    """Whether two names read alike, whatever their case and spacing."""
    return one.casefold().split() == other.casefold().split()


def number_objections(person: Person, other: Person) -> Iterator[Objection]:
    """A staff number is one person's, and stays theirs where papers were printed with it."""
    number = person.staff_no.casefold()
    if number and number == other.staff_no.casefold():
        yield block("person.number_taken", person.full_name, number=person.staff_no, other=other.full_name)
    elif number and number in {each.casefold() for each in other.earlier_numbers}:
        yield block("person.number_was", person.full_name, number=person.staff_no, other=other.full_name)


def group_of(person: Person, groups: Sequence[StaffGroup]) -> StaffGroup | None:
    """R11, R36: the TNA's staff group of a person, by the group's name or else by the job role; None where neither is known.

    Of several roles that fit, the longest words win: "Depute Head" before "Head".
    """
    said = person.staff_group.strip().casefold()
    if said:
        for group in groups:
            if said in {group.name.casefold(), *(word.casefold() for word in group.also_called)}:
                return group
        return None
    role = _spaced(person.job_role)
    fitting = [(len(word), group) for group in groups for word in group.roles if _spaced(word) in role]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


@lru_cache(maxsize=1024)
def _spaced(text: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return f" {' '.join(words)} "


def basis_of(person: Person, groups: Sequence[StaffGroup]) -> Basis | None:
    """R11 and R36, one question with one answer: stated for the person, or the basis of the staff group."""
    if person.basis is not None:
        return person.basis
    group = group_of(person, groups)
    return group.basis if group is not None and group.need is Need.ESCAPE else None


def basis_objections(person: Person, groups: Sequence[StaffGroup]) -> Iterator[Objection]:
    """R11: no basis, no physical skills; the theory part is open to everyone."""
    if basis_of(person, groups) is not None:
        return
    group = group_of(person, groups)
    if group is not None:
        yield block("R11.group_without_need", person.full_name, group=group.name)
    elif person.staff_group or person.job_role:
        yield block("R11.unknown_group", person.full_name, group=person.staff_group or person.job_role)
    else:
        yield block("R11.nothing_known", person.full_name)


def core_theory_objections(
    person: Person, first_physical: date, numbers: Numbers, *, theory_ended_before: bool = False
) -> Iterator[Objection]:
    """R1 for enrolment: a date on record, before the day of the first physical session, and not run out.

    theory_ended_before: whether the register shows a Core Theory session of the same day that ended before it.
    """
    if person.core_theory is None:
        yield block("R1.no_date", person.full_name)
        return
    done = person.core_theory.completed_on
    same_day = done == first_physical and numbers.core_theory_same_day and theory_ended_before
    if done >= first_physical and not same_day:
        yield block("R1.not_before", person.full_name, completed=done, first=first_physical)
    months = numbers.core_theory_renewal_months
    if months is not None and add_months(done, months) < first_physical:
        yield block("R1.run_out", person.full_name, completed=done, months=months)


def evidence_objections(person: Person) -> Iterator[Objection]:
    """R1 for assessment and sign-off: the evidence was seen, of what kind, with which reference, by whom and when."""
    if person.core_theory is None:
        yield block("R1.no_date", person.full_name)
    elif not person.core_theory.is_seen:
        yield block("R1.not_seen", person.full_name, completed=person.core_theory.completed_on)


def employer_objections(person: Person, covers_other_employers: bool) -> Iterator[Objection]:
    """R53: another employer's staff only where the instructor's authorisation covers it."""
    if person.status is Status.OTHER_EMPLOYER and not covers_other_employers:
        yield block("R53.other_employer", person.full_name, employer=person.employer)
    if person.left_on is not None or person.archived_on is not None:
        yield block("R21.has_left", person.full_name, day=person.left_on or person.archived_on)
